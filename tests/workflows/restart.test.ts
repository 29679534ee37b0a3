import { onOrAfter } from '../../src/procedure/time/calendar';
import {
  addDays,
  fromMillis,
  isoDate,
  londonDate,
  londonInstant,
  timeOfDay,
  toMillis,
} from '../../src/procedure/time/dates';
import type { Instant } from '../../src/procedure/time/time';
import type { Restarting } from '../../src/temporal/cases';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { Story } from './support/story';

/* A case whose workflow is gone goes on from the file on its record. */

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 300_000);
afterAll(() => engine.stop());

const moment = (date: string, time: string) => londonInstant(isoDate(date), timeOfDay(time));

/** As the office restarts a case: from the file on the record, with the entry that says so. */
async function restarted(story: Story, at?: Instant): Promise<Restarting> {
  const { file } = story.known;
  const seq = file.seq + 1;
  const event = {
    seq,
    kind: 'case-restarted',
    at: at ?? (await engine.now()),
    details: { found: 'not-there' },
  } as const;
  return { file: { ...file, seq }, entry: { events: [event], notices: [] } };
}

test('What waited to be sent goes out once, and what should have been reminded of meanwhile in one email a person', async () => {
  await engine.passUntil(moment('2037-11-23', '10:00'));
  const opened = new Story(engine, referenceOf(1), {}, isoDate('2037-11-23'));
  await opened.open();
  await opened.settled();
  // The record of a case that Temporal has lost; the test server does not skip time past a workflow that was terminated.
  const { events, notices, sent } = opened.known;
  const gone = new Story(engine, referenceOf(3), {}, isoDate('2037-11-23'));
  await engine.world.activities.record({
    file: { ...opened.known.file, reference: gone.reference },
    events,
    notices,
  });
  const decided = notices.map(({ key }) => key).toSorted();
  // Of its emails all but one had been sent.
  gone.known.sent.push(...sent.slice(1));
  await engine.passUntil(moment('2037-12-02', '11:00'));

  expect(await engine.cases.standing(gone.reference)).toEqual({ kind: 'not-there' });
  expect(await engine.cases.restart(await restarted(gone))).toBe(true);
  await engine.until(() => gone.known.events.some(({ kind }) => kind === 'reminders-sent'), 'reminders are decided');
  await gone.settled();
  expect(gone.known.events.map(({ kind }) => kind)).toEqual(['case-opened', 'case-restarted', 'reminders-sent']);
  const emails = gone.known.sent.filter(({ notice }) => notice.kind !== 'reminders').map(({ notice }) => notice.key);
  expect(emails.toSorted()).toEqual(decided);
  const reminders = gone.known.sent.filter(({ notice }) => notice.kind === 'reminders');
  expect(reminders.every((one) => londonDate(one.at) === '2037-12-02')).toBe(true);
  expect(new Set(reminders.map(({ notice }) => notice.to)).size).toBe(reminders.length);
  expect(reminders.length).toBeGreaterThan(0);
}, 180_000);

test('A case that runs is left alone, says how far it is, and is replaced only where that very run is to end', async () => {
  const story = new Story(engine, referenceOf(2), {}, londonDate(await engine.now()));
  await story.open();
  await story.decide('sendToFrontDoor');
  const standing = await engine.cases.standing(story.reference);
  if (standing.kind !== 'running') throw new Error('It does not run.');
  expect(standing.wasReset).toBe(false);
  expect(await engine.cases.lastEntry(story.reference, standing.runId)).toBe(story.known.file.seq);

  expect(await engine.cases.restart(await restarted(story))).toBe(false);
  expect(await engine.cases.restart({ ...(await restarted(story)), inPlaceOf: standing.runId })).toBe(true);
  // Whoever comes with the run that ended finds another in its place.
  expect(await engine.cases.restart({ ...(await restarted(story)), inPlaceOf: standing.runId })).toBe(false);
  await story.decide('recordOversight');
  expect(story.known.events.map(({ decision, kind }) => decision ?? kind)).toEqual([
    'case-opened',
    'sendToFrontDoor',
    'case-restarted',
    'recordOversight',
  ]);
  expect(await engine.cases.standing(referenceOf(99))).toEqual({ kind: 'not-there' });
  expect(engine.world.contradictions).toEqual([]);
}, 180_000);

