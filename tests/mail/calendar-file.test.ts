import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { calendarFile, type CalendarEvent } from '../../src/mail/calendar-file';
import { withCalendarFile } from '../../src/mail/meeting-message';
import type { Message } from '../../src/mail/message';
import { instant, londonInstant, isoDate, timeOfDay } from '../../src/procedure/time/dates';

/* Calendar files, read by two other libraries: ical.js, which Thunderbird uses, and node-ical. */

const event: CalendarEvent = {
  method: 'REQUEST',
  uid: 'sin-2026-0007-meeting-12',
  sequence: 0,
  beginsAt: instant('2026-12-08T10:00:00Z'),
  endsAt: instant('2026-12-08T12:00:00Z'),
  title: 'Rapid Review meeting, SIN-2026-0007',
  description: 'Online: https://meet.example.org/a;b,c\nBusiness Unit: 01632 960017',
  location: 'Room 3, Civic Centre; west wing',
  at: instant('2026-12-01T09:15:30.123Z'),
  organizer: { name: 'Kirklees, Safeguarding', address: 'reviews@kscp.example' },
  attendee: { name: 'Siân O’Hara', address: 'sian@police.example' },
};

/** Reads a file by ical.js. */
function byIcalJs(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const [component] = calendar.getAllSubcomponents('vevent');
  if (component === undefined) throw new Error('No event');
  const read = new ICAL.Event(component);
  const text = (name: string): string => String(component.getFirstPropertyValue(name));
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: read.uid,
    sequence: read.sequence,
    begins: read.startDate.toJSDate().toISOString(),
    ends: read.endDate.toJSDate().toISOString(),
    title: read.summary,
    description: read.description,
    location: read.location,
    status: text('status'),
    organizer: text('organizer'),
    attendees: component.getAllProperties('attendee').map((one) => String(one.getFirstValue())),
  };
}

/** Reads a file by node-ical. */
function byNodeIcal(file: string) {
  const read = Object.values(nodeIcal.sync.parseICS(file)).find((one) => one?.type === 'VEVENT');
  if (read?.type !== 'VEVENT') throw new Error('No event');
  const valueOf = (one: unknown): string =>
    typeof one === 'object' && one !== null && 'val' in one ? String(one.val) : String(one);
  return {
    method: read.method,
    uid: read.uid,
    sequence: Number(read.sequence),
    begins: read.start.toISOString(),
    ends: read.end?.toISOString(),
    title: valueOf(read.summary),
    description: valueOf(read.description),
    location: valueOf(read.location),
    status: read.status,
    organizer: valueOf(read.organizer),
    attendees: [read.attendee].flat().map(valueOf),
  };
}

const expected = {
  method: 'REQUEST',
  uid: 'sin-2026-0007-meeting-12@kscp.example',
  sequence: 0,
  begins: '2026-12-08T10:00:00.000Z',
  ends: '2026-12-08T12:00:00.000Z',
  title: event.title,
  description: event.description,
  location: event.location,
  status: 'CONFIRMED',
  organizer: 'mailto:reviews@kscp.example',
  attendees: ['mailto:sian@police.example'],
};

/** Texts as somebody may type them, without the characters that no calendar file holds. */
const typed = fc
  .array(fc.constantFrom('a', ' ', ',', ';', '\\', ':', '"', 'é', '’', '漢', '👩‍👧', '\n', 'n', 'N'), { maxLength: 200 })
  .map((some) => some.join(''));

