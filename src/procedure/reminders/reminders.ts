import {
  isWorkingDay,
  nextWorkingMorning,
  onOrAfter,
  workingDaysAfter,
  workingDaysBefore,
  workingMorning,
} from '../time/calendar';
import type { CaseFile, Fact } from '../case/case-file';
import { clocksOf } from '../dates/clocks';
import { addDays, later, londonDate, londonInstant } from '../time/dates';
import { chasesUpTo, nextChaseBy } from '../dates/chases';
import { openDeadlines, owing, type Deadline } from '../dates/deadlines';
import { readTaskId } from '../dates/task-id';
import type { Owner } from '../dates/owner';
import { fact } from '../case/facts';
import { holdsOn } from '../case/holds';
import { reminderKey } from './notice-key';
import { ownersOf, type Recipient } from './recipients';
import { oncePer } from '../once-per';
import { plannedDates } from '../dates/plan';
import type { Rung } from '../policy';
import { isProceeding, reviewType } from '../case/position';
import type { Notice, ReminderLine } from '../case/record';
import type { Role } from '../roles';
import { reviewDecision } from '../dates/step-clocks';
import { stepLabel } from '../step-names';
import type { Instant, IsoDate, PersonId } from '../time/time';

/** A reminder of one deadline to one person on one morning, before a morning's reminders are made one email. */
interface Reminder {
  readonly at: Instant;
  readonly to: Recipient;
  readonly line: ReminderLine;
}

const ranks = { coming: 0, overdue: 1, breach: 2 } as const satisfies Record<ReminderLine['tone'], number>;

const morningOf = (file: CaseFile, date: IsoDate): Instant =>
  workingMorning(file.calendar, onOrAfter(file.calendar, date), file.policy.morning);

/** Lists who is reminded of what these owners owe. */
export const remindedFor = (file: CaseFile, owners: readonly Owner[]): readonly Recipient[] =>
  owners.flatMap((one) => ownersOf(file, one));

const lineOf = ({ id, title, due, why }: Deadline, tone: ReminderLine['tone']): ReminderLine => ({
  deadline: id,
  title,
  due,
  why,
  tone,
});

/** A step held back: whoever owes it is not chased while the hold stands; its clocks, and the limits', keep running. */
export const isHeld = (file: CaseFile, { step, within }: Deadline): boolean => {
  const held = step ?? within;
  return held !== undefined && holdsOn(file, held).length > 0;
};

/** The deadlines that people are reminded of; the date to look at a hold again is one of its own. */
const chased = (file: CaseFile): readonly Deadline[] =>
  openDeadlines(file).filter((one) => !isHeld(file, one) && readTaskId(one.id)?.kind !== 'unanswered');

const each = (recipients: readonly Recipient[], at: Instant, line: ReminderLine): readonly Reminder[] =>
  recipients.map((recipient) => ({ at, to: recipient, line }));

/** Every deadline: before it to its owner; overdue on the mornings of its chases, higher from the third on. */
function deadlineLadder(file: CaseFile, deadline: Deadline, upTo: Instant): readonly Reminder[] {
  const { before, overdueTo, overdueEscalation } = file.policy.ladders;
  const coming = before.flatMap((days) => {
    const morning = morningOf(file, workingDaysBefore(file.calendar, deadline.due, days));
    return each(remindedFor(file, owing(file, deadline)), morning, lineOf(deadline, 'coming'));
  });
  const overdue = chasesUpTo(file, deadline, upTo).flatMap(({ date, nth }) => {
    const higher = nth >= overdueEscalation.fromReminder ? overdueEscalation.to : [];
    const recipients = remindedFor(file, [...owing(file, deadline), ...overdueTo, ...higher]);
    return each(recipients, morningOf(file, date), lineOf(deadline, 'overdue'));
  });
  return [...coming, ...overdue];
}

