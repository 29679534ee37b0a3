import type { CaseFile, Fact } from '../case/case-file';
import { factsOf } from '../case/facts';
import { holdsOn } from '../case/holds';
import { onOrAfter, workingDaysAfter, workingDaysBetween, workingMorning } from '../time/calendar';
import { addDays, later, londonDate, sayDate } from '../time/dates';
import type { Instant, IsoDate } from '../time/time';
import type { StepId } from '../step-ids';
import { completion, steps } from './steps';
import { taskId } from './task-id';
import type { Task } from './tasks';

/*
 * Chases: the reminders of what is overdue. They go every so many working days; after so many of them weekly, and after
 * so many of these it is a task of the Business Manager. Steps that a limit's own ladder watches over are chased without
 * end. Source: "Reminders and escalation".
 */

/** A date that somebody is chased for, as far as its chases depend on it. */
interface Chased {
  readonly id: string;
  readonly step?: StepId;
  readonly within?: StepId;
  readonly title: string;
  readonly due: IsoDate;
}

/** A morning on which something overdue is reminded of, and how many such mornings there have been, this one included. */
interface Chase {
  readonly date: IsoDate;
  readonly nth: number;
}

/** The steps of the ladders to day 14 and to the six months. */
const watched: readonly string[] = ['rapid-review-meeting', 'submission', 'publication'] satisfies readonly StepId[];

/** Acts after which something that was settled or held can be owed again. */
const openedAgain = ['liftHold', 'reopenCase', 'reopenReviewDecision', 'recordPanelReply', 'setEntryAside'] as const;

/** The day from which on chases count: those before nobody could have been sent. */
function countedFrom(file: CaseFile, { step }: Chased): IsoDate {
  const before = new Set((step === undefined ? [] : steps[step].after).map((one) => completion(file, one)?.seq));
  const facts: readonly Fact<unknown>[] = (Object.values(file.facts) as (readonly Fact<unknown>[])[]).flat();
  const moments = [
    ...facts.filter(({ seq }) => before.has(seq)),
    ...openedAgain.flatMap((name): readonly Fact<unknown>[] => factsOf(file, name)),
  ];
  return londonDate(moments.reduce<Instant>((last, { recordedAt }) => later(last, recordedAt), file.openedAt));
}

/** The first morning after a date, and the number of mornings in its rhythm that came before chases count. */
function rhythmOf(file: CaseFile, chased: Chased) {
  const every = file.policy.ladders.overdueEvery;
  const first = workingDaysAfter(file.calendar, chased.due, 1);
  const from = countedFrom(file, chased);
  const passed = from < first ? 0 : Math.floor(workingDaysBetween(file.calendar, first, from) / every) + 1;
  return { first, every, passed };
}

const slowingOf = ({ policy }: CaseFile, { id }: Chased) => (watched.includes(id) ? undefined : policy.ladders.slowing);

/** Lists every morning on which it is chased; undefined where that has no end. */
function everyChase(file: CaseFile, chased: Chased): readonly Chase[] | undefined {
  const slowing = slowingOf(file, chased);
  if (slowing === undefined) return undefined;
  const { first, every, passed } = rhythmOf(file, chased);
  const usual = Array.from({ length: slowing.after }, (_none, at) => ({
    date: workingDaysAfter(file.calendar, first, (passed + at) * every),
    nth: passed + at + 1,
  }));
  const last = usual.at(-1) ?? { date: first, nth: passed + 1 };
  const weekly = Array.from({ length: slowing.weekly }, (_none, at) => ({
    date: onOrAfter(file.calendar, addDays(last.date, 7 * (at + 1))),
    nth: last.nth + at + 1,
  }));
  return [...usual, ...weekly];
}

/** Lists the mornings on which it is chased, up to a moment. Mornings that are decided already may be left out. */
export function chasesUpTo(file: CaseFile, chased: Chased, upTo: Instant): readonly Chase[] {
  const isThere = ({ date }: Chase): boolean => morningOn(file, date) <= upTo;
  const all = everyChase(file, chased);
  if (all !== undefined) return all.filter(isThere);
  const { overdueEvery } = file.policy.ladders;
  const first = workingDaysAfter(file.calendar, chased.due, 1);
  // Mornings that are decided already are passed over, however many: a case may be entered years after its dates.
  const since = workingDaysBetween(file.calendar, first, londonDate(file.remindedUpTo));
  const decided = Math.max(0, Math.floor(since / overdueEvery));
  const chases: Chase[] = [];
  for (let nth = decided + 1; ; nth += 1) {
    const chase = { date: workingDaysAfter(file.calendar, first, (nth - 1) * overdueEvery), nth };
    if (!isThere(chase)) return chases;
    chases.push(chase);
  }
}

const morningOn = (file: CaseFile, date: IsoDate): Instant => workingMorning(file.calendar, date, file.policy.morning);

/** Returns the moment by which the next chase has come, if another comes. */
export function nextChaseBy(file: CaseFile, chased: Chased): Instant {
  const { overdueEvery } = file.policy.ladders;
  const decided = later(chased.due, londonDate(file.remindedUpTo));
  const slow = slowingOf(file, chased) !== undefined;
  const from = slow ? later(decided, countedFrom(file, chased)) : decided;
  // A week has five working days, and a morning that falls on a holiday comes later.
  return morningOn(file, workingDaysAfter(file.calendar, from, slow ? Math.max(overdueEvery, 6) : overdueEvery));
}

/** Returns the task that follows once something was chased for the last time; undefined before that. */
export function taskAfterChases(file: CaseFile, chased: Chased): Task | undefined {
  const held = chased.step ?? chased.within;
  if (held !== undefined && holdsOn(file, held).length > 0) return undefined;
  const last = chased.due < londonDate(file.remindedUpTo) ? everyChase(file, chased)?.at(-1) : undefined;
  if (last === undefined || morningOn(file, last.date) > file.remindedUpTo) return undefined;
  return {
    id: taskId({ kind: 'unanswered', code: chased.id.replaceAll(':', '.') }),
    title: `Decide how to go on: ${chased.title}`,
    owner: 'business-manager',
    due: onOrAfter(file.calendar, addDays(last.date, 7)),
    why: `The last reminder went out on ${sayDate(last.date)}, and no more go out (local rule).`,
  };
}
