import { spelledOut } from '../../../casework/reading';
import { wordsIn, withWords } from '../../../casework/free-text';
import { parseIsoDate, sayDate } from '../../../procedure/time/dates';
import { takesIn, type Sight } from '../../../procedure/permissions';
import type { CaseFile } from '../../../procedure/case/case-file';
import type { CaseContent } from '../../../records/content';
import type { Dependencies } from '../../http/dependencies';

/** Where a model is to show words that are not kept. */
const lost = 'What was written here is not on the record.';

/** A date of birth is kept as a date, and read in words. */
function sayKept(text: string): string {
  const date = parseIsoDate(text);
  return date === undefined ? text : sayDate(date);
}

/** The model with the words that it refers to; for those who see no words it must have none to begin with. */
export async function withItsWords<T>(
  { records }: Pick<Dependencies, 'records'>,
  { reference }: Pick<CaseFile, 'reference'>,
  sight: Sight,
  model: T,
): Promise<T> {
  const spelled = takesIn(sight, 'words') ? await spelledOut({ records }, reference, model, sayKept) : model;
  const left = wordsIn(spelled);
  // The same model but for texts in place of references to them, which are texts too.
  return left.length === 0 ? spelled : (withWords(spelled, new Map(left.map((id) => [id, lost]))) as T);
}

/** Names and what happened, for those who see them. */
export const namesFor = async (
  { records }: Pick<Dependencies, 'records'>,
  { reference }: Pick<CaseFile, 'reference'>,
  sight: Sight,
): Promise<CaseContent | undefined> => (takesIn(sight, 'names') ? records.content.contentOf(reference) : undefined);

/** What somebody wrote, for those who see words. */
export const writtenFor =
  (sight: Sight) =>
  (text: string | undefined): string | undefined =>
    takesIn(sight, 'words') ? text : undefined;
