import { sameReadingMs } from '../../src/casework/reading-log';
import { messageIdOf } from '../../src/mail/message';
import { addDays, isoDate, londonDate, londonInstant, timeOfDay, toMillis } from '../../src/procedure/time/dates';
import type { CaseEvent } from '../../src/procedure/case/record';
import { asItShouldBe } from './as-it-should-be';
import { check } from './checks';
import {
  kinds,
  type CaseSeen,
  type CopySeen,
  type FullDiskSeen,
  type Kind,
  type NoticeSeen,
  type Observed,
  type ReadWhileFull,
} from './observed';

/* The checks of the fault schedule, shown to fail: a run as it should be has no violation, and one planted bug has its own. */

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The way of this seed has none; choose another seed.');
  return value;
};
const good = asItShouldBe(5);
const seen = found(good.cases[0]);
const { reference } = seen;

const withCase = (change: Partial<CaseSeen>): Observed => ({ ...good, cases: [{ ...seen, ...change }] });
const kindsIn = (observed: Observed): readonly Kind[] => [...new Set(check(observed).map(({ kind }) => kind))];
const reminded = found(seen.events.find(({ kind }) => kind === 'reminders-sent'));
const reminder = found(seen.notices.find(({ notice }) => notice.kind === 'reminders'));
const decided = found(seen.notices.find(({ notice }) => notice.kind !== 'reminders'));
const decision = found(seen.events.find(({ kind, seq }) => kind === 'decision-taken' && seq > 4));

const eventsBut = (change: (event: CaseEvent) => readonly CaseEvent[]): Observed =>
  withCase({ events: seen.events.flatMap(change) });
const noticesBut = (change: (one: NoticeSeen) => readonly NoticeSeen[]): Observed =>
  withCase({ notices: seen.notices.flatMap(change) });

/** The morning's reminders all at another moment, on the record as in its entry. */
function remindedAt(at: typeof reminded.at): Observed {
  const mine = (one: NoticeSeen) => one.notice.kind === 'reminders' && one.notice.at === reminded.at;
  return withCase({
    events: seen.events.map((event) => (event === reminded ? { ...event, at } : event)),
    notices: seen.notices.map((one) => (mine(one) ? { ...one, notice: { ...one.notice, at } } : one)),
  });
}

