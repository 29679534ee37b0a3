import type { IsoDate } from '../../../procedure/time/time';
import { one } from '../../http/fields';
import { isBlankDate, readTypedDate, type DatePart, type TypedDate } from '../../forms/typed-date';
import type { Fields } from '../../http/page';

/* A day of the form, typed into three boxes. */

/** The name of one of the three boxes of a day. */
export const boxName = (name: string, part: DatePart): string => `${name}.${part}`;

/** The day as it was typed. */
export const typedDay = (fields: Fields, name: string): TypedDate => ({
  day: one(fields, boxName(name, 'day')),
  month: one(fields, boxName(name, 'month')),
  year: one(fields, boxName(name, 'year')),
});

/** The outcomes of reading a typed day; `field` is the box in which it goes wrong. */
export type ReadDay =
  | { readonly kind: 'day'; readonly date: IsoDate }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly field: string; readonly sentence: string };

/** Reads the day that was typed for a question; `what` names it in a sentence. */
export function readDay(
  fields: Fields,
  { name, what }: { readonly name: string; readonly what: string },
  today: IsoDate,
): ReadDay {
  const typed = typedDay(fields, name);
  if (isBlankDate(typed)) return { kind: 'nothing' };
  const read = readTypedDate(typed, { today, title: what });
  return typeof read === 'string'
    ? { kind: 'day', date: read }
    : { kind: 'wrong', field: boxName(name, read.part), sentence: read.sentence };
}
