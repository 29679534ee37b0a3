import type { Instant, IsoDate } from './time';

const MILLIS_A_DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1) / MILLIS_A_DAY;
const LAST_DAY = Date.UTC(2199, 11, 31) / MILLIS_A_DAY;
const SHAPE = /^(?:19|20|21)\d\d-\d\d-\d\d$/;

/** The names of the days, Monday first. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The name of a day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** Reads a real calendar date of the years 1900 to 2199, `2026-11-23`; undefined for anything else, 30 February too. */
export function parseIsoDate(text: string): IsoDate | undefined {
  if (!SHAPE.test(text)) return undefined;
  const [year, month, day] = dateParts(text);
  // 2026-02-30 comes back as 2026-03-02, and so is found out.
  const date = fromDayCount(Date.UTC(year, month - 1, day) / MILLIS_A_DAY);
  return date === text ? date : undefined;
}

/** A calendar date that the code knows to be one. Throws a RangeError otherwise: that is a bug, not an answer. */
export function isoDate(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new RangeError(`"${text}" is not a calendar date of the years 1900 to 2199.`);
  return date;
}

/** The date n calendar days later, or earlier where n is negative. */
export function addDays(date: IsoDate, n: number): IsoDate {
  return fromDayCount(toDayCount(date) + n);
}

/** Counts the calendar days from a to b: 1 from a day to the next, negative if b is the earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return toDayCount(b) - toDayCount(a);
}

/**
 * The date n calendar months later, or earlier where n is negative. The last day of a shorter month stands in for a
 * missing date: six months after 31 August is 28 or 29 February. Source: the procedure's "Clocks".
 */
export function addMonths(date: IsoDate, n: number): IsoDate {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of months.`);
  const [year, month, day] = dateParts(date);
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0));
  return fromDayCount(
    Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(day, lastOfMonth.getUTCDate())) /
      MILLIS_A_DAY,
  );
}

/** The same date n years later; 28 February stands in for 29 February in a year that has none. */
export function addYears(date: IsoDate, n: number): IsoDate {
  return addMonths(date, 12 * n);
}

/** The day of the week, by its English name. */
export function weekday(date: IsoDate): Weekday {
  // Day 0 of the count, 1 January 1970, was a Thursday; the day count of 1900 is negative.
  const name = WEEKDAYS[(((toDayCount(date) + 3) % 7) + 7) % 7];
  if (name === undefined) throw new RangeError(`"${date}" is not a calendar date.`);
  return name;
}

/** The earlier of two calendar dates. */
export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return b < a ? b : a;
}

/** The later of two calendar dates, or of two moments. */
export function later(a: IsoDate, b: IsoDate): IsoDate;
export function later(a: Instant, b: Instant): Instant;
export function later(a: string, b: string): string {
  return b > a ? b : a;
}

/** The year, the month from 1 and the day of the month, as numbers. */
export function dateParts(text: string): readonly [year: number, month: number, day: number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
}

/** The days from 1 January 1970, a Thursday, to the date: for counting through many days. */
export function toDayCount(date: IsoDate): number {
  return Date.parse(date) / MILLIS_A_DAY; // a date without a time is read as UTC, whatever the machine's zone
}

/** The date so many days after 1 January 1970. The one place where text becomes a calendar date. */
export function fromDayCount(days: number): IsoDate {
  if (!Number.isInteger(days)) throw new RangeError('A calendar date is a whole number of days from another.');
  if (days < FIRST_DAY || days > LAST_DAY) throw new RangeError('Calendar dates run from the year 1900 to 2199.');
  // By its parts, because toISOString is several times slower and a page of plans counts thousands of days.
  const date = new Date(days * MILLIS_A_DAY);
  return `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as IsoDate;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
