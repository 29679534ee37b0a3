import * as z from 'zod/mini';
import { londonDate, sayDate } from '../procedure/time/dates';
import { choice, date, readableText } from '../procedure/forms';
import type { Viewer } from '../procedure/permissions';
import type { Refusal } from '../procedure/refusals';
import type { IsoDate } from '../procedure/time/time';
import type { Closure } from '../records/closures';
import type { MeetingGroup, ScheduledMeeting } from '../records/meetings';
import { meetingGroupNames } from './calendar-words';
import { parseForm, wrongFields, type FormRead } from './forms';
import type { Office } from './office';
import { whyChangedSince, type MadeFrom } from './partnership-since';
import { whyMayNotDo } from './who-may';

const dayOfClosure = date('The day of the closure', 'planned');

/** A day on which the office is to be closed. */
export const closureForm = z.strictObject({
  date: dayOfClosure,
  reason: readableText('The reason', 200).register(z.globalRegistry, {
    title: 'The reason',
    description: 'It is shown with every date that skips the day',
  }),
});

/** The reason for taking back a change of the calendar. Only a day that is past needs a reason. */
export const reasonToWithdraw = z.optional(
  readableText('The reason', 200).register(z.globalRegistry, {
    title: 'The reason',
    description: 'Needed where the day is past; it is put on the record of every open case',
  }),
);

/** A closure that is to be withdrawn. */
export const withdrawalForm = z.strictObject({ date: dayOfClosure, reason: reasonToWithdraw });

/** A scheduled meeting, to be added or cancelled. */
export const meetingForm = z.strictObject({
  group: choice('The group', meetingGroupNames),
  on: date('The day of the meeting', 'planned'),
});

/** A scheduled meeting that is to be cancelled. */
export const cancellationForm = z.strictObject({
  ...meetingForm.shape,
  reason: readableText('The reason', 200).register(z.globalRegistry, {
    title: 'Why it is cancelled',
    description: 'It is put on the record of every open case',
  }),
});

/** A change of the calendar as somebody sends it. */
export interface CalendarChange {
  readonly form: unknown;
  readonly actor: Viewer;
  /** Number of changes of the calendar that its maker had seen; undefined if the sender did not say. */
  readonly madeFrom?: number | undefined;
}

/** The effect of a change of the calendar on the records and on the open cases. */
export interface CalendarChanged {
  /** False if the calendar was like this already. */
  readonly fresh: boolean;
  /** Number of open cases that were asked to plan again. */
  readonly casesAsked: number;
}

/** The refusal of a change. The calendar stays as it is. */
export interface Unchanged {
  readonly kind: 'refused';
  readonly refusal: Refusal;
}

/** The added closure, or why none was added. Of two closures for one day `closure` is the first, which stands. */
export type ClosureAdded = ({ readonly kind: 'added'; readonly closure: Closure } & CalendarChanged) | Unchanged;
export type ClosureWithdrawn =
  | ({ readonly kind: 'withdrawn'; readonly date: IsoDate } & CalendarChanged)
  /**
   * No closure was ever added for that day, or the closure is the profile's own and only the profile can take it back.
   */
  | { readonly kind: 'no-such-closure' }
  | Unchanged;

interface Meeting {
  readonly group: MeetingGroup;
  readonly on: IsoDate;
}
export type MeetingAdded = ({ readonly kind: 'added'; readonly meeting: Meeting } & CalendarChanged) | Unchanged;
export type MeetingCancelled =
  | ({ readonly kind: 'cancelled'; readonly meeting: Meeting } & CalendarChanged)
  /**
   * No meeting was ever added for that day, or the meeting is the profile's own and only the profile can take it back.
   */
  | { readonly kind: 'no-such-meeting' }
  | Unchanged;

