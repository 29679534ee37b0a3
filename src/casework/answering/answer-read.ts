import { requestWith } from '../../procedure/asking/links';
import { factsOf } from '../../procedure/case/facts';
import type { Fact, Forms } from '../../procedure/case/case-file';
import type { SavedLine } from '../../records/answer-lines';
import type { Office } from '../office';
import { spelledOut } from '../reading';
import type { AnswerBegun } from './lines';

/** The fields that every answer to a request has. */
type AnswerSaid = Pick<Forms['recordReturn'], 'answer' | 'stillToCome' | 'searched' | 'keptAt' | 'remarks'>;

/** An answer that was sent, in words, with the entries as they stood when it was sent. */
export interface AnswerSent extends Pick<Fact<AnswerSaid>, 'by' | 'on' | 'form'> {
  readonly lines: readonly SavedLine[];
}

/** Reads the last answer to a request; undefined while there is none. Throws `RecordsUnavailable`. */
export async function readAnswer(
  office: Pick<Office, 'records'>,
  { known: { file }, request }: Pick<AnswerBegun, 'known' | 'request'>,
): Promise<AnswerSent | undefined> {
  const seq = requestWith(file, request.id)?.last?.seq;
  const all: readonly Fact<AnswerSaid>[] = [
    ...factsOf(file, 'recordReturn'),
    ...factsOf(file, 'recordChronologyReturn'),
    ...factsOf(file, 'recordFurtherAnswer'),
  ];
  const sent = all.find((one) => one.seq === seq);
  if (sent === undefined) return undefined;
  const { answer, stillToCome, searched, keptAt, remarks } = sent.form;
  const { reference } = file;
  const [form, lines] = await Promise.all([
    spelledOut(office, reference, { answer, stillToCome, searched, keptAt, remarks }),
    answer === 'nil' ? [] : office.records.answerLines.list({ reference, contribution: request.id }, sent.recordedAt),
  ]);
  return { by: sent.by, on: sent.on, form, lines };
}
