import * as z from 'zod/mini';
import { dayKinds, sayMovedDate, type ChangedDay, type MovedDate } from '../../procedure/case/calendar-change';
import { parseInstant, parseIsoDate, sayDate, sayInstant } from '../../procedure/time/dates';
import type { CaseEvent } from '../../procedure/case/record';
import type { Instant, IsoDate, PersonId } from '../../procedure/time/time';
import type { Profile } from '../../profile/load';
import { nameOf } from './name-of';
import { typographic } from './letters';

/* A change of the calendar as the record of a case has it, in words. */

const date = z.pipe(z.string().check(z.refine((text) => parseIsoDate(text) !== undefined)), z.custom<IsoDate>());
const moment = z.pipe(z.string().check(z.refine((text) => parseInstant(text) !== undefined)), z.custom<Instant>());

/** The change as entries record it; entries of 0.1.0 have none of this. */
const changeInCase = z.object({
  days: z.array(
    z.object({
      what: z.enum(dayKinds),
      date,
      change: z.enum(['added', 'removed', 'renamed']),
      name: z.optional(z.string()),
      by: z.optional(z.custom<PersonId>()),
      at: z.optional(moment),
      why: z.optional(z.string()),
      profile: z.optional(z.string()),
      edition: z.optional(z.string()),
    }),
  ),
  moved: z.array(z.object({ id: z.string(), title: z.string(), from: z.optional(date), to: z.optional(date) })),
});

const becomes: Readonly<Record<ChangedDay['what'], string>> = {
  holiday: 'a bank holiday',
  closure: 'a closure day',
  'sub-group-meeting': 'a day on which the CSPR sub-group meets',
  'exec-meeting': 'a day on which the Exec group meets',
};

function sayChange({ what, date: day, change, name }: z.infer<typeof changeInCase>['days'][number]): string {
  const called = name === undefined ? '' : ` (${name})`;
  if (change === 'renamed') return `${sayDate(day)} is ${becomes[what]} under another name${called}`;
  return `${sayDate(day)} is ${change === 'added' ? 'now' : 'no longer'} ${becomes[what]}${called}`;
}

/**
 * Names the days of an entry that changed, in a sentence without a full stop and without what people wrote; undefined
 * for entries of 0.1.0.
 */
export function daysThatChanged(event: CaseEvent): string | undefined {
  const read = z.safeParse(changeInCase, event.details);
  if (!read.success || read.data.days.length === 0) return undefined;
  const { days } = read.data;
  const said = days.slice(0, 3).map(({ what, date: day, change }) => sayChange({ what, date: day, change }));
  const more = days.length - said.length;
  const others = more === 0 ? [] : [`${more} other ${more === 1 ? 'day is' : 'days are'} changed`];
  return [...said, ...others].join(', ');
}

/** Says who changed the day, when and why, or that the profile did, which is read at each start. */
function saySource(
  people: Pick<Profile, 'people'>,
  { by, at, why, profile, edition }: z.infer<typeof changeInCase>['days'][number],
): string {
  if (by === undefined || at === undefined)
    return profile === undefined || edition === undefined
      ? ''
      : `: the settings ${profile}, edition ${edition}, at start`;
  return `: ${nameOf(people, by)}, ${sayInstant(at)}${why === undefined ? '' : `, because: ${why}`}`;
}

/** The days that changed, each with who and why, and every date of the case that moved with them. */
export function calendarChangeRemarks(people: Pick<Profile, 'people'>, event: CaseEvent): readonly string[] {
  const read = z.safeParse(changeInCase, event.details);
  if (!read.success) return [];
  const { days, moved } = read.data;
  const ofDates = moved.map((one) => `${sayMovedDate(asMovedDate(one))}.`);
  return [
    ...days.map((day) => `${sayChange(day)}${saySource(people, day)}.`),
    ...(days.length === 0 ? [] : ofDates.length === 0 ? ['No date of this case moved.'] : ofDates),
  ].map(typographic);
}

const asMovedDate = ({ id, title, from, to }: z.infer<typeof changeInCase>['moved'][number]): MovedDate => ({
  id,
  title,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