test('An email that waits on the record and that the case does not know of is sent once, however often it is asked', async () => {
  const story = new Story(engine, referenceOf(5), {}, londonDate(await engine.now()));
  await story.open();
  await story.settled();
  const { notices, sent } = story.known;
  const [like] = notices;
  const standing = await engine.cases.standing(story.reference);
  if (standing.kind !== 'running' || like === undefined) throw new Error('It does not run, or told nobody.');
  expect(await engine.cases.unsent(story.reference, standing.runId)).toEqual([]);
  const lost = { ...like, key: `${like.key}/lost` };
  notices.push(lost);
  const before = sent.length;
  expect(await engine.cases.sendWaiting([story.reference])).toBe(1);
  await engine.cases.sendWaiting([story.reference]);
  await story.settled();
  await story.decide('sendToFrontDoor');
  await story.settled();
  const keys = sent.slice(before).map(({ notice }) => notice.key);
  expect(keys.filter((key) => key === lost.key)).toHaveLength(1);
  expect(new Set(sent.map(({ notice }) => notice.key)).size).toBe(sent.length);
  const { runId } = standing;
  await engine.until(async () => (await engine.cases.unsent(story.reference, runId)).length === 0, 'nothing is unsent');
}, 180_000);

test('A closed case that is begun again with an email sends it, and ends as it was', async () => {
  const story = new Story(engine, referenceOf(6), {}, londonDate(await engine.now()));
  await story.open();
  await story.decide('withdrawCase', undefined, { by: 'business-manager' });
  const ends = async () => (await engine.cases.standing(story.reference)).kind === 'ended';
  await engine.until(ends, 'it is closed');
  const { notices, sent, events, file } = story.known;
  const [like] = notices.slice(-1);
  if (like === undefined) throw new Error('It told nobody.');
  const lost = { ...like, key: `${like.key}/lost` };
  notices.push(lost);
  const [before, entries] = [sent.length, events.length];
  expect(await engine.cases.restart({ file: { ...file, unsent: [lost.key] } })).toBe(true);
  await engine.until(() => sent.length > before, 'the email is sent');
  await engine.passUntil(fromMillis(toMillis(await engine.now()) + 60_000));
  await engine.until(ends, 'it has ended again');
  expect(await engine.cases.standing(story.reference)).toEqual({ kind: 'ended', how: 'completed' });
  expect(sent.slice(before).map(({ notice }) => notice.key)).toEqual([lost.key]);
  expect(events).toHaveLength(entries);
}, 180_000);

test('A case whose clock is behind its record is decided in after it, and reminds by the record’s time', async () => {
  // No further than the tests before went: they ended a run, past which the test server does not always skip time.
  await engine.passUntil(moment('2037-12-02', '11:00'));
  const today = londonDate(await engine.now());
  const story = new Story(engine, referenceOf(4), {}, today);
  await story.open();
  const standing = await engine.cases.standing(story.reference);
  if (standing.kind !== 'running') throw new Error('It does not run.');
  // Where a practice case stood, or another machine's clock: eight days on, with reminders due on the way.
  const ahead = londonInstant(onOrAfter(story.file.calendar, addDays(today, 8)), timeOfDay('11:00'));
  expect(await engine.cases.restart({ ...(await restarted(story, ahead)), inPlaceOf: standing.runId })).toBe(true);
  await story.decide('addNote', undefined, { on: londonDate(ahead) });
  await engine.until(() => story.known.events.some(({ kind }) => kind === 'reminders-sent'), 'reminders are decided');
  const since = story.known.events.slice(1);
  // Whoever decides may come a moment before the reminders or after them.
  const [restartedFirst, ...others] = since.map(({ decision, kind }) => decision ?? kind);
  expect([restartedFirst, ...others.sort()]).toEqual(['case-restarted', 'addNote', 'reminders-sent']);
  expect(since.map((event) => event.at)).toEqual([ahead, ahead, ahead]);
}, 180_000);
