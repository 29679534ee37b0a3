import { addDays, addMonths, earlier, isoDate, later, sayMonth } from '../../procedure/dates';
import type { IsoDate } from '../../procedure/time';

/** A month, or the part of it that lies between two days. */
export interface MonthPart {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** "December 2026". */
  readonly text: string;
}

/** The months between two days, both included. */
export function monthsBetween(from: IsoDate, to: IsoDate): readonly MonthPart[] {
  const parts: MonthPart[] = [];
  for (let first = isoDate(`${from.slice(0, 7)}-01`); first <= to; first = addMonths(first, 1)) {
    const [year = '', month = ''] = first.split('-');
    parts.push({
      from: later(first, from),
      to: earlier(addDays(addMonths(first, 1), -1), to),
      text: `${sayMonth(Number(month))} ${year}`,
    });
  }
  return parts;
}
