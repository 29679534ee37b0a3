import type { Calendar } from '../time/calendar';
import type { CaseFile, Meetings } from './case-file';
import { clocksOf } from '../dates/clocks';
import { sayDate } from '../time/dates';
import { orAsLate } from '../dates/late';
import { isUndecided, onlyIf } from '../may-be-required';
import { isWithdrawn } from './position';
import { stepIds, type StepId } from '../step-ids';
import { stepLabel } from '../step-names';
import { dayOneOf, plannedDates } from '../dates/plan';
import { completion, isRequired } from '../dates/steps';
import { tasksOf } from '../dates/tasks';
import type { Instant, IsoDate, PersonId } from '../time/time';

/*
 * Changes of the partnership's calendar as one case has them: the days that changed, who changed them and why, and the
 * dates of the case that moved.
 */

/** The kinds of day that a calendar has. */
export const dayKinds = ['holiday', 'closure', 'sub-group-meeting', 'exec-meeting'] as const;
type DayKind = (typeof dayKinds)[number];

/** A change of one day as the partnership's records have it: who made it, when, and why where they said so. */
export interface CalendarEntry {
  readonly what: DayKind;
  readonly date: IsoDate;
  readonly change: 'added' | 'removed';
  readonly by: PersonId;
  readonly at: Instant;
  readonly why?: string;
}

/** The profile and its edition, as read at a start: the source of a change that no entry of the records explains. */
export interface FromProfile {
  readonly profile: string;
  readonly edition: string;
}

/** A day that differs from the calendar that the case had. */
export interface ChangedDay extends Partial<Pick<CalendarEntry, 'by' | 'at' | 'why'>>, Partial<FromProfile> {
  readonly what: DayKind;
  readonly date: IsoDate;
  readonly change: 'added' | 'removed' | 'renamed';
  /** The name of the holiday, or the reason of the closure; of a meeting nothing. */
  readonly name?: string;
}

/**
 * A date of the case that moved with the calendar. `from` is absent if there was no date before, `to` if there is none
 * now.
 */
export interface MovedDate {
  readonly id: string;
  readonly title: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
}

type Days = Readonly<Record<string, string>>;
type Working = Pick<CaseFile, 'calendar' | 'meetings'>;

const asDays = (dates: readonly IsoDate[]): Days => Object.fromEntries(dates.map((date) => [date, '']));

const daysOf = (what: DayKind, { calendar, meetings }: { calendar: Calendar; meetings: Meetings }): Days => {
  switch (what) {
    case 'holiday':
      return calendar.holidays;
    case 'closure':
      return calendar.closures;
    case 'sub-group-meeting':
      return asDays(meetings.subGroup);
    case 'exec-meeting':
      return asDays(meetings.exec);
  }
};

function changeOf(before: string | undefined, after: string | undefined): ChangedDay['change'] | undefined {
  if (before === after) return undefined;
  return before === undefined ? 'added' : after === undefined ? 'removed' : 'renamed';
}

/**
 * The days that differ between two calendars, in the order of their dates, each with who changed it and why. A calendar
 * that reaches further has changed nothing by that: only days that both cover are compared.
 */
export function changedDays(
  before: Working,
  after: Working,
  { entries, profile }: { readonly entries: readonly CalendarEntry[]; readonly profile: FromProfile },
): readonly ChangedDay[] {
  const covered = (date: string) =>
    [before, after].every(({ calendar }) => date >= calendar.from && date <= calendar.until);
  return dayKinds
    .flatMap((what) => {
      const [was, is] = [daysOf(what, before), daysOf(what, after)];
      const dates = [...new Set([...Object.keys(was), ...Object.keys(is)])] as IsoDate[];
      return dates.flatMap((date): readonly ChangedDay[] => {
        const change = changeOf(was[date], is[date]);
        if (change === undefined || (!what.endsWith('-meeting') && !covered(date))) return [];
        const entry = lastOf(entries, { what, date, change });
        const name = is[date] ?? was[date] ?? '';
        const source =
          entry === undefined
            ? profile
            : { by: entry.by, at: entry.at, ...(entry.why === undefined ? {} : { why: entry.why }) };
        return [{ what, date, change, ...(name === '' ? {} : { name }), ...source }];
      });
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

const lastOf = (
  entries: readonly CalendarEntry[],
  { what, date, change }: Pick<ChangedDay, 'what' | 'date' | 'change'>,
): CalendarEntry | undefined =>
  entries
    .filter((one) => one.what === what && one.date === date && (change === 'renamed' || one.change === change))
    .reduce<CalendarEntry | undefined>(
      (last, one) => (last === undefined || one.at >= last.at ? one : last),
      undefined,
    );

/**
 * True if the step is not done and is required, or may become required by what is still to be decided at step 4 or 7.
 */
export function mayStillCome(file: CaseFile, step: StepId): boolean {
  if (completion(file, step) !== undefined || isWithdrawn(file)) return false;
  return isRequired(file, step) || (isUndecided(file) && !onlyIf.includes(step));
}

/** The dates of a case that the calendar may move: Day 1, what is to be done, and the clocks beside it, by id. */
function datesOf(file: CaseFile): ReadonlyMap<string, { readonly title: string; readonly date?: IsoDate }> {
  const steps = stepIds
    .filter((step) => mayStillCome(file, step))
    .map((step) => [step, { title: stepLabel(step), date: plannedDates(file, step).due }] as const);
  return new Map(
    [
      ['day-one', { title: 'Day 1', date: dayOneOf(file) }] as const,
      ...steps,
      ...tasksOf(file)
        .map((task) => orAsLate(file, task.id, task))
        .map(({ id, title, due }) => [id, { title, date: due }] as const),
      ...clocksOf(file)
        .filter(({ metOn }) => metOn === undefined)
        .map(({ id, title, due }) => [`clock:${id}`, { title, date: due }] as const),
    ].map(([id, { title, date }]) => [id, date === undefined ? { title } : { title, date }]),
  );
}

/**
 * Lists the dates that differ between two files of a case, each with the day in the first and the day in the second.
 */
export function movedDates(before: CaseFile, after: CaseFile): readonly MovedDate[] {
  const [was, is] = [datesOf(before), datesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id): readonly MovedDate[] => {
    const [from, to] = [was.get(id)?.date, is.get(id)?.date];
    if (from === to) return [];
    return [
      {
        id,
        title: is.get(id)?.title ?? was.get(id)?.title ?? id,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      },
    ];
  });
}

/** A moved date in words: "Step 5, Information and chronology: from Tuesday 1 December 2026 to …". */
export const sayMovedDate = ({ title, from, to }: MovedDate): string =>
  `${title}: from ${from === undefined ? 'no date' : sayDate(from)} to ${to === undefined ? 'no date' : sayDate(to)}`;
