import { dates } from './glossary/dates';
import { papers } from './glossary/papers';
import { people } from './glossary/people';
import { review } from './glossary/review';
import { system } from './glossary/system';
import type { GlossaryWord } from './glossary/word';

/*
 * The words of the field and of the product: one name for one thing. A page of the console and docs/glossary.md show
 * them, and a test looks for the words that are not to be used. Names in code, records and the API may differ; they are
 * never renamed.
 */

export type { GlossaryWord } from './glossary/word';

/** Words about one subject, in the order of the alphabet. */
export interface GlossaryGroup {
  readonly id: string;
  readonly title: string;
  readonly words: readonly GlossaryWord[];
}

/** Compares two texts as a reader looks them up: without regard to large letters. */
const byAlphabet = (a: GlossaryWord, b: GlossaryWord): number => a.word.localeCompare(b.word, 'en-GB');

/** Every word, by subject. */
export const glossaryGroups: readonly GlossaryGroup[] = [
  { id: 'people', title: 'People and bodies', words: people },
  { id: 'review', title: 'Steps, meetings and decisions', words: review },
  { id: 'papers', title: 'Forms, reports and papers', words: papers },
  { id: 'dates', title: 'Dates and reminders', words: dates },
  { id: 'system', title: 'The case and the system', words: system },
].map((group) => ({ ...group, words: [...group.words].sort(byAlphabet) }));

/** Every word, in the order of the alphabet. */
export const glossary: readonly GlossaryWord[] = glossaryGroups.flatMap(({ words }) => words).sort(byAlphabet);

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
