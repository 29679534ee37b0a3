/**
 * Dates, moments and London's clock, through one door: everything else of the rules imports them from here.
 * Calendar dates are London dates, moments are UTC; only `london.ts` turns one into the other.
 */
export {
  WEEKDAYS,
  addDays,
  addMonths,
  addYears,
  daysBetween,
  earlier,
  fromDayCount,
  isoDate,
  later,
  parseIsoDate,
  toDayCount,
  weekday,
} from './iso-date';
export type { Weekday } from './iso-date';
export { fromMillis, instant, parseInstant, toMillis } from './instant';
export { londonDate, londonInstant, londonInstants, londonTime, parseTimeOfDay, timeOfDay } from './london';
export { sayDate, sayInstant, sayMonth, sayShortDate, sayTime, whichOfTwo } from './say-date';
