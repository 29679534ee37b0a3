import { Graph, layout } from '@dagrejs/dagre';
import { escaped, ink, rounded, text } from '../svg.mjs';
import { withoutDetours } from './layout.mjs';

/** @import { EdgeLabel, GraphLabel, NodeLabel, Point } from '@dagrejs/dagre' */
/** @import { Arrow, Layout } from './layout.mjs' */

/**
 * A part of the picture, drawn from its own top left corner.
 *
 * @typedef {object} Part
 * @property {number} width
 * @property {number} height
 * @property {string} svg
 */

const line = '#52616c';
const blue = '#e8f1fa';

/** Width of a letter in the name of a box. */
const letter = 8.2;
const boxHeight = 38;

/**
 * Draws folders as boxes, with the arrows that no other arrows explain, and how many imports each of them is.
 *
 * @param {Layout} layout
 * @returns {Part}
 */
export function drawBoxes({ floors, arrows }) {
  const [folders, drawn] = [floors.flat(), withoutDetours(arrows)];
  const graph = new Graph();
  graph.setGraph({ rankdir: 'TB', nodesep: 30, edgesep: 26, ranksep: 40, marginx: 4, marginy: 4 });
  for (const folder of folders) graph.setNode(folder, { width: folder.length * letter + 26, height: boxHeight });
  for (const { from, to } of drawn) graph.setEdge(from, to, { width: 26, height: 15, labelpos: 'c' });
  layout(graph);
  /** @type {GraphLabel} */
  const { width = 0, height = 0 } = graph.graph();
  const svg = [
    ...drawn.map((arrow) => drawArrow(arrow, graph.edge(arrow.from, arrow.to))),
    ...folders.map((folder) => drawBox(folder, graph.node(folder))),
  ];
  return { width, height, svg: svg.join('\n') };
}

/**
 * @param {string} folder
 * @param {NodeLabel} place
 */
function drawBox(folder, { x = 0, y = 0, width, height }) {
  const box = `<rect x="${rounded(x - width / 2)}" y="${rounded(y - height / 2)}" width="${rounded(width)}" height="${rounded(height)}" rx="7" fill="${blue}" stroke="${ink}" stroke-width="1.3"/>`;
  return box + text(folder, { x, y: y + 5, size: 14, weight: 700, anchor: 'middle' });
}

/**
 * @param {Arrow} arrow
 * @param {EdgeLabel} place
 */
function drawArrow({ imports, typesOnly }, { points = [], x = 0, y = 0 }) {
  const dashes = typesOnly ? ' stroke-dasharray="5 4"' : '';
  const path = `<path d="${curve(points)}" fill="none" stroke="${line}" stroke-width="1.5" marker-end="url(#head)"${dashes}/>`;
  const behind = `<rect x="${rounded(x - 13)}" y="${rounded(y - 8)}" width="26" height="16" fill="#ffffff"/>`;
  return path + behind + text(String(imports), { x, y: y + 4.5, size: 12, anchor: 'middle', colour: line });
}

/**
 * Rounds the corners of a line: each bend is the middle of a curve from the middle of one piece to that of the next.
 *
 * @param {readonly Point[]} points
 */
function curve(points) {
  /** @param {Point} point */
  const at = ({ x, y }) => `${rounded(x)},${rounded(y)}`;
  const [first, ...bends] = points;
  const last = bends.pop();
  if (first === undefined || last === undefined) return '';
  const curves = bends.map((bend, n) => {
    const next = bends[n + 1];
    return `Q${at(bend)} ${at(next === undefined ? last : { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 })}`;
  });
  return [`M${at(first)}`, ...(curves.length === 0 ? [`L${at(last)}`] : curves)].join(' ');
}

const cell = { width: 34, height: 24 };

/**
 * Draws a table of all imports: a row for each folder that imports, a column for each that is imported, both from the
 * outermost to the innermost. Grey is where an import would lead up, or along a floor.
 *
 * @param {Layout} layout
 * @returns {Part}
 */
export function drawTable({ floors, arrows }) {
  const folders = floors.flat();
  const names = Math.max(...folders.map((folder) => folder.length)) * 7.2 + 12;
  const rows = folders.map((folder, row) => {
    const y = names + row * cell.height;
    const above = floors.slice(0, floors.findIndex((floor) => floor.includes(folder)) + 1).flat().length;
    const grey = `<rect x="${rounded(names)}" y="${rounded(y)}" width="${above * cell.width}" height="${cell.height - 1}" fill="#eeeeee"/>`;
    return text(folder, { x: names - 8, y: y + cell.height / 2 + 4, anchor: 'end' }) + grey;
  });
  const columns = folders.map((folder, column) =>
    text(folder, { x: names + (column + 0.5) * cell.width + 4, y: names - 8, turned: true }),
  );
  const cells = arrows.map((arrow) => {
    const [row, column] = [folders.indexOf(arrow.from), folders.indexOf(arrow.to)];
    return drawCell(arrow, { x: names + column * cell.width, y: names + row * cell.height });
  });
  return {
    width: names + folders.length * cell.width,
    height: names + folders.length * cell.height,
    svg: [...rows, ...columns, ...cells].join('\n'),
  };
}

/**
 * Draws how often one folder imports another, with what `tests/docs/architecture.test.ts` reads.
 *
 * @param {Arrow} arrow
 * @param {Point} place
 */
function drawCell({ from, to, imports, typesOnly }, { x, y }) {
  const said = text(String(imports), {
    x: x + cell.width / 2,
    y: y + cell.height / 2 + 4,
    anchor: 'middle',
    colour: typesOnly ? line : ink,
    weight: typesOnly ? 400 : 700,
  });
  const box = `<rect x="${rounded(x)}" y="${rounded(y)}" width="${cell.width - 1}" height="${cell.height - 1}" fill="${blue}"/>`;
  return `<g data-from="${escaped(from)}" data-to="${escaped(to)}" data-imports="${imports}" data-of="${typesOnly ? 'types' : 'values'}">${box}${said}</g>`;
}
