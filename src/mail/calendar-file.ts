import type { Instant } from '../procedure/time/time';
import type { Mailbox } from './address';
import { domainOf } from './address';

/*
 * Writes calendar files (RFC 5545 and 5546) for one person: an invitation, a change, a cancellation. All times are in
 * UTC, so no rule of a time zone has to come with them, and the machine's own time zone plays no part.
 */

/** A meeting as a calendar file says it. */
export interface CalendarEvent {
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for every change of one meeting, without the domain. */
  readonly uid: string;
  /** The number of the change, which rises with each. */
  readonly sequence: number;
  readonly beginsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
  readonly description: string;
  /** A room and an address, the address of a meeting online, or both. */
  readonly location?: string;
  /** The moment at which this file was made. */
  readonly at: Instant;
  /** The organizer is the sender of the email: a calendar takes no change from anybody else. */
  readonly organizer: Mailbox;
  /** The recipient alone: nobody reads here who else is invited. */
  readonly attendee: Mailbox;
}

const lineEnd = '\r\n';
/** The longest line, in octets of UTF-8, its end not counted. */
const longestLine = 75;

/** A moment as calendar files write it, "20261207T100000Z". */
const utc = (moment: Instant): string => moment.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

/** A text with what has a meaning in calendar files escaped. */
const text = (words: string): string =>
  words
    .replaceAll(/\p{Cc}(?<![\n])/gu, ' ')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/** A parameter in quotation marks, which cannot hold one itself. */
const quoted = (words: string): string => `"${words.replaceAll(/["\p{Cc}]/gu, ' ').trim()}"`;

/** Breaks a line so that no part is longer than 75 octets; a character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    // A part after the first begins with a blank.
    const room = parts.length === 0 ? longestLine : longestLine - 1;
    if (Buffer.byteLength(part + character) > room) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join(`${lineEnd} `);
}

/** A person as the end of a line; a name that is not known is left out. */
const person = ({ name, address }: Mailbox): string => `${name === '' ? '' : `;CN=${quoted(name)}`}:mailto:${address}`;

/** Returns a calendar file with one event, lines folded and ended as the standard asks. */
export function calendarFile(event: CalendarEvent): string {
  const { method, uid, sequence, organizer, attendee, location } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Serious incident reviews//Meetings//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}@${domainOf(organizer)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(event.at)}`,
    `DTSTART:${utc(event.beginsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${text(event.title)}`,
    `DESCRIPTION:${text(event.description)}`,
    ...(location === undefined ? [] : [`LOCATION:${text(location)}`]),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    // A reply would go to the sender, whose mail nobody may read; the email says whom to tell.
    `ORGANIZER${person(organizer)}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE${person(attendee)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}${lineEnd}`).join('');
}
