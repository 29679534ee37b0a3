import type { CaseFile, DecisionName, Fact } from './case-file';
import { defineNotice, tell, type Telling } from '../reminders/notice';
import { dateValue, textValue } from '../reminders/notice-values';
import { stands } from '../reminders/true-until';
import { later, londonDate } from '../time/dates';
import { correspondentsOf } from '../asking/correspondents';
import { factsOf } from './facts';
import { holders, type Recipient as NoticeRecipient } from '../reminders/recipients';
import { openingTellings } from './opening-tellings';
import { openingSeq } from './opening-entry';
import { whoDecided } from './recorded-for';
import { plannedDates } from '../dates/plan';
import type { StepId } from '../step-ids';
import { completion } from '../dates/steps';
import type { Instant, IsoDate, PersonId } from '../time/time';

declare module '../reminders/notice' {
  interface Notices {
    'fact-corrected': typeof factCorrected;
  }
}

/** Replaces whatever told of the entry, and says on which day that was. */
export const factCorrected = defineNotice({
  kind: 'fact-corrected',
  title: 'Something that people were told has been corrected',
  ofCase: true,
  always: { entry: textValue('entry 1, the notification') },
  sometimes: { replaces: dateValue },
  stillTrue: stands,
  replaces: (notice, earlier) => earlier.kind !== 'reminders' && londonDate(earlier.at) === notice.values['replaces'],
});

/** The parts of a catalogue's entry that say who was told of a decision. */
export type FindTelling = (name: DecisionName) => {
  readonly title: string;
  readonly step?: StepId;
  readonly tells?: (file: CaseFile, taken: Fact<unknown>, before: CaseFile) => readonly Telling[];
};

const ofPeople = (field: string): boolean => /^(children|family)\./.test(field);

/**
 * The decisions by which people were told what the notification says, beside its opening, and which of its fields they
 * were told. Whoever sees the whole case, or sends the notification on, was told all of them.
 */
const retold: Readonly<Partial<Record<DecisionName, (field: string) => boolean>>> = {
  sendToFrontDoor: () => true,
  recordOutcome: () => true,
  appointAuthor: () => true,
  replaceAuthor: () => true,
  askAgencies: (field) => ofPeople(field) || field === 'incidentOn' || field === 'setting',
  askChronologies: ofPeople,
  recordPlanningMeeting: ofPeople,
  tellHomeAuthority: (field) => field === 'homeAuthority',
};

const without = (file: CaseFile, name: DecisionName, seq: number): CaseFile => ({
  ...file,
  facts: { ...file.facts, [name]: factsOf(file, name).filter((one) => one.seq !== seq) },
});

/** The tellings of an entry, with the entry. */
interface OfEntry {
  readonly telling: Telling;
  readonly entry: { readonly seq: number; readonly recordedAt: Instant };
}

const openingTold = (file: CaseFile): readonly OfEntry[] =>
  openingTellings(file.notification).map((telling) => ({
    telling,
    entry: { seq: openingSeq, recordedAt: file.openedAt },
  }));

/** Lists what a decision told, worked out again for the people who have the parts now. */
const toldBy = (file: CaseFile, name: DecisionName, fact: Fact<unknown>, find: FindTelling): readonly OfEntry[] =>
  (find(name).tells?.(file, fact, without(file, name, fact.seq)) ?? []).map((telling) => ({ telling, entry: fact }));

/** Every decision that stands, by name. */
export const standingFacts = (
  file: CaseFile,
): readonly { readonly name: DecisionName; readonly fact: Fact<unknown> }[] =>
  Object.entries(file.facts).flatMap(([name, facts]) =>
    // The keys of the facts are names of decisions.
    (facts as readonly Fact<unknown>[]).map((fact) => ({ name: name as DecisionName, fact })),
  );

/**
 * Lists what was asked for by a day that the correction has moved, if the step is still to be done. Earlier corrections
 * are left out: a correction asks for nothing by itself, and working out whom it told goes through all the others
 * again.
 */
function withOtherDay(file: CaseFile, before: CaseFile, find: FindTelling): readonly OfEntry[] {
  const hasMoved = (step: StepId | undefined): boolean =>
    step !== undefined &&
    completion(file, step) === undefined &&
    plannedDates(file, step).due !== plannedDates(before, step).due;
  const asked = standingFacts(before)
    .filter(({ name }) => name !== 'correctFact')
    .flatMap(({ name, fact }) =>
      toldBy(before, name, fact, find).filter(({ telling }) => hasMoved(telling.step ?? find(name).step)),
    );
  return [...openingTold(file).filter(({ telling: { step } }) => hasMoved(step)), ...asked];
}

/** Everybody who was told of an entry, by what the entry told; of the notification those too who were told of it later. */
function toldOf(file: CaseFile, { entry, field, find }: ToldCorrection): readonly OfEntry[] {
  if (entry !== openingSeq) {
    return standingFacts(file)
      .filter(({ fact }) => fact.seq === entry)
      .flatMap(({ name, fact }) => toldBy(file, name, fact, find));
  }
  const later = standingFacts(file).filter(({ name }) => retold[name]?.(field) === true);
  return [...openingTold(file), ...later.flatMap(({ name, fact }) => toldBy(file, name, fact, find))];
}

