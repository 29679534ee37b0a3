import { glossary } from '../../src/procedure/glossary';

/* Words that the glossary says not to use, looked for in texts. */

/** A word that is not to be used, where a text uses it, and the word to use instead. */
export interface Misused {
  readonly found: string;
  readonly instead: string;
}

/** Letters and digits that make a longer word of one that they touch; a hyphen does so too. */
const touching = String.raw`[\p{L}\p{N}]`;

/** Finds any of some phrases as words of their own, whichever apostrophe and whatever blanks they are written with. */
const anyOf = (phrases: readonly string[]): RegExp => {
  const written = [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/['’]/g, "['’]")
        .replaceAll(' ', String.raw`\s+`),
    );
  return new RegExp(`(?<!${touching}|${touching}-)(?:${written.join('|')})(?!${touching}|-${touching})`, 'giu');
};

/** A phrase as it is looked up, however a text writes it. */
const lookedUp = (phrase: string): string => phrase.replaceAll('’', "'").replaceAll(/\s+/g, ' ').toLowerCase();

const rightNames = anyOf(glossary.flatMap(({ word, also = [] }) => [word, ...also]));
const insteadOf: ReadonlyMap<string, string> = new Map(
  glossary.flatMap(({ word, notToUse = [] }) => notToUse.map((phrase) => [lookedUp(phrase), word] as const)),
);
const wrongNames = anyOf([...insteadOf.keys()]);

/**
 * Lists the words in a text that are not to be used. A wrong name within a longer right name is right: "learning event"
 * is wrong, and "Practitioner Learning Event" is not.
 */
export function misusedIn(text: string): readonly Misused[] {
  const found = [...text.matchAll(wrongNames)];
  if (found.length === 0) return [];
  const right = [...text.matchAll(rightNames)];
  return found
    .filter(({ index: from, 0: wrong }) =>
      right.every(
        ({ index, 0: name }) =>
          name.length <= wrong.length || from < index || from + wrong.length > index + name.length,
      ),
    )
    .map(({ 0: wrong }) => ({ found: wrong, instead: insteadOf.get(lookedUp(wrong)) ?? wrong }));
}
