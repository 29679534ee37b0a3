import { dateParts, weekday } from './iso-date';
import { londonDate, londonInstants, londonTime } from './london';
import type { Instant, IsoDate, TimeOfDay } from './time';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A calendar date in words with its day of the week, "Monday 7 December 2026". */
export function sayDate(date: IsoDate): string {
  return `${weekday(date)} ${sayShortDate(date)}`;
}

/** A calendar date in words, "7 December 2026". */
export function sayShortDate(date: IsoDate): string {
  const [year, month, day] = dateParts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The name of a month, 1 being January. */
export const sayMonth = (month: number): string => MONTHS[month - 1] ?? '';

/** A London time of day in GOV.UK's style, "5:00pm", "9:30am", "midday", "midnight". */
export function sayTime(time: TimeOfDay): string {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)}${hour < 12 ? 'am' : 'pm'}`;
}

/** Says which is meant of a time that London's clocks show twice, " (winter time)"; nothing of any other. */
export function whichOfTwo(moment: Instant): string {
  const all = londonInstants(londonDate(moment), londonTime(moment));
  if (all.length < 2) return '';
  return all[1] !== undefined && all[1] <= moment ? ' (winter time)' : ' (summer time)';
}

/** A moment in words by London's clock, "5:00pm on Monday 7 December 2026". */
export function sayInstant(moment: Instant): string {
  const [date, time] = [londonDate(moment), londonTime(moment)];
  // "Midnight on Monday" could be either end of Monday.
  return `${sayTime(time)}${whichOfTwo(moment)} ${time === '00:00' ? 'at the start of' : 'on'} ${sayDate(date)}`;
}
