import type { CaseFile, Fact } from './case-file';
import { factsOf } from './facts';

/*
 * How far a request is answered: nothing yet, in part, in full, sent back with a question, accepted, or gone on without.
 * Source: DESIGN, "Asking and answering".
 */

/** The standing of an answer. `in-part` and `sent-back` are still owed. */
type AnswerState = 'not-yet' | 'in-part' | 'sent-back' | 'answered' | 'accepted' | 'without';

/** How far a request is answered, with the last entry of the record that says so. */
export interface AnswerSoFar {
  readonly state: AnswerState;
  /** The last answer, of those that stand. */
  readonly last?: Fact<unknown>;
  /** The last question with which an answer was sent back. */
  readonly question?: Fact<{ readonly contribution: string }>;
}

/** An answer as decisions record it. Without a word for how full it is, an answer is in full. */
interface AnswerForm {
  readonly answer?: 'returned' | 'partly' | 'nil' | undefined;
}

/** The entries of one request. */
interface EntriesOfRequest {
  readonly answers: readonly Fact<AnswerForm>[];
  /** Decisions to continue without the answer. */
  readonly without: readonly Fact<unknown>[];
  /** True once every answer was worked into one paper: each is accepted with that. */
  readonly collated?: boolean;
}

const lastOf = <T extends { readonly seq: number }>(entries: readonly T[]): T | undefined =>
  entries.reduce<T | undefined>((last, one) => (last === undefined || one.seq > last.seq ? one : last), undefined);

/** Works out how far a request is answered. The later entry counts: a late answer replaces going on without one. */
export function answered(
  file: CaseFile,
  contribution: string,
  { answers, without, collated = false }: EntriesOfRequest,
): AnswerSoFar {
  const about = ({ form }: Fact<{ readonly contribution: string }>): boolean => form.contribution === contribution;
  const last = lastOf(answers);
  const question = lastOf(factsOf(file, 'sendAnswerBack').filter(about));
  const accepted = lastOf(factsOf(file, 'acceptAnswer').filter(about));
  const kept = { ...(last === undefined ? {} : { last }), ...(question === undefined ? {} : { question }) };
  return { ...kept, state: stateOf({ last, question, accepted, passedOver: lastOf(without), collated }) };
}

interface LastEntries {
  readonly last: Fact<AnswerForm> | undefined;
  readonly question: Fact<unknown> | undefined;
  readonly accepted: Fact<unknown> | undefined;
  readonly passedOver: Fact<unknown> | undefined;
  readonly collated: boolean;
}

function stateOf({ last, question, accepted, passedOver, collated }: LastEntries): AnswerState {
  const since = (entry: Fact<unknown> | undefined): boolean => entry !== undefined && entry.seq > (last?.seq ?? 0);
  if (since(passedOver)) return 'without';
  if (last === undefined) return 'not-yet';
  if (collated || since(accepted)) return 'accepted';
  if (since(question)) return 'sent-back';
  return last.form.answer === 'partly' ? 'in-part' : 'answered';
}

/** True while somebody still owes an answer. */
export const isOwed = ({ state }: AnswerSoFar): boolean =>
  state === 'not-yet' || state === 'in-part' || state === 'sent-back';
