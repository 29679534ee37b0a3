import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem, isStarted, root, run, say } from './project.mjs';
import { ensureDependencies } from './setup.mjs';

/** @import { Part } from './architecture/drawing.mjs' */
/** @import { Import } from './architecture/imports.mjs' */

/* Draws docs/architecture.svg: folders, and how many imports lead from one to another, as they stand in the code. */

const margin = 36;

/**
 * Draws the picture, or refuses where an import leads up, along a floor, or from one page to another.
 *
 * @param {readonly Import[]} imports
 */
async function draw(imports) {
  const { consoleLayout, consoleLayoutInShort, projectLayout, wrongArrows } = await import('./architecture/layout.mjs');
  const { drawBoxes, drawTable, text } = await import('./architecture/drawing.mjs');
  const [project, pages] = [projectLayout(imports), consoleLayout(imports)];
  const wrong = [project, pages].flatMap(wrongArrows);
  if (wrong.length > 0) throw new Problem(`Imports lead down only, and never from page to page:\n${wrong.join('\n')}`);
  /** @type {[string, string, Part][]} */
  const parts = [
    [
      'The folders of the project',
      'An arrow: imports. Its number: how many imports. Dashed: types only. Left out where other arrows lead there too.',
      drawBoxes(project),
    ],
    [
      'Every import of the project, from the folder of the row to the folder of the column',
      'Grey: would lead up, or along a floor. There are none. Not bold: types only.',
      drawTable(project),
    ],
    ['The folders of the console', 'All its pages are one box.', drawBoxes(consoleLayoutInShort(imports))],
    ['Every import of the console, with each page', 'From page to page there are none.', drawTable(pages)],
  ];
  let y = margin;
  const drawn = parts.map(([title, meaning, { height, svg }]) => {
    const at = y;
    y += height + 116;
    return [
      text(title, { x: margin, y: at + 16, size: 20, weight: 700 }),
      text(meaning, { x: margin, y: at + 40, size: 14, colour: '#44525e' }),
      `<g transform="translate(${margin} ${at + 64})">`,
      svg,
      '</g>',
    ].join('\n');
  });
  const width = Math.ceil(Math.max(...parts.map(([, , part]) => part.width)) + 2 * margin);
  const height = Math.ceil(y - margin);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="Arial, Helvetica, sans-serif" lang="en-GB">`,
    `<title id="title">The folders of the code and what each imports</title>`,
    `<desc id="desc">${project.arrows.map(({ from, to, imports }) => `${from} imports ${to} ${imports} times.`).join(' ')}</desc>`,
    `<defs><marker id="head" viewBox="0 0 10 10" refX="9.5" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0.5 L10,5 L0,9.5 z" fill="#52616c"/></marker></defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    const { readImports } = await import('./architecture/imports.mjs');
    const svg = await draw(readImports(root));
    if (process.argv.includes('--print')) process.stdout.write(svg);
    else {
      writeFileSync(path.join(root, 'docs', 'architecture.svg'), svg);
      say('Drew docs/architecture.svg.');
    }
  });
}
