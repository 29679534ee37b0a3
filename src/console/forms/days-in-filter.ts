import type { IsoDate } from '../../procedure/time/time';
import { one } from '../http/fields';
import type { Fields } from '../http/page';
import { readTypedDate } from './typed-date';

/** A field of a filter that cannot be read, and the sentence to show. */
export interface FilterProblem {
  readonly field: string;
  readonly sentence: string;
}

/** The first and the last day that a filter asks for, and what cannot be read of them. */
export interface DaysInFilter {
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly problems: readonly FilterProblem[];
}

/** Reads a day of a filter, in the same formats as in a date field. */
function dayIn(
  query: Fields,
  today: IsoDate,
  { field, title }: { readonly field: string; readonly title: string },
): { readonly day?: IsoDate; readonly problem?: FilterProblem } {
  const text = one(query, field);
  if (text === '') return {};
  const read = readTypedDate(text, { today, title });
  return typeof read === 'string' ? { day: read } : { problem: { field, sentence: read.sentence } };
}

/** Reads the days of a filter from the address. */
export function daysInFilter(query: Fields, today: IsoDate): DaysInFilter {
  const from = dayIn(query, today, { field: 'from', title: 'The first day' });
  const to = dayIn(query, today, { field: 'to', title: 'The last day' });
  return {
    from: from.day,
    to: to.day,
    problems: [from.problem, to.problem].filter((problem) => problem !== undefined),
  };
}
