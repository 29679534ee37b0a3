import { spelledOut } from '../../../casework/reading';
import { wordsIn, withWords } from '../../../casework/free-text';
import { parseIsoDate, sayDate } from '../../../procedure/time/dates';
import { takesIn, type Sight } from '../../../procedure/permissions';
import type { CaseFile } from '../../../procedure/case/case-file';
import type { ConsoleDependencies } from '../../http/dependencies';

/** Text to show in place of words that are no longer kept. */
const lost = 'What was written here is not on the record.';

/** A date of birth is kept as a date, and read in words. */
function sayKept(text: string): string {
  const date = parseIsoDate(text);
  return date === undefined ? text : sayDate(date);
}

/**
 * Returns the model with texts in place of references to them. For those who see no words, the model must have no
 * references.
 */
export async function withItsWords<T>(
  { records }: Pick<ConsoleDependencies, 'records'>,
  { reference }: Pick<CaseFile, 'reference'>,
  sight: Sight,
  model: T,
): Promise<T> {
  const spelled = takesIn(sight, 'words') ? await spelledOut({ records }, reference, model, sayKept) : model;
  const left = wordsIn(spelled);
  // The same model but for texts in place of references to them, which are texts too.
  return left.length === 0 ? spelled : (withWords(spelled, new Map(left.map((id) => [id, lost]))) as T);
}

/** Returns a function that shows a written text where it is read, and undefined where not. */
export const writtenIf =
  (isRead: boolean) =>
  (text: string | undefined): string | undefined =>
    isRead ? text : undefined;
