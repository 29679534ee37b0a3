import { addDays, addMonths, isoDate, sayShortDate } from './time/dates';
import type { IsoDate } from './time/time';

/** The two years that a partnership reports by: January to December, and April to March. */
export const yearKinds = ['financial', 'calendar'] as const;
export type YearKind = (typeof yearKinds)[number];

export const quarters = [1, 2, 3, 4] as const;
type Quarter = (typeof quarters)[number];

/** A year, or one quarter of it, that a report is about. A financial year is named by the calendar year it begins in. */
export interface Period {
  readonly kind: YearKind;
  readonly year: number;
  /** The whole year where it is absent. */
  readonly quarter?: Quarter;
}

/** The first and the last day of a period, both counted. */
export interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const firstMonth: Readonly<Record<YearKind, number>> = { calendar: 1, financial: 4 };

/** The years that can be reported on: those that have calendar dates on every side. */
export const reportableYears = { first: 1901, last: 2198 } as const;

const firstDayOf = (kind: YearKind, year: number): IsoDate =>
  isoDate(`${year}-${String(firstMonth[kind]).padStart(2, '0')}-01`);

/** The days of a period. */
export function spanOf({ kind, year, quarter }: Period): Span {
  const begins = firstDayOf(kind, year);
  const from = quarter === undefined ? begins : addMonths(begins, 3 * (quarter - 1));
  return { from, to: addDays(addMonths(from, quarter === undefined ? 12 : 3), -1) };
}

/** The period of this kind in which a day lies. */
export function periodOn(
  day: IsoDate,
  { kind, by }: { readonly kind: YearKind; readonly by: 'quarter' | 'year' },
): Period {
  const calendarYear = Number(day.slice(0, 4));
  const year = day < firstDayOf(kind, calendarYear) ? calendarYear - 1 : calendarYear;
  if (by === 'year') return { kind, year };
  const quarter = quarters.find((one) => day <= spanOf({ kind, year, quarter: one }).to) ?? 4;
  return { kind, year, quarter };
}

/** The period of the same length that ends the day before this one begins. */
export const previousPeriod = (period: Period): Period => beside(period, addDays(spanOf(period).from, -1));

/** The period of the same length that begins the day after this one ends. */
export const nextPeriod = (period: Period): Period => beside(period, addDays(spanOf(period).to, 1));

const beside = ({ kind, quarter }: Period, day: IsoDate): Period =>
  periodOn(day, { kind, by: quarter === undefined ? 'year' : 'quarter' });

/** A year as its kind names it: "2026" or "2026–27". */
export const sayYear = (kind: YearKind, year: number): string =>
  kind === 'calendar' ? String(year) : `${year}–${String((year + 1) % 100).padStart(2, '0')}`;

/** A period as people name it: "Quarter 3 of the financial year 2026–27", "the calendar year 2026". */
export function sayPeriod({ kind, year, quarter }: Period): string {
  const whole = `the ${kind} year ${sayYear(kind, year)}`;
  return quarter === undefined ? whole : `quarter ${quarter} of ${whole}`;
}

/** A period by its days: "1 October 2026 to 31 December 2026". */
export function saySpan(period: Period): string {
  const { from, to } = spanOf(period);
  return `${sayShortDate(from)} to ${sayShortDate(to)}`;
}
