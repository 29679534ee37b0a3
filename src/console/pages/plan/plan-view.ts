import { closingInstant, dayNumber, workingDaysBetween, type Calendar } from '../../../procedure/time/calendar';
import { sayDate } from '../../../procedure/time/dates';
import type { Policy } from '../../../procedure/policy';
import { stepLabel } from '../../../procedure/step-names';
import type { IsoDate } from '../../../procedure/time/time';
import type { PlanView } from '../../../casework/reading';
import { ganttOf, type Gantt } from '../../case-frame/gantt';
import { sayWindow } from './windows-tried';
import { typographic } from '../../wording/letters';
import { onlyIf } from '../../wording/only-if';

/* A plan in words: every date and why, and two plans side by side. */

/** The number of a day in the case; nothing before day 1 or beyond the calendar. */
function dayOf(calendar: Calendar, dayOne: IsoDate, on: IsoDate): number | undefined {
  if (on < calendar.from || on > calendar.until) return undefined;
  const day = dayNumber(calendar, dayOne, on);
  return day > 0 ? day : undefined;
}

/** The plan's steps with their windows and dates, as a table has them. */
export const stepsOfPlan = ({ steps, dayOne }: PlanView, windows: Policy['windows'], calendar: Calendar) =>
  steps.map(({ id, due, windowFrom, why, provisional }) => ({
    label: typographic(stepLabel(id)),
    window: sayWindow(windows[id]),
    onlyIf: onlyIf[id],
    from: windowFrom ?? undefined,
    due: due === null ? undefined : { date: due, day: dayOf(calendar, dayOne, due), expected: provisional },
    why: typographic(why),
  }));

/** The clock of the 24 hours ends when the form comes in, so no plan depends on it. */
const noClockOfPlans = 'form-within-24-hours';

/** The clocks that run beside the steps, each with its source. */
export const clocksOfPlan = ({ clocks, dayOne }: PlanView, calendar: Calendar) =>
  clocks
    .filter(({ id }) => id !== noClockOfPlans)
    .map(({ title, kind, source, confirmed, due, why, bound, provisional }) => ({
      title: typographic(title),
      kind: kind === 'statutory' ? 'Statutory' : 'The procedure’s own',
      source: typographic(source),
      confirmed,
      notBefore: bound === 'at-least',
      date: due,
      day: dayOf(calendar, dayOne, due),
      expected: provisional,
      why: typographic(why),
    }));

const said = ({ sentence, steps }: PlanView['conflicts'][number]) => ({
  sentence: typographic(sentence),
  steps: steps.map((step) => typographic(stepLabel(step))),
});

/** Lists the dates that cannot be kept together, with the latest date that still works. */
export const conflictsOfPlan = ({ conflicts }: PlanView) => conflicts.map(said);

/** The scheduled meetings that fit, and when their papers are due. */
export const meetingsOfPlan = ({ meetings }: PlanView) =>
  meetings.map(({ group, meetingOn, papersDue }) => ({
    group: group === 'exec' ? 'Exec group' : 'CSPR sub-group',
    meetingOn,
    papersDue,
  }));

/** Says in working days how far a date moves. */
function sayDifference(calendar: Calendar, now: IsoDate, tried: IsoDate): string {
  const days = workingDaysBetween(calendar, now, tried);
  if (now === tried) return 'The same';
  // If neither day is a working day, there may be no working day between them.
  if (days === 0) return tried < now ? 'Earlier, by no working day' : 'Later, by no working day';
  const count = Math.abs(days);
  return `${count} working ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`;
}

interface Dated {
  readonly key: string;
  readonly label: string;
  readonly due: IsoDate | null;
}

const datesOf = ({ steps, clocks }: PlanView): readonly Dated[] => [
  ...steps.map(({ id, due }) => ({ key: `step ${id}`, label: typographic(stepLabel(id)), due })),
  ...clocks
    .filter(({ id }) => id !== noClockOfPlans)
    .map(({ id, title, due, kind }) => ({
      key: `clock ${id}`,
      label: `${kind === 'statutory' ? 'Statutory clock' : 'The procedure’s clock'}: ${typographic(title)}`,
      due,
    })),
];

/** Two plans of one receipt side by side: dates, and the conflicts that are solved, new, or stay. */
export function comparePlans(now: PlanView, tried: PlanView, calendar: Calendar) {
  const later = datesOf(tried);
  const rows = datesOf(now).flatMap(({ key, label, due }) => {
    const other = later.find((one) => one.key === key)?.due;
    if (due === null || other === null || other === undefined) return [];
    return [{ label, now: due, tried: other, moves: due !== other, difference: sayDifference(calendar, due, other) }];
  });
  const has = ({ conflicts }: PlanView, id: string) => conflicts.some((one) => one.id === id);
  return {
    rows,
    moved: rows.filter(({ moves }) => moves).length,
    solved: now.conflicts.filter(({ id }) => !has(tried, id)).map(said),
    made: tried.conflicts.filter(({ id }) => !has(now, id)).map(said),
    stay: tried.conflicts.filter(({ id }) => has(now, id)).map(said),
    meetings: { now: meetingsOfPlan(now), tried: meetingsOfPlan(tried) },
  };
}

/** The data from which a picture of a plan is drawn. */
export interface Pictured {
  readonly plan: PlanView;
  readonly calendar: Calendar;
  readonly receivedOn: IsoDate;
  readonly today: IsoDate;
}

/** The picture of a plan as on the day of receipt: nothing in it is late yet, for there is no case that could be. */
export function pictureOf({ plan, calendar, receivedOn, today }: Pictured): Gantt {
  const steps = plan.steps.map((step) => (step.status === 'overdue' ? { ...step, status: 'open' as const } : step));
  const asOf = closingInstant(calendar, receivedOn);
  const gantt = ganttOf({ plan: { ...plan, steps, asOf }, calendar, holds: [] });
  const last = plan.steps.reduce<IsoDate>(
    (latest, { due }) => (due !== null && due > latest ? due : latest),
    receivedOn,
  );
  return {
    ...gantt,
    lines: gantt.lines.filter(({ kind }) => kind !== 'today' || receivedOn === today),
    description: `The steps from ${sayDate(plan.dayOne)}, day 1, to ${sayDate(last)}, each from when it may begin to when it is due, with ${plan.conflicts.length === 1 ? '1 conflict' : `${plan.conflicts.length} conflicts`} between dates. The table below says the same.`,
  };
}
