import { isWorkingDay, nextWorkingMorning, onOrAfter, onOrBefore, type Calendar } from '../time/calendar';
import { addDays, fromMillis, later, londonDate, londonInstant, londonTime, toMillis } from '../time/dates';
import { businessUnit, partnerRoles, type Role } from '../roles';
import type { Instant, IsoDate, TimeOfDay } from '../time/time';

/* Emails to the partnership about a notification from outside that nobody has taken yet. Source: step 1. */

/** The emails, by when they are due: at once, after two working hours, the next working morning, and each one after. */
export type OutsideRung = 'office' | 'manager' | 'partners' | `morning:${IsoDate}`;

/** An email that was decided before, and when. */
export interface OutsideTold {
  readonly rung: string;
  readonly at: Instant;
}

/** The facts from which the emails about an untaken notification follow. */
export interface Watched {
  readonly receivedAt: Instant;
  readonly told: readonly OutsideTold[];
  readonly calendar: Calendar;
  /** London time at which a working day begins and ends. */
  readonly morning: TimeOfDay;
  readonly closingHour: TimeOfDay;
}

/** Working hours after which the Business Manager is told. */
const managerAfterHours = 2;
const hour = 3_600_000;

/** The moment so many hours of working days after another, in milliseconds of London's working hours. */
export function afterWorkingTime({ calendar, morning, closingHour }: Watched, from: Instant, millis: number): Instant {
  let left = millis;
  let start = from;
  for (let date = onOrAfter(calendar, londonDate(from)); ; date = onOrAfter(calendar, addDays(date, 1))) {
    start = later(start, londonInstant(date, morning));
    const room = toMillis(londonInstant(date, closingHour)) - toMillis(start);
    if (room >= left) return fromMillis(toMillis(start) + left);
    left -= Math.max(room, 0);
  }
}

/** Says whether people are at work at a moment: nobody is emailed again at night, at a weekend or on a holiday. */
function isWorkingTime({ calendar, morning, closingHour }: Watched, now: Instant): boolean {
  const time = londonTime(now);
  return isWorkingDay(calendar, londonDate(now)) && time >= morning && time <= closingHour;
}

/** The working morning that began last. */
function lastWorkingMorning({ calendar, morning }: Watched, now: Instant): { readonly date: IsoDate; at: Instant } {
  const date = onOrBefore(calendar, londonDate(now));
  const at = londonInstant(date, morning);
  if (at <= now) return { date, at };
  const before = onOrBefore(calendar, addDays(date, -1));
  return { date: before, at: londonInstant(before, morning) };
}

/**
 * Lists the emails that are due now, and says when to look again. The Business Unit is told at any hour. The delegated
 * partners are told on the working morning after the Business Manager was to be told, so that they never hear of it
 * before the office could see it. After a stop of the system the mornings that were missed are not made up for.
 */
export function outsideReminders(
  watched: Watched,
  now: Instant,
): { readonly due: readonly OutsideRung[]; readonly lookAgainAt: Instant } {
  const { calendar, morning, receivedAt, told } = watched;
  const toldAt = (rung: OutsideRung): Instant | undefined => told.find((one) => one.rung === rung)?.at;
  const managerAt = afterWorkingTime(watched, receivedAt, managerAfterHours * hour);
  const partnersAt = nextWorkingMorning(calendar, managerAt, morning);
  const works = isWorkingTime(watched, now);
  const due: OutsideRung[] = toldAt('office') === undefined ? ['office'] : [];
  if (works && managerAt <= now && toldAt('manager') === undefined) due.push('manager');
  if (works && partnersAt <= now && toldAt('partners') === undefined) due.push('partners');
  const partnersTold = toldAt('partners');
  const last = lastWorkingMorning(watched, now);
  const rung: OutsideRung = `morning:${last.date}`;
  if (works && partnersTold !== undefined && last.at > partnersTold && toldAt(rung) === undefined) due.push(rung);
  const ahead = [managerAt, partnersAt, nextWorkingMorning(calendar, now, morning)].filter((at) => at > now);
  return { due, lookAgainAt: ahead.reduce((one, other) => (other < one ? other : one)) };
}

/** The roles that are told at a rung. From the second morning on everybody who was told is told again. */
export function rolesOf(rung: OutsideRung): readonly Role[] {
  switch (rung) {
    case 'office':
      return businessUnit;
    case 'manager':
      return ['business-manager'];
    case 'partners':
      return partnerRoles;
    default:
      return [...businessUnit, ...partnerRoles];
  }
}

/** Says whether a text names an email of this file. */
export const isRung = (text: string): text is OutsideRung =>
  text === 'office' || text === 'manager' || text === 'partners' || /^morning:\d{4}-\d{2}-\d{2}$/.test(text);
