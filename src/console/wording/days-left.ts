import { workingDaysAfter, workingDaysBetween, type Calendar } from '../../procedure/time/calendar';
import { addDays, addYears, londonDate, sayDate } from '../../procedure/time/dates';
import type { Instant, IsoDate } from '../../procedure/time/time';

/**
 * Working days after its date from which something is critically overdue: a working week, after which the third
 * reminder goes out and the Scrutineer is told. Source: "Reminders and escalation".
 */
const criticalAfter = 5;

/**
 * Working days before its date from which something is due soon, on every page: amber in the matrix and orange on
 * Today. The first reminder goes out then. Source: "Reminders and escalation".
 */
const soonWithin = 3;

/** True if the calendar covers this date and the year after it. */
export const counts = (calendar: Calendar, date: IsoDate): boolean =>
  date >= calendar.from && addYears(date, 1) <= calendar.until;

/** Returns the last London date that is soon at this moment of a case's own clock. */
export function soonUntil(calendar: Calendar, now: Instant): IsoDate {
  const today = londonDate(now);
  // Non-working days after the last such working day count too, for a date may be a Saturday.
  return counts(calendar, today) ? addDays(workingDaysAfter(calendar, today, soonWithin + 1), -1) : today;
}

/** The degrees of urgency of a date, the most pressing first. */
export const urgencies = ['critical', 'overdue', 'soon', 'later'] as const;
export type Urgency = (typeof urgencies)[number];

/** The urgency of a date, and the working days until it in words. */
export interface DaysLeft {
  readonly urgency: Urgency;
  /** "3 working days left", "due today", "2 working days overdue". */
  readonly sentence: string;
}

const workingDays = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`;

/** Returns the working days until a date, or since it passed, at a moment of the case's own clock. */
export function daysLeft(
  calendar: Calendar,
  { due, dueAt }: { readonly due: IsoDate; readonly dueAt: Instant },
  now: Instant,
): DaysLeft {
  const today = londonDate(now);
  // A date that somebody put decades away is beyond what the calendar can count.
  if (due > calendar.until || due < calendar.from) {
    return due > today
      ? { urgency: 'later', sentence: 'years left' }
      : { urgency: 'critical', sentence: 'years overdue' };
  }
  const left = workingDaysBetween(calendar, today, due);
  if (dueAt < now) {
    return {
      urgency: -left >= criticalAfter ? 'critical' : 'overdue',
      // The date closed this evening, or on the last working day before this weekend: no working day is lost yet.
      sentence:
        left === 0
          ? `overdue since ${due === today ? 'the end of today' : sayDate(due)}`
          : `${workingDays(-left)} overdue`,
    };
  }
  const urgency = due <= soonUntil(calendar, now) ? 'soon' : 'later';
  if (due === today) return { urgency, sentence: 'due today' };
  return {
    urgency,
    sentence: left === 0 ? `due on ${sayDate(due)}, before the next working day` : `${workingDays(left)} left`,
  };
}
