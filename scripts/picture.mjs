import { compiled } from './compiled.mjs';
import { policyOfDocuments, writeOrPrint } from './kept-document.mjs';
import { isStarted, run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';
import { arrow, ink, lines, picture, text } from './svg.mjs';
import { loadTypeScript } from './typescript.mjs';

/*
 * Draws docs/procedure.svg from the code: the steps with their order, owners and windows are what the program itself
 * goes by. Only where each stands on the page is written down here.
 */

/** @import { Stage } from '../src/procedure/stages.js' */
/** @import { Anchor, Window } from '../src/procedure/policy.js' */
/** @import { StepId } from '../src/procedure/step-ids.js' */

/**
 * A column and a row of the page, or a point in pixels.
 *
 * @typedef {[number, number]} Pair
 */

/**
 * Columns and rows of the steps.
 *
 * @type {Record<StepId, Pair>}
 */
const places = {
  notification: [0, 0],
  'front-door': [1, 0],
  'decision-meeting': [1, 1],
  outcome: [2, 1],
  information: [0, 2],
  'rapid-review-meeting': [1, 2],
  determination: [2, 2],
  submission: [3, 2],
  'review-decision': [1, 3],
  'practice-learning-review': [0, 4],
  planning: [1, 4],
  'author-material': [2, 4],
  'learning-event': [1, 5],
  draft: [2, 5],
  'draft-to-sub-group': [1, 6],
  comments: [2, 6],
  amendments: [1, 7],
  'final-draft': [2, 7],
  'sign-off': [1, 8],
  'family-contact': [2, 8],
  'panel-reply': [3, 4],
  'panel-answer': [3, 6],
  response: [3, 8],
  'reasons-sent': [1, 9],
  'notice-of-intent': [2, 9],
  publication: [3, 9],
  actions: [0, 10],
};

/**
 * A stage as the page frames it: from which cell to which, and where the heading has room.
 *
 * @typedef {object} Frame
 * @property {Stage} stage
 * @property {Pair} from
 * @property {Pair} to
 * @property {Pair} heading
 * @property {string} colour
 * @property {'above' | 'inside' | 'none'} heads
 */

/** @type {Frame[]} */
const frames = [
  { stage: 'deciding', from: [0, 0], to: [2, 1], heading: [0, 0], colour: '#e8f1fa', heads: 'above' },
  { stage: 'rapid-review', from: [0, 2], to: [3, 2], heading: [2, 2], colour: '#e6f4ea', heads: 'above' },
  { stage: 'practice-learning-review', from: [0, 3], to: [0, 4], heading: [0, 3], colour: '#f6eefb', heads: 'inside' },
  { stage: 'review', from: [1, 3], to: [2, 8], heading: [2, 3], colour: '#fdf3e1', heads: 'inside' },
  { stage: 'panel', from: [3, 3], to: [3, 8], heading: [3, 3], colour: '#fbeaea', heads: 'inside' },
  { stage: 'publication', from: [1, 9], to: [3, 9], heading: [3, 9], colour: '#e4f3f3', heads: 'above' },
  { stage: 'actions', from: [0, 10], to: [3, 10], heading: [1, 10], colour: '#eeeeee', heads: 'none' },
];

/** @type {Partial<Record<Anchor, string>>} */
const anchorWords = {
  submission: 'the submission, or the answer to the Panel',
  'panel-reply': "the Panel's reply",
  'review-decision-reopened': 'it is put up again',
  'draft-shared': 'the draft is shared',
  'amendments-sent': 'the amendments are sent',
  'sign-off': "the Exec group's decision",
};

const box = { width: 268, height: 96 };
const columnGap = 40;
const margin = 36;
const top = 118;
const frame = { side: 14, above: 34, below: 14 };
/** Between rows of one frame, and between frames. */
const gaps = { inside: 40, between: 92 };

const rows = Math.max(...Object.values(places).map(([, row]) => row)) + 1;
const columns = 4;
/** @param {number} row */
const startsFrame = (row) => frames.some(({ from, to }) => from[1] === row && (to[0] > from[0] || row === 3));
/**
 * Returns the top of a row.
 *
 * @param {number} row
 * @returns {number}
 */
const rowTop = (row) =>
  row === 0 ? top : rowTop(row - 1) + box.height + (startsFrame(row) ? gaps.between : gaps.inside);
/** @param {number} column */
const left = (column) => margin + frame.side + column * (box.width + columnGap);
/** @param {number} column */
const middle = (column) => left(column) + box.width / 2;
const width = left(columns - 1) + box.width + frame.side + margin;
const height = rowTop(rows - 1) + box.height + frame.below + 44;

/**
 * Says when a step is to be done.
 *
 * @param {Window} window
 */
function sayWindow({ anchor, unit, from, by }) {
  if (anchor === 'set-by-decision') return 'its date is set by a decision';
  if (unit === 'working-day') return from === undefined ? `by day ${by}` : `day ${from} to day ${by}`;
  if (unit === 'months-after') return `by ${by} months after Day 1`;
  const length = unit === 'working-days-after' ? `${by} working days` : `${by} days`;
  return `${length} after ${anchorWords[anchor]}`;
}

/** Reads everything that the picture shows from the code and a profile. */
function read() {
  const { steps } = compiled('src/procedure/dates/steps.js');
  const { stepIds } = compiled('src/procedure/step-ids.js');
  const { stepNumber, stepTitle } = compiled('src/procedure/step-names.js');
  const { stageTitle } = compiled('src/procedure/stages.js');
  const policy = policyOfDocuments();
  // A local review that comes to be published goes through every step that each local review goes through.
  const { file: straight } = loadTypeScript('tests/support/a-case.ts').aCase().at('publication');
  return {
    partnership: policy.partnership.name,
    stageTitle,
    steps: stepIds.map((id) => ({
      id,
      number: stepNumber(id),
      title: stepTitle(id),
      owner: policy.roleTitles[steps[id].owner],
      window: sayWindow(policy.windows[id]),
      after: steps[id].after,
      always: steps[id].isRequired(straight),
    })),
  };
}

/**
 * The content of the picture: the partnership, the stages and the steps.
 *
 * @typedef {ReturnType<typeof read>} Said
 */

/** @typedef {Said['steps'][number]} DrawnStep */

/** @param {{ id: StepId }} step */
const isWide = ({ id }) => id === 'actions';

/** @param {DrawnStep} step */
function drawStep(step) {
  const [column, row] = places[step.id];
  const x = left(column);
  const y = rowTop(row);
  const wide = isWide(step);
  const width = wide ? left(columns - 1) + box.width - left(0) : box.width;
  const lineHeight = 17;
  const [longTitle, long] = wide ? [120, 120] : [31, 38];
  const title = lines(`${step.number === undefined ? '' : `${step.number}\u2002`}${step.title}`, longTitle);
  const all = [
    { words: title, style: { size: 14.5, weight: 700 } },
    { words: lines(step.owner, long), style: { size: 12.5, colour: '#44525e' } },
    { words: lines(step.window, long), style: { size: 12.5, weight: 700, colour: '#8a2b06' } },
  ].flatMap(({ words, style }) => words.map((line) => ({ line, style })));
  const first = y + (box.height - all.length * lineHeight) / 2 + 13;
  const said = all.map(({ line, style }, n) => text(line, { x: x + 14, y: first + n * lineHeight, ...style }));
  const dashes = step.always ? '' : ' stroke-dasharray="6 4"';
  return `<g><rect x="${x}" y="${y}" width="${width}" height="${box.height}" rx="8" fill="#ffffff" stroke="${ink}" stroke-width="1.4"${dashes}/>${said.join('')}</g>`;
}

/**
 * Draws the frame of a stage with its heading.
 *
 * @param {Frame} frame
 * @param {Said} said
 */
function drawFrame({ stage, from, to, heading, colour, heads }, { stageTitle }) {
  const above = heads === 'none' ? frame.side : frame.above;
  const x = left(from[0]) - frame.side;
  const y = rowTop(from[1]) - above;
  const right = left(to[0]) + box.width + frame.side;
  const bottom = rowTop(to[1]) + box.height + frame.below;
  const words =
    heads === 'none'
      ? []
      : heads === 'above'
        ? [text(stageTitle(stage), { x: left(heading[0]), y: y + 22, size: 14, weight: 700, colour: '#33424e' })]
        : lines(stageTitle(stage), heading[0] === 2 ? 34 : 15).map((line, n) =>
            text(line, { x: left(heading[0]), y: y + 24 + n * 18, size: 14, weight: 700, colour: '#33424e' }),
          );
  return `<g><rect x="${x}" y="${y}" width="${right - x}" height="${bottom - y}" rx="12" fill="${colour}"/>${words.join('')}</g>`;
}

/**
 * Says whether nothing stands in this column between two rows.
 *
 * @type {(column: number, above: number, below: number) => boolean}
 */
const isFree = (column, above, below) =>
  !Object.values(places).some(([c, row]) => c === column && row > above && row < below);

/**
 * Says whether the second cell stands directly to the right of the first.
 *
 * @type {(first: Pair, second: Pair) => boolean}
 */
const isNextTo = ([fromColumn, fromRow], [toColumn, toRow]) => fromRow === toRow && toColumn === fromColumn + 1;

/**
 * Draws an arrow around the boxes: down the gaps between rows, along the gaps between columns.
 *
 * @param {Pair} from
 * @param {Pair} to
 */
function drawArrow(from, to) {
  const [fromColumn, fromRow] = from;
  const [toColumn, toRow] = to;
  if (isNextTo(from, to)) {
    const y = rowTop(fromRow) + box.height / 2;
    return arrow([
      [left(fromColumn) + box.width, y],
      [left(toColumn), y],
    ]);
  }
  const startX = middle(fromColumn);
  const startY = rowTop(fromRow) + box.height;
  const endX = middle(toColumn);
  const endY = rowTop(toRow);
  // Higher up the further right it comes from, so that what joins a column does not run into what leaves it.
  /** @param {number} row */
  const over = (row) =>
    rowTop(row) - (startsFrame(row) ? gaps.between - frame.below - 20 : gaps.inside / 2) + (1 - fromColumn) * 7;
  if (fromColumn === toColumn && isFree(toColumn, fromRow, toRow))
    return arrow([
      [startX, startY],
      [endX, endY],
    ]);
  if (isFree(fromColumn, fromRow, toRow)) {
    return arrow([
      [startX, startY],
      [startX, over(toRow)],
      [endX, over(toRow)],
      [endX, endY],
    ]);
  }
  if (isFree(toColumn, fromRow, toRow)) {
    return arrow([
      [startX, startY],
      [startX, over(fromRow + 1)],
      [endX, over(fromRow + 1)],
      [endX, endY],
    ]);
  }
  // Past the boxes in its own column: on the right of them from another frame, on the left within its frame.
  const own = fromColumn === toColumn;
  const right = left(toColumn) + box.width;
  const crosses = Array.from({ length: toRow - fromRow }, (_, n) => fromRow + 1 + n).some(startsFrame);
  const beside = !own ? right + columnGap / 2 : crosses ? right + 7 : left(toColumn) - 7;
  const down = own ? startY + 12 : over(fromRow + 1);
  const up = own ? endY - 14 : over(toRow);
  return arrow([
    [startX, startY],
    [startX, down],
    [beside, down],
    [beside, up],
    [endX, up],
    [endX, endY],
  ]);
}

/** @param {DrawnStep[]} all */
function drawArrows(all) {
  const others = all.filter((step) => !isWide(step));
  const arrows = others.flatMap((step) => step.after.map((before) => drawArrow(places[before], places[step.id])));
  // The last step comes after all others: only those that nothing else comes after lead to it.
  const last = all
    .filter(isWide)
    .flatMap(({ id, after }) =>
      after
        .filter((before) => !others.some((step) => step.after.includes(before)))
        .map((before) => drawArrow(places[before], [places[before][0], places[id][1]])),
    );
  return [...arrows, ...last];
}

/**
 * Draws the picture.
 *
 * @param {Said} said
 */
function draw(said) {
  const legend = [
    'An arrow: may be done after. Under each title its owner,',
    'who is reminded first, and when it is due.',
    'Day 1 is the day of receipt, or the next working day;',
    'day N is working day N of the case.',
    'Dashed: only where a case calls for it. What does not',
    'proceed at step 4 goes straight to its actions.',
  ];
  const description = said.steps
    .map(
      ({ number, title, owner, window }) =>
        `${number === undefined ? '' : `Step ${number}, `}${title}: ${owner}, ${window}.`,
    )
    .join(' ');
  const parts = [
    text('A serious incident review, from notification to closure', { x: margin, y: 40, size: 24, weight: 700 }),
    text(`Windows and titles of ${said.partnership}`, { x: margin, y: 64, size: 14, colour: '#44525e' }),
    ...frames.map((one) => drawFrame(one, said)),
    ...legend.map((line, n) =>
      text(line, { x: left(3) - 20, y: rowTop(0) + 14 + n * 20, size: 12.5, colour: '#44525e' }),
    ),
    ...drawArrows(said.steps),
    ...said.steps.map(drawStep),
  ];
  const title = 'A serious incident review from notification to closure';
  return picture({ width, height, title, description, parts });
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    await ensureBuilt();
    writeOrPrint('procedure.svg', draw(read()));
  });
}
