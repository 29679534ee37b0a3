import { writeOrPrint } from './kept-document.mjs';
import { Problem, isStarted, root, run } from './project.mjs';
import { ensureDependencies } from './setup.mjs';
import { picture, text } from './svg.mjs';

/** @import { Part } from './architecture/drawing.mjs' */
/** @import { Import } from './architecture/imports.mjs' */

/* Draws docs/architecture.svg: folders, and how many imports lead from one to another, as they stand in the code. */

const margin = 36;

/**
 * Draws a part of the picture beneath what is there already.
 *
 * @param {{ title: string, meaning: string, part: Part }} chapter
 * @param {number} y
 */
const drawChapter = ({ title, meaning, part }, y) =>
  [
    text(title, { x: margin, y: y + 16, size: 20, weight: 700 }),
    text(meaning, { x: margin, y: y + 40, size: 14, colour: '#44525e' }),
    `<g transform="translate(${margin} ${y + 64})">`,
    part.svg,
    '</g>',
  ].join('\n');

/**
 * Draws the picture, or refuses where an import leads up, along a floor, or from one page to another.
 *
 * @param {readonly Import[]} imports
 */
async function draw(imports) {
  const { consoleLayout, consoleLayoutInShort, projectLayout, wrongArrows } = await import('./architecture/layout.mjs');
  const { drawBoxes, drawTable } = await import('./architecture/drawing.mjs');
  const [project, pages] = [projectLayout(imports), consoleLayout(imports)];
  const wrong = [project, pages].flatMap(wrongArrows);
  if (wrong.length > 0) throw new Problem(`Imports lead down only, and never from page to page:\n${wrong.join('\n')}`);
  const chapters = [
    {
      title: 'The folders of the project',
      meaning:
        'An arrow: imports. Its number: how many. Dashed: types only. Left out where other arrows lead there too.',
      part: drawBoxes(project),
    },
    {
      title: 'Every import of the project, from the folder of the row to the folder of the column',
      meaning: 'Grey: would lead up, or along a floor. There are none. Not bold: types only.',
      part: drawTable(project),
    },
    {
      title: 'The folders of the console',
      meaning: 'All its pages are one box.',
      part: drawBoxes(consoleLayoutInShort(imports)),
    },
    {
      title: 'Every import of the console, with each page',
      meaning: 'From page to page there are none.',
      part: drawTable(pages),
    },
  ];
  const tops = chapters.map((_, at) => chapters.slice(0, at).reduce((y, { part }) => y + part.height + 116, margin));
  return picture({
    width: Math.ceil(Math.max(...chapters.map(({ part }) => part.width)) + 2 * margin),
    height: Math.ceil(chapters.reduce((y, { part }) => y + part.height + 116, 0)),
    title: 'The folders of the code and what each imports',
    description: project.arrows.map(({ from, to, imports }) => `${from} imports ${to} ${imports} times.`).join(' '),
    parts: chapters.map((chapter, at) => drawChapter(chapter, tops[at] ?? margin)),
  });
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    const { readImports } = await import('./architecture/imports.mjs');
    writeOrPrint('architecture.svg', await draw(readImports(root)));
  });
}
