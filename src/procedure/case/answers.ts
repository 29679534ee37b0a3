import type { CaseFile, Fact } from './case-file';
import type { Taking } from '../decision';
import { factsOf } from './facts';

/*
 * The standing of a request: no answer yet, answered in part, in full, sent back with a question, accepted, or gone on without.
 * Source: DESIGN, "Asking and answering".
 */

/** The standing of an answer. `in-part` and `sent-back` are still owed. */
type AnswerState = 'not-yet' | 'in-part' | 'sent-back' | 'answered' | 'accepted' | 'without';

/** The answer to a request so far, with the last entries of the record that say so. */
export interface AnswerSoFar {
  readonly state: AnswerState;
  /** True once no answer is taken any more: it was accepted, or all answers were worked into one paper. */
  readonly isOver: boolean;
  /** The last answer, of those that stand. */
  readonly last?: Fact<unknown>;
  /** The last question with which an answer was sent back. */
  readonly question?: Fact<{ readonly contribution: string }>;
}

/** The entries of one request. */
interface EntriesOfRequest {
  readonly answers: readonly Fact<object>[];
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
  const state = stateOf({ last, question, accepted, passedOver: lastOf(without), collated });
  return { ...kept, state, isOver: collated || state === 'accepted' };
}

interface LastEntries {
  readonly last: Fact<object> | undefined;
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
  // A form without a word for how full the answer is, is of an answer in full.
  return 'answer' in last.form && last.form.answer === 'partly' ? 'in-part' : 'answered';
}

/** True while somebody still owes an answer. */
export const isOwed = ({ state }: AnswerSoFar): boolean =>
  state === 'not-yet' || state === 'in-part' || state === 'sent-back';

/**
 * True if a request that was answered may be answered again: the answer was in part, or was sent back with a question, or
 * the case went on without one; or whoever gave it replaces it before it is accepted.
 */
export function mayAnswerAgain({ state, last }: Pick<AnswerSoFar, 'state' | 'last'>, { by, role }: Taking): boolean {
  switch (state) {
    case 'not-yet':
    case 'in-part':
    case 'sent-back':
    case 'without':
      return true;
    case 'answered':
      return role === 'agency-contact' && last?.by === by;
    case 'accepted':
      return false;
  }
}