const planted: readonly (readonly [what: string, kind: Kind, observed: Observed])[] = [
  ['an event that was acknowledged and is not there', 'lost', eventsBut((one) => (one === decision ? [] : [one]))],
  [
    'a case that was acknowledged and is not there',
    'lost',
    { ...good, opened: [...good.opened, { key: 'another', reference: 'SIN-2026-0008' }] },
  ],
  [
    'a notification that became two cases',
    'doubled',
    { ...good, cases: [seen, { ...seen, reference: 'SIN-2026-0008' }], listed: [reference, 'SIN-2026-0008'] },
  ],
  [
    'an event that is there twice',
    'doubled',
    eventsBut((one) => (one === decision ? [one, { ...one, seq: 999 }] : [one])),
  ],
  [
    'an event that was acknowledged to two who decided the same',
    'doubled',
    {
      ...good,
      acknowledged: good.acknowledged.flatMap((one) =>
        one.seq === decision.seq ? [one, { ...one, key: 'b' }] : [one],
      ),
    },
  ],
  [
    'twelve callers of whom two decided',
    'doubled',
    {
      ...good,
      contests: [{ reference, decision: 'recordOversight', keys: 'their own', callers: 12, entries: [3, 4] }],
    },
  ],
  [
    'twelve callers of whom none decided',
    'lost',
    { ...good, contests: [{ reference, decision: 'recordOversight', keys: 'the same', callers: 12, entries: [] }] },
  ],
  ['events in another order', 'out of order', withCase({ events: [...seen.events].reverse() })],
  [
    'events whose moments go back',
    'out of order',
    eventsBut((one) => [
      one === decision ? { ...one, at: londonInstant(isoDate('2026-11-23'), timeOfDay('00:01')) } : one,
    ]),
  ],
  [
    'a decision that the rules refuse',
    'against the rules',
    eventsBut((one) => [one === decision ? { ...one, decision: 'recordPublication' } : one]),
  ],
  [
    'a caller who was refused where nobody else decided',
    'refused or unanswered',
    { ...good, unexpected: [{ reference, sentence: 'It has been decided already.' }] },
  ],
  [
    'an entry that was to be written twice with different contents',
    'contradicted',
    {
      ...good,
      contradicted: [`${reference}: entries 4 are on the record already with another content, which stands.`],
    },
  ],
  ['a notice that was never decided', 'notice missing', noticesBut((one) => (one === decided ? [] : [one]))],
  [
    'a notice that no rule asks for',
    'notice not of the rules',
    noticesBut((one) =>
      one === decided ? [one, { ...one, notice: { ...one.notice, key: 'x', kind: 'published' } }] : [one],
    ),
  ],
  ['a notice twice under one key', 'notice twice', noticesBut((one) => (one === decided ? [one, one] : [one]))],
  [
    'a notice twice under two keys',
    'notice twice',
    noticesBut((one) =>
      one === decided ? [one, { ...one, notice: { ...one.notice, key: `${one.notice.key}/again` } }] : [one],
    ),
  ],
  [
    'a notice that waits for ever',
    'not sent',
    noticesBut((one) => [one === decided ? { notice: one.notice, state: 'waiting' } : one]),
  ],
  ['a notice that counts as sent and never arrived', 'not sent', { ...good, mail: good.mail.slice(1) }],
  [
    'a notice that counts as refused and was not',
    'not sent',
    noticesBut((one) => [one === decided ? { notice: one.notice, state: 'refused' } : one]),
  ],
  [
    'a second Message-ID for a notice',
    'Message-ID',
    { ...good, mail: [...good.mail, { messageId: '<another@example.org>', at: 0, answer: 'taken' }] },
  ],
  ['a reminder that was never decided', 'reminder missing', noticesBut((one) => (one === reminder ? [] : [one]))],
  [
    'a morning on which nobody was reminded',
    'reminder missing',
    {
      ...withCase({
        events: seen.events.filter((one) => one !== reminded).map((one, at) => ({ ...one, seq: at + 1 })),
        notices: seen.notices.filter(({ notice }) => notice.at !== reminded.at),
      }),
    },
  ],
  [
    'a reminder two hours early',
    'reminder early',
    remindedAt(londonInstant(londonDate(reminded.at), timeOfDay('06:00'))),
  ],
  ['a reminder at night', 'reminder at night', remindedAt(londonInstant(londonDate(reminded.at), timeOfDay('23:30')))],
  [
    'a reminder on a Saturday',
    'reminder at night',
    remindedAt(londonInstant(saturdayAfter(londonDate(reminded.at)), timeOfDay('10:00'))),
  ],
  [
    'a reminder on Christmas Day',
    'reminder at night',
    remindedAt(londonInstant(isoDate('2026-12-25'), timeOfDay('10:00'))),
  ],
  [
    'a reminder of what is long done',
    'reminder untrue',
    {
      ...good,
      mail: [
        ...good.mail,
        {
          messageId: messageIdOf(reminder.notice.key, good.mailFrom),
          at: toMillis(seen.asOf) + 3_600_000,
          answer: 'taken',
        },
      ],
    },
  ],
  ['a case in the list that Temporal does not run', 'list and workflows', { ...good, workflows: [] }],
  [
    'an open case whose workflow was terminated',
    'list and workflows',
    { ...good, workflows: [{ reference, status: 'other' }] },
  ],
  ['a case that Temporal runs and the list lacks', 'list and workflows', { ...good, listed: [] }],
  ['a case that is in the list twice', 'list and workflows', { ...good, listed: [reference, reference] }],
  [
    'a case that does not go on',
    'stuck',
    { ...good, workflows: [{ reference, status: 'running', stuck: 'It took no note.' }] },
  ],
  ['a full disk that nobody is told of', 'unsaid or lasting without room', withDisk({ saysSo: false })],
  [
    'an installation that stands still once there is room',
    'unsaid or lasting without room',
    withDisk({ goesOn: false }),
  ],
  ['a copy that takes a decision', 'done by a copy', withCopy({ answers: ['503 held-back', '201'] })],
  ['a copy that sends an email', 'done by a copy', withCopy({ mail: 1 })],
  ['a copy that writes into its records', 'done by a copy', withCopy({ changed: 1 })],
  ['a copy that does not go on where it was told to', 'done by a copy', withCopy({ tookOver: '503 held-back' })],
  [
    'a copy of an installation that stood still, and does not start',
    'done by a copy',
    withCopy({ notStarted: 'It ended.' }),
  ],
  [
    'a case that is shown while no reading can be logged',
    'read without a trace',
    withRead({ answer: '200' }, { at: -sameReadingMs - 60_000 }),
  ],
  ['a case whose page fails while no reading can be logged', 'read without a trace', withRead({ answer: '500 fault' })],
];

