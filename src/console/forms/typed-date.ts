import {
  addDays,
  parseIsoDate,
  parseTimeOfDay,
  sayDate,
  sayMonth,
  sayShortDate,
  weekday,
  type Weekday,
} from '../../procedure/time/dates';
import { asksFor } from '../../procedure/forms';
import type { IsoDate, TimeOfDay } from '../../procedure/time/time';
import { dateWords, monthNamed, type DateWords } from './date-words';

/* Dates and times as people type them: "1 3 26", "01 / Mar / 2026", "9.30am". */

export const dateParts = ['day', 'month', 'year'] as const;
type DatePart = (typeof dateParts)[number];

/** A date as it was typed, in three boxes; all of it may stand in the box for the day. */
export type TypedDate = Readonly<Record<DatePart, string>>;

/**
 * A problem with a typed date: the part that is wrong, and the sentence to show. `day` also stands for the whole date.
 */
export interface DateProblem {
  readonly part: DatePart;
  readonly sentence: string;
}

/** True if nothing was typed in any box. */
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
  const whole = isOneText ? parseIsoDate(boxes.day.normalize('NFKC').trim()) : undefined;
  if (whole !== undefined) return whole;
  // The day of the week may stand in the box for the day too.
  const words = dateWords(boxes.day);
  const parts = isOneText ? apart(words) : { ...boxes, day: words.unknown === undefined ? words.parts.join('?') : '?' };
  if (isOneText && words.parts.length > 3) {
    return { part: 'day', sentence: `${title}: that is more than one date. ${typeIt(today)}` };
  }
  if (isOneText && words.unknown !== undefined) {
    return {
      part: 'day',
      sentence: `${title}: “${words.unknown}” is no day of the week and no month. ${typeIt(today)}`,
    };
  }
  const day = dayOf(parts.day);
  const month = monthOf(parts.month);
  const year = yearOf(parts.year, today);
  const missing = dateParts.filter((part) => parts[part].trim() === '');
  const [first] = missing;
  if (first !== undefined) {
    const what = missing.map((part) => `a ${part}`).join(' and ');
    return {
      part: first,
      sentence: missing.length === 3 ? asksFor('Enter', title) : `${title} must include ${what}`,
    };
  }
  if (day === undefined) return { part: 'day', sentence: `${title}: the day must be a number from 1 to 31` };
  if (month === undefined) {
    return { part: 'month', sentence: `${title}: the month must be a number from 1 to 12, or its name${order(parts)}` };
  }
  if (year === undefined) {
    return { part: 'year', sentence: `${title}: the year must be between 1900 and 2199, such as ${today.slice(0, 4)}` };
  }
  const date = parseIsoDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
  if (date === undefined) return { part: 'day', sentence: `${title}: ${sayMonth(month)} ${year} has no day ${day}` };
  if (words.weekday === undefined || words.weekday === weekday(date)) return date;
  const other = nearest(date, words.weekday);
  return {
    part: 'day',
    sentence: `${title}: ${sayShortDate(date)} is a ${weekday(date)}, not a ${words.weekday}. Enter the date that is right: ${sayDate(date)}, or ${sayDate(other)}`,
  };
}

/** The day nearest to a date that is of this day of the week. */
const nearest = (date: IsoDate, named: Weekday): IsoDate =>
  [1, -1, 2, -2, 3, -3].map((days) => addDays(date, days)).find((day) => weekday(day) === named) ?? date;

const typeIt = (today: IsoDate): string => {
  const { day, month, year } = typedDateOf(today);
  return `Type the day, the month and the year, such as ${day} ${month} ${year}`;
};

/** Says that the day comes first, if the month seems to have been typed before it, as in 12/31/2026. */
function order({ day, month, year }: TypedDate): string {
  const [first, second] = [Number(bare(day)), Number(bare(month))];
  const isSwapped = first >= 1 && first <= 12 && second > 12 && second <= 31;
  return isSwapped ? `. The day comes before the month: ${second} ${first} ${bare(year)}` : '';
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

/**
 * Splits a date typed as one text: "Monday 7 December 2026", "07/12/2026", "December 7, 2026", "07122026", "2026/12/7".
 */
function apart({ parts }: DateWords): TypedDate {
  const [only = ''] = parts;
  const run = parts.length === 1 ? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(only) : null;
  const [one = '', two = '', three = ''] = run === null ? parts : run.slice(1);
  if (/^\d{4}$/.test(one)) return { day: three, month: two, year: one };
  return /^\p{L}/u.test(one) ? { day: two, month: one, year: three } : { day: one, month: two, year: three };
}

function dayOf(text: string): number | undefined {
  const found = /^0*(\d{1,2})(?:st|nd|rd|th)?$/.exec(bare(text));
  const day = Number(found?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function monthOf(text: string): number | undefined {
  const said = bare(text);
  if (/^\d+$/.test(said)) return Number(said) >= 1 && Number(said) <= 12 ? Number(said) : undefined;
  return monthNamed(said);
}

function yearOf(text: string, today: IsoDate): number | undefined {
  const said = bare(text);
  if (/^\d{4}$/.test(said)) return Number(said) >= 1900 && Number(said) <= 2199 ? Number(said) : undefined;
  if (!/^\d{2}$/.test(said)) return undefined;
  // A year of two digits is one near today; a date of birth of the last century is written in full or is long past.
  const year = Math.floor(Number(today.slice(0, 4)) / 100) * 100 + Number(said);
  return year > Number(today.slice(0, 4)) + 20 ? year - 100 : year;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s,./\\'’–-]+/g, '');
const twoDigits = (n: number): string => String(n).padStart(2, '0');
