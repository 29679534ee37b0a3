import { fromMillis, toMillis } from './instant';
import { isoDate, dateParts } from './iso-date';
import type { Instant, IsoDate, TimeOfDay } from './time';

const MILLIS_A_DAY = 86_400_000;
const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const LONDON_CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Reads a time of day on the 24-hour clock, `00:00` to `23:59`; undefined for anything else, `9:00` and `24:00` too. */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  return TIME_OF_DAY.test(text) ? (text as TimeOfDay) : undefined;
}

/** A time of day that the code knows to be one. Throws a RangeError otherwise: that is a bug, not an answer. */
export function timeOfDay(text: string): TimeOfDay {
  const time = parseTimeOfDay(text);
  if (time === undefined) throw new RangeError(`"${text}" is not a time of day such as 17:00.`);
  return time;
}

/** The calendar date in London at a moment: in summer the new day begins at 23:00 UTC. */
export function londonDate(moment: Instant): IsoDate {
  return isoDate(londonWall(toMillis(moment)).slice(0, 10));
}

/** The time of day in London at a moment, to the minute that has begun. */
export function londonTime(moment: Instant): TimeOfDay {
  return timeOfDay(londonWall(toMillis(moment)).slice(11, 16));
}

/**
 * The moment in UTC at which London's clocks show this date and time: 17:00 is 17:00 UTC in winter, 16:00 in summer.
 * Where the clocks show a time twice (01:00 to 01:59 on the last Sunday of October) the first is meant; a time they
 * leave out (01:00 to 01:59 on the last Sunday of March) is read by the winter clock, so that 01:30 is half an hour
 * after the change, 02:30. That is the choice of RFC 5545, so calendar files agree; no working day is touched by it.
 */
export function londonInstant(date: IsoDate, time: TimeOfDay): Instant {
  const [year, month, day] = dateParts(date);
  const wall = Date.UTC(year, month - 1, day, Number(time.slice(0, 2)), Number(time.slice(3, 5)));
  const before = londonOffset(wall - MILLIS_A_DAY);
  const after = londonOffset(wall + MILLIS_A_DAY);
  const first = wall - before;
  if (before === after || londonOffset(first) === before) return fromMillis(first);
  const second = wall - after;
  return fromMillis(londonOffset(second) === after ? second : first);
}

/**
 * Every moment at which London's clocks show this date and time, the earlier first: one; none from 01:00 to 01:59 on the
 * last Sunday of March, when the clocks go forward; two from 01:00 to 01:59 on the last Sunday of October.
 */
export function londonInstants(date: IsoDate, time: TimeOfDay): readonly Instant[] {
  const [year, month, day] = dateParts(date);
  const wall = Date.UTC(year, month - 1, day, Number(time.slice(0, 2)), Number(time.slice(3, 5)));
  const offsets = [...new Set([londonOffset(wall - MILLIS_A_DAY), londonOffset(wall + MILLIS_A_DAY)])];
  return offsets
    .filter((offset) => londonOffset(wall - offset) === offset)
    .map((offset) => wall - offset)
    .sort((a, b) => a - b)
    .map(fromMillis);
}

/** The milliseconds by which London's clocks are ahead of UTC: an hour in summer, 0 in winter. */
function londonOffset(millis: number): number {
  const wholeSeconds = Math.floor(millis / 1000) * 1000;
  return Date.parse(`${londonWall(millis)}Z`) - wholeSeconds;
}

/** The date and time that London's clocks show, `2026-11-23T17:00:00`. */
function londonWall(millis: number): string {
  // 23/11/2026, 17:00:00: every part has a fixed width in the years that there are. Taking the parts is far slower.
  const shown = LONDON_CLOCK.format(millis);
  return `${shown.slice(6, 10)}-${shown.slice(3, 5)}-${shown.slice(0, 2)}T${shown.slice(12, 20)}`;
}
