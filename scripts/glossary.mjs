import { compiled } from './compiled.mjs';
import { laidOut, writeOrPrint } from './kept-document.mjs';
import { isStarted, run } from './project.mjs';
import { ensureBuilt, ensureDependencies } from './setup.mjs';

/** @import { GlossaryGroup, GlossaryWord } from '../src/procedure/glossary.js' */

/* Writes docs/glossary.md from the code: the words are those of src/procedure/glossary. */

/**
 * A word with its other names, what it means, and what not to call it.
 *
 * @param {GlossaryWord} one
 */
function wordSaid({ word, also = [], meaning, notToUse = [] }) {
  const head = also.length === 0 ? `**${word}**` : `**${word}** (${also.join(', ')})`;
  const not = notToUse.length === 0 ? '' : ` _Not: ${notToUse.join(', ')}._`;
  return `- ${head}: ${meaning}${not}`;
}

/**
 * The page, whole.
 *
 * @param {readonly GlossaryGroup[]} groups
 */
const write = (groups) =>
  [
    '# Words we use',
    'Written from the code by `npm run glossary`. One name for one thing: pages, emails and guides use these words and no others for the same thing. In code, records and the API some things have older names, which never change.',
    ...groups.flatMap(({ title, words }) => [`## ${title}`, words.map(wordSaid).join('\n')]),
    '',
  ].join('\n\n');

if (isStarted(import.meta.url)) {
  await run(async () => {
    await ensureDependencies();
    await ensureBuilt();
    const { glossaryGroups } = compiled('src/procedure/glossary.js');
    writeOrPrint('glossary.md', await laidOut('glossary.md', write(glossaryGroups)));
  });
}
