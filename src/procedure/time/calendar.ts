import { oncePer } from '../once-per';
import {
  addDays,
  earlier,
  fromDayCount,
  isoDate,
  later,
  londonDate,
  londonInstant,
  sayShortDate,
  toDayCount,
  weekday,
} from './dates';
import type { Instant, IsoDate, TimeOfDay } from './time';

/**
 * The calendar that makes a day a working day, as plain data that a case can carry. It knows the days off from `from`
 * to `until`, both included.
 */
export interface Calendar {
  /** The region whose bank holidays these are, `GB-ENG`. */
  readonly region: string;
  /** When a working day ends in London; "by day N" means by this time on day N. */
  readonly closingHour: TimeOfDay;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Bank holidays: date → name. */
  readonly holidays: Readonly<Record<string, string>>;
  /** The partnership's own closure days: date → reason. */
  readonly closures: Readonly<Record<string, string>>;
}

/** A weekday that is not a working day, and why: the holiday's name, or `Closure: ` and the reason. */
export interface SkippedDay {
  readonly date: IsoDate;
  readonly why: string;
}

/**
 * Says why the date is not a working day: `Saturday`, `Sunday`, the bank holiday's name, or `Closure: ` and the reason;
 * undefined for a working day. Before and after the calendar a working day is Monday to Friday: `sayUnknownHolidays`
 * says so beside the date. Source: "Words" (working day).
 */
export function whyNotWorking(calendar: Calendar, date: IsoDate): string | undefined {
  const day = weekday(date);
  if (day === 'Saturday' || day === 'Sunday') return day;
  const holiday = calendar.holidays[date];
  if (holiday !== undefined) return holiday;
  const closure = calendar.closures[date];
  return closure === undefined ? undefined : `Closure: ${closure}`;
}

/** True if the date is Monday to Friday, no bank holiday and no closure day. Source: "Words" (working day). */
export function isWorkingDay(calendar: Calendar, date: IsoDate): boolean {
  return whyNotWorking(calendar, date) === undefined;
}

/** The date itself if it is a working day, else the next one. */
export function onOrAfter(calendar: Calendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The date itself if it is a working day, else the one before, as for six-month dates. Source: "Clocks" (six months). */
export function onOrBefore(calendar: Calendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
  return day;
}

/** Day 1: the London date of receipt if that is a working day, else the next working day. Source: "Clocks" (day 1). */
export function dayOne(calendar: Calendar, receivedOn: IsoDate): IsoDate {
  return onOrAfter(calendar, receivedOn);
}

/**
 * The date of working day n, where day 1 is n = 1. Should day 1 itself have become a closure since, the count starts
 * on the next working day. Source: "Clocks" (day 1).
 */
export function workingDay(calendar: Calendar, firstDay: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`There is no working day ${n}; the count starts at day 1.`);
  return workingDaysAfter(calendar, onOrAfter(calendar, firstDay), n - 1);
}

/**
 * The working day reached by the end of a date, day 1 being 1: on a weekend, holiday or closure the number of the
 * working day before, and 0 before day 1.
 */
export function dayNumber(calendar: Calendar, firstDay: IsoDate, on: IsoDate): number {
  return countWorking(calendar, firstDay, on); // nothing to count before day 1
}

/**
 * The date n working days after a date, which is itself not counted and need not be a working day; n = 0 is the date
 * itself, unmoved. Source: "Clocks" (Panel clock, response clock).
 */
export function workingDaysAfter(calendar: Calendar, date: IsoDate, n: number): IsoDate {
  return step(calendar, date, n, 1);
}

/** The date n working days before a date, which is itself not counted; n = 0 is the date itself, unmoved. */
export function workingDaysBefore(calendar: Calendar, date: IsoDate, n: number): IsoDate {
  return step(calendar, date, n, -1);
}

/**
 * Counts the working days from a to b, with a not counted and b counted: n for b = `workingDaysAfter(a, n)`. If b is
 * the earlier, returns the same count the other way as a negative number.
 */
export function workingDaysBetween(calendar: Calendar, a: IsoDate, b: IsoDate): number {
  return a < b ? countWorking(calendar, addDays(a, 1), b) : 0 - countWorking(calendar, addDays(b, 1), a);
}

/** A date with the sentence that explains it, as plans, clocks and tasks have it. */
interface Explained {
  readonly windowFrom?: IsoDate;
  readonly due?: IsoDate;
  readonly why: string;
}

/**
 * Adds to the sentence of a date that bank holidays are not known there: "(bank holidays after 31 December 2029 are not
 * known yet)". A date within the calendar stays as it is. Source: "Clocks" (every date explains itself).
 */
export function sayUnknownHolidays<T extends Explained>(calendar: Calendar, dated: T): T {
  const { from, until } = calendar;
  // A date that is not there counts as one that the calendar knows.
  const dates = [dated.windowFrom ?? from, dated.due ?? from];
  const unknown = dates.some((one) => one > until)
    ? `bank holidays after ${sayShortDate(until)} are not known yet`
    : dates.some((one) => one < from)
      ? `bank holidays before ${sayShortDate(from)} are not known`
      : undefined;
  if (unknown === undefined || dated.why.includes(unknown)) return dated;
  return { ...dated, why: `${dated.why.replace(/\.$/, '')} (${unknown}).` };
}

const keptMoments = oncePer<Instant>();
const keptSentences = oncePer<string>();

const momentOf = (calendar: Calendar, date: IsoDate, time: TimeOfDay): Instant =>
  keptMoments(calendar, `${date} ${time}`, () => londonInstant(date, time));

