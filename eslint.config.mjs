import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { beginnings, importBlocks } from './scripts/lint/imports.mjs';
import { limitBlocks } from './scripts/lint/limits.mjs';

/* Rules to which ESLint holds the code. Each rule that is particular to this project has a sentence that says why. */

/** The zone of the machine decides no date. */
const localTime = [
  {
    selector: 'CallExpression[callee.property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes)$/]',
    message: 'This reads a date in the zone of the machine; src/procedure/time/dates knows London.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'new Date(y, m, d) is a date in the zone of the machine; src/procedure/time/dates knows London.',
  },
];

/** Forbids state at the top of a module of workflows or rules: all cases of a worker would share it. */
const sharedByCases = [
  {
    selector: ":matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind!='const']",
    message: 'No let or var at the top of a module of workflows or of rules: it would be shared between cases.',
  },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression.init[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
    message:
      'What is empty when a module is loaded is filled by cases, which share it; oncePer keeps answers by value.',
  },
];

export default defineConfig(
  { ignores: ['dist/', 'data/', '.cache/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // TypeScript: the strict set of typescript-eslint, with types.
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      // A promise that nobody waits for fails where nobody sees it; `void` says that it is meant.
      '@typescript-eslint/no-floating-promises': 'error',
      // An async validator of an Update refuses nothing: it fails the workflow's task instead.
      '@typescript-eslint/no-misused-promises': 'error',
      // Keeps the code of a module out of the workflow bundle where only its types are used.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A new refusal, outcome or step is handled everywhere, or it does not pass.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `any` switches the compiler off, and spreads; `unknown` asks to be looked at first.
      '@typescript-eslint/no-explicit-any': 'error',
      // A `!` is a guess: what may be missing is said, and handled.
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Two files that import each other can be neither read nor loaded one at a time. Types alone may.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      // A name that begins with _ is a parameter that its place asks for, or a field left out of a copy.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Every decision adds its form to one empty interface, so that to add one is to touch one file.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      // Numbers read well in sentences; everything else is put into words first.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => stop()` and `return next()` say what they mean.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Trusts every library's types, and does not see that a value can change during an `await`: a case, above all.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Dependencies are plain objects of functions, taken apart where they are used; none of them knows a `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Allows a type argument to be written out where it equals the default.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // openid-client marks it so that it stands out; src/security/provider allows it for this very machine alone.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      // Allows an async function without `await`: its interface may ask for a promise.
      '@typescript-eslint/require-await': 'off',
      // Temporal's client gives the statuses of gRPC as bare numbers.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },

  ...limitBlocks,

  { files: ['worker.ts', 'tests/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [beginnings] }] } },
  ...importBlocks,

  // The rules are functions of what they are given: no clock, no chance, no world.
  {
    files: ['src/procedure/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'fetch',
          'performance',
          'crypto',
        ].map((name) => ({ name, message: 'src/procedure is pure: what it needs of the world is handed to it.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'src/procedure has no clock: `now` is handed to it.' },
        {
          object: 'Math',
          property: 'random',
          message: 'src/procedure leaves nothing to chance: one case, one answer.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
          message: 'new Date() is a clock, and src/procedure has none: `now` is handed to it.',
        },
        ...sharedByCases,
        ...localTime,
      ],
    },
  },

  // A case's state is its own.
  {
    files: ['workflows/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...sharedByCases, ...localTime] },
  },

  // Tests look where they please, are as long as their tables, and compare with Jest's matchers, which are of type any.
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },

  // Scripts and settings are plain JavaScript with types in comments (tsconfig.scripts.json).
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['process', 'console', 'Buffer', 'URL', 'fetch', 'performance', 'AbortController', 'AbortSignal'],
          ...[
            'setTimeout',
            'clearTimeout',
            'setInterval',
            'clearInterval',
            'setImmediate',
            'TextDecoder',
            'TextEncoder',
          ],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-restricted-imports': ['error', { patterns: [beginnings] }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
      'no-async-promise-executor': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  // Scripts that run in browsers.
  {
    files: ['src/console/assets/**', 'tests/browser/support/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['document', 'window', 'HTMLScriptElement', 'EventSource', 'FormData', 'location'],
          ...['getComputedStyle', 'HTMLElement'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly', __filename: 'readonly' } },
  },
);
