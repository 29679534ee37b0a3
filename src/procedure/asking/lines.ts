import * as z from 'zod/mini';
import { chosenAmong, code, readableText, several, yesNo } from '../forms';
import { parseIsoDate, sayDate, sayMonth } from '../time/dates';
import type { IsoDate } from '../time/time';

/* A line of an answer: one contact or event, with its date and its source. The columns are those of a chronology. */

/** The most lines of one answer. */
export const mostLines = 500;

const partial = /^\d{4}(-(0[1-9]|1[0-2]))?$/;

/** True for a date, a month or a year: `2026-09-03`, `2026-09`, `2026`. */
const isPartialDate = (text: string): boolean => partial.test(text) || parseIsoDate(text) !== undefined;

/** Says a date that may lack its day or month: "3 September 2026", "September 2026", "2026". */
export function sayPartialDate(text: string): string {
  const date = parseIsoDate(text);
  if (date !== undefined) return sayDate(date);
  const [year = '', month] = text.split('-');
  return month === undefined ? year : `${sayMonth(Number(month))} ${year}`;
}

/** True if any day of a partial date is inside a period. */
export const isWithin = (text: string, { from, to }: { readonly from: IsoDate; readonly to: IsoDate }): boolean =>
  text >= from.slice(0, text.length) && text <= to.slice(0, text.length);

/** Returns the form of a line. A function, because zod writes into a schema that it reads with. */
export const lineForm = () =>
  z.strictObject({
    happened: z
      .string({ error: 'Enter the year, and the month and day if you know them' })
      .check(z.refine(isPartialDate, { error: 'Enter a year such as 2026, and the month and day if you know them' })),
    approximate: yesNo('The date may not be exact'),
    about: several('Who was it about?', chosenAmong('family-member', code('A child or family member'))),
    what: readableText('What happened?', 5_000),
    source: readableText('Where is it recorded?', 200),
  });
