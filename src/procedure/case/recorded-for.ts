import { londonDate } from '../time/dates';
import type { IsoDate, PersonId } from '../time/time';
import type { CaseFile, DecisionName, Fact, Forms, RecordedFor } from './case-file';
import { fact, factsOf } from './facts';
import { determination, reviewDecisionIsOpen } from './position';
import { isShutOut } from './shut-out';

/*
 * Entries that the Business Unit recorded on behalf of whoever decided them, and the answers to them. Silence is not
 * confirmation, and an objection changes nothing by itself. Source: DESIGN, "Asking and answering".
 */

/** Says whether whoever decided an entry has agreed to it: nothing was heard, they agree, or they object. */
export const confirmationStates = ['not-yet-confirmed', 'confirmed', 'objected'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** The state of an entry that was recorded on somebody's behalf, with the answer where there is one. */
export interface Confirmation {
  readonly state: ConfirmationState;
  readonly answer?: Fact<Forms['confirmEntry']>;
}

/** An entry that was recorded on behalf of whoever decided it. */
export interface EntryForAnother {
  readonly name: DecisionName;
  readonly fact: Fact<unknown>;
  readonly recordedFor: RecordedFor;
  readonly confirmation: Confirmation;
}

/** The number of the entry by which an entry last changed: its last correction, or itself. */
const lastChange = ({ seq, corrections = [] }: Fact<unknown>): number =>
  corrections.reduce((last, one) => Math.max(last, one.seq), seq);

/**
 * Works out whether whoever decided an entry has agreed to it. Their last answer counts. An answer to what the entry
 * said before it was corrected is none to what it says now.
 */
export function agreementOf(file: CaseFile, entry: Fact<unknown>): Confirmation {
  const answer = factsOf(file, 'confirmEntry').findLast(
    (one) => one.form.entry === entry.seq && one.seq > lastChange(entry),
  );
  if (answer === undefined) return { state: 'not-yet-confirmed' };
  return { state: answer.form.agrees === 'yes' ? 'confirmed' : 'objected', answer };
}

/** The London day since which the answer to an entry is awaited: that of its recording, or of its last correction. */
export function askedSince(file: CaseFile, entry: Fact<unknown>): IsoDate {
  const changed = factsOf(file, 'correctFact').find(({ seq }) => seq === lastChange(entry));
  return londonDate((changed ?? entry).recordedAt);
}

/** True while a decision is what was decided last: it was not taken again, overtaken or put up again. */
function isLastWord(file: CaseFile, name: DecisionName, { seq }: Fact<unknown>): boolean {
  switch (name) {
    case 'recordDetermination':
    case 'decideReviewAgain':
      return determination(file)?.seq === seq && !reviewDecisionIsOpen(file);
    case 'recordOutcome':
      return fact(file, name)?.seq === seq && fact(file, 'recordCriteriaNotMet') === undefined;
    default:
      return decidedOf(file, name).at(-1)?.seq === seq;
  }
}

/**
 * Lists the decisions of a name that stand. The Exec group's decision to ask for further action sets itself aside, so
 * that the step is done again; it was decided all the same.
 */
function decidedOf(file: CaseFile, name: DecisionName): readonly Fact<unknown>[] {
  const ownEffect = file.superseded.flatMap((one) =>
    one.name === name && one.by === one.fact.seq ? [one.fact as Fact<unknown>] : [],
  );
  return [...ownEffect, ...factsOf(file, name)].sort((a, b) => a.seq - b.seq);
}

/**
 * Lists the entries that were recorded on somebody's behalf and still hold, in the order of the record. One that was
 * decided again, put up again or set aside is left out: nothing rests on it any more.
 */
export const entriesForOthers = (file: CaseFile): readonly EntryForAnother[] =>
  [...new Set([...Object.keys(file.facts), ...file.superseded.map(({ name }) => name)])]
    // The keys of the facts are names of decisions.
    .flatMap((key) => decidedOf(file, key as DecisionName).map((one) => ({ name: key as DecisionName, fact: one })))
    .flatMap(({ name, fact: one }): readonly EntryForAnother[] =>
      one.recordedFor === undefined || !isLastWord(file, name, one)
        ? []
        : [{ name, fact: one, recordedFor: one.recordedFor, confirmation: agreementOf(file, one) }],
    )
    .sort((a, b) => a.fact.seq - b.fact.seq);

/** Lists the entries whose decider objects. */
export const objectionsIn = (file: CaseFile): readonly EntryForAnother[] =>
  entriesForOthers(file).filter(({ confirmation }) => confirmation.state === 'objected');

/** Says whose answer is awaited: the person's while they have the role, and else that of whoever has it now. */
export function whoDecided(
  file: CaseFile,
  { role, person }: Pick<RecordedFor, 'role' | 'person'>,
): RecordedFor['role'] | { readonly person: PersonId; readonly as: RecordedFor['role'] } {
  return person !== undefined && holdersOf(file, role).includes(person) ? { person, as: role } : role;
}

const holdersOf = (file: CaseFile, role: RecordedFor['role']): readonly PersonId[] =>
  (file.people[role] ?? []).filter((one) => !isShutOut(file, one));

/** Lists the people who may agree to an entry or object to it. */
export function deciders(file: CaseFile, recordedFor: Pick<RecordedFor, 'role' | 'person'>): readonly PersonId[] {
  const who = whoDecided(file, recordedFor);
  return typeof who === 'string' ? holdersOf(file, who) : [who.person];
}

/** Lists the entries that were recorded on behalf of this person, and that they have not agreed to. */
export const toConfirmBy = (file: CaseFile, person: PersonId): readonly EntryForAnother[] =>
  entriesForOthers(file).filter(
    ({ recordedFor, confirmation }) =>
      confirmation.state !== 'confirmed' && deciders(file, recordedFor).includes(person),
  );

/** Facts that lists of cases show, and that may rest on an entry that is not yet confirmed. */
export const listedFacts = ['ending', 'review', 'publication'] as const;
export type ListedFact = (typeof listedFacts)[number];

const listedBy: Readonly<Partial<Record<DecisionName, ListedFact>>> = {
  recordOutcome: 'ending',
  recordCriteriaNotMet: 'ending',
  recordDetermination: 'review',
  decideReviewAgain: 'review',
  recordSignOff: 'publication',
};

/** Lists what lists of cases show of entries whose decider has not agreed to them. */
export function notConfirmedIn(file: CaseFile): readonly ListedFact[] {
  const open = entriesForOthers(file).filter(({ confirmation }) => confirmation.state !== 'confirmed');
  return listedFacts.filter((one) => open.some(({ name }) => listedBy[name] === one));
}
