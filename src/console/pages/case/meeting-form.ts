import type { CaseFile } from '../../../procedure/case/case-file';
import { meetingToCome } from '../../../procedure/meetings/arranged-meetings';
import type { MeetingKind } from '../../../procedure/meetings/kinds-of-meeting';
import { usualMeetings } from '../../../procedure/meetings/usual-meetings';
import { lawfulDays } from '../../../procedure/meetings/days-offered';
import { limitsOfMeeting } from '../../../procedure/meetings/lawful-days';
import type { FieldProblem } from '../../../procedure/refusals';
import { londonDate, londonTime, parseIsoDate, sayTime } from '../../../procedure/time/dates';
import type { IsoDate } from '../../../procedure/time/time';
import { readTypedDate, readTypedTime } from '../../forms/typed-date';
import { readMoment } from '../../forms/typed-moment';
import { every, one } from '../../http/fields';
import type { Fields } from '../../http/page';

/* The form by which a meeting is arranged or changed: what is typed, and what is read of it. */

/** The answer that stands for a day which is not offered. */
export const anotherDay = 'another';

/** The answers as they stand on the page. */
export interface MeetingTyped {
  readonly day: string;
  readonly otherDay: string;
  readonly reason: string;
  readonly start: string;
  readonly minutes: string;
  readonly place: string;
  readonly link: string;
  /** People who are ticked; undefined where nothing was sent yet. */
  readonly invited?: readonly string[];
}

/** The answers that were sent. */
export const typedMeeting = (fields: Fields): MeetingTyped => ({
  day: one(fields, 'day'),
  otherDay: one(fields, 'otherDay'),
  reason: one(fields, 'reason'),
  start: one(fields, 'start'),
  minutes: one(fields, 'minutes'),
  place: one(fields, 'place'),
  link: one(fields, 'link'),
  invited: every(fields, 'invited'),
});

/** The answers at first: those of the meeting that is arranged, or the usual ones. */
export function firstTyped(
  file: CaseFile,
  kind: MeetingKind,
  { today, words }: { readonly today: IsoDate; readonly words: { readonly place?: string; readonly link?: string } },
): MeetingTyped {
  const meeting = meetingToCome(file, kind);
  const day = meeting && londonDate(meeting.beginsAt);
  const isOffered = day !== undefined && lawfulDays(file, kind, today).days.includes(day);
  return {
    day: day === undefined ? '' : isOffered ? day : anotherDay,
    otherDay: day === undefined || isOffered ? '' : day,
    reason: '',
    start: meeting === undefined ? '' : sayTime(londonTime(meeting.beginsAt)),
    minutes: String(meeting?.minutes ?? usualMeetings[kind].minutes),
    place: words.place ?? '',
    link: words.link ?? '',
  };
}

/** The decision's form, and the reason where the day passes a limit; or what is wrong. */
export type MeetingRead =
  | { readonly kind: 'read'; readonly form: object; readonly reasonForPassing?: string }
  | { readonly kind: 'wrong'; readonly problems: readonly FieldProblem[] };

const wrong = (field: string, sentence: string): FieldProblem => ({ field, sentence });

/** Reads the day, or says what is wrong with it. */
function dayOf({ day, otherDay }: MeetingTyped, today: IsoDate): IsoDate | FieldProblem {
  if (day !== anotherDay) return parseIsoDate(day) ?? wrong('day', 'Choose a day');
  if (otherDay === '') return wrong('otherDay', 'Enter the day of the meeting');
  const read = readTypedDate(otherDay, { today, title: 'The day of the meeting' });
  return typeof read === 'string' ? read : wrong('otherDay', read.sentence);
}

/** Reads what was typed. A day that passes a limit needs a reason, and its limits are said. */
export function readMeeting(
  file: CaseFile,
  kind: MeetingKind,
  { typed, today }: { readonly typed: MeetingTyped; readonly today: IsoDate },
): MeetingRead {
  const day = dayOf(typed, today);
  const time = readTypedTime(typed.start);
  const at =
    typeof day !== 'string' || time === undefined
      ? undefined
      : readMoment({ date: day, time, clock: 'summer' }, 'The start of the meeting');
  const limits = typeof day === 'string' ? limitsOfMeeting(file, kind, { date: day, field: 'beginsAt' }) : [];
  const invited = typed.invited ?? [];
  const problems = [
    ...(typeof day === 'string' ? [] : [day]),
    ...(limits.length > 0 && typed.reason === ''
      ? [wrong('reason', `${limits.map(({ sentence }) => sentence).join(' ')} Say why it is on this day all the same`)]
      : []),
    ...(time === undefined ? [wrong('start', 'Enter the start time, such as 9:30am or 14:15')] : []),
    ...(at?.kind === 'wrong' ? [wrong('start', at.sentence)] : []),
    ...(/^\d{1,3}$/.test(typed.minutes) ? [] : [wrong('minutes', 'Enter how many minutes the meeting lasts')]),
    ...(typed.place === '' && typed.link === '' ? [wrong('place', 'Enter a room, a link or both')] : []),
    ...(invited.length === 0 ? [wrong('invited', 'Choose whom to invite')] : []),
  ];
  if (problems.length > 0 || at?.kind !== 'moment') return { kind: 'wrong', problems };
  return {
    kind: 'read',
    form: {
      ...{ meeting: kind, beginsAt: at.at, minutes: Number(typed.minutes), invited },
      ...(typed.place === '' ? {} : { place: typed.place }),
      ...(typed.link === '' ? {} : { link: typed.link }),
    },
    ...(limits.length === 0 ? {} : { reasonForPassing: typed.reason }),
  };
}

/** The field of the page for a field of the decision's form. */
export const fieldOnPage = (field: string): string => {
  const [name = ''] = field.split('.');
  if (name === 'beginsAt') return 'day';
  return name === 'reasonForPassing' ? 'reason' : name;
};
