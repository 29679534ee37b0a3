import { isoDate, londonInstant, londonTime, timeOfDay } from '../../src/procedure/time/dates';
import type { CaseReference } from '../../src/procedure/time/time';
import { emailsOf } from './support/emails';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { replayRunsOf } from './support/histories';
import { Story } from './support/story';

/* What a case does to the world when the world does not answer. The clock only goes forward: each test is later than the one before it. */

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, 300_000);
afterAll(() => engine.stop());

const at = (date: string, time: string) => londonInstant(isoDate(date), timeOfDay(time));

async function aCaseOpenedOn(date: string, reference: CaseReference): Promise<Story> {
  await engine.passUntil(at(date, '10:00'));
  const story = new Story(engine, reference, {}, isoDate(date));
  await story.open();
  return story;
}

const everyKeyOnce = (story: Story) => {
  const keys = story.known.notices.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const sent = story.known.sent.map(({ notice }) => notice.key);
  expect(new Set(sent).size).toBe(sent.length);
};

test('A decision stands while the records are away, and is written once they are back', async () => {
  const story = await aCaseOpenedOn('2037-11-23', referenceOf(1));
  await story.settled();
  let away = true;
  engine.world.recordsAway = ({ events }) => away && events.some(({ seq }) => seq === 2 || seq === 3);
  expect(await engine.cases.decide(story.reference, story.call('sendToFrontDoor'))).toMatchObject({
    kind: 'taken',
    seq: 2,
    recorded: false,
  });
  const note = story.call('addNote', undefined, { key: 'a-note' });
  expect(await engine.cases.decide(story.reference, note)).toMatchObject({ kind: 'taken', seq: 3, recorded: false });
  expect(await engine.cases.decide(story.reference, { ...note, key: 'another-note' })).toMatchObject({
    kind: 'taken',
    seq: 4,
    recorded: true,
  });
  expect(story.known.events.map(({ seq }) => seq)).toEqual([1, 4]);
  expect(await engine.cases.decide(story.reference, note)).toMatchObject({ kind: 'taken', seq: 3 });

  away = false;
  await engine.passUntil(at('2037-11-23', '10:30'));
  await engine.until(() => story.known.events.length === 4, 'everything is on the record');
  expect(story.known.events.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4]);
  expect(engine.world.contradictions).toEqual([]);
  const { tries } = engine.world;
  expect(
    tries.filter(({ reference, seqs, failed }) => reference === story.reference && seqs.includes(2) && !failed),
  ).toHaveLength(1);
  // The email of entry 2 waited until it was on the record.
  await story.settled();
  expect(story.known.sent.map(({ notice }) => notice.kind)).toContain('oversight-asked');
  everyKeyOnce(story);
}, 180_000);

test('While the mail server is away for two days the procedure goes on; what is no longer true is then not sent', async () => {
  const story = await aCaseOpenedOn('2037-12-07', referenceOf(2));
  await story.settled();
  const before = story.known.sent.length;
  engine.world.mailAway = (reference) => reference === story.reference;
  await engine.passUntil(at('2037-12-08', '09:30'));
  await engine.until(
    () => story.known.notices.some(({ kind }) => kind === 'reminders'),
    'the reminders of the morning are decided',
  );
  await story.decide('sendToFrontDoor', undefined, { on: isoDate('2037-12-08') });
  await story.decide('recordOversight', undefined, { on: isoDate('2037-12-08') });
  expect(story.known.sent).toHaveLength(before);

  await engine.passUntil(at('2037-12-09', '10:00'));
  engine.world.mailAway = () => false;
  await engine.passUntil(at('2037-12-09', '10:10'));
  await story.settled();
  const rows = emailsOf(story.known.sent.slice(before)).map((row) => row.split(' | ').slice(1).join(' to '));
  expect(rows.sort()).toEqual([
    'decision-meeting coming to business-manager',
    ...['health', 'la', 'police'].map((one) => `naming:${one} coming + summary:${one} coming to ${one}-partner`),
  ]);
  // The oversight was given in the meantime: it is neither asked for nor reminded of.
  expect(story.known.dropped.map(({ kind, as }) => `${kind} to ${as}`).sort()).toEqual([
    'oversight-asked to front-door',
    'oversight-asked to service-director',
    'reminders to spr-coordinator',
  ]);
  everyKeyOnce(story);
}, 300_000);

test('A case that comes back at night after an outage reminds nobody before the morning', async () => {
  await engine.passUntil(at('2038-01-12', '22:00'));
  // Opened on the day before at ten; its reminders were due on this morning, when nothing ran.
  const story = new Story(engine, referenceOf(3), {}, isoDate('2038-01-11'));
  await story.open();
  await engine.passUntil(at('2038-01-13', '09:30'));
  await story.settled();
  const reminders = story.known.sent.filter(({ notice }) => notice.kind === 'reminders');
  expect(emailsOf(reminders)).toEqual([
    'Wed 2038-01-13 09:00 | front-door coming | spr-coordinator',
    'Wed 2038-01-13 09:00 | decision-meeting coming | business-manager',
    ...['la', 'police', 'health'].map(
      (one) => `Wed 2038-01-13 09:00 | naming:${one} coming + summary:${one} coming | ${one}-partner`,
    ),
  ]);
  everyKeyOnce(story);
}, 180_000);

test('Where thousands are reminded at an hour each has its own turn, and a decision before it loses no reminder', async () => {
  const [waits, decides] = [3_699, 3_700];
  const story = await aCaseOpenedOn('2038-02-08', referenceOf(waits));
  const other = new Story(engine, referenceOf(decides), {}, isoDate('2038-02-08'));
  await other.open();
  await story.settled();
  await other.settled();
  const remindersOf = (one: Story) =>
    one.known.sent.filter(({ notice }) => notice.kind === 'reminders').map(({ notice }) => londonTime(notice.at));
  await engine.passUntil(at('2038-02-09', '09:00'));
  expect([...remindersOf(story), ...remindersOf(other)]).toEqual([]);
  await other.decide('addNote');
  await other.settled();
  expect(remindersOf(other)).toEqual(['09:00', '09:00']);
  expect(remindersOf(story)).toEqual([]);
  await engine.passUntil(at('2038-02-09', '09:05'));
  await engine.until(() => remindersOf(story).length === 2, 'its own turn has come');
  expect(remindersOf(story)).toEqual(['09:02', '09:02']);
  await engine.passUntil(at('2038-02-09', '09:30'));
  for (const one of [story, other]) {
    await one.settled();
    expect(remindersOf(one)).toHaveLength(2);
    everyKeyOnce(one);
  }
}, 300_000);

test("Decisions that come while a morning's reminders are put on the record leave histories that any worker can replay", async () => {
  await engine.passUntil(at('2038-02-17', '10:00'));
  // Opened two days late: what was due by then goes out within a second, and the first decisions come before it.
  const stories = [11, 12, 13, 14, 15, 16, 17, 18].map(
    (n) => new Story(engine, referenceOf(n), {}, isoDate('2038-02-15')),
  );
  for (const story of stories) {
    await story.open();
    await story.decide('sendToFrontDoor');
    await story.decide('addNote');
    await story.settled();
    expect(story.known.events.map(({ kind }) => kind)).toContain('reminders-sent');
  }
  expect(await replayRunsOf(engine, stories)).toEqual({ replayed: stories.length, broken: [] });
}, 300_000);
