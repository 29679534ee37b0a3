import { definitionOf } from '../catalogue';
import { isReached, isRequired, ownerOf } from '../dates/steps';
import { isAboutMeeting } from '../meetings/emails-about-meetings';
import { noticesOf } from '../reminders/notices';
import { ownersOf } from '../reminders/recipients';
import { remindersDue } from '../reminders/reminders';
import { oncePer } from '../once-per';
import type { Role } from '../roles';
import { stepIds } from '../step-ids';
import type { PersonId } from '../time/time';
import type { CaseFile, DecisionName, Fact } from './case-file';
import { openingTellings } from './opening-tellings';
import type { Notice } from './record';

/*
 * The people who were told or asked something in a case, by role, with the entry of the record that did so first. A part
 * in a case begins with that. Source: DESIGN, "Who sees what".
 */

/** The number of the first entry by which each person was told something, by the role in which they were told. */
export type Told = Readonly<Record<PersonId, Readonly<Partial<Record<Role, number>>>>>;

/** A notice, as far as it says who is told. */
type Telling = Pick<Notice, 'to' | 'as'>;

const withTelling = (told: Told, { to, as }: Telling, seq: number): Told =>
  told[to]?.[as] === undefined ? { ...told, [to]: { ...told[to], [as]: seq } } : told;

/** Puts the notices of an entry into the file: they are to be sent, and whoever they go to has been told. */
export function withNotices(file: CaseFile, notices: readonly Notice[], seq: number): CaseFile {
  if (notices.length === 0) return file;
  return {
    ...file,
    unsent: [...file.unsent, ...notices.map(({ key }) => key)],
    // An invitation shows its meeting, and not what the role of whoever is invited shows of a case.
    told: notices
      .filter(({ kind }) => !isAboutMeeting(kind))
      .reduce((told, notice) => withTelling(told, notice, seq), toldIn(file)),
  };
}

/** Says who was told something in this case. */
export const toldIn = (file: CaseFile): Told => file.told ?? keptTold(file, 'told', () => toldBefore(file));

const keptTold = oncePer<Told>();

/**
 * Finds who was told something in a case that an earlier release opened. That release kept no account of it, and asked
 * whoever owes a step as soon as the step could be done. So everybody counts as told whom the decisions on the record
 * tell, who owes a step that was reached, or who was due a reminder.
 */
function toldBefore(file: CaseFile): Told {
  const opening = noticesOf(file, openingTellings(file.notification), {
    seq: 1,
    at: file.openedAt,
    on: file.countsFrom,
  });
  const owed = stepIds
    .filter((step) => isRequired(file, step) && isReached(file, step))
    .flatMap((step) => ownersOf(file, ownerOf(file, step)));
  const reminded = remindersDue({ ...file, remindedUpTo: file.openedAt }, file.remindedUpTo);
  return [
    ...opening.map((telling) => ({ ...telling, seq: 1 })),
    ...owed.map(({ person, as }) => ({ to: person, as, seq: 1 })),
    ...everyFact(file).flatMap((one) =>
      noticesOfFact(file, one).map((telling) => ({ ...telling, seq: one.taken.seq })),
    ),
    ...reminded.map((telling) => ({ ...telling, seq: file.seq })),
  ].reduce<Told>((told, telling) => withTelling(told, telling, telling.seq), {});
}

interface FactOnFile {
  readonly name: DecisionName;
  readonly taken: Fact<unknown>;
}

/** Lists every decision on the record, those that were set aside too. */
const everyFact = (file: CaseFile): readonly FactOnFile[] => [
  ...(Object.entries(file.facts) as readonly [DecisionName, readonly Fact<unknown>[]][]).flatMap(([name, all]) =>
    all.map((taken) => ({ name, taken })),
  ),
  ...file.superseded.map(({ name, fact: taken }) => ({ name, taken })),
];

/** Works out whom a decision told, as far as the file of today says it. */
function noticesOfFact(file: CaseFile, { name, taken }: FactOnFile): readonly Notice[] {
  const { tells, step } = definitionOf(name);
  return noticesOf(file, tells?.(file, taken, file) ?? [], {
    seq: taken.seq,
    at: taken.recordedAt,
    on: taken.on,
    step,
  });
}
