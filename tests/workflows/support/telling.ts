import { endingOf } from '../../../src/procedure/describe';
import { londonDate } from '../../../src/procedure/time/dates';
import { emailsOf } from './emails';
import { referenceOf, startEngine, type Engine } from './engine';
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
    const point = story.rules.openSteps(file).join();
    if (file.closedOn !== undefined || point === before) return;
    before = point;
    await does(story);
  };
}

/** The same way, on which the case goes on in a new run wherever it waits once it has left the other ways. */
export function movingOn(way: Way, told: () => unknown = () => undefined): Way {
  const { leaves = received } = way;
  return {
    ...way,
    beforeEach: whereverItWaits(async (story) => {
      if (londonDate(story.at) < leaves) return;
      await moveOn(story);
      told();
    }),
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
      const way = ways[name];
      stories.set(name, new Story(engine, referenceOf((n += 1)), way));
      const counting = movingOn(way, () => moves.set(name, (moves.get(name) ?? 0) + 1));
      stories.set(`${name}, moved on`, new Story(engine, referenceOf((n += 1)), counting));
    }
    failed = await tell([...stories.values()]);
  }, 1_200_000);
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