describe('a calendar file', () => {
  test.each([
    ['ical.js', byIcalJs],
    ['node-ical', byNodeIcal],
  ] as const)('says the same to %s as was written into it', (_name, read) => {
    expect(read(calendarFile(event))).toEqual(expected);
  });

  test.each([
    ['the day before the clocks go forward', '2027-03-27', '10:00', '2027-03-27T10:00:00.000Z'],
    ['the day after', '2027-03-29', '10:00', '2027-03-29T09:00:00.000Z'],
    ['the day before the clocks go back', '2027-10-30', '10:00', '2027-10-30T09:00:00.000Z'],
    ['the day after', '2027-11-01', '10:00', '2027-11-01T10:00:00.000Z'],
  ])('has the right hour on %s', (_when, day, time, inUtc) => {
    const beginsAt = londonInstant(isoDate(day), timeOfDay(time));
    const file = calendarFile({ ...event, beginsAt });
    expect([byIcalJs(file).begins, byNodeIcal(file).begins]).toEqual([inUtc, inUtc]);
  });

  test.each(['UTC', 'Europe/London', 'Pacific/Auckland', 'America/St_Johns'])(
    'is the same where the machine’s clock is set to %s',
    (zone) => {
      const script = `
        process.env.NODE_ENV = 'test';
        const { transformSync } = require('@swc/core');
        const { readFileSync } = require('node:fs');
        const Module = require('node:module');
        require.extensions['.ts'] = (module, file) =>
          module._compile(transformSync(readFileSync(file, 'utf8'), { filename: file, module: { type: 'commonjs' }, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }).code, file);
        const { calendarFile } = require('./src/mail/calendar-file.ts');
        process.stdout.write(calendarFile(JSON.parse(process.argv[1])));`;
      const root = path.join(__dirname, '..', '..');
      const env = { ...process.env, TZ: zone };
      const written = execFileSync(process.execPath, ['-e', script, JSON.stringify(event)], {
        cwd: root,
        env,
      }).toString();
      expect(written).toBe(calendarFile(event));
    },
  );

  test('ends its lines with CRLF and has no line above 75 octets', () => {
    fc.assert(
      fc.property(typed, typed, (title, description) => {
        const file = calendarFile({ ...event, title, description });
        const lines = file.split('\r\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.join('')).not.toMatch(/[\r\n]/);
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });

  test('holds any text that somebody types, for both libraries', () => {
    fc.assert(
      fc.property(typed, (description) => {
        const file = calendarFile({ ...event, description });
        expect(byIcalJs(file).description).toBe(description);
      }),
    );
    const hard = 'Room 1, "west"; C:\\share and ’quotes’ 漢字';
    expect(byNodeIcal(calendarFile({ ...event, location: hard })).location).toBe(hard);
  });

  test('cannot be given another line by a name or an address', () => {
    const name = 'A"\r\nATTENDEE:mailto:x@y.example\u0007';
    const file = calendarFile({ ...event, attendee: { name, address: 'a@b.example' } });
    expect(byIcalJs(file).attendees).toEqual(['mailto:a@b.example']);
  });

  test('takes a meeting out of the calendar with the same identity', () => {
    const gone = calendarFile({ ...event, method: 'CANCEL', sequence: 3 });
    for (const read of [byIcalJs(gone), byNodeIcal(gone)]) {
      expect(read).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', sequence: 3, uid: expected.uid });
    }
  });
});

describe('the calendar file of an email', () => {
  const message: Message = {
    messageId: '<1@kscp.example>',
    from: event.organizer,
    to: event.attendee,
    subject: 'S',
    text: 'T',
    html: 'H',
    inReplyTo: '',
    references: [],
    headers: {},
    at: event.at,
  };
  const { method, uid, sequence, beginsAt, endsAt, title } = event;
  const meeting = { method, uid, sequence, beginsAt, endsAt, title };

  test('is organized by the sender, for the recipient alone', () => {
    const { calendar } = withCalendarFile(message, meeting, { place: 'Room 3', online: 'https://meet.example.org/x' });
    expect(calendar?.method).toBe('REQUEST');
    expect(byIcalJs(calendar?.content ?? '')).toMatchObject({
      organizer: 'mailto:reviews@kscp.example',
      attendees: ['mailto:sian@police.example'],
      location: 'Room 3, https://meet.example.org/x',
    });
  });

  test('speaks of no link to a page where the email has none', () => {
    const notes = (values: Parameters<typeof withCalendarFile>[2]) =>
      byIcalJs(withCalendarFile(message, meeting, values).calendar?.content ?? '').description;
    expect(notes({ place: 'Room 3' })).toContain('has the link to the meeting’s page');
    expect(notes({ place: 'Room 3', emailAlone: 'yes' })).toBe('There are no papers in this file.');
  });

  test('leaves out a link that is no address of the web', () => {
    const { calendar } = withCalendarFile(message, meeting, { online: 'javascript:alert(1)' });
    expect(calendar?.content).not.toMatch(/javascript|LOCATION/);
  });
});
