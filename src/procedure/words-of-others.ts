import type { CaseFile } from './case/case-file';
import type { Call } from './decision';
import { isWordsReference } from './forms';
import { openingFieldOf } from './case/opening-entry';
import { refusal, type Refusal } from './refusals';
import type { WordsReference } from './time/time';

/* A decision brings words of its own. Whoever reaches Temporal may name words of another entry, to read them in theirs. */

/** Lists every reference to words in a value, names of fields too, which a refusal repeats. */
function referencesIn(value: unknown): readonly WordsReference[] {
  if (isWordsReference(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(isWordsReference(name) ? [name] : []),
    ...referencesIn(one),
  ]);
}

/**
 * Says why a call may not name the words that it names; nothing where it may. The application gives each call references
 * that no case carries yet; a text of the notification form as it came is never named by a call.
 */
export function whyNotItsWords(file: CaseFile, { form, reasonForPassing, onBehalf }: Call): Refusal | undefined {
  const named = referencesIn([form, reasonForPassing, onBehalf]);
  if (named.length === 0) return undefined;
  const { notification, facts, superseded, openingCorrections } = file;
  const carried = new Set(referencesIn([notification, facts, superseded, openingCorrections]));
  return named.some((one) => carried.has(one) || openingFieldOf(one) !== undefined)
    ? refusal('invalid', 'It refers to words that are kept for another entry. Write the text itself.')
    : undefined;
}
