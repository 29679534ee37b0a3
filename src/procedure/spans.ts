import type { CaseFile } from './case/case-file';
import { addYears, earlier, isoDate, londonDate, parseInstant, parseIsoDate, sayShortDate } from './time/dates';
import { asking } from './forms';
import type { FieldProblem } from './refusals';
import { schemaPartsOf, titleOf } from './schema-parts';
import type { Instant, IsoDate } from './time/time';
import type * as z from 'zod/mini';

/** The sorts of date that a form can ask for; each has one allowed span, at every door. */
export const dateSorts = ['born', 'happened', 'planned', 'looked-at', 'in-calendar'] as const;

/**
 * `born`: a date of birth. `happened`: a day or a moment that is past. `planned`: a day to come, by the clock of the case.
 * `looked-at`: either end of a period that a review looks at, which may reach into what is planned.
 * `in-calendar`: a day to which a practice case is moved, or from which a plan is tried; the calendar is the span, and
 * checked where it is known.
 */
export type DateSort = (typeof dateSorts)[number];

/** London dates that the spans are counted from. */
export interface SpanClock {
  /** By the case's own clock, where there is a case. */
  readonly today: IsoDate;
  /** The day on which the case's notification was received: nothing of a case is planned for a year before that or more. */
  readonly receivedOn?: IsoDate;
}

/** The clock by which the dates of a case's forms are checked. */
export const spanClockOf = (file: Pick<CaseFile, 'notification'>, now: Instant): SpanClock => ({
  today: londonDate(now),
  receivedOn: file.notification.receivedOn,
});

/** The first and the last allowed day, both included. */
export interface DateSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const [firstBirth, firstEvent, lastDay] = [isoDate('1900-01-01'), isoDate('1950-01-01'), isoDate('2199-12-31')];

/** The number of years ahead of the case's clock within which something can be planned. */
const yearsPlannedAhead = 10;

/** The allowed span of a sort of date. Source: the partnership's rule that no date typed in error may stop a case. */
export function allowedSpan(sort: DateSort, { today, receivedOn }: SpanClock): DateSpan {
  switch (sort) {
    case 'born':
      return { from: firstBirth, to: today };
    case 'happened':
      return { from: firstEvent, to: today };
    case 'planned':
      return {
        from: receivedOn === undefined ? firstEvent : addYears(earlier(receivedOn, today), -1),
        to: addYears(today, yearsPlannedAhead),
      };
    case 'looked-at':
      return { from: firstEvent, to: addYears(today, yearsPlannedAhead) };
    case 'in-calendar':
      return { from: firstEvent, to: lastDay };
  }
}

/** Returns why a date is outside its span, in a sentence that names the span; nothing where the date is inside. */
export function whyOutside(
  date: IsoDate,
  { sort, title, clock }: { readonly sort: DateSort; readonly title: string; readonly clock: SpanClock },
): string | undefined {
  const { from, to } = allowedSpan(sort, clock);
  if (date >= from && date <= to) return undefined;
  const last = to === clock.today ? `today, ${sayShortDate(to)}` : sayShortDate(to);
  const span = `must be from ${sayShortDate(from)} to ${last}`;
  return date > to && to === clock.today ? `${title} cannot be in the future; it ${span}` : `${title} ${span}`;
}

/**
 * Lists the dates and moments of a form that are outside their spans, a sentence a field, in the order of the form.
 * The form has been read by its schema; what the schema does not know is passed over.
 */
export function datesOutside(schema: z.core.$ZodType, form: unknown, clock: SpanClock): readonly FieldProblem[] {
  return schemaPartsOf(schema, form).flatMap(({ schema: at, value, path }) => {
    const sort = asking.get(at)?.sort;
    const date = typeof value === 'string' && sort !== undefined ? dayOf(value) : undefined;
    if (sort === undefined || date === undefined) return [];
    const sentence = whyOutside(date, { sort, title: titleOf(at), clock });
    return sentence === undefined ? [] : [{ field: path.join('.'), sentence }];
  });
}

/** The London day of a date or of a moment. */
function dayOf(text: string): IsoDate | undefined {
  const moment = parseInstant(text);
  return moment === undefined ? parseIsoDate(text) : londonDate(moment);
}
