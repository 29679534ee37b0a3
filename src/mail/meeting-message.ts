import type { MeetingInCalendar } from '../procedure/meetings/meeting-in-calendar';
import { calendarFile } from './calendar-file';
import type { Message } from './message';
import { oneLine, webAddress } from './wording';

/** The values of an email about a meeting, in words, that its calendar file says too. */
interface ValuesOfMeeting {
  readonly place?: string;
  readonly online?: string;
  readonly telephone?: string;
  /** Set for whoever cannot sign in, whose email has no link to a page. */
  readonly emailAlone?: string;
}

/** The notes of a meeting in a calendar: the link, whom to tell, and nothing of the case. */
const notesOfMeeting = ({ online, telephone, emailAlone }: ValuesOfMeeting): string =>
  [
    ...(online === undefined ? [] : [`Online: ${online}`]),
    `${emailAlone === undefined ? 'The invitation in your email has the link to the meeting’s page. ' : ''}There are no papers in this file.`,
    ...(telephone === undefined ? [] : [`Business Unit: ${telephone}`]),
  ].join('\n');

/** Adds the calendar file of a meeting to an email about it: its organizer is the sender, its attendee the recipient. */
export function withCalendarFile(
  message: Message,
  meeting: MeetingInCalendar,
  { place, online, telephone, emailAlone }: ValuesOfMeeting,
): Message {
  const { method, uid, sequence, beginsAt, endsAt, title } = meeting;
  const link = online === undefined ? undefined : webAddress(online);
  const where = [place === undefined ? undefined : oneLine(place), link].filter(
    (one) => one !== undefined && one !== '',
  );
  const content = calendarFile({
    ...{ method, uid, sequence, beginsAt, endsAt, title },
    description: notesOfMeeting({
      ...(link === undefined ? {} : { online: link }),
      ...(telephone === undefined ? {} : { telephone }),
      ...(emailAlone === undefined ? {} : { emailAlone }),
    }),
    ...(where.length === 0 ? {} : { location: where.join(', ') }),
    at: message.at,
    organizer: message.from,
    attendee: message.to,
  });
  return { ...message, calendar: { method, content } };
}
