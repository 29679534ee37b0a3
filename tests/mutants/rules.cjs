/*
 * The tests of the rules in one file of Mocha, for the mutation tests (scripts/mutants.mjs). Jest loads every file anew
 * for every mutant, which takes seconds; Mocha loads the rules once, switches one mutant on after another, and runs the
 * tests that reach the mutant. The tests are written for Jest: its `expect` and its tables (`jest-each`) are used here.
 */

const { readdirSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');
const { expect } = require('expect');
const { bind } = require('jest-each');
const { addHook } = require('pirates');

addHook(
  (code, filename) =>
    transformSync(code, {
      filename,
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
      sourceMaps: false,
    }).code,
  { exts: ['.ts'], ignoreNodeModules: true },
);

/**
 * Answers worked out under the last mutant. They are dropped before the first test under the next.
 *
 * @type {WeakMap<object, Map<object, Map<unknown, unknown>>>}
 */
let kept = new WeakMap();
const oncePer = () => {
  const own = {};
  /** @type {(owner: object, key: unknown, make: () => unknown) => unknown} */
  return (owner, key, make) => {
    const answers = kept.get(owner) ?? new Map();
    kept.set(owner, answers);
    const mine = answers.get(own) ?? new Map();
    answers.set(own, mine);
    if (!mine.has(key)) mine.set(key, make());
    return mine.get(key);
  };
};
const oncePerFile = path.join(__dirname, '..', '..', 'src', 'procedure', 'once-per.ts');
require.cache[oncePerFile] = Object.assign(new Module(oncePerFile), { loaded: true, exports: { oncePer } });

/** @type {(body: () => void) => void} */
const before = Reflect.get(globalThis, 'before');
Object.assign(globalThis, {
  expect,
  test: globalThis.it,
  beforeAll: before,
  afterAll: Reflect.get(globalThis, 'after'),
});
globalThis.it.each = bind(globalThis.it, false);
globalThis.describe.each = bind(globalThis.describe, false);

before(() => {
  kept = new WeakMap();
});

/** Tests of the rules with generated values. They take seconds a mutant, and no person reads from them what the rule is. */
const generated = [
  'any-input',
  'calendar-properties',
  'correcting-often',
  'every-decision',
  'properties',
  'written-text',
];

/** `shared` freezes the rules for every test after it; `upcast` opens the files of earlier releases and tries no rule. */
const alone = ['shared', 'upcast'];

const describeAll = globalThis.describe;
/** @type {(title: string, tests: () => void) => void} */
const describeRule = (title, tests) => (title.startsWith('Whatever') ? undefined : describeAll(title, tests));
Object.assign(globalThis, { describe: Object.assign(describeRule, describeAll) });

/** Names that the files under mutation export; `MUTATED` has their paths, with commas between them. */
const mutated = (process.env['MUTATED'] ?? '')
  .split(',')
  .filter(Boolean)
  .map((file) => readFileSync(path.join(__dirname, '..', '..', file), 'utf8'));
const names = mutated.flatMap((text) =>
  [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name),
);

// Mutants of src/casework are tried by its own tests, on a database; those of the rules by theirs alone.
const area = (process.env['MUTATED'] ?? '').startsWith('src/casework') ? 'casework' : 'procedure';
const folder = path.join(__dirname, '..', area);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => ![...generated, ...alone].includes(path.basename(file, '.test.ts')))
  .map((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return { file, text, speaksOf: names.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).length };
  })
  // The first test that fails ends the run of a mutant: tests that speak of the file first, and of these short files.
  .sort((a, b) => b.speaksOf - a.speaksOf || a.text.length - b.text.length);

const tried = path.join(__dirname, '..', '..', 'src', area);
for (const file of readdirSync(tried, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.ts')))
  require(path.join(tried, file));

// A mutant of what is worked out while the rules are loaded is tried in a process of its own (Stryker: static). What the
// tests work out while they are loaded is not of that kind: the rules are switched on by the time a test runs.
/** @type {{ currentTestId: string | undefined } | undefined} */
const stryker = Reflect.get(globalThis, '__stryker__');
if (stryker) stryker.currentTestId = 'while the tests are loaded';
// Each file is a suite of its own, so that its `beforeEach` is called for its own tests only, as Jest does.
for (const { file } of files) describeAll(file, () => require(path.join(folder, file)));
if (stryker) stryker.currentTestId = undefined;
