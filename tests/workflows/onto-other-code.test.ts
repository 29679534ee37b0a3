import { endingOf } from '../../src/procedure/describe';
import { addDays, isoDate } from '../../src/procedure/time/dates';
import { stepIds } from '../../src/procedure/step-ids';
import { words } from '../support/default-forms';
import { bundle, referenceOf, startEngine, type Engine } from './support/engine';
import { inOtherProcedure, otherProcedure, renamed, withOtherName } from './support/other-procedures';
import { buildWith, type SecondBuild } from './support/second-build';
import { Story, tell, type Rules } from './support/story';
import { moveOn } from './support/telling';

/*
 * Cases are begun under one build and finished under another whose procedure differs, and back again, as one process
 * does it: every case goes on in a new run, the worker ends, another begins where it left off, and asks every case
 * once more to take up what is then the current code.
 */

/** A build as its cases and its people know it. */
interface Build {
  readonly bundle: string;
  /** Undefined: the source's own. */
  readonly rules: Rules | undefined;
}

interface Scenario {
  readonly stories: readonly Story[];
  readonly failed: ReadonlyMap<Story, Error>;
  /** Every step that was open in some case when its code was exchanged. */
  readonly open: ReadonlySet<string>;
}

/** They are received two years ago, so that everything can be done at once. */
const received = isoDate('2024-11-25');

const shipped: Build = { bundle, rules: undefined };
const learningEvent = () => ({ attended: words('Forty practitioners') });

/** Cases that are received a week apart, so that on one day they are at every stage; on these days the code changes. */
async function told(
  engine: Engine,
  changes: Readonly<Record<string, Build>>,
  { first, weeks }: { readonly first: Build; readonly weeks: readonly number[] },
): Promise<Scenario> {
  let current = first;
  const open = new Set<string>();
  await engine.workWith(first.bundle);
  const exchange = (build: Build) => async () => {
    const running = stories.filter(
      ({ reference, known }) => engine.world.knows(reference) && known.file.closedOn === undefined,
    );
    for (const { rules, file } of running) rules.openSteps(file).forEach((step) => open.add(step));
    await Promise.all(running.map(moveOn));
    await engine.workWith(build.bundle);
    current = build;
    await Promise.all(running.map(moveOn));
  };
  const besides = Object.entries(changes).map(([on, build]) => ({ on, does: exchange(build) }));
  const rules = () => current.rules;
  const stories: readonly Story[] = weeks.map(
    (week) =>
      new Story(
        engine,
        referenceOf(week + 1),
        { ...(week === 0 ? { besides } : {}), rules },
        addDays(received, 7 * week),
      ),
  );
  return { stories, failed: await tell(stories), open };
}

/** The steps of the straight way. */
const straight = stepIds.filter(
  (step) =>
    !['notification', 'panel-answer', 'review-decision', 'reasons-sent', 'practice-learning-review'].includes(step),
);

const ended = ({ stories }: Scenario) => stories.map(({ told: { file } }) => endingOf(file));
const factsOf = ({ told: { file } }: Story): readonly string[] => Object.keys(file.facts);

describe('A procedure with a step more, a step less, and other windows', () => {
  let engine: Engine;
  let other: SecondBuild;
  let scenario: Scenario;

  beforeAll(async () => {
    [engine, other] = await Promise.all([startEngine({ server: 'real' }), buildWith(otherProcedure)]);
    const different: Build = { bundle: other.bundle, rules: inOtherProcedure(other.rules) };
    scenario = await told(
      engine,
      { '2025-02-10': different, '2025-02-19': shipped, '2025-03-26': different, '2025-04-16': shipped },
      { first: shipped, weeks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
    );
  }, 1_200_000);
  afterAll(async () => {
    await engine.stop();
    other.remove();
  });

  test('Every case goes on under the one and the other, and is published', () => {
    expect([...scenario.failed.values()]).toEqual([]);
    expect(ended(scenario)).toEqual(scenario.stories.map(() => 'published'));
  });

  test('Cases stood at nearly every step when their code was exchanged', () => {
    // The others are done within a day of being open.
    expect(straight.filter((step) => !scenario.open.has(step)).length).toBeLessThanOrEqual(4);
    expect(scenario.open).toContain('briefing');
  });

  test('What only the other procedure asks for was asked for there, and is kept here', () => {
    const facts = scenario.stories.map(factsOf);
    expect(facts.some((names) => names.includes('recordBriefing'))).toBe(true);
    // A step of which the other procedure knows nothing is asked for again where it is known.
    expect(facts.every((names) => names.includes('recordLearningEvent'))).toBe(true);
  });
});

describe('A decision that has another name, and then its old one again', () => {
  let engine: Engine;
  let there: SecondBuild;
  let back: SecondBuild;
  let scenario: Scenario;

  beforeAll(async () => {
    engine = await startEngine({ server: 'real' });
    there = await buildWith(renamed('there'));
    back = await buildWith(renamed('there and back'));
    scenario = await told(
      engine,
      {
        '2025-02-24': { bundle: there.bundle, rules: withOtherName(there.rules, learningEvent) },
        '2025-03-24': { bundle: back.bundle, rules: back.rules },
      },
      { first: shipped, weeks: [0, 3, 6, 9, 11] },
    );
  }, 1_200_000);
  afterAll(async () => {
    await engine.stop();
    there.remove();
    back.remove();
  });

  test('Every case goes on, and is published; what was decided under one name stands under the other', () => {
    expect([...scenario.failed.values()]).toEqual([]);
    expect(ended(scenario)).toEqual(scenario.stories.map(() => 'published'));
    for (const story of scenario.stories) {
      expect(story.told.file.version).toBe(3);
      expect(factsOf(story)).toContain('recordLearningEvent');
      expect(factsOf(story)).not.toContain('recordPractitionerEvent');
      expect(story.known.events.filter(({ decision }) => decision === 'recordLearningEvent').length).toBeLessThan(2);
    }
    const names = scenario.stories.flatMap(({ known }) => known.events.map(({ decision }) => String(decision)));
    expect(names).toContain('recordPractitionerEvent');
    expect(names).toContain('recordLearningEvent');
  });

  test('An earlier release leaves a case of a later one as it is, and that goes on with it when it is back', async () => {
    await engine.workWith(there.bundle);
    const story = new Story(engine, referenceOf(99), {}, received);
    await story.open();
    expect(story.known.file.version).toBe(2);
    await moveOn(story);
    await engine.workWith(bundle);
    await story.signal('takeUpCurrentCode');
    const failures = async () => {
      const { events } = await engine.env.client.workflow.getHandle(story.reference).fetchHistory();
      return (events ?? []).flatMap((event) => event.workflowTaskFailedEventAttributes ?? []);
    };
    await engine.until(async () => (await failures()).length > 0, 'the earlier release fails the task, not the case');
    await engine.workWith(there.bundle);
    await moveOn(story);
    expect(story.known.file.version).toBe(2);
  }, 300_000);
});
