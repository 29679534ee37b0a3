import { availableParallelism } from 'node:os';

/**
 * Settings of the mutation tests (`npm run mutants`). A mutant is one small change of a rule; a test has to fail with it.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'mocha',
  plugins: ['@stryker-mutator/mocha-runner'],
  mochaOptions: { spec: ['tests/mutants/rules.cjs'] },
  coverageAnalysis: 'perTest',
  // A mutant of what is worked out once when a module is loaded is tried with every test that follows.
  ignoreStatic: false,
  // Sentences are wording, and every code is of a union that the compiler checks.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['/.cache', '/data', '/dist', '/tests/upgrades/left-behind'],
  tempDirName: '.cache/stryker',
  concurrency: availableParallelism(),
  timeoutMS: 15_000,
  reporters: ['json'],
  jsonReporter: { fileName: '.cache/mutants/last.json' },
  allowConsoleColors: false,
};
