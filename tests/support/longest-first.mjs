import { statSync } from 'node:fs';

/** What takes longest, first; a file that begins last and takes minutes would leave the other cores with nothing to do. */
const longest = [
  '/tests/browser/whole-case',
  '/tests/e2e/',
  '/tests/browser/',
  '/tests/upgrades/',
  '/tests/workflows/',
  '/tests/lint/',
  '/tests/console/decide-every',
  '/tests/console/',
  '/tests/api/',
];

/** @param {string} file */
const rank = (file) => {
  const found = longest.findIndex((part) => file.includes(part));
  return found < 0 ? longest.length : found;
};

/** Jest's own order is by what took how long the last time, of which a fresh copy of the project knows nothing. */
export default class LongestFirst {
  /**
   * @template {{ path: string }} Test
   * @param {Test[]} tests
   */
  sort(tests) {
    return tests
      .map((test) => ({ test, rank: rank(test.path), size: statSync(test.path).size }))
      .sort((a, b) => a.rank - b.rank || b.size - a.size)
      .map(({ test }) => test);
  }

  /**
   * @template Test
   * @param {Test[]} tests
   */
  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // Nothing is kept: the order is the same every time.
  }
}
