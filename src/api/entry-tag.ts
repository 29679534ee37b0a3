import type { CaseFile } from '../procedure/case-file';
import { Problem } from './problems';

/** The entity tag of a case: the number of the last entry of its record. */
export const entryTag = ({ seq }: Pick<CaseFile, 'seq'>): Readonly<Record<string, string>> => ({ ETag: `"${seq}"` });

/**
 * Returns the number of the entry from which an order was made, by its `If-Match`: nothing where the header was not
 * sent or says that any will do. Throws a problem where it is no number of an entry.
 */
export function entryIn(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const entries = ifMatch.split(',').map((tag) => /^"([1-9]\d{0,8})"$/.exec(tag.trim())?.[1]);
  if (entries.every((entry) => entry !== undefined)) return Math.max(...entries.map(Number));
  throw new Problem(
    'malformed',
    'If-Match must be the ETag of the case as it was read: the number of its last entry in quotes, such as "12".',
    { nothingBegun: true },
  );
}
