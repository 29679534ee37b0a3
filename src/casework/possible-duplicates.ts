import type { CaseFile } from '../procedure/case/case-file';
import { factsOf } from '../procedure/case/facts';
import type { CaseReference } from '../procedure/time/time';
import type { AlikeQuestion } from '../records/content';
import type { Office } from './office';

/** Days within which two notifications may be about the same child. */
const alikeWithinDays = 30;

type RecordsOnly = Pick<Office, 'records'>;

/**
 * Finds forms that look like the same child, by reference. A form whose sending broke off is not a case yet, and may
 * never be.
 */
export const formsAlike = (
  { records }: RecordsOnly,
  question: Omit<AlikeQuestion, 'withinDays'>,
): Promise<readonly CaseReference[]> => records.content.findAlike({ ...question, withinDays: alikeWithinDays });

/**
 * Lists recorded cases that look like the same child: those named at the opening and later ones, except those found to
 * be about another child.
 */
export async function looksLike({ records }: RecordsOnly, file: CaseFile): Promise<readonly string[]> {
  const { reference, practice, notification } = file;
  const { receivedOn, looksLike: told } = notification;
  const found = await records.content.casesLike({ reference, receivedOn, practice, withinDays: alikeWithinDays });
  const dismissed = factsOf(file, 'dismissLookAlike').map((one) => one.form.other);
  return [...new Set<string>([...told, ...found])].filter((one) => !dismissed.includes(one)).sort();
}