/** A case that is asked for while nothing can be written; with a line of the reading log so many milliseconds from then. */
function withRead(change: Partial<ReadWhileFull>, logged?: { readonly at: number }): Observed {
  const at = toMillis(seen.asOf);
  return {
    ...good,
    readWhileFull: [{ reference, at, answer: '503 reading-not-logged', ...change }],
    readings: logged === undefined ? [] : [{ reference, at: at + logged.at }],
  };
}

function withDisk(change: Partial<FullDiskSeen>): Observed {
  const said = ['Not ready: the disk of the database is full.'];
  return { ...good, disks: [{ said, saysSo: true, goesOn: true, lastly: 'Ready.', afterMs: 900, ...change }] };
}

function withCopy(change: Partial<CopySeen>): Observed {
  return { ...good, copies: [{ takenFrom: 'stopped', answers: ['503 held-back'], mail: 0, changed: 0, ...change }] };
}

function saturdayAfter(day: ReturnType<typeof isoDate>): ReturnType<typeof isoDate> {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, 6 - weekday);
}

test.each([1, 2, 3, 4])('a run as it should be keeps the promise (seed %d)', (seed) => {
  expect(check(asItShouldBe(seed))).toEqual([]);
});

test('reminders that fell due a moment before somebody noted something go out after that', () => {
  expect(check(asItShouldBe(5, { notedFirst: true }))).toEqual([]);
});

test('so do those that its clock jumped past, once it has come to rest', () => {
  expect(check(asItShouldBe(5, { notedFirst: true, jumpsByMs: 7 * 3_600_000 }))).toEqual([]);
});

test.each(planted)('the checks report %s', (_what, kind, observed) => {
  expect(kindsIn(observed)).toContain(kind);
});

/** The case with one more entry, at its end: a decision that was refused on the record. */
function refusedAtTheEnd(poisoned: boolean): Observed {
  const last = found(seen.events.at(-1));
  const refused: CaseEvent = { seq: last.seq + 1, kind: 'decision-refused', at: last.at, details: {} };
  return withCase({
    poisoned,
    events: [...seen.events, refused],
    recordedAt: new Map([...seen.recordedAt, [refused.seq, toMillis(last.at)]]),
    file: { ...seen.file, seq: refused.seq },
  });
}

test('a decision is refused on the record where a case was sent what it cannot take, and nowhere else', () => {
  expect(kindsIn(refusedAtTheEnd(true))).toEqual([]);
  expect(kindsIn(refusedAtTheEnd(false))).toEqual(['against the rules']);
});

test('a case that is not shown while no reading can be logged is none, nor one whose reading is in the log', () => {
  expect(kindsIn(withRead({}))).toEqual([]);
  expect(kindsIn(withRead({ answer: '503 away' }))).toEqual([]);
  expect(kindsIn(withRead({ answer: '200' }, { at: 20 }))).toEqual([]);
  expect(kindsIn(withRead({ answer: '200' }, { at: -sameReadingMs }))).toEqual([]);
});

test('a full disk that is said and got over is none, and neither is a copy that is held back and takes over', () => {
  expect(kindsIn(withDisk({}))).toEqual([]);
  expect(kindsIn(withCopy({ tookOver: '201' }))).toEqual([]);
  expect(kindsIn(withCopy({ takenFrom: 'running', notStarted: 'It was copied in the middle of a write.' }))).toEqual(
    [],
  );
});

test('there is a planted bug of every kind', () => {
  expect(new Set(planted.map(([, kind]) => kind))).toEqual(new Set(kinds));
});
