import { randomUUID } from 'node:crypto';
import { isWithin, lineForm, mostLines } from '../../procedure/asking/lines';
import type { FieldProblem } from '../../procedure/refusals';
import { londonDate } from '../../procedure/time/dates';
import type { PersonId } from '../../procedure/time/time';
import type { SavedLine } from '../../records/answer-lines';
import type { CaseOnRecord } from '../../records/cases';
import { parseForm } from '../forms';
import type { Office } from '../office';
import { caseNow } from '../reading';
import type { RequestRead } from './request-read';

type LinesOffice = Pick<Office, 'records' | 'now'>;

/** The answer that lines are typed for. */
export interface AnswerBegun {
  readonly known: CaseOnRecord;
  readonly request: RequestRead;
  readonly person: PersonId;
}

/** Lists the lines of an answer as they stand. Throws `RecordsUnavailable`. */
export const linesOf = (
  { records }: Pick<Office, 'records'>,
  { known, request }: Pick<AnswerBegun, 'known' | 'request'>,
): Promise<readonly SavedLine[]> =>
  records.answerLines.list({ reference: known.file.reference, contribution: request.id });

/** The result of saving a line: what is wrong with it, by field. */
export type LineSaved =
  | { readonly kind: 'saved'; readonly line: string }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

/** A line as it was typed. */
interface LineTyped {
  readonly form: unknown;
  /** The line that is changed; absent for a new one. */
  readonly line?: string;
  /** The name that a new line is given: saved twice under one name, it is one line. */
  readonly numbered?: string;
}

/** Saves a line, or the change of one that is named. What is saved is kept, though nothing is sent yet. Throws `RecordsUnavailable`. */
export async function saveLine(
  { records, now }: LinesOffice,
  { known, request, person }: AnswerBegun,
  { form, line, numbered = randomUUID() }: LineTyped,
): Promise<LineSaved> {
  const at = caseNow(now(), known);
  const read = parseForm(lineForm(), form, { today: londonDate(at) });
  if (read.kind === 'refused') return { kind: 'wrong', problems: read.refusal.fields ?? [] };
  const { happened, about } = read.form;
  const asked = request.people.map(({ ref }) => ref);
  const saved = await linesOf({ records }, { known, request });
  const problems: readonly FieldProblem[] = [
    ...(isWithin(happened, request.period)
      ? []
      : [{ field: 'happened', sentence: 'The date must be within the period of the request' }]),
    ...(about.every((ref) => asked.includes(ref))
      ? []
      : [{ field: 'about', sentence: 'Choose among the people that the request is about' }]),
    ...(line === undefined && saved.length >= mostLines
      ? [{ field: 'what', sentence: `An answer can have ${mostLines} entries. Send the rest as a document` }]
      : []),
    ...(line === undefined || saved.some((one) => one.line === line)
      ? []
      : [{ field: 'what', sentence: 'This entry has been removed. Add another' }]),
  ];
  if (problems.length > 0) return { kind: 'wrong', problems };
  const { reference } = known.file;
  const saving = { line: line ?? numbered, ...read.form };
  await records.answerLines.save({ reference, contribution: request.id, line: saving, person, at });
  return { kind: 'saved', line: saving.line };
}

/** Removes a line. Nothing happens where it was removed before. Throws `RecordsUnavailable`. */
export async function removeLine(
  { records, now }: LinesOffice,
  { known, request, person }: AnswerBegun,
  line: string,
): Promise<void> {
  const found = (await linesOf({ records }, { known, request })).find((one) => one.line === line);
  if (found === undefined) return;
  const { person: _by, at: _at, ...removed } = found;
  const { reference } = known.file;
  const at = caseNow(now(), known);
  await records.answerLines.remove({ reference, contribution: request.id, line: removed, person, at });
}