/** Day 14: the Rapid Review is not held, or not submitted. The rungs keep their distance from its date if it is extended. */
function dayFourteen(file: CaseFile): readonly Reminder[] {
  if (!isProceeding(file) || fact(file, 'submitRapidReview') !== undefined) return [];
  const step = fact(file, 'recordRapidReviewMeeting') === undefined ? 'rapid-review-meeting' : 'submission';
  const { due, why } = plannedDates(file, 'submission');
  if (due === undefined) return [];
  const { by, unit } = file.policy.windows.submission;
  return file.policy.ladders.dayFourteen.flatMap((rung) => {
    const distance = rung.when.day - by;
    const date =
      distance < 0 ? workingDaysBefore(file.calendar, due, -distance) : workingDaysAfter(file.calendar, due, distance);
    const line: ReminderLine = {
      deadline: step,
      title: `${unit === 'working-day' ? `Day ${by}` : `${by} working days from the notification`}: ${stepLabel(step)}`,
      due,
      why,
      tone: rung.breach === true ? 'breach' : 'coming',
    };
    return each(
      remindedFor(file, rung.to),
      notMissed(file, rung, morningOf(file, date), fact(file, 'recordOutcome')),
      line,
    );
  });
}

/** Six months: reminders run on the earlier of the two dates; a breach is a breach of the later. */
function sixMonths(file: CaseFile): readonly Reminder[] {
  if (reviewType(file) !== 'LCSPR' || fact(file, 'recordPublication') !== undefined) return [];
  const clocks = clocksOf(file);
  const law = clocks.find(({ id }) => id === 'published-within');
  // A review that is not to be published has neither clock.
  if (law === undefined) return [];
  const own = clocks.find(({ id }) => id === 'six-months-from-day-one') ?? law;
  const earlierClock = law.due < own.due ? law : own;
  const laterClock = law.limitDate > own.limitDate ? law : own;
  return file.policy.ladders.sixMonths.flatMap((rung) => {
    const clock = 'daysAfter' in rung.when ? laterClock : earlierClock;
    const date =
      'daysAfter' in rung.when
        ? // The step's date moves back from a day off, the law's own does not: a breach is a breach of that.
          addDays(clock.limitDate, rung.when.daysAfter)
        : addDays(clock.due, -7 * rung.when.weeksBefore);
    const line: ReminderLine = {
      deadline: 'publication',
      title: `Six months: ${stepLabel('publication')}`,
      due: clock.due,
      why: clock.why,
      tone: rung.breach === true ? 'breach' : 'coming',
    };
    return each(remindedFor(file, rung.to), notMissed(file, rung, morningOf(file, date), reviewDecision(file)), line);
  });
}

/** A breach that was one before its ladder began to run is told on the first working morning after that. */
function notMissed(file: CaseFile, rung: Rung, at: Instant, begun: Fact<unknown> | undefined): Instant {
  const since = begun?.recordedAt ?? file.openedAt;
  return rung.breach === true && at <= since ? nextWorkingMorning(file.calendar, since, file.policy.morning) : at;
}

/** Whoever is reminded of a limit of the law or the procedure: day 14 and six months, each person with their line. */
export const limitLadders = (file: CaseFile): readonly { readonly to: Recipient; readonly line: ReminderLine }[] => [
  ...dayFourteen(file),
  ...sixMonths(file),
];

/** All that may fall due after what was decided already, if nothing changes; of what is overdue, up to a moment. */
function remindersTo(file: CaseFile, overdueUpTo: (deadline: Deadline) => Instant): readonly Reminder[] {
  if (file.closedOn !== undefined) return [];
  return [
    ...dayFourteen(file),
    ...sixMonths(file),
    ...chased(file).flatMap((deadline) => deadlineLadder(file, deadline, overdueUpTo(deadline))),
  ].filter(({ at }) => at > file.remindedUpTo);
}

