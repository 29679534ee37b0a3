import { WEEKDAYS, type Weekday } from '../../procedure/time/dates';

/* The words of a date as people type it: days of the week, months, and what stands between them. */

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

/** The month of a name or of its beginning, three letters at least, 1 being January. */
export function monthNamed(word: string): number | undefined {
  const at = word.length < 3 ? -1 : months.findIndex((name) => name.startsWith(word));
  return at === -1 ? undefined : at + 1;
}

/** The day of the week of a name, of its beginning, or of "weds" and "thurs" as they are written. */
function weekdayNamed(word: string): Weekday | undefined {
  const said = word.replace(/^weds$/, 'wed').replace(/^tues$/, 'tue');
  return said.length < 2 ? undefined : WEEKDAYS.find((name) => name.toLowerCase().startsWith(said));
}

/**
 * Words without meaning for the date: "the" and "of" in "the 9th of December", or the end of an ordinal typed apart.
 */
const fillers = ['the', 'of', 'on', 'st', 'nd', 'rd', 'th', 'day'];

/** A typed text in its words and numbers, with what it says of the day of the week. */
export interface DateWords {
  /** Numbers and months, in the order in which they were typed. */
  readonly parts: readonly string[];
  readonly weekday?: Weekday;
  /** A word that is neither a month nor a day of the week. */
  readonly unknown?: string;
}

/** Takes a text apart: "Weds. 9th December 2026", "the 9th of Dec ’26", "9dec2026". */
export function dateWords(text: string): DateWords {
  const said =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\d+/gu) ?? [];
  const words = said.filter((word) => !fillers.includes(word));
  const weekday = words.map(weekdayOf).find((one) => one !== undefined);
  const unknown = words.find((word) => /^\p{L}/u.test(word) && !isKnown(word));
  return {
    parts: words.filter((word) => /^\d/.test(word) || monthNamed(word) !== undefined),
    ...(weekday === undefined ? {} : { weekday }),
    ...(unknown === undefined ? {} : { unknown }),
  };
}

const weekdayOf = (word: string): Weekday | undefined =>
  monthNamed(word) === undefined ? weekdayNamed(word) : undefined;

const isKnown = (word: string): boolean => monthNamed(word) !== undefined || weekdayNamed(word) !== undefined;
