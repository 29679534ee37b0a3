import type { CaseFile, Fact } from '../case/case-file';
import { everOf, factsOf } from '../case/facts';
import type { PersonId, WordsReference } from '../time/time';
import { correspondentId } from './correspondents';

/*
 * Colleagues to whom those who were asked pass a request on. Whoever is at a domain of the agency gets a link at once;
 * anybody else waits for the Business Unit. Source: DESIGN, "Asking and answering", Links.
 */

/** A colleague to whom a request is passed on: since when, by whom, and whether they have it. */
export interface Colleague {
  readonly id: PersonId;
  readonly contribution: string;
  /** The entry by which they were named, and the last one that says how it stands. */
  readonly named: Fact<ColleagueNamed>;
  readonly state: 'has-it' | 'waits' | 'declined';
  /** The answer of the Business Unit, where one was needed and given. */
  readonly settled?: Fact<{ readonly reason: WordsReference }>;
}

/** A colleague as whoever passes the request on names them. */
interface ColleagueNamed {
  readonly contribution: string;
  readonly name: WordsReference;
  readonly address: WordsReference;
  readonly sends: 'colleague' | 'sender';
  readonly message?: WordsReference | undefined;
}

const settledOf = (file: CaseFile, id: PersonId) =>
  factsOf(file, 'settleColleague').findLast(({ form }) => form.colleague === id);

/** Lists the colleagues to whom requests of a case are passed on, or are to be, first to last. */
export function colleaguesOf(file: CaseFile): readonly Colleague[] {
  const atOnce = factsOf(file, 'passToColleague').map((named): Colleague => {
    const id = correspondentId(file.reference, named.seq);
    return { id, contribution: named.form.contribution, named, state: 'has-it' };
  });
  const confirmed = factsOf(file, 'nameColleague').map((named): Colleague => {
    const id = correspondentId(file.reference, named.seq);
    const settled = settledOf(file, id);
    const state = settled === undefined ? 'waits' : settled.form.answer === 'confirmed' ? 'has-it' : 'declined';
    return { id, contribution: named.form.contribution, named, state, ...(settled === undefined ? {} : { settled }) };
  });
  return [...atOnce, ...confirmed].sort((one, other) => one.named.seq - other.named.seq);
}

/** The most colleagues to whom one request may be passed on, declined ones counted too. */
export const mostColleagues = 5;

/** Counts the colleagues who were ever named for a request. */
export const namedSoFar = (file: CaseFile, contribution: string): number =>
  [...everOf(file, 'passToColleague'), ...everOf(file, 'nameColleague')].filter(
    ({ form }) => form.contribution === contribution,
  ).length;

/** A passing on that holds: to whom, who is to send the answer, and the entry from which on. */
interface PassedOn {
  readonly to: PersonId;
  readonly sends: 'colleague' | 'sender';
  readonly seq: number;
}

/** Lists the people to whom a request was passed on and who have it, in the order in which they got it. */
export const passedOn = (file: CaseFile, contribution: string): readonly PassedOn[] =>
  [
    ...factsOf(file, 'passRequestOn')
      .filter(({ form }) => form.contribution === contribution)
      .map(({ seq, form }): PassedOn => ({ to: form.to, sends: form.sends, seq })),
    ...colleaguesOf(file)
      .filter((one) => one.contribution === contribution && one.state === 'has-it')
      .map(({ id, named, settled }): PassedOn => ({ to: id, sends: named.form.sends, seq: (settled ?? named).seq })),
  ].sort((one, other) => one.seq - other.seq);