/** The moment in UTC at which a date closes: the closing hour by London's clock. Source: "Clocks" (day 1). */
export function closingInstant(calendar: Calendar, date: IsoDate): Instant {
  return momentOf(calendar, date, calendar.closingHour);
}

/**
 * The moment in UTC when London's clock shows the time on the date, or on the next working day if the date is none.
 * Source: "Reminders and escalation" (none goes out at a weekend or on a holiday).
 */
export function workingMorning(calendar: Calendar, date: IsoDate, time: TimeOfDay): Instant {
  return momentOf(calendar, onOrAfter(calendar, date), time);
}

/** The first working morning at that London time strictly after a moment. Source: "Reminders and escalation". */
export function nextWorkingMorning(calendar: Calendar, after: Instant, time: TimeOfDay): Instant {
  const today = londonDate(after);
  const morning = workingMorning(calendar, today, time);
  return morning > after ? morning : workingMorning(calendar, addDays(today, 1), time);
}

/** The weekdays that did not count between two dates, both ends included, in order; the dates may come either way round. */
export function skipped(calendar: Calendar, from: IsoDate, to: IsoDate): readonly SkippedDay[] {
  const first = earlier(from, to);
  const last = later(from, to);
  // Looked up by the few days that are off, not by the many that may be between the dates.
  return [...new Set([...Object.keys(calendar.holidays), ...Object.keys(calendar.closures)])]
    .filter((day): day is IsoDate => day >= first && day <= last)
    .sort()
    .flatMap((date) => {
      const why = whyNotWorking(calendar, date);
      return why === undefined || why === 'Saturday' || why === 'Sunday' ? [] : [{ date, why }];
    });
}

/**
 * Says what a count of working days passed over, in words that can follow a comma: "skipping 3 weekends, Good Friday
 * (3 April 2026) and Easter Monday (6 April 2026)"; empty if nothing. Source: "Clocks" (every date explains itself).
 */
export const saySkipped = (calendar: Calendar, from: IsoDate, to: IsoDate): string =>
  keptSentences(calendar, `${from} ${to}`, () => workOutSkipped(calendar, from, to));

function workOutSkipped(calendar: Calendar, from: IsoDate, to: IsoDate): string {
  const weekends = weekendsBetween(toDayCount(earlier(from, to)), toDayCount(later(from, to)));
  const parts = sayWeekdaysOff(calendar, skipped(calendar, from, to));
  if (weekends > 0) parts.unshift(weekends === 1 ? '1 weekend' : `${weekends} weekends`);
  if (parts.length === 0) return '';
  return `skipping ${[parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')}`;
}

/**
 * Lists one phrase for each holiday, and one for all closure days with the same reason, so that a shut week stays one
 * phrase.
 */
function sayWeekdaysOff(calendar: Calendar, days: readonly SkippedDay[]): string[] {
  const phrases: string[] = [];
  const said = new Set<string>();
  for (const { date, why } of days) {
    if (calendar.holidays[date] !== undefined) {
      phrases.push(
        why.endsWith(')') ? `${why.slice(0, -1)}, ${sayShortDate(date)})` : `${why} (${sayShortDate(date)})`,
      );
    } else if (!said.has(why)) {
      said.add(why);
      const shut = days.filter((day) => day.why === why);
      phrases.push(sayClosure(date, shut.at(-1)?.date ?? date, shut.length, calendar.closures[date] ?? ''));
    }
  }
  return phrases;
}

function sayClosure(first: IsoDate, last: IsoDate, count: number, reason: string): string {
  return count === 1
    ? `the closure day ${sayShortDate(first)} (${reason})`
    : `${count} closure days from ${sayShortDate(first)} to ${sayShortDate(last)} (${reason})`;
}

/** Counts the weekends between two days, both included. Part of a weekend counts as one. */
function weekendsBetween(first: number, last: number): number {
  const saturdaysUpTo = (day: number) => Math.floor((day + 5) / 7); // day 2 of the count was a Saturday
  const beginsOnSunday = isSunday(first) ? 1 : 0;
  return saturdaysUpTo(last) - saturdaysUpTo(first - 1) + beginsOnSunday;
}

/** Day 0 of the count, 1 January 1970, was a Thursday. */
const isSunday = (day: number): boolean => (day + 4) % 7 === 0;
const isWeekend = (day: number): boolean => isSunday(day) || isSunday(day + 1);

const keptDaysOff = oncePer<ReadonlySet<number>>();

/** The bank holidays and closures as day counts: counting working days asks for each day on its way. */
const daysOff = (calendar: Calendar): ReadonlySet<number> =>
  keptDaysOff(calendar, '', () => {
    const dates = [...Object.keys(calendar.holidays), ...Object.keys(calendar.closures)];
    return new Set(dates.map((date) => toDayCount(isoDate(date))));
  });

const keptCounts = oncePer<number>();

const countWorking = (calendar: Calendar, from: IsoDate, to: IsoDate): number =>
  keptCounts(calendar, `${from} ${to}`, () => workOutCount(calendar, from, to));

function workOutCount(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  let count = 0;
  const off = daysOff(calendar);
  const last = toDayCount(to);
  for (let day = toDayCount(from); day <= last; day += 1) if (works(off, day)) count += 1;
  return count;
}

function step(calendar: Calendar, date: IsoDate, n: number, direction: 1 | -1): IsoDate {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a count of working days.`);
  const off = daysOff(calendar);
  let day = toDayCount(date);
  for (let left = n; left > 0;) {
    day += direction;
    if (works(off, day)) left -= 1;
  }
  return fromDayCount(day);
}

const works = (off: ReadonlySet<number>, day: number): boolean => !isWeekend(day) && !off.has(day);