const inOrder = (byDate: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(byDate).sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Reads the holidays, closure days and scheduled meetings, with all later changes, and lists the changes of holidays.
 */
export async function readCalendar({ partnership, records }: Pick<Office, 'partnership' | 'records'>) {
  const [{ calendar, meetings }, changes] = await Promise.all([partnership(), records.holidayChanges.list()]);
  const { region, closingHour, from, until, holidays, closures } = calendar;
  return {
    region,
    source: `Bank holidays of ${region} as the settings and the Business Manager moved, removed or added them, and the partnership's own closure days`,
    closingHour,
    from,
    until,
    holidays: inOrder(holidays).map(([day, name]) => ({ date: day, name })),
    closures: inOrder(closures).map(([day, reason]) => ({ date: day, reason })),
    meetings,
    holidayChanges: changes
      .filter(({ withdrawn }) => withdrawn === undefined)
      .map(({ change, date: day, to, name, reason, by, at }) => ({
        change,
        date: day,
        to: to ?? null,
        name: name ?? null,
        reason,
        by,
        at,
      })),
  };
}

/**
 * Lists the closures and meetings that were added to the profile's own and still stand. They can be withdrawn or
 * cancelled.
 */
export async function addedToCalendar({ records }: Pick<Office, 'records'>): Promise<{
  readonly closures: readonly Closure[];
  readonly meetings: readonly ScheduledMeeting[];
}> {
  const [closures, meetings] = await Promise.all([records.closures.list(), records.meetings.list()]);
  return {
    closures: closures.filter(({ withdrawn }) => withdrawn === undefined),
    meetings: meetings.filter(({ cancelled }) => cancelled === undefined),
  };
}

/** Adds a closure day, once for its key; every open case is planned again. */
export async function addClosure(
  office: Office,
  { key, ...change }: CalendarChange & { readonly key: string },
): Promise<ClosureAdded> {
  const read = readChange(office, closureForm, change);
  if (read.kind === 'refused') return read;
  const { date: day, reason } = read.form;
  const outside =
    (await outsideCalendar(office, 'date', day)) ?? (await calendarChangedSince(office, { ...change, key }));
  if (outside !== undefined) return outside;
  const closure = await office.records.closures.add({ key, date: day, reason, by: change.actor.id, at: office.now() });
  return { kind: 'added', closure, fresh: closure.key === key, casesAsked: await tellOpenCases(office) };
}

/** Withdraws the closure that was added for a day; every open case is planned again. A day that is past needs a reason. */
export async function withdrawClosure(office: Office, change: CalendarChange): Promise<ClosureWithdrawn> {
  const { records, now } = office;
  const read = readChange(office, withdrawalForm, change);
  if (read.kind === 'refused') return read;
  const { date: day, reason } = read.form;
  const ofDay = (await records.closures.list()).filter((one) => one.date === day);
  if (ofDay.length === 0) return { kind: 'no-such-closure' };
  const changed = await calendarChangedSince(office, change);
  if (changed !== undefined) return changed;
  const standing = ofDay.find(({ withdrawn }) => withdrawn === undefined);
  const missing = reasonForPast({ days: [day], reason, today: londonDate(now()) });
  if (missing !== undefined && standing !== undefined) return missing;
  const by = { by: change.actor.id, at: now(), ...(reason === undefined ? {} : { reason }) };
  const fresh = standing !== undefined && (await records.closures.withdraw(standing.key, by));
  const meanwhile = fresh ? undefined : await calendarChangedSince(office, change);
  if (meanwhile !== undefined) return meanwhile;
  // Asks the cases again even if the closure was withdrawn before: they may not have heard of it then.
  return { kind: 'withdrawn', date: day, fresh, casesAsked: await tellOpenCases(office) };
}

/** Adds a scheduled meeting of the sub-group or the Exec group; every open case is planned again. */
export async function addMeeting(office: Office, change: CalendarChange): Promise<MeetingAdded> {
  const read = readChange(office, meetingForm, change);
  if (read.kind === 'refused') return read;
  const meeting = read.form;
  const outside = (await outsideCalendar(office, 'on', meeting.on)) ?? (await calendarChangedSince(office, change));
  if (outside !== undefined) return outside;
  const fresh = await office.records.meetings.add({ ...meeting, by: change.actor.id, at: office.now() });
  return { kind: 'added', meeting, fresh, casesAsked: await tellOpenCases(office) };
}

/** Cancels a scheduled meeting that was added, for a reason; every open case is planned again. */
export async function cancelScheduledMeeting(office: Office, change: CalendarChange): Promise<MeetingCancelled> {
  const { records, now } = office;
  const read = readChange(office, cancellationForm, change);
  if (read.kind === 'refused') return read;
  const { reason, ...meeting } = read.form;
  const known = (await records.meetings.list()).some(({ group, on }) => group === meeting.group && on === meeting.on);
  if (!known) return { kind: 'no-such-meeting' };
  const changed = await calendarChangedSince(office, change);
  if (changed !== undefined) return changed;
  const fresh = await records.meetings.cancel({ ...meeting, reason, by: change.actor.id, at: now() });
  const meanwhile = fresh ? undefined : await calendarChangedSince(office, change);
  if (meanwhile !== undefined) return meanwhile;
  return { kind: 'cancelled', meeting, fresh, casesAsked: await tellOpenCases(office) };
}

/** Reads the form of a change of the calendar. Refuses it if the sender may not keep the calendar. */
export function readChange<T>(
  office: Office,
  schema: z.core.$ZodType<T>,
  { form, actor }: CalendarChange,
): FormRead<T> {
  const mayNot = whyMayNotDo(office, actor, 'keep-calendar');
  return mayNot === undefined
    ? parseForm(schema, form, { today: londonDate(office.now()) })
    : { kind: 'refused', refusal: mayNot };
}

/** Refuses a change that was made from an earlier calendar. Returns undefined if nothing was changed since. */
export async function calendarChangedSince(
  office: Pick<Office, 'records'>,
  made: MadeFrom,
): Promise<Unchanged | undefined> {
  const refusal = await whyChangedSince('calendar', office, made);
  return refusal && { kind: 'refused', refusal };
}

/** Refuses a day that lies outside the calendar. Returns undefined if the day is inside. */
export async function outsideCalendar(
  office: Pick<Office, 'partnership'>,
  field: string,
  day: IsoDate,
): Promise<Unchanged | undefined> {
  const { calendar } = await office.partnership();
  if (day >= calendar.from && day <= calendar.until) return undefined;
  const sentence = `The day must be from ${sayDate(calendar.from)} to ${sayDate(calendar.until)}`;
  return { kind: 'refused', refusal: wrongFields([{ field, sentence }]) };
}

/** Refuses to take back a change of a past day without a reason. Returns undefined if there is no objection. */
export function reasonForPast(taken: {
  readonly days: readonly IsoDate[];
  readonly reason: string | undefined;
  readonly today: IsoDate;
}): Unchanged | undefined {
  const past = taken.days.find((day) => day < taken.today);
  if (past === undefined || taken.reason !== undefined) return undefined;
  const sentence = `Enter the reason: ${sayDate(past)} has passed`;
  return { kind: 'refused', refusal: wrongFields([{ field: 'reason', sentence }]) };
}

/** Asks every open case to take up the calendar, and returns the number of cases asked. */
export const tellOpenCases = async ({ cases, records }: Office): Promise<number> =>
  cases.calendarChanged(await records.cases.openReferences());
