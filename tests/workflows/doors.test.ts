import { londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import type { DecisionName } from '../../src/procedure/case/case-file';
import type { Refusal } from '../../src/procedure/refusals';
import { words } from '../support/default-forms';
import { referenceOf, startEngine, type Engine } from './support/engine';
import { received, Story } from './support/story';
import { moveOn } from './support/telling';

let engine: Engine;
let opened = 0;

beforeAll(async () => {
  engine = await startEngine();
  await engine.passUntil(londonInstant(received, timeOfDay('10:00')));
}, 300_000);
afterAll(() => engine.stop());

async function aCaseOpened(): Promise<Story> {
  const story = new Story(engine, referenceOf((opened += 1)), {});
  await story.open();
  return story;
}

/** The decisions of the first day, in the order in which they may be taken. */
const firstDay: readonly DecisionName[] = [
  'sendToFrontDoor',
  'recordOversight',
  'recordAgencySummary',
  'recordAgencySummary',
  'recordAgencySummary',
  'recordDecisionMeeting',
  'recordOutcome',
  'addNote',
];

/** What a case file says, but for the reference, the minutes, and which emails are still on their way. */
const comparable = ({ file }: Story): unknown =>
  JSON.parse(
    JSON.stringify({ ...file, unsent: [] })
      .replaceAll(file.reference, 'THIS-CASE')
      .replaceAll(/T\d\d:\d\d:\d\d\.\d{3}Z/g, ''),
  );

/** Every event of the case's history in Temporal, by type. */
async function historyOf({ reference }: Story) {
  const { events } = await engine.env.client.workflow.getHandle(reference).fetchHistory();
  return events ?? [];
}

const refusalOf = async (asked: ReturnType<Engine['cases']['decide']>): Promise<Refusal | undefined> => {
  const outcome = await asked;
  return outcome.kind === 'refused' ? outcome.refusal : undefined;
};

test('A decision by Update and the same by Signal leave equal case files', async () => {
  const [byUpdate, bySignal] = [await aCaseOpened(), await aCaseOpened()];
  for (const name of firstDay) {
    const key = `${name}-${byUpdate.file.seq}`;
    await byUpdate.decide(name, undefined, { key });
    const { seq } = bySignal.file;
    const { by, on, form } = bySignal.call(name);
    await bySignal.signal(name, { by, on, key, form });
    await engine.until(() => bySignal.file.seq > seq, `${name} is taken by signal`);
  }
  expect(comparable(bySignal)).toEqual(comparable(byUpdate));
  expect(byUpdate.file.seq).toBe(1 + firstDay.length);
});

test('The notification is corrected by Signal as by Update, and a child is added; a name that came in a Signal is refused', async () => {
  const [byUpdate, bySignal] = [await aCaseOpened(), await aCaseOpened()];
  const of = (story: Story, name: DecisionName, form: object) => story.call(name, form, { by: 'business-manager' });
  const correction = (field: string, value: unknown) => ({
    entry: 1,
    field,
    value,
    reason: `words:reason-for-${field}`,
  });
  const all = [
    ['correctFact', correction('notifyingAgency', 'Police')],
    ['correctFact', correction('children.0.name', 'words:the-right-name')],
    ['addChild', undefined],
  ] as const;
  for (const [name, form] of all) {
    const key = `${name}-${byUpdate.file.seq}`;
    await byUpdate.decide(name, form, { key, by: 'business-manager' });
    const { seq } = bySignal.file;
    const call = of(bySignal, name, form ?? {});
    await bySignal.signal(name, { by: call.by, on: call.on, key, form: call.form });
    await engine.until(() => bySignal.file.seq > seq, `${name} is taken by signal`);
  }
  expect(comparable(bySignal)).toEqual(comparable(byUpdate));
  expect(bySignal.file.notification).toMatchObject({ notifyingAgency: 'Police', children: [{}, { ref: 'child-2' }] });
  const { by } = of(bySignal, 'correctFact', {});
  const { seq } = bySignal.file;
  await bySignal.signal('correctFact', { by, form: correction('children.0.name', 'Ellie Example') });
  await engine.until(() => bySignal.file.seq > seq, 'the refusal is on the record');
  expect(JSON.stringify(bySignal.known.events.at(-1))).not.toContain('Ellie');
  expect(bySignal.known.events.at(-1)).toMatchObject({ kind: 'decision-refused', refusal: { code: 'invalid' } });
});

test('A wrong Signal is on the record as refused, with the reason, and changes nothing else', async () => {
  const story = await aCaseOpened();
  const before = story.file;
  const { by } = story.call('recordOutcome');
  await story.signal('recordOutcome', { by, form: { outcome: 'notify', reason: 'W1' } });
  await story.signal('recordOversight', 'nonsense');
  await engine.until(() => story.known.events.length === 3, 'both refusals are on the record');
  expect(story.known.events.slice(1)).toMatchObject([
    { seq: 2, kind: 'decision-refused', decision: 'recordOutcome', by, refusal: { code: 'too-early' } },
    { seq: 3, kind: 'decision-refused', decision: 'recordOversight', refusal: { code: 'invalid' } },
  ]);
  expect({ ...story.file, unsent: [] }).toEqual({ ...before, seq: 3, unsent: [] });
  expect(await story.decide('sendToFrontDoor')).toMatchObject({ kind: 'taken', seq: 4 });
});

test('Words of another entry are named at neither door: a Signal is on the record as refused, and repeats nothing of it', async () => {
  const story = await aCaseOpened();
  const named = words('words:of-another-entry');
  await story.decide('addNote', { note: named });
  const { by, form } = story.call('addNote', { note: named });
  expect(await refusalOf(engine.cases.decide(story.reference, story.call('addNote', { note: named })))).toMatchObject({
    sentence: expect.stringMatching(/kept for another entry/) as string,
  });
  await story.signal('addNote', { by, form });
  await story.signal('addNote', { by, form: { note: 'words:entry-1/children.0.name' } });
  await story.signal('addNote', { by: named, form: { note: 'A note' } });
  await engine.until(() => story.known.events.length === 5, 'the refusals are on the record');
  const refused = story.known.events.slice(2);
  for (const event of refused) expect(event.kind).toBe('decision-refused');
  expect(JSON.stringify(refused)).not.toContain('words:');
  expect(story.file.facts.addNote).toHaveLength(1);
});

test('A refused Update is told why, and leaves neither an event in history nor a failed task', async () => {
  const story = await aCaseOpened();
  await story.settled();
  const before = await historyOf(story);
  const refusal = await refusalOf(engine.cases.decide(story.reference, story.call('recordOversight')));
  expect(refusal).toMatchObject({
    code: 'too-early',
    sentence: expect.stringMatching(/sendToFrontDoor/),
    parts: expect.arrayContaining([{ kind: 'decisions', decisions: ['sendToFrontDoor'] }]),
    waitsFor: ['sendToFrontDoor'],
  });
  const after = (await historyOf(story)).slice(before.length);
  expect(
    after.filter(
      (event) => event.workflowExecutionUpdateAcceptedEventAttributes ?? event.workflowTaskFailedEventAttributes,
    ),
  ).toEqual([]);
  expect(story.file.seq).toBe(1);
});

test('The same key with the same content has the first answer again, in this run and the next', async () => {
  const story = await aCaseOpened();
  const call = story.call('sendToFrontDoor', undefined, { key: 'a-key' });
  expect(await engine.cases.decide(story.reference, call)).toMatchObject({ kind: 'taken', seq: 2 });
  expect(await engine.cases.decide(story.reference, call)).toMatchObject({ kind: 'taken', seq: 2 });
  await moveOn(story);
  expect(await engine.cases.decide(story.reference, call)).toMatchObject({ kind: 'taken', seq: 2, repeated: true });
  expect(story.known.events.map(({ seq }) => seq)).toEqual([1, 2]);
});

test('The same key with another content is refused once the case has gone on in a new run', async () => {
  const story = await aCaseOpened();
  await story.decide('sendToFrontDoor', undefined, { key: 'a-key' });
  await moveOn(story);
  const other = story.call('sendToFrontDoor', { sentBy: words('Somebody else') }, { key: 'a-key' });
  expect(await refusalOf(engine.cases.decide(story.reference, other))).toMatchObject({ code: 'key-used-for-another' });
  await story.signal('sendToFrontDoor', { by: other.by, key: 'a-key', form: other.form });
  await engine.until(() => story.file.seq === 3, 'the refusal is on the record');
  expect(story.known.events.at(-1)).toMatchObject({
    kind: 'decision-refused',
    refusal: { code: 'key-used-for-another' },
  });
});

test('Of twelve who decide the same at once the first stands, and the others are told who was first', async () => {
  const story = await aCaseOpened();
  const asked = Array.from({ length: 12 }, (_, n) =>
    engine.cases.decide(story.reference, story.call('sendToFrontDoor', undefined, { key: `caller-${n}` })),
  );
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
  const refusals = outcomes.flatMap((one) => (one.kind === 'refused' ? [one.refusal] : []));
  expect(refusals).toHaveLength(11);
  for (const refusal of refusals)
    expect(refusal).toMatchObject({ code: 'already-decided', first: { by: story.holder('administrator') } });
  expect(story.file.seq).toBe(2);
});

test('Fifty cases side by side in one worker know nothing of each other', async () => {
  const stories = await Promise.all(Array.from({ length: 50 }, aCaseOpened));
  const noteOf = (story: Story, n: number) => words(`${story.reference} ${n}`);
  for (const n of [1, 2, 3]) {
    await Promise.all(
      stories.map((story) => story.decide('addNote', { note: noteOf(story, n) }, { key: `note-${n}` })),
    );
  }
  for (const story of stories) {
    expect(story.file.facts.addNote?.map(({ form }) => form.note)).toEqual([1, 2, 3].map((n) => noteOf(story, n)));
    expect(Object.keys(story.file.taken)).toEqual(['notification-1', 'note-1', 'note-2', 'note-3']);
    expect(story.file.seq).toBe(4);
    expect(story.known.notices.every(({ key }) => key.startsWith(`${story.reference}/`))).toBe(true);
  }
}, 180_000);
