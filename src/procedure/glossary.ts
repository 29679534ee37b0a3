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
