import { daysBetween, earlier, later, londonDate, sayDate, sayShortDate, addDays } from '../../procedure/time/dates';
import type { PlanView } from '../../casework/reading';
import type { Calendar } from '../../procedure/time/calendar';
import type { StepStatus, StepView } from '../../procedure/describe';
import type { Hold } from '../../procedure/case/holds';
import { steps } from '../../procedure/dates/steps';
import type { IsoDate } from '../../procedure/time/time';
import { monthsAlong, weeksAlong } from './gantt-axis';
import { typographic } from '../wording/letters';

/** The data that the picture is drawn from; a plan without a case has no holds. */
export interface Drawn {
  readonly plan: PlanView;
  readonly calendar: Calendar;
  readonly holds: readonly Hold[];
  /** The day on which the case was closed. The picture of a closed case shows no line for today. */
  readonly closedOn?: IsoDate | undefined;
}

/** A stretch of days as a bar. */
export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** A step's row: its words, and the shapes below them. */
interface GanttRow {
  readonly y: number;
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  /** The title, status and dates of the row in full, shown when somebody points at it. */
  readonly says: string;
  readonly status: StepStatus;
  /** The time from when the step may begin to when it is due. */
  readonly window: Bar;
  readonly done: Bar | undefined;
  readonly late: Bar | undefined;
  readonly held: Bar | undefined;
  /** The x position of the date on which the step was due before an extension. */
  readonly original: number | undefined;
  readonly due: number | undefined;
  readonly conflict: boolean;
}

/** A line from top to bottom: today, or where a clock ends. */
interface GanttLine {
  readonly x: number;
  readonly kind: 'today' | 'target' | 'law';
  readonly text: string;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
  readonly y: number;
}

/** The picture of a plan as plain shapes, in its own units. */
export interface Gantt {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly description: string;
  readonly months: readonly (Bar & { readonly text: string })[];
  /** The Mondays, each with its number as a day of the case if it is a working day and there is room. */
  readonly weeks: readonly { readonly x: number; readonly text: string | undefined }[];
  readonly rows: readonly GanttRow[];
  readonly lines: readonly GanttLine[];
}

const rowHeight = 40;
const top = 92;
const margin = 12;
const leastWidth = 960;
const leastADay = 3;
/** The approximate width of a letter in the picture, for keeping texts away from its edge. */
const letter = 7.2;

const statusSays: Readonly<Record<StepStatus, string>> = {
  done: 'done',
  open: 'open',
  overdue: 'OVERDUE',
  'on-hold': 'ON HOLD',
  'not-yet': 'not yet open',
  'may-follow': 'depends on decision',
  'not-required': 'not needed',
};

/** Returns the day on which a step may begin: when its window opens, or when the steps before it are done or due. */
function begins(step: StepView, all: readonly StepView[], first: IsoDate): IsoDate {
  if (step.windowFrom !== null) return step.windowFrom;
  const before = all.filter(({ id, status }) => steps[step.id].after.includes(id) && status !== 'not-required');
  return before.reduce((latest, { doneAt, due }) => later(latest, doneAt ?? due ?? latest), first);
}

const isDrawn = ({ status, due, doneAt }: StepView): boolean =>
  status !== 'not-required' && (due !== null || doneAt !== null);

interface Ending {
  readonly due: IsoDate;
  readonly kind: 'target' | 'law';
  readonly text: string;
}

/** The two six-month dates: the procedure's own target, and the law's limit. */
const sixMonths = ({ clocks }: PlanView): readonly Ending[] =>
  clocks.flatMap(({ id, due }): Ending[] => {
    if (id === 'six-months-from-day-one') return [{ due, kind: 'target', text: 'The procedure’s six months' }];
    return id === 'published-within' ? [{ due, kind: 'law', text: 'The law’s six months' }] : [];
  });

/** Returns the first and last day of the picture, with a small margin. */
function spanOf({ plan, closedOn }: Drawn, today: IsoDate) {
  const days = [
    plan.dayOne,
    ...(closedOn === undefined ? [today] : [closedOn]),
    ...plan.steps
      .filter(isDrawn)
      .flatMap(({ windowFrom, due, doneAt, original }) => [windowFrom, due, doneAt, original]),
    ...sixMonths(plan).map(({ due }) => due),
  ].filter((day) => day !== null);
  return { from: addDays(days.reduce(earlier), -2), to: addDays(days.reduce(later), 4) };
}

/**
 * Draws a plan: a row for each step, today, both six-month dates, the weeks and months. It contains no names of people.
 */
