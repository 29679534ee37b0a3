import type { NoticeKind } from '../reminders/notice';

/** The effect of an email in a calendar: the meeting is put in, at first or anew, or taken out. */
export type CalendarMethod = 'REQUEST' | 'CANCEL';

const methods: Readonly<Partial<Record<NoticeKind, CalendarMethod>>> = {
  'meeting-invitation': 'REQUEST',
  'meeting-moved': 'REQUEST',
  'meeting-cancelled': 'CANCEL',
};

/** Returns what an email of this kind does in a calendar; undefined where it is about no meeting. */
export const methodOfEmail = (kind: NoticeKind): CalendarMethod | undefined => methods[kind];

/** True if a kind of email is about a meeting, and carries a calendar file. */
export const isAboutMeeting = (kind: NoticeKind): boolean => methods[kind] !== undefined;