/**
 * Returns the next moment at which somebody is to be reminded, when keepTime wakes; undefined if there is none. A
 * reminder that a decision makes due for a morning that is past waits for the next one, so that no act sets off a
 * reminder itself.
 */
export const nextReminderAt = (file: CaseFile): Instant | undefined =>
  keptNext(file, 'next', () => [workOutNext(file)])[0];

// Cached in a tuple, because undefined is an answer too. A case asks whether a decision has changed the moment, and
// then for the moment.
const keptNext = oncePer<readonly [Instant | undefined]>();

function workOutNext(file: CaseFile): Instant | undefined {
  const next = firstReminderAt(file);
  const recorded = lastRecordedAt(file);
  return next === undefined || next > recorded
    ? next
    : nextWorkingMorning(file.calendar, recorded, file.policy.morning);
}

/** The moment at which anything was last decided in a case. */
export const lastRecordedAt = (file: CaseFile): Instant =>
  [
    ...(Object.values(file.facts) as (readonly Fact<unknown>[])[]).flat(),
    ...file.superseded.map(({ fact: one }) => one),
  ].reduce<Instant>((last, { recordedAt }) => later(last, recordedAt), file.openedAt);

function firstReminderAt(file: CaseFile): Instant | undefined {
  const [first] = remindersTo(file, (deadline) => nextChaseBy(file, deadline))
    .map(({ at }) => at)
    .sort();
  return first;
}

/** A reminder goes out between the morning hour and the closing hour of a working day, and waits for one otherwise. */
export function mayRemindAt(file: CaseFile, now: Instant): Instant {
  const today = londonDate(now);
  const opens = londonInstant(today, file.policy.morning);
  const closes = londonInstant(today, file.policy.closingHour);
  if (isWorkingDay(file.calendar, today) && now >= opens && now < closes) return now;
  return nextWorkingMorning(file.calendar, now, file.policy.morning);
}

/**
 * Cases that are reminded in one second, in the order of their numbers, and seconds after which the count begins anew.
 */
const [casesASecond, secondsOfAMorning] = [25, 300];

/**
 * Returns how long after the morning hour a case's own turn comes, in milliseconds. If thousands of cases were reminded
 * at the hour, whoever decides something would wait behind them all. The first twenty-five of a year go at the hour. A
 * practice case goes at the hour too: it has a clock of its own, and shares the hour with nobody.
 */
export function ownTurn({ reference, practice }: Pick<CaseFile, 'reference' | 'practice'>): number {
  if (practice) return 0;
  const number = Number(reference.slice(reference.lastIndexOf('-') + 1));
  const place = (number - 1) % (casesASecond * secondsOfAMorning);
  return place < casesASecond ? 0 : (place * 1_000) / casesASecond;
}

/**
 * The emails of this morning: everything due since the last, still true, one email a person. Where two ladders fire
 * on one step for one person, the higher goes.
 */
export function remindersDue(file: CaseFile, now: Instant): readonly Notice[] {
  const byPerson = new Map<PersonId, { as: Role; lines: Map<string, ReminderLine> }>();
  for (const { at, to: recipient, line } of remindersTo(file, () => now)) {
    if (at > now) continue;
    const mine = byPerson.get(recipient.person) ?? { as: recipient.as, lines: new Map<string, ReminderLine>() };
    const before = mine.lines.get(line.deadline);
    if (before === undefined || ranks[line.tone] > ranks[before.tone]) mine.lines.set(line.deadline, line);
    byPerson.set(recipient.person, mine);
  }
  const today = londonDate(now);
  return [...byPerson].map(([person, { as, lines }]) => ({
    key: reminderKey({ reference: file.reference, to: person, on: today }),
    kind: 'reminders',
    to: person,
    as,
    at: now,
    practice: file.practice,
    values: { on: today },
    lines: [...lines.values()].sort((a, b) => ranks[b.tone] - ranks[a.tone] || (a.due < b.due ? -1 : 1)),
  }));
}
