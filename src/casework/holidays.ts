import * as z from 'zod/mini';
import { londonDate, sayDate, weekday } from '../procedure/time/dates';
import { asking, choice, date, readableText } from '../procedure/forms';
import { saidOf, type FieldProblem } from '../procedure/refusals';
import { part, says } from '../procedure/sentence';
import type { IsoDate } from '../procedure/time/time';
import type { HolidayChange, HolidayChangeKind } from '../records/holiday-changes';
import {
  calendarChangedSince,
  outsideCalendar,
  readChange,
  reasonForPast,
  reasonToWithdraw,
  tellOpenCases,
  type CalendarChange,
  type CalendarChanged,
  type Unchanged,
} from './calendar';
import { sayHolidayChange } from './calendar-words';
import { wrongFields } from './forms';
import type { Office } from './office';

/** The changes of a bank holiday, as people choose among them. */
const holidayChangeNames: Readonly<Record<HolidayChangeKind, string>> = {
  moved: 'A bank holiday moves to another day',
  removed: 'A bank holiday is taken away',
  added: 'A bank holiday is added',
};

const described = { title: 'Its name', description: 'Of a holiday that is added, or moves under another name' };

/** A bank holiday that is to be moved, taken away or added, as a proclamation does. */
export const holidayForm = z.strictObject({
  change: choice('The change', holidayChangeNames),
  date: date('The day', 'planned', 'The day of the holiday as it is; of one that is added its day'),
  to: z.optional(date('The new day', 'planned', 'Of a holiday that moves')),
  name: z.optional(
    readableText(described.title, 100).register(asking, { as: 'line' }).register(z.globalRegistry, described),
  ),
  reason: readableText('The reason', 200).register(z.globalRegistry, {
    title: 'The reason',
    description: 'Such as the proclamation; it is put on the record of every open case',
  }),
});

type HolidayForm = z.infer<typeof holidayForm>;

/** A change of a bank holiday that is to be withdrawn. `date` is its day, or the day to which the holiday was moved. */
export const holidayWithdrawalForm = z.strictObject({
  date: date('The day of the holiday', 'planned'),
  reason: reasonToWithdraw,
});

/** The change made, or why none was made. `holiday` is the change that stands. */
export type HolidayChanged =
  ({ readonly kind: 'changed'; readonly holiday: HolidayChange } & Pick<CalendarChanged, 'casesAsked'>) | Unchanged;
export type HolidayWithdrawn =
  | ({ readonly kind: 'withdrawn'; readonly holiday: HolidayChange } & CalendarChanged)
  /** No change of that day was made here. The profile's own holidays are changed in the profile. */
  | { readonly kind: 'no-such-change' }
  | Unchanged;

/** Lists the days of a change: both days if the holiday moves, otherwise one. */
export const daysOfChange = ({
  date: day,
  to,
}: {
  readonly date: IsoDate;
  readonly to?: IsoDate | undefined;
}): readonly IsoDate[] => (to === undefined ? [day] : [day, to]);

const touches = (one: HolidayChange, day: IsoDate): boolean => daysOfChange(one).includes(day);

const stands = ({ withdrawn }: HolidayChange): boolean => withdrawn === undefined;

/** Lists the changes of bank holidays that were made in addition to the profile and still stand, by date. */
export const standingHolidayChanges = async ({ records }: Pick<Office, 'records'>): Promise<readonly HolidayChange[]> =>
  (await records.holidayChanges.list()).filter(stands);

/** Moves a bank holiday, takes it away or adds it, once for its key; every open case is planned again. */
export async function changeHoliday(
  office: Office,
  { key, ...sent }: CalendarChange & { readonly key: string },
): Promise<HolidayChanged> {
  const read = readChange(office, holidayForm, sent);
  if (read.kind === 'refused') return read;
  const { form } = read;
  const known = (await office.records.holidayChanges.list()).find((one) => one.key === key);
  // Asks the cases again when the same change is sent again: they may not have heard of it.
  if (known !== undefined) return changed(office, known);
  const refused = (await calendarChangedSince(office, { ...sent, key })) ?? (await whyNotChange(office, form));
  if (refused !== undefined) return refused;
  const { calendar } = await office.partnership();
  const name = form.name ?? calendar.holidays[form.date];
  const holiday = await office.records.holidayChanges.add({
    key,
    change: form.change,
    date: form.date,
    ...(form.to === undefined ? {} : { to: form.to }),
    ...(name === undefined ? {} : { name }),
    reason: form.reason,
    by: sent.actor.id,
    at: office.now(),
  });
  // The database refuses a day that somebody else changed in the meantime.
  if (holiday.key === key) return changed(office, holiday);
  return refusedFields([changedAlready(touches(holiday, form.date) ? 'date' : 'to', holiday)]);
}

