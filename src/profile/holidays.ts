import Holidays from 'date-holidays';
import type { Calendar } from '../procedure/time/calendar';
import { isoDate, weekday } from '../procedure/time/dates';
import type { IsoDate, TimeOfDay } from '../procedure/time/time';

/** The region and the span of London dates, both ends included, for which holidays are wanted. */
export interface HolidaySpan {
  /** Country and part of it, `GB-ENG` for England. */
  readonly region: string;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** A bank holiday that is another than the package has it: taken away, moved to another day, or added. */
export interface HolidayMoved {
  /** The day that is a bank holiday no longer. */
  readonly from?: IsoDate;
  /** The day that is one in its place, or besides. */
  readonly to?: IsoDate;
  /** Its name; without one that of the holiday that moves. */
  readonly name?: string;
}

/** Working days as a partnership's profile sets them. */
export interface CalendarSources extends HolidaySpan {
  readonly closingHour: TimeOfDay;
  /** The partnership's own closure days: date → reason. */
  readonly closures: Readonly<Record<string, string>>;
  /** Bank holidays proclaimed since date-holidays was last updated: date → name. */
  readonly extraHolidays?: Readonly<Record<string, string>>;
  /** Bank holidays that were moved or taken away, in the order in which that was said. */
  readonly movedHolidays?: readonly HolidayMoved[];
}

/**
 * The bank holidays of a region, London date → name, in order of date, as GOV.UK lists them: the day itself where it is
 * a weekday, the substitute day where it is not. Source: "Words" (working day); the Banking and Financial Dealings
 * Act 1971 and proclamations, by way of date-holidays.
 *
 * The package calls England's bank holidays `public`; `observance` (Easter Sunday, Mother's Day) is not asked for. Its
 * dates for England were compared with a reckoning of our own for 2024 to 2045 and none was found wrong.
 */
export function bankHolidays({ region, from, until }: HolidaySpan): Record<string, string> {
  requireOrder(from, until);
  const years = yearsOf(region);
  const found: (readonly [string, string])[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(until.slice(0, 4)); year += 1) found.push(...years(year));
  return inOrder(found, from, until);
}

type HolidaysOfYear = (year: number) => readonly (readonly [string, string])[];

/**
 * Caches the holidays of each year by region: working out a year takes milliseconds, a calendar has twenty years, and
 * there is another calendar with every closure that is added.
 */
const cache = new Map<string, HolidaysOfYear>();

function yearsOf(region: string): HolidaysOfYear {
  const known = cache.get(region);
  if (known !== undefined) return known;
  const source = holidaysOf(region);
  const byYear = new Map<number, ReturnType<HolidaysOfYear>>();
  const years: HolidaysOfYear = (year) => {
    const holidays = byYear.get(year) ?? weekdaysOf(source, year);
    byYear.set(year, holidays);
    return holidays;
  };
  cache.set(region, years);
  return years;
}

/** The holidays of a year that are weekdays, each with its date in the region. */
function weekdaysOf(source: Holidays, year: number): ReturnType<HolidaysOfYear> {
  return source.getHolidays(year, 'en').flatMap(({ date, name }) => {
    // `date` is the region's own date as text; `start` is a Date, and a machine abroad would show the day before.
    const day = date.slice(0, 10);
    return ['Saturday', 'Sunday'].includes(weekday(isoDate(day))) ? [] : [[day, name] as const];
  });
}

/**
 * The calendar of a partnership: England's bank holidays, those proclaimed since, and its own closure days, London
 * dates throughout. The same sources always give the same text, so that a change can be seen by comparing. Throws a
 * RangeError for a date that does not exist: a mistyped closure must not be lost in silence.
 */
export function buildCalendar(sources: CalendarSources): Calendar {
  const { region, from, until, closingHour, closures, extraHolidays = {}, movedHolidays = [] } = sources;
  const known = bankHolidays({ region, from, until });
  return {
    region,
    closingHour,
    from,
    until,
    holidays: inOrder(
      asMoved([...Object.entries(known), ...Object.entries(extraHolidays)], movedHolidays),
      from,
      until,
    ),
    closures: inOrder(Object.entries(closures), from, until),
  };
}

/** The holidays once some were moved or taken away. Throws a RangeError for a day that does not exist, as for any other. */
function asMoved(
  holidays: readonly (readonly [string, string])[],
  moved: readonly HolidayMoved[],
): readonly (readonly [string, string])[] {
  const days = new Map(holidays);
  for (const { from, to, name } of moved) {
    // A later profile may have the same move: its name stays.
    const before = [from, to].flatMap((day) => (day === undefined ? [] : (days.get(day) ?? [])));
    const called = name ?? before.at(0) ?? 'Bank holiday';
    if (from !== undefined) days.delete(from);
    if (to !== undefined) days.set(to, called);
  }
  return [...days];
}

function inOrder(
  entries: readonly (readonly [string, string])[],
  from: IsoDate,
  until: IsoDate,
): Record<string, string> {
  return Object.fromEntries(
    entries
      .map(([date, words]) => [isoDate(date), words] as const)
      .filter(([date]) => date >= from && date <= until)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** The package quietly gives the holidays of the whole country for a part it does not know, so the region is checked. */
function holidaysOf(region: string): Holidays {
  const [country = '', part = '', ...rest] = region.split('-');
  const parts: Record<string, string> = new Holidays().getStates(country) ?? {};
  if (rest.length > 0 || !Object.hasOwn(parts, part)) {
    throw new RangeError(`No bank holidays are known for the region "${region}"; England is GB-ENG.`);
  }
  return new Holidays(country, part, { languages: 'en', timezone: 'Europe/London', types: ['public', 'bank'] });
}

function requireOrder(from: IsoDate, until: IsoDate): void {
  if (until < from) throw new RangeError(`A calendar cannot run from ${from} to ${until}.`);
}