export function ganttOf(drawn: Drawn): Gantt {
  const { plan, calendar, closedOn } = drawn;
  const today = londonDate(plan.asOf);
  const { from, to } = spanOf(drawn, today);
  const length = daysBetween(from, to) + 1;
  const aDay = Math.max((leastWidth - 2 * margin) / length, leastADay);
  const width = Math.round(length * aDay + 2 * margin);
  const at = (day: IsoDate): number => round(margin + daysBetween(from, day) * aDay);
  // A bar includes its first and last day: Monday to Tuesday is two days wide.
  const bar = (first: IsoDate, last: IsoDate): Bar => ({
    x: at(earlier(first, last)),
    width: round((Math.abs(daysBetween(first, last)) + 1) * aDay),
  });
  const shown = plan.steps.filter(isDrawn);
  const rows = shown.map((step, index) => rowOf(step, { drawn, today, at, bar, width, y: top + index * rowHeight }));
  const bottom = top + rows.length * rowHeight;
  return {
    width,
    height: bottom + margin,
    top,
    bottom,
    description: describe(plan, shown, closedOn, today),
    months: monthsAlong(from, to, bar),
    weeks: weeksAlong({ plan, calendar, from, to, at, aDay }),
    rows,
    lines: linesOf(plan, { today: closedOn === undefined ? today : undefined, at, width }),
  };
}

const round = (x: number): number => Math.round(x * 10) / 10;

interface Place {
  readonly drawn: Drawn;
  readonly today: IsoDate;
  readonly at: (day: IsoDate) => number;
  readonly bar: (first: IsoDate, last: IsoDate) => Bar;
  readonly width: number;
  readonly y: number;
}

function rowOf(step: StepView, { drawn: { plan, holds }, today, at, bar, width, y }: Place): GanttRow {
  const { due, doneAt, original, status } = step;
  const last = due ?? doneAt ?? today;
  const start = earlier(begins(step, plan.steps, plan.dayOne), last);
  const conflict = plan.conflicts.some((one) => one.steps.includes(step.id));
  const held = holds.find((one) => one.step === step.id && one.liftedOn === undefined);
  const name = typographic(`${step.number === null ? '' : `${step.number} `}${step.title}`);
  const date = doneAt !== null ? `done ${sayShortDate(doneAt)}` : due === null ? '' : `due ${sayShortDate(due)}`;
  const state = status === 'done' || status === 'open' ? '' : `, ${statusSays[status]}`;
  const text = `${name}: ${date}${state}${conflict ? ', CONFLICT' : ''}`;
  const window = bar(start, last);
  const fits = window.x + text.length * letter <= width;
  return {
    y,
    text,
    textX: fits ? window.x : width - margin,
    anchor: fits ? 'start' : 'end',
    says: [
      `${name}: ${statusSays[status]}.`,
      ...(due === null
        ? []
        : [`Due by ${sayDate(due)}${original === null ? '' : `, before it was extended by ${sayDate(original)}`}.`]),
      ...(doneAt === null ? [] : [`Done on ${sayDate(doneAt)}.`]),
    ].join(' '),
    status,
    window,
    done: doneAt === null ? undefined : bar(earlier(start, doneAt), doneAt),
    late: status === 'overdue' && due !== null && due < today ? bar(addDays(due, 1), today) : undefined,
    held: held === undefined ? undefined : bar(held.placedOn, later(held.placedOn, held.lookAgainOn)),
    original: original === null ? undefined : at(original),
    due: due === null ? undefined : at(due),
    conflict,
  };
}

function linesOf(
  plan: PlanView,
  { today, at, width }: Pick<Place, 'at' | 'width'> & { readonly today: IsoDate | undefined },
): readonly GanttLine[] {
  const all = [
    ...(today === undefined ? [] : [{ due: today, kind: 'today' as const, text: 'Today' }]),
    ...sixMonths(plan),
  ];
  return all.map(({ due, kind, text }, index) => {
    const said = `${text}: ${sayShortDate(due)}`;
    const x = at(due);
    const fits = x + said.length * letter <= width;
    return { x, kind, text: said, textX: fits ? x + 4 : x - 4, anchor: fits ? 'start' : 'end', y: 52 + index * 14 };
  });
}

/** Describes the picture in a few sentences; the table beside it has all the details. */
function describe(plan: PlanView, shown: readonly StepView[], closedOn: IsoDate | undefined, today: IsoDate): string {
  const of = (status: StepStatus): number => shown.filter((step) => step.status === status).length;
  const lines = sixMonths(plan).map(({ text, due }) => `${text} end on ${sayDate(due)}.`);
  return [
    `${shown.length} steps from ${sayDate(plan.dayOne)}, day 1: ${of('done')} done, ${of('open')} open, ${of('overdue')} overdue, ${of('on-hold')} on hold, ${of('not-yet')} not yet open.`,
    closedOn === undefined ? `Today is ${sayDate(today)}.` : `The case was closed on ${sayDate(closedOn)}.`,
    ...lines,
    ...(plan.conflicts.length === 0 ? [] : [`${plan.conflicts.length} conflicts between dates.`]),
    'The table below says the same.',
  ].join(' ');
}
