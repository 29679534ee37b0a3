import { changesOf, type Kept } from '../casework/partnership-since';
import type { CaseFile } from '../procedure/case/case-file';
import type { ApiDependencies } from './dependencies';
import { Problem } from './problems';

/** The entity tag of a case: the number of the last entry of its record. */
export const entryTag = ({ seq }: Pick<CaseFile, 'seq'>): Readonly<Record<string, string>> => ({ ETag: `"${seq}"` });

/** The entity tag of the calendar, or of the people: how often they were changed beside the profile. */
export const tagOf = async (
  kept: Kept,
  dependencies: Pick<ApiDependencies, 'records'>,
): Promise<Readonly<Record<string, string>>> => ({ ETag: `"${(await changesOf(kept, dependencies)).length}"` });

/**
 * Returns the number of the entry from which an order was made, by its `If-Match`: nothing where the header was not
 * sent or says that any will do. Throws a problem where it is no number of an entry.
 */
export const entryIn = (ifMatch: string | undefined): number | undefined =>
  numberIn(ifMatch, {
    tag: /^"([1-9]\d{0,8})"$/,
    sentence:
      'If-Match must be the ETag of the case as it was read: the number of its last entry in quotes, such as "12".',
  });

/** Returns after how many changes of the calendar, or of the people, an order was made; otherwise as `entryIn`. */
export const changesIn = (ifMatch: string | undefined): number | undefined =>
  numberIn(ifMatch, {
    tag: /^"(0|[1-9]\d{0,8})"$/,
    sentence: 'If-Match must be the ETag with which it was read: the number of changes so far in quotes, such as "12".',
  });

function numberIn(
  ifMatch: string | undefined,
  { tag, sentence }: { readonly tag: RegExp; readonly sentence: string },
): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const numbers = ifMatch.split(',').map((one) => tag.exec(one.trim())?.[1]);
  if (numbers.every((one) => one !== undefined)) return Math.max(...numbers.map(Number));
  throw new Problem('malformed', sentence, { nothingBegun: true });
}
