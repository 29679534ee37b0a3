import { CasesUnavailable } from '../../src/temporal/cases';
import { words } from '../support/default-forms';
import { bundle, referenceOf, startEngine, type Engine } from './support/engine';
import { buildWith, type SecondBuild } from './support/second-build';
import { receivedToday, Story } from './support/story';

/* A fault of the program makes the task of a case fail, on a real server: the case is found, named and restarted. */

const fault = 'throw new RangeError(\'no such day: "Jane Doe"\')';

describe('A case whose workflow task fails by a fault of the program', () => {
  let engine: Engine;
  let faulty: SecondBuild;
  let one: Story;
  let two: Story;

  beforeAll(async () => {
    [engine, faulty] = await Promise.all([
      startEngine({ server: 'real' }),
      buildWith([
        {
          file: 'workflows/incident.ts',
          from: '  const unreadable = sayUnreadable(carried);',
          to: `  ${fault};`,
        },
      ]),
    ]);
    [one, two] = [1, 2].map((n) => new Story(engine, referenceOf(n), {}, receivedToday())) as [Story, Story];
    await Promise.all([one.open(), two.open()]);
    await engine.workWith(faulty.bundle);
    // What comes to a case wakes it, and its history is read from the beginning.
    await engine.cases.calendarChanged([one.reference, two.reference]);
  }, 600_000);
  afterAll(async () => {
    await engine.stop();
    faulty.remove();
  });

  test('is found with its reason, two of them at once, and the reason quotes nobody', async () => {
    for (const { reference } of [one, two]) {
      const fails = async () => {
        const standing = await engine.cases.standing(reference);
        return standing.kind === 'running' ? standing.fails : undefined;
      };
      await engine.until(async () => (await fails()) !== undefined, `${reference} is found`);
      expect(await fails()).toBe('no such day: …');
    }
    const suspects = await engine.cases.suspects(
      (await engine.now()).replace(/^\d{4}/, '2100') as typeof one.file.openedAt,
    );
    expect(suspects).toEqual(new Set([one.reference, two.reference]));
    expect(await engine.cases.isWorked()).toBe(true);
  });

  test('answers a decision with its name, the reason and what to do, and not that Temporal is away', async () => {
    const asked = engine.cases.decide(one.reference, {
      name: 'addNote',
      key: 'a-note',
      by: one.holder('business-manager'),
      form: { note: words('A note') },
    });
    const error: unknown = await asked.catch((why: unknown) => why);
    expect(error).toBeInstanceOf(CasesUnavailable);
    expect(error).toMatchObject({ reason: 'stands-still' });
    expect(String(error)).toContain(`${one.reference} stands still: its workflow task fails (no such day: …).`);
  });

  test('goes on from its record where it is restarted, and takes a note', async () => {
    await engine.workWith(bundle);
    for (const story of [one, two]) {
      const standing = await engine.cases.standing(story.reference);
      const { file } = story.known;
      const seq = file.seq + 1;
      const event = { seq, kind: 'case-restarted', at: await engine.now(), details: { found: 'task-fails' } } as const;
      const restarted = await engine.cases.restart({
        file: { ...file, seq },
        entry: { events: [event], notices: [] },
        inPlaceOf: standing.kind === 'running' ? standing.runId : undefined,
      });
      expect(restarted).toBe(true);
      await story.decide('addNote', { note: words('Afterwards') });
      expect(story.known.file.seq).toBe(seq + 1);
    }
  });

  test('opens though somebody has begun a run of its reference with rubbish, which fails or was terminated', async () => {
    const { client } = engine.env;
    const begun = [8, 9].map((n) => new Story(engine, referenceOf(n), {}, receivedToday()));
    for (const [at, story] of begun.entries()) {
      const rubbish = await client.workflow.start('incident', {
        workflowId: story.reference,
        taskQueue: 'incidents',
        args: [{ rubbish: true }],
      });
      const fails = async () => {
        const standing = await engine.cases.standing(story.reference);
        return standing.kind === 'running' && standing.fails !== undefined;
      };
      await engine.until(fails, 'the rubbish fails');
      if (at === 1) await rubbish.terminate();
      await story.open();
      // Opening it twice is opening it once.
      await engine.cases.open(story.opening());
      await story.decide('addNote', { note: words('It goes on') });
      expect(story.known.file.seq).toBe(2);
    }
    expect(engine.world.contradictions).toEqual([]);
  });
});
