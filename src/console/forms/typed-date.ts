import { parseIsoDate, parseTimeOfDay, sayMonth } from '../../procedure/dates';
import type { IsoDate, TimeOfDay } from '../../procedure/time';
import { lowered } from '../wording';

/* Dates and times as people type them: "1 3 26", "01 / Mar / 2026", "9.30am". */

export const dateParts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof dateParts)[number];

/** A date as it was typed, in three boxes; all of it may stand in the box for the day. */
export type TypedDate = Readonly<Record<DatePart, string>>;

/** What is wrong with a typed date, and with which of its parts; `day` where it is the whole. */
export interface DateProblem {
  readonly part: DatePart;
  readonly sentence: string;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/;

/** Whether nothing was typed at all. */
export const isBlankDate = (typed: TypedDate): boolean => dateParts.every((part) => typed[part].trim() === '');

/**
 * Reads a date as people type it, or says which part is wrong. `today` says which century a year of two digits is in.
 * `title` begins the sentence: "The day of the meeting".
 */
export function readTypedDate(
  typed: TypedDate | string,
  { today, title }: { readonly today: IsoDate; readonly title: string },
): IsoDate | DateProblem {
  const boxes = typeof typed === 'string' ? { day: typed, month: '', year: '' } : typed;
  const isOneText = boxes.month.trim() === '' && boxes.year.trim() === '';
  const whole = isOneText ? parseIsoDate(boxes.day.trim()) : undefined;
  if (whole !== undefined) return whole;
  const parts = isOneText ? apart(boxes.day) : boxes;
  const day = dayOf(parts.day);
  const month = monthOf(parts.month);
  const year = yearOf(parts.year, today);
  const missing = dateParts.filter((part) => parts[part].trim() === '');
  const [first] = missing;
  if (first !== undefined) {
    const what = missing.map((part) => `a ${part}`).join(' and ');
    return {
      part: first,
      sentence: missing.length === 3 ? `Enter ${lowered(title)}` : `${title} must include ${what}`,
    };
  }
  if (day === undefined) return { part: 'day', sentence: `${title}: the day must be a number from 1 to 31` };
  if (month === undefined) {
    return { part: 'month', sentence: `${title}: the month must be a number from 1 to 12, or its name` };
  }
  if (year === undefined) {
    return { part: 'year', sentence: `${title}: the year must be between 1900 and 2199, such as ${today.slice(0, 4)}` };
  }
  const date = parseIsoDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
  if (date !== undefined) return date;
  return { part: 'day', sentence: `${title}: ${sayMonth(month)} ${year} has no day ${day}` };
}

/** A date that is known, in its three boxes. */
export function typedDateOf(date: string): TypedDate {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** Reads a time of day as people type it, or nothing where it is none. */
export function readTypedTime(text: string): TimeOfDay | undefined {
  const said = text.trim().toLowerCase().replaceAll(/\s+/g, '');
  if (said === 'midday' || said === 'noon') return parseTimeOfDay('12:00');
  if (said === 'midnight') return parseTimeOfDay('00:00');
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm|a\.m\.|p\.m\.)?$/.exec(said);
  if (found === null) return undefined;
  const [, hours = '', minutes, half] = found;
  // "9" alone could be morning or evening.
  if (minutes === undefined && half === undefined) return undefined;
  const hour = Number(hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const inDay = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return parseTimeOfDay(`${twoDigits(inDay)}:${minutes ?? '00'}`);
}

/** One text taken apart: "Monday 7 December 2026", "07/12/2026", "December 7, 2026", "07122026", "2026/12/7". */
function apart(text: string): TypedDate {
  const run = /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  const words = run === null ? text.toLowerCase().split(/[\s,./\\–-]+/) : run.slice(1);
  const [one = '', two = '', three = ''] = words.filter((word) => word !== '' && !weekdays.test(word));
  if (/^\d{4}$/.test(one)) return { day: three, month: two, year: one };
  return /^[a-z]/.test(one) ? { day: two, month: one, year: three } : { day: one, month: two, year: three };
}

function dayOf(text: string): number | undefined {
  const found = /^0*(\d{1,2})(?:st|nd|rd|th)?$/.exec(bare(text));
  const day = Number(found?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function monthOf(text: string): number | undefined {
  const said = bare(text);
  if (/^\d+$/.test(said)) return Number(said) >= 1 && Number(said) <= 12 ? Number(said) : undefined;
  const at = said.length < 3 ? -1 : months.findIndex((name) => name.startsWith(said));
  return at === -1 ? undefined : at + 1;
}

function yearOf(text: string, today: IsoDate): number | undefined {
  const said = bare(text);
  if (/^\d{4}$/.test(said)) return Number(said) >= 1900 && Number(said) <= 2199 ? Number(said) : undefined;
  if (!/^\d{2}$/.test(said)) return undefined;
  // A year of two digits is one near today; a date of birth of the last century is written in full or is long past.
  const year = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + Number(said);
  return year > Number(today.slice(0, 4)) + 20 ? year - 100 : year;
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s,./\\–-]+/g, '');
const twoDigits = (n: number): string => String(n).padStart(2, '0');
