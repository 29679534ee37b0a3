import { Worker } from '@temporalio/worker';
import { endingOf } from '../../../src/procedure/describe';
import { londonDate } from '../../../src/procedure/dates';
import { openSteps } from '../../../src/procedure/steps';
import { emailsOf } from './emails';
import { bundle, dataConverter, referenceOf, startEngine, type Engine } from './engine';
import { received, Story, tell, type Way } from './story';
import { ways, type WayName } from './ways';

/** The cases of a test file, each told twice: as it is, and going on in a new run wherever it waits on its own way. */
export interface Telling {
  readonly engine: () => Engine;
  plain(name: WayName): Story;
  movedOn(name: WayName): Story;
  /** How many runs the case had that went on in a new one at every point where it waited. */
  runs(name: WayName): number;
}

/** Goes on in a new run, and waits until it does. */
export async function moveOn(story: Story): Promise<void> {
  const handle = story.engine.env.client.workflow.getHandle(story.reference);
  const { runId } = await handle.describe();
  await story.signal('takeUpCurrentCode');
  await story.engine.until(
    async () => (await handle.describe()).runId !== runId,
    `${story.reference} goes on in a new run`,
  );
}

/** Does something once at every point where the case waits: whenever other steps are awaited than before. */
export function whereverItWaits(does: (story: Story) => Promise<unknown>): (story: Story) => Promise<void> {
  let before = '';
  return async (story) => {
    const { file } = story;
    const point = openSteps(file).join();
    if (file.closedOn !== undefined || point === before) return;
    before = point;
    await does(story);
  };
}

/** Tells these ways before the tests of a file, and replays every history of them after. */
export function telling(names: readonly WayName[]): Telling {
  let engine: Engine | undefined;
  const stories = new Map<string, Story>();
  const moves = new Map<WayName, number>();
  let failed: ReadonlyMap<Story, Error> = new Map();

  const started = (): Engine => {
    if (engine === undefined) throw new Error('The engine has not started.');
    return engine;
  };
  const toldAs = (key: string): Story => {
    const story = stories.get(key);
    if (story === undefined) throw new Error(`${key} was not told.`);
    const error = failed.get(story);
    if (error !== undefined) throw error;
    return story;
  };

  beforeAll(async () => {
    engine = await startEngine();
    let n = 0;
    for (const name of names) {
      stories.set(name, new Story(engine, referenceOf((n += 1)), ways[name]));
      const { leaves = received }: Way = ways[name];
      const movingOn = whereverItWaits(async (story) => {
        if (londonDate(story.at) < leaves) return;
        await moveOn(story);
        moves.set(name, (moves.get(name) ?? 0) + 1);
      });
      stories.set(
        `${name}, moved on`,
        new Story(engine, referenceOf((n += 1)), { ...ways[name], beforeEach: movingOn }),
      );
    }
    failed = await tell([...stories.values()]);
  }, 400_000);
  afterAll(() => engine?.stop());

  return {
    engine: started,
    plain: (name) => toldAs(name),
    movedOn: (name) => toldAs(`${name}, moved on`),
    runs: (name) => 1 + (moves.get(name) ?? 0),
  };
}

/** How a case ended and when, or how far it came. */
export const endOf = ({ told: { file } }: Story) => ({ ending: endingOf(file), closedOn: file.closedOn });

/** What a case came to, as it reads on the record: the moments but for the minutes that the machine takes. */
export function cameTo(story: Story) {
  const { file, events, sent, dropped } = story.told;
  return {
    ...endOf(story),
    events: events.map(({ at, ...event }) => ({ ...event, recordedOn: londonDate(at) })),
    facts: Object.fromEntries(
      Object.entries(file.facts).map(([name, facts]) => [
        name,
        facts.map(({ seq, on, by, role, form }) => ({ seq, on, by, role, form })),
      ]),
    ),
    people: file.people,
    emails: emailsOf(sent),
    dropped: dropped.map(({ kind, to }) => ({ kind, to })),
  };
}

/** Replays every run of these cases against the bundle that is shipped; what cannot be replayed is named. */
export async function replay(
  engine: Engine,
  stories: readonly Story[],
): Promise<{ readonly replayed: number; readonly broken: readonly string[] }> {
  const histories = (await Promise.all(stories.map((story) => historiesOf(engine, story)))).flat();
  const broken: string[] = [];
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: { codePath: bundle }, dataConverter },
    histories,
  )) {
    replayed += 1;
    if (error !== undefined) broken.push(`${workflowId}: ${error.message}`);
  }
  return { replayed, broken };
}

/** The history of each run of a case, last to first. */
async function historiesOf(engine: Engine, { reference }: Story) {
  const found = [];
  for (let runId: string | undefined; ;) {
    const history = await engine.env.client.workflow.getHandle(reference, runId).fetchHistory();
    found.push({ workflowId: reference, history });
    const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
    const before = started?.continuedExecutionRunId;
    if (before === undefined || before === null || before === '') return found;
    runId = before;
  }
}
