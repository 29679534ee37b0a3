import { agreementOf, entriesForOthers, objectionsIn } from '../../src/procedure/case/recorded-for';
import { londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { words } from '../support/default-forms';
import { emailsOf } from './support/emails';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { received, Story } from './support/story';

/* A decision recorded on behalf of whoever took it, in a running case: asked for, reminded of, answered. */

let engine: Engine;
let opened = 0;

beforeAll(async () => {
  engine = await startEngine();
  await engine.passUntil(londonInstant(received, timeOfDay('10:00')));
}, 300_000);
afterAll(() => engine.stop());

const beside = { onBehalf: { of: 'la-partner', where: words('words:the-decision-meeting') } };

async function atTheOutcome(): Promise<Story> {
  const story = new Story(engine, referenceOf((opened += 1)), {});
  await story.open();
  await story.decide('sendToFrontDoor');
  await story.decide('recordOversight');
  for (let n = 0; n < 3; n += 1) await story.decide('recordAgencySummary');
  await story.decide('recordDecisionMeeting');
  return story;
}

const recording = (story: Story) => ({
  ...story.call('recordOutcome', undefined, { by: 'business-manager' }),
  ...beside,
});

test('By Update and by Signal it leaves equal entries, and whoever decided it is asked', async () => {
  const [byUpdate, bySignal] = [await atTheOutcome(), await atTheOutcome()];
  expect(await engine.cases.decide(byUpdate.reference, recording(byUpdate))).toMatchObject({ kind: 'taken' });
  const { by, on, key, form, onBehalf } = recording(bySignal);
  const { seq } = bySignal.file;
  await bySignal.signal('recordOutcome', { by, on, key, form, onBehalf });
  await engine.until(() => bySignal.file.seq > seq, 'the outcome is taken by signal');
  for (const story of [byUpdate, bySignal]) {
    const [fact] = story.file.facts.recordOutcome ?? [];
    expect(fact).toMatchObject({ role: 'business-manager', recordedFor: { role: 'la-partner' } });
    expect(story.known.events.at(-1)).toMatchObject({ recordedFor: fact?.recordedFor });
    await engine.until(
      () => story.known.sent.some(({ notice }) => notice.kind === 'recorded-for-you'),
      'the Local Authority is asked',
    );
  }
}, 120_000);

test('A Signal that does not say on whose behalf is on the record as refused', async () => {
  const story = await atTheOutcome();
  const { by, on, key, form } = recording(story);
  const { seq } = story.file;
  await story.signal('recordOutcome', { by, on, key, form });
  await engine.until(() => story.file.seq > seq, 'the refusal is on the record');
  expect(story.known.events.at(-1)).toMatchObject({ kind: 'decision-refused', refusal: { code: 'wrong-role' } });
}, 120_000);

test('Silence is reminded of and confirms nothing; an objection stops nothing and stands', async () => {
  const story = await atTheOutcome();
  await engine.cases.decide(story.reference, recording(story));
  const entry = story.file.seq;
  await engine.passUntil(londonInstant('2037-12-01' as typeof received, timeOfDay('10:00')));
  const [asked] = entriesForOthers(story.file);
  expect(asked === undefined ? undefined : agreementOf(story.file, asked.fact).state).toBe('not-yet-confirmed');
  expect(emailsOf(story.known.sent).join('\n')).toMatch(new RegExp(`confirmation:${entry} overdue`));
  const objection = { entry, agrees: 'no', objection: words('words:the-objection') };
  expect(
    await engine.cases.decide(story.reference, story.call('confirmEntry', objection, { by: 'la-partner' })),
  ).toMatchObject({ kind: 'taken' });
  expect(objectionsIn(story.file)).toHaveLength(1);
  expect(story.file.facts.recordOutcome).toHaveLength(1);
  await engine.until(
    () => story.known.sent.some(({ notice }) => notice.kind === 'objection-made'),
    'the Business Unit is told of the objection',
  );
}, 120_000);
