import { isoDate, parseIsoDate, sayDate } from '../../../procedure/time/dates';
import type { Calendar } from '../../../procedure/time/calendar';
import type { IsoDate } from '../../../procedure/time/time';
import { bankHolidays } from '../../../profile/holidays';
import { sayHolidayChange } from '../../../casework/calendar-words';
import { daysOfChange } from '../../../casework/holidays';
import type { HolidayChange } from '../../../records/holiday-changes';
import type { Closure } from '../../../records/closures';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { casesAsked } from '../../forms/checked';
import { begin, typographic } from '../../wording/letters';

/** The years that the calendar covers, and the one that is shown. */
export function yearsOf({ from, until }: Calendar, today: IsoDate, asked: string) {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  const wanted = /^\d{4}$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
  const year = Math.min(Math.max(wanted, first), last);
  return {
    year,
    previous: year > first ? year - 1 : undefined,
    next: year < last ? year + 1 : undefined,
  };
}

const isOf = (year: number) => (date: string) => date.startsWith(`${year}-`);

/** The holidays of a year with where each comes from. */
export function holidaysOf({ region, holidays }: Calendar, changes: readonly HolidayChange[], year: number) {
  const known = bankHolidays({ region, from: isoDate(`${year}-01-01`), until: isoDate(`${year}-12-31`) });
  return Object.entries(holidays)
    .map(([date, name]) => [isoDate(date), name] as const)
    .filter(([date]) => isOf(year)(date))
    .map(([date, name]) => ({
      date,
      name: typographic(name),
      source:
        known[date] !== undefined
          ? 'Bank holiday in England'
          : changes.some((one) => one.withdrawn === undefined && daysOfChange(one).includes(date))
            ? 'Changed here'
            : 'Changed in the settings',
    }));
}

type NameOf = (id: string) => string;

const sentence = (text: string): string => typographic(begin(text));

/** The closures of a year: those of the profile, those added since, and those withdrawn. */
export function closuresOf({ closures }: Calendar, added: readonly Closure[], year: number, nameOf: NameOf) {
  const ofYear = added.filter(({ date }) => isOf(year)(date));
  const standing = ofYear.filter(({ withdrawn }) => withdrawn === undefined);
  return {
    standing: Object.entries(closures)
      .filter(([date]) => isOf(year)(date))
      .map(([date, reason]) => {
        const own = standing.find((one) => one.date === date);
        return { date, reason: sentence(reason), addedBy: own && nameOf(own.by), addedAt: own?.at };
      }),
    withdrawn: ofYear.flatMap(({ date, reason, withdrawn }) =>
      withdrawn === undefined
        ? []
        : [{ date, reason: sentence(reason), by: nameOf(withdrawn.by), at: withdrawn.at, why: withdrawn.reason }],
    ),
  };
}

/** The changes of bank holidays that touch a year: those that stand, and those withdrawn. */
export function holidayChangesOf(changes: readonly HolidayChange[], year: number, nameOf: NameOf) {
  const ofYear = changes.filter((one) => daysOfChange(one).some(isOf(year)));
  return {
    standing: ofYear
      .filter(({ withdrawn }) => withdrawn === undefined)
      .map((one) => ({ ...one, says: sentence(sayHolidayChange(one)), by: nameOf(one.by) })),
    withdrawn: ofYear.flatMap(({ withdrawn, ...one }) =>
      withdrawn === undefined
        ? []
        : [
            {
              says: sentence(sayHolidayChange(one)),
              by: nameOf(withdrawn.by),
              at: withdrawn.at,
              why: withdrawn.reason,
            },
          ],
    ),
  };
}

/** The change of a bank holiday that was just made or withdrawn, as far as the records bear it out. */
export function whatHappenedToHoliday(query: Fields, changes: readonly HolidayChange[]): string | undefined {
  const asked = casesAsked(one(query, 'asked'));
  const [changed, back] = ['changed', 'back'].map((name) => parseIsoDate(one(query, name)));
  if (asked === undefined) return undefined;
  const ofDay = (day: IsoDate | undefined) => changes.filter(({ date }) => date === day);
  const standing = ofDay(changed).find(({ withdrawn }) => withdrawn === undefined);
  if (standing !== undefined) return `${typographic(sayHolidayChange(standing))}. ${asked}`;
  if (back !== undefined && ofDay(back).length > 0 && ofDay(back).every(({ withdrawn }) => withdrawn !== undefined))
    return `The change of ${sayDate(back)} is withdrawn. ${asked}`;
  return undefined;
}

/** Says what was just done, if the calendar confirms it: the address alone is no proof. */
export function whatChanged(query: Fields, added: readonly Closure[], nameOf: NameOf): string | undefined {
  const asked = casesAsked(one(query, 'asked'));
  const [addedOn, wasOn, withdrawnOn] = ['added', 'was', 'withdrawn'].map((name) => parseIsoDate(one(query, name)));
  const standing = (day: IsoDate | undefined) =>
    added.find(({ date, withdrawn }) => date === day && withdrawn === undefined);
  if (asked === undefined) return undefined;
  if (addedOn !== undefined && standing(addedOn) !== undefined) {
    return `${sayDate(addedOn)} is now a closure day. ${asked}`;
  }
  const before = standing(wasOn);
  if (wasOn !== undefined && before !== undefined) {
    return `${sayDate(wasOn)} was a closure day already: ${before.reason}, added by ${nameOf(before.by)}. ${asked}`;
  }
  if (withdrawnOn !== undefined && standing(withdrawnOn) === undefined) {
    return `${sayDate(withdrawnOn)} is no longer a closure day. ${asked}`;
  }
  return undefined;
}