type Recipient = Telling['to'][number];

const sameAs = (one: Recipient) => (other: Recipient) =>
  typeof one === 'string' || typeof other === 'string' ? one === other : one.person === other.person;

/** Lists the correspondents to whom a correction gives another address: what went to the old one did not reach them. */
const readdressed = (file: CaseFile, before: CaseFile): readonly PersonId[] => {
  const known = new Map(correspondentsOf(before).map(({ id, address }) => [id, address]));
  return correspondentsOf(file).flatMap(({ id, address }) => (known.has(id) && known.get(id) !== address ? [id] : []));
};

/** Lists what the corrected entry tells people whom it had not told before, or not at this address: they are asked now. */
function newlyTold(file: CaseFile, before: CaseFile, corrected: ToldCorrection): readonly Telling[] {
  if (corrected.entry === openingSeq) return [];
  const anew = readdressed(file, before);
  const had = toldOf(before, corrected)
    .flatMap(({ telling }) => telling.to)
    .filter((one) => typeof one === 'string' || !anew.includes(one.person));
  return toldOf(file, corrected)
    .map(({ telling }) => ({ ...telling, to: telling.to.filter((one) => !had.some(sameAs(one))) }))
    .filter(({ to }) => to.length > 0);
}

/** A correction: the number of the entry, the field that is corrected, and the catalogue to look the decision up in. */
export interface ToldCorrection {
  readonly entry: number;
  readonly field: string;
  readonly find: FindTelling;
}

/** An entry as an email names it: by its number and what was decided, never by what it says. */
const called = (file: CaseFile, { entry, find }: ToldCorrection): string => {
  const name = standingFacts(file).find(({ fact }) => fact.seq === entry)?.name;
  return name === undefined ? `entry ${entry}, the notification` : `entry ${entry}, "${find(name).title}"`;
};

/** The London day on which an entry was last told: with the decision, or with the last correction of it that stands. */
const lastTold = (file: CaseFile, { seq, recordedAt }: OfEntry['entry']): IsoDate =>
  londonDate(
    factsOf(file, 'correctFact')
      .filter(({ form }) => form.entry === seq)
      .reduce<Instant>((last, one) => later(last, one.recordedAt), recordedAt),
  );

/** A person who was told, and the London day on which they were told last. */
interface Told {
  readonly to: NoticeRecipient;
  readonly on: IsoDate;
}

const toldBefore = (before: CaseFile, all: readonly OfEntry[]): readonly Told[] =>
  all.flatMap(({ telling, entry }) => {
    const on = lastTold(before, entry);
    return telling.to
      .flatMap((one) => (typeof one === 'string' ? holders(before, one) : [one]))
      .map((to) => ({ to, on }));
  });

/** Makes one email a person, which replaces the email by which they were told last. */
function retellings(told: readonly Told[], entry: string): readonly Telling<'fact-corrected'>[] {
  const people = new Map<string, Told>();
  for (const one of told) {
    const known = people.get(one.to.person);
    people.set(one.to.person, known === undefined || known.on < one.on ? { ...one, to: known?.to ?? one.to } : known);
  }
  const days = [...new Set([...people.values()].map(({ on }) => on))].sort();
  return days.map((replaces) => {
    const to = [...people.values()].filter(({ on }) => on === replaces).map((one) => one.to);
    return tell(factCorrected, { to, values: { entry, replaces } });
  });
}

/**
 * Lists who is told that an entry was corrected: everybody who was told of it, and everybody who was asked for something
 * by a day that has moved with the correction, in one email each. The email names the entry; what it says stands on the
 * record, for those who may read it.
 */
export function correctionTellings(file: CaseFile, before: CaseFile, corrected: ToldCorrection): readonly Telling[] {
  const told = [...toldOf(before, corrected), ...withOtherDay(file, before, corrected.find)];
  const anew = readdressed(file, before);
  const again = toldBefore(before, told).filter(({ to }) => !anew.includes(to.person));
  return [...retellings(again, called(file, corrected)), ...newlyTold(file, before, corrected)];
}

/** Lists who is told that an entry is set aside: everybody who was told of it, in one email each. */
export const retractionTellings = (before: CaseFile, corrected: ToldCorrection): readonly Telling<'fact-corrected'>[] =>
  retellings(
    toldBefore(before, [...toldOf(before, corrected), ...askedAbout(before, corrected)]),
    called(before, corrected),
  );

/** Whoever decided an entry that was recorded on their behalf: they were asked about it. */
const askedAbout = (before: CaseFile, { entry }: ToldCorrection): readonly OfEntry[] =>
  standingFacts(before).flatMap(({ fact }) =>
    fact.seq === entry && fact.recordedFor !== undefined
      ? [{ telling: { kind: 'recorded-for-you' as const, to: [whoDecided(before, fact.recordedFor)] }, entry: fact }]
      : [],
  );
