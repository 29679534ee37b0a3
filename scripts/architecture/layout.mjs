/** @import { Import } from './imports.mjs' */

/**
 * All imports of one folder from another.
 *
 * @typedef {object} Arrow
 * @property {string} from
 * @property {string} to
 * @property {number} imports
 * @property {boolean} typesOnly
 */

/**
 * Folders from the outermost to the innermost, floor by floor, and the arrows between them.
 *
 * @typedef {object} Layout
 * @property {string} title
 * @property {readonly (readonly string[])[]} floors
 * @property {Arrow[]} arrows
 */

/** Folders of the project, floor by floor. An import leads to a lower floor: never up, and never along. */
const projectFloors = [
  ['worker.ts', 'src/programs', 'tools/rehearsal', 'tools/topology'],
  ['src/operations'],
  ['src/installation'],
  ['src/api', 'src/console', 'src/codec', 'src/jobs', 'src/upgrades'],
  ['src/http', 'src/log'],
  ['src/casework'],
  ['workflows', 'src/temporal'],
  ['activities', 'src/profile', 'src/config'],
  ['src/mail', 'src/records', 'src/security'],
  ['src/procedure', 'src/processes'],
];

const pages = 'pages/';

/**
 * Returns the floors of the console: the files that put it together, its pages, and what they share.
 *
 * @param {readonly string[]} everyPage
 */
const consoleFloors = (everyPage) => [
  ['console.ts, routes.ts'],
  everyPage,
  ['case-frame', 'errors'],
  ['forms', 'layout'],
  ['wording', 'http'],
];

/**
 * Returns the folder of the project in which a file lies.
 *
 * @param {string} file
 */
function projectFolder(file) {
  const [top = '', next = ''] = file.split('/');
  return top === 'src' || top === 'tools' ? `${top}/${next}` : top;
}

/**
 * Returns the folder of the console in which a file lies, or nothing for a file of another part.
 *
 * @param {string} file
 */
function consoleFolder(file) {
  const [src, part, folder = '', page = '', ...deeper] = file.split('/');
  if (src !== 'src' || part !== 'console') return undefined;
  if (page === '') return 'console.ts, routes.ts';
  return folder === 'pages' && deeper.length > 0 ? `${pages}${page}` : folder;
}

/**
 * Adds up the imports between folders.
 *
 * @param {readonly Import[]} imports
 * @param {(file: string) => string | undefined} folderOf
 * @returns {Arrow[]}
 */
function arrowsBetween(imports, folderOf) {
  /** @type {Map<string, Arrow>} */
  const arrows = new Map();
  for (const one of imports) {
    const [from, to] = [folderOf(one.from), folderOf(one.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const arrow = arrows.get(`${from} ${to}`) ?? { from, to, imports: 0, typesOnly: true };
    const typesOnly = arrow.typesOnly && one.typesOnly;
    arrows.set(`${from} ${to}`, { ...arrow, imports: arrow.imports + 1, typesOnly });
  }
  return [...arrows.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

/**
 * Returns the layout of the whole project.
 *
 * @param {readonly Import[]} imports
 * @returns {Layout}
 */
export const projectLayout = (imports) => ({
  title: 'The project',
  floors: projectFloors,
  arrows: arrowsBetween(imports, projectFolder),
});

/**
 * Returns the layout of the console, with each of its pages.
 *
 * @param {readonly Import[]} imports
 * @returns {Layout}
 */
export function consoleLayout(imports) {
  const folders = imports.flatMap(({ from, to }) => [consoleFolder(from), consoleFolder(to)]);
  const everyPage = [...new Set(folders.filter((folder) => folder?.startsWith(pages)))].sort();
  return {
    title: 'The console',
    floors: consoleFloors(everyPage.flatMap((page) => page ?? [])),
    arrows: arrowsBetween(imports, consoleFolder),
  };
}

/**
 * Returns the layout of the console with all of its pages as one.
 *
 * @param {readonly Import[]} imports
 * @returns {Layout}
 */
export function consoleLayoutInShort(imports) {
  const count = consoleLayout(imports).floors[1]?.length ?? 0;
  const asOne = `pages (${count})`;
  /** @param {string} file */
  const folderOf = (file) => {
    const folder = consoleFolder(file);
    return folder?.startsWith(pages) ? asOne : folder;
  };
  return { title: 'The console', floors: consoleFloors([asOne]), arrows: arrowsBetween(imports, folderOf) };
}

/**
 * Lists the arrows that lead up, or along a floor, and folders that have no floor.
 *
 * @param {Layout} layout
 * @returns {string[]}
 */
export function wrongArrows({ floors, arrows }) {
  /** @param {string} folder */
  const floorOf = (folder) => floors.findIndex((floor) => floor.includes(folder));
  return arrows.flatMap(({ from, to, imports }) => {
    const homeless = [from, to].filter((folder) => floorOf(folder) === -1);
    if (homeless.length > 0)
      return homeless.map((folder) => `${folder} has no floor in scripts/architecture/layout.mjs`);
    return floorOf(to) > floorOf(from) ? [] : [`${from} imports ${to} (${imports})`];
  });
}

/**
 * Leaves out each arrow between two folders that other arrows join already, by way of a third.
 *
 * @param {readonly Arrow[]} arrows
 * @returns {Arrow[]}
 */
export function withoutDetours(arrows) {
  /** @type {(from: string, to: string) => boolean} */
  const leads = (from, to) => arrows.some((arrow) => arrow.from === from && (arrow.to === to || leads(arrow.to, to)));
  return arrows.filter(
    ({ from, to }) => !arrows.some((arrow) => arrow.from === from && arrow.to !== to && leads(arrow.to, to)),
  );
}
