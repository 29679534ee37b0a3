import type { PlanView } from '../../casework/reading';
import { dayNumber, isWorkingDay, type Calendar } from '../../procedure/time/calendar';
import { addDays, addMonths, earlier, isoDate, later, sayMonth, weekday } from '../../procedure/time/dates';
import type { IsoDate } from '../../procedure/time/time';
import type { Bar, Gantt } from './gantt';

/* The labels along the top of the picture: months, and weeks with the day of the case. */

/** The approximate width of a bold letter in the picture. */
const strongLetter = 8.6;

/** A month, or the part of it that lies between two days. */
interface MonthPart {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** "December 2026". */
  readonly text: string;
}

/** The months between two days, both included. */
function monthsBetween(from: IsoDate, to: IsoDate): readonly MonthPart[] {
  const parts: MonthPart[] = [];
  for (let first = isoDate(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1)) {
    const [year = '', month = ''] = first.split('-');
    parts.push({
      from: later(first, from),
      to: earlier(addDays(addMonths(first, 1), -1), to),
      text: `${sayMonth(Number(month))} ${year}`,
    });
  }
  return parts;
}

/** Returns as much of a month's name as fits. */
function monthOf(text: string, bar: Bar): Bar & { readonly text: string } {
  const [name = '', year = ''] = text.split(' ');
  const short = name.slice(0, 3);
  return {
    ...bar,
    text: [text, `${short} ${year}`, short].find((one) => (one.length + 1) * strongLetter <= bar.width) ?? '',
  };
}

/** Returns the months along the top, each with as much of its name as fits. */
export const monthsAlong = (from: IsoDate, to: IsoDate, bar: (first: IsoDate, last: IsoDate) => Bar): Gantt['months'] =>
  monthsBetween(from, to).map((month) => monthOf(month.text, bar(month.from, month.to)));

interface Weeks {
  readonly plan: PlanView;
  readonly calendar: Calendar;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly at: (day: IsoDate) => number;
  readonly aDay: number;
}

/**
 * Returns the weeks with the day of the case on which each begins. If they are narrow, only every second one has its
 * number.
 */
export function weeksAlong({ plan, calendar, from, to, at, aDay }: Weeks): Gantt['weeks'] {
  const every = 7 * aDay < 34 ? 2 : 1;
  const weeks: { x: number; text: string | undefined }[] = [];
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekday(day) !== 'Monday') continue;
    const known = day >= calendar.from && day <= calendar.until && day >= plan.dayOne;
    const number = known && isWorkingDay(calendar, day) ? dayNumber(calendar, plan.dayOne, day) : undefined;
    // The last week may be cut short, and then has no room for its number.
    const isWhole = addDays(day, 6) <= to;
    const says = number !== undefined && isWhole && count % every === 0;
    weeks.push({ x: at(day), text: says ? String(number) : undefined });
    count += 1;
  }
  return weeks;
}
