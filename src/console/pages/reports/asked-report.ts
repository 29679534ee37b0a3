import {
  yearKinds,
  quarters,
  reportableYears,
  periodOn,
  sayYear,
  type Period,
} from '../../../procedure/reports-period';
import type { IsoDate } from '../../../procedure/time/time';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';

/** The period and the kind of cases that a report is about. */
export interface AskedReport {
  readonly period: Period;
  readonly practice: boolean;
}

/** A field of the address whose value cannot be reported on. */
export interface AddressProblem {
  readonly field: string;
  readonly sentence: string;
}

/**
 * Reads the report that the address asks for. If it asks for none, or for what cannot be, the report is of today's
 * quarter.
 */
export function readAskedReport(
  query: Fields,
  today: IsoDate,
): { readonly asked: AskedReport; readonly problems: readonly AddressProblem[] } {
  const practice = one(query, 'cases') === 'practice';
  const kind = yearKinds.find((each) => each === one(query, 'years')) ?? 'financial';
  const saidYear = one(query, 'year');
  const saidQuarter = one(query, 'quarter');
  const current = periodOn(today, { kind, by: 'quarter' });
  const problems: AddressProblem[] = [];
  const year = saidYear === '' ? current.year : readYear(saidYear);
  if (year === undefined) {
    const { first, last } = reportableYears;
    problems.push({ field: 'year', sentence: `The year must be four digits, from ${first} to ${last}` });
  }
  const quarter = quarters.find((each) => String(each) === saidQuarter);
  if (quarter === undefined && saidQuarter !== '' && saidQuarter !== 'all') {
    problems.push({ field: 'quarter', sentence: 'Choose a quarter from 1 to 4, or the whole year' });
  }
  if (problems.length > 0 || year === undefined) return { asked: { period: current, practice }, problems };
  if (saidYear === '' && saidQuarter === '') return { asked: { period: current, practice }, problems };
  return { asked: { period: { kind, year, ...(quarter === undefined ? {} : { quarter }) }, practice }, problems };
}

function readYear(said: string): number | undefined {
  // "2026–27" is how a financial year is written.
  const [, digits] = /^(\d{4})(?:\s*[-–/]\s*\d{2,4})?$/.exec(said) ?? [];
  const year = Number(digits);
  return digits !== undefined && year >= reportableYears.first && year <= reportableYears.last ? year : undefined;
}

/** The address of a report, below /reports. */
export function reportAddress({ period, practice }: AskedReport, path = '/reports'): string {
  const query = new URLSearchParams({
    years: period.kind,
    year: String(period.year),
    quarter: period.quarter === undefined ? 'all' : String(period.quarter),
    ...(practice ? { cases: 'practice' } : {}),
  });
  return `${path}?${query.toString()}`;
}

/** The part of a file's name that says what the report is about, "2026-27-quarter-3". */
export function fileNameOf({ period, practice }: AskedReport): string {
  const year = sayYear(period.kind, period.year).replace('–', '-');
  return `reports-${year}${period.quarter === undefined ? '' : `-quarter-${period.quarter}`}${practice ? '-practice' : ''}`;
}
