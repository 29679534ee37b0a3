import type { CaseFile } from '../case/case-file';
import type { Notice } from '../case/record';
import { methodOfEmail, type CalendarMethod } from './emails-about-meetings';
import type { Instant } from '../time/time';
import { meetingOfNotice } from './meeting-of-notice';
import { endOf } from './hours';
import { meetingTitle } from './kinds-of-meeting';

/*
 * A meeting as an email's calendar file says it: no name and nothing that happened. Whoever reads a calendar sees the
 * reference and the kind of meeting. Source: DESIGN, "Papers", and RFC 5546.
 */

/** A meeting as calendars know it. */
export interface MeetingInCalendar {
  /** Asks people to come, at first or anew, or takes the meeting out of their calendars. */
  readonly method: CalendarMethod;
  /** The same for every change of one meeting, without the domain of the sender. */
  readonly uid: string;
  /** The number of the change, which rises with each. */
  readonly sequence: number;
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
}

/** Returns the meeting that an email is about; undefined where it is about none. */
export function meetingInCalendar(file: CaseFile, notice: Notice): MeetingInCalendar | undefined {
  const method = methodOfEmail(notice.kind);
  const meeting = meetingOfNotice(file, notice);
  if (method === undefined || meeting === undefined) return undefined;
  const { beginsAt, sequence, entry } = meeting;
  return {
    method,
    uid: `${file.reference.toLowerCase()}-meeting-${entry}`,
    sequence,
    beginsAt,
    endsAt: endOf(meeting),
    title: `${file.practice ? 'PRACTICE – ' : ''}${meetingTitle(meeting.kind)}, ${file.reference}`,
  };
}