/** Withdraws the change of a bank holiday; every open case is planned again. A day that is past needs a reason. */
export async function withdrawHolidayChange(office: Office, sent: CalendarChange): Promise<HolidayWithdrawn> {
  const { records, now } = office;
  const read = readChange(office, holidayWithdrawalForm, sent);
  if (read.kind === 'refused') return read;
  const { date: day, reason } = read.form;
  const ofDay = (await records.holidayChanges.list()).filter((one) => touches(one, day));
  const holiday = ofDay.find(stands) ?? ofDay.at(-1);
  if (holiday === undefined) return { kind: 'no-such-change' };
  const since = await calendarChangedSince(office, sent);
  if (since !== undefined) return since;
  const missing = reasonForPast({ days: daysOfChange(holiday), reason, today: londonDate(now()) });
  if (missing !== undefined && stands(holiday)) return missing;
  const by = { by: sent.actor.id, at: now(), ...(reason === undefined ? {} : { reason }) };
  const fresh = stands(holiday) && (await records.holidayChanges.withdraw(holiday.key, by));
  const meanwhile = fresh ? undefined : await calendarChangedSince(office, sent);
  if (meanwhile !== undefined) return meanwhile;
  // Asks the cases again even if the change was withdrawn before: they may not have heard of it then.
  return { kind: 'withdrawn', holiday, fresh, casesAsked: await tellOpenCases(office) };
}

/** Refuses a change of a bank holiday that cannot be made, with a sentence a field. Returns undefined if it can. */
export async function whyNotChange(office: Office, form: HolidayForm): Promise<Unchanged | undefined> {
  const incomplete = fieldsOfChange(form);
  if (incomplete.length > 0) return refusedFields(incomplete);
  const days = [['date', form.date] as const, ...(form.to === undefined ? [] : [['to', form.to] as const])];
  for (const [field, day] of days) {
    const outside = await outsideCalendar(office, field, day);
    if (outside !== undefined) return outside;
  }
  const standing = await standingHolidayChanges(office);
  const before = days.flatMap(([field, day]) =>
    standing.filter((one) => touches(one, day)).map((one) => changedAlready(field, one)),
  );
  if (before.length > 0) return refusedFields(before);
  const { holidays } = (await office.partnership()).calendar;
  const wrong = days.flatMap(([field, day]) => {
    const sentence = whyNotThatDay(form, { field, day, name: holidays[day] });
    return sentence === undefined ? [] : [{ field, sentence }];
  });
  return wrong.length === 0 ? undefined : refusedFields(wrong);
}

/** Lists the fields that the change needs and lacks, and those that it cannot have. */
function fieldsOfChange({ change, to, name }: HolidayForm): readonly FieldProblem[] {
  switch (change) {
    case 'moved':
      return to === undefined ? [{ field: 'to', sentence: 'Enter the new day, to which the holiday moves' }] : [];
    case 'added':
      return [
        ...(to === undefined
          ? []
          : [{ field: 'to', sentence: 'A holiday that is added has one day. Leave this empty' }]),
        ...(name === undefined ? [{ field: 'name', sentence: 'Enter the name of the holiday' }] : []),
      ];
    case 'removed':
      return [
        ...(to === undefined
          ? []
          : [{ field: 'to', sentence: 'A holiday that is taken away has no new day. Leave this empty' }]),
        ...(name === undefined
          ? []
          : [{ field: 'name', sentence: 'A holiday that is taken away keeps its name. Leave this empty' }]),
      ];
  }
}

interface OneDay {
  readonly field: 'date' | 'to';
  readonly day: IsoDate;
  /** Name of the bank holiday on that day, if the day is one. */
  readonly name: string | undefined;
}

function whyNotThatDay({ change }: HolidayForm, { field, day, name }: OneDay): string | undefined {
  if (field === 'date' && change !== 'added')
    return name === undefined ? `${sayDate(day)} is no bank holiday: choose a day that is one` : undefined;
  if (name !== undefined) return `${sayDate(day)} is a bank holiday already (${name})`;
  const onDay = weekday(day);
  return onDay === 'Saturday' || onDay === 'Sunday'
    ? `${sayDate(day)} is no weekday: give the weekday that is a holiday instead`
    : undefined;
}

const changedAlready = (field: string, one: HolidayChange): FieldProblem => ({
  field,
  ...saidOf(
    says`This day was changed already: ${sayHolidayChange(one)} (${part.person(one.by)}). Withdraw that change first`,
  ),
});

const refusedFields = (fields: readonly FieldProblem[]): Unchanged => ({
  kind: 'refused',
  refusal: wrongFields(fields),
});

const changed = async (office: Office, holiday: HolidayChange): Promise<HolidayChanged> => ({
  kind: 'changed',
  holiday,
  casesAsked: await tellOpenCases(office),
});
