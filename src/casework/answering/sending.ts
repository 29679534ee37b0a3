import type { DecisionName } from '../../procedure/case/case-file';
import { decide, type Decided } from '../deciding';
import type { Office } from '../office';
import { linesOf, type AnswerBegun } from './lines';

/** An answer, as somebody sends it from the page of a request. */
export interface AnswerToSend {
  /** The idempotency key: pressing twice sends once. */
  readonly key: string;
  readonly answer: 'returned' | 'partly' | 'nil';
  readonly stillToCome?: string | undefined;
  readonly searched?: string | undefined;
  readonly remarks?: string | undefined;
  readonly keptAt?: string | undefined;
}

/** The decision that records the answer to a kind of request, with the field that says which request it is. */
export function decisionFor({ request }: Pick<AnswerBegun, 'request'>): {
  readonly name: DecisionName;
  readonly which: object;
} {
  switch (request.kind) {
    case 'chronology':
      return { name: 'recordChronologyReturn', which: { agency: request.agency } };
    case 'further':
      return { name: 'recordFurtherAnswer', which: { contribution: request.id } };
    case 'return':
      return { name: 'recordReturn', which: { agency: request.agency } };
  }
}

const sayLines = (count: number): string => (count === 1 ? '1 entry typed here' : `${count} entries typed here`);

/**
 * Sends an answer: the decision that records it, taken by whoever sends it. The lines are read as they stood at that
 * moment. Throws `RecordsUnavailable` and `CasesUnavailable`; the same key may be sent again.
 */
export async function sendAnswer(
  office: Office,
  answering: AnswerBegun,
  { key, keptAt, ...said }: AnswerToSend,
): Promise<Decided> {
  const { name, which } = decisionFor(answering);
  const lines = said.answer === 'nil' ? [] : await linesOf(office, answering);
  const kept = [...(lines.length === 0 ? [] : [sayLines(lines.length)]), ...(keptAt === undefined ? [] : [keptAt])];
  const form = { ...which, ...said, ...(kept.length === 0 ? {} : { keptAt: kept.join('. ') }) };
  const { file } = answering.known;
  return decide(office, { reference: file.reference, name, form, actor: { id: answering.person }, key });
}
