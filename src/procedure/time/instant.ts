import { parseIsoDate } from './iso-date';
import type { Instant } from './time';

const FIRST = Date.UTC(1900, 0, 1);
const AFTER_LAST = Date.UTC(2200, 0, 1);
const SHAPE = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads a moment that names its zone, `2026-11-23T17:00:00Z` or `2026-06-01T17:00:00+01:00`, and gives it in UTC to
 * the millisecond, finer digits cut off; undefined for anything else, a time without a zone above all.
 */
export function parseInstant(text: string): Instant | undefined {
  const date = SHAPE.exec(text)?.[1];
  if (date === undefined || parseIsoDate(date) === undefined) return undefined;
  // The language leaves open how more than three digits are read.
  const millis = Date.parse(text.replace(/(\.\d{3})\d+/, '$1'));
  return isWithinYears(millis) ? fromMillis(millis) : undefined;
}

/** A moment in UTC that the code knows to be one. Throws a RangeError otherwise: that is a bug, not an answer. */
export function instant(text: string): Instant {
  const moment = parseInstant(text);
  if (moment === undefined) {
    throw new RangeError(`"${text}" is not a moment with its zone, in the years 1900 to 2199.`);
  }
  return moment;
}

/** The moment so many milliseconds after the start of 1970 in UTC, for what comes from a clock. */
export function fromMillis(millis: number): Instant {
  if (!isWithinYears(millis)) throw new RangeError(`${millis} is not a moment in the years 1900 to 2199.`);
  return new Date(millis).toISOString() as Instant; // the one place where text becomes a moment
}

/** Milliseconds from the start of 1970 in UTC to the moment, for what sets a timer. */
export function toMillis(moment: Instant): number {
  return Date.parse(moment);
}

function isWithinYears(millis: number): boolean {
  return millis >= FIRST && millis < AFTER_LAST; // false for NaN too
}
