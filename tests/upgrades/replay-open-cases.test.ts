import { londonInstant, timeOfDay } from '../../src/procedure/time/dates';
import { replayOpenCases } from '../../src/temporal/replay-open-cases';
import type { CaseReference } from '../../src/procedure/time/time';
import { bundle, referenceOf, startEngine, type Engine } from '../workflows/support/engine';
import { buildWith, type SecondBuild } from '../workflows/support/second-build';
import { received, Story } from '../workflows/support/story';
import { moveOn } from '../workflows/support/telling';

/* The gate of a start: open cases are replayed with the workflows of this build. */

let engine: Engine;
let other: SecondBuild;
const stories: Story[] = [];

beforeAll(async () => {
  engine = await startEngine();
  other = await buildWith([
    // Emails are no longer sent beside everything else, but before the timer.
    {
      file: 'workflows/time.ts',
      from: 'export async function keepTime(run: Run): Promise<never> {',
      to: 'export async function keepTime(run: Run): Promise<never> { await condition(() => !run.effects.areAtRest());',
    },
  ]);
  await engine.passUntil(londonInstant(received, timeOfDay('10:00')));
  for (let n = 1; n <= 3; n += 1) {
    const story = new Story(engine, referenceOf(n), {});
    await story.open();
    await story.decide('sendToFrontDoor');
    await story.settled();
    stories.push(story);
  }
}, 300_000);
afterAll(async () => {
  await engine.stop();
  other.remove();
});

const tried = (codePath: string, references: readonly CaseReference[] = stories.map(({ reference }) => reference)) =>
  replayOpenCases({
    connection: engine.env.connection,
    namespace: 'default',
    dataConverter: engine.dataConverter,
    bundle: codePath,
    references,
  });

test('The build that wrote them can go on with all of them, in the middle of what they do', async () => {
  expect(await tried(bundle)).toEqual([]);
});

test('Trying them leaves nothing of the replay behind in the process', async () => {
  // With the SDK's own way of writing a stack trace its hook on every promise would stay.
  const before = Error.prepareStackTrace;
  expect(await tried(bundle)).toEqual([]);
  expect(Error.prepareStackTrace).toBe(before);
});

test('A case that Temporal does not know is in nobody’s way', async () => {
  expect(await tried(bundle, [referenceOf(77)])).toEqual([]);
});

test('A build that does another thing first cannot, and each case is named', async () => {
  const found = await tried(other.bundle);
  expect(found.map(({ reference }) => reference)).toEqual(stories.map(({ reference }) => reference));
  expect(found[0]?.why).toMatch(/nondeterminism/i);
});

test('The same build can go on with cases that were moved on and are at rest', async () => {
  await engine.passUntil(londonInstant(received, timeOfDay('10:30')));
  await Promise.all(stories.map(moveOn));
  expect(await tried(bundle)).toEqual([]);
});
