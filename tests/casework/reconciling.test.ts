import { setTimeout as pause } from 'node:timers/promises';
import { caseSummary } from '../../activities/case-summary';
import { compareWithEngine, lookForStandingStill } from '../../src/casework/comparing';
import { findingOf, sayFinding, restartedBecause } from '../../src/casework/engine-finding';
import { caseStillKnown } from '../../src/casework/reading';
import { readComparison, restartCase, restartCases } from '../../src/casework/restarting';
import { soon } from '../../src/casework/poll-until';
import { instant } from '../../src/procedure/time/dates';
import type { CaseReference } from '../../src/procedure/time/time';
import { keepReconciled } from '../../src/jobs/reconciler';
import { notedStandingStill } from '../../src/records/standing-still';
import { CasesUnavailable, type RunEnding, type RunStatus } from '../../src/temporal/cases';
import { TestOffice } from './office';

const runs: RunStatus = { kind: 'running', runId: 'r', wasReset: false, isAsleep: true };
const reset: RunStatus = { kind: 'running', runId: 'r', wasReset: true, isAsleep: true };
const fails: RunStatus = { ...runs, fails: 'RangeError' };
const ended = (how: RunEnding): RunStatus => ({ kind: 'ended', how });

describe('an open case with seven entries on its record, and what Temporal says of it', () => {
  test.each([
    ['goes on where it runs and knows them all', runs, 7, undefined],
    ['goes on where it knows one that is still being recorded', runs, 8, undefined],
    ['goes on where it cannot say what it knows', runs, 'cannot-say', undefined],
    ['goes on where nobody answers for it', runs, 'no-answer', undefined],
    ['is behind where it knows six', runs, 6, { kind: 'behind', runId: 'r', knows: 6, onRecord: 7 }],
    ['was reset, however far it is', reset, 7, { kind: 'reset', runId: 'r' }],
    ['was terminated', ended('terminated'), 7, { kind: 'terminated' }],
    ['failed', ended('failed'), 7, { kind: 'failed' }],
    ['was cancelled', ended('cancelled'), 7, { kind: 'cancelled' }],
    ['timed out', ended('timed-out'), 7, { kind: 'timed-out' }],
    ['ended as if it were closed', ended('completed'), 7, { kind: 'completed' }],
    ['is not there', { kind: 'not-there' }, 7, { kind: 'not-there' }],
    ['stands still where its task fails', fails, 7, { kind: 'task-fails', runId: 'r', reason: 'RangeError' }],
    ['was reset, though its task fails as well', { ...fails, wasReset: true }, 7, { kind: 'reset', runId: 'r' }],
  ] as const)('%s', (_what, standing: RunStatus, lastEntry, finding) => {
    expect(findingOf({ seq: 7 }, standing, lastEntry)).toEqual(finding);
  });

  test('contradicts its record where another entry came in the place of one that is there', () => {
    expect(findingOf({ seq: 7, contradicted: 5 }, reset, 9)).toEqual({ kind: 'contradicts', runId: 'r', entry: 5 });
    expect(findingOf({ seq: 7, contradicted: 5 }, ended('terminated'))).toEqual({ kind: 'terminated' });
  });

  test('is spoken of in one sentence', () => {
    const reference = 'SIN-2026-0007' as CaseReference;
    expect(sayFinding(reference, { kind: 'terminated' })).toBe(
      'SIN-2026-0007 has stopped running: its workflow was terminated in Temporal.',
    );
    expect(sayFinding(reference, { kind: 'task-fails', runId: 'r', reason: 'RangeError: no such day' })).toBe(
      'SIN-2026-0007 stands still: its workflow task fails again and again (RangeError: no such day).',
    );
    expect(restartedBecause('task-fails')).toBe('The case stands still: its workflow task fails again and again.');
    expect(restartedBecause('not-there')).toBe('The case is not in Temporal at all.');
    expect(restartedBecause('toString')).toBe('It did not run in Temporal.');
  });
});

describe('open cases held against the engine', () => {
  let office: TestOffice;
  const opened = async (key = 'n'): Promise<CaseReference> => {
    const received = await office.notified({}, { key, print: key });
    if (received.kind !== 'opened') throw new Error('It was not opened.');
    return received.onRecord.file.reference;
  };
  const entries = (reference: CaseReference) => office.records.events.eventsOf(reference, { limit: 50 });
  const manager = () => office.person('P01');
  /** Another entry comes in the place of the first, as from a history that was set back. */
  const partFromRecord = async (reference: CaseReference): Promise<void> => {
    const { file } = await caseStillKnown(office, reference);
    const [first] = await entries(reference);
    if (first === undefined) throw new Error('It has no entry.');
    await office.records.record(
      { file, events: [{ ...first, details: { another: 'entry' } }], notices: [] },
      caseSummary(file),
    );
  };

  beforeAll(async () => {
    office = await TestOffice.open();
  });
  beforeEach(() => office.reset());
  afterAll(() => office.close());

  test('are all in order where they run, and only those recorded lately are asked how far they are', async () => {
    await opened('a');
    await opened('b');
    expect(await compareWithEngine(office)).toMatchObject({ open: 2, found: [] });
    expect(office.cases.handed.filter((what) => what === 'standing')).toHaveLength(2);
    await office.records.installation.setFact(
      'open cases were compared with Temporal up to',
      '2190-01-01T00:00:00.000Z',
    );
    office.cases.handed.length = 0;
    expect(await compareWithEngine(office)).toMatchObject({ open: 2, found: [] });
    expect(office.cases.handed).toEqual(['list', 'suspects']);
  });

  test('are not lost where the engine has only just heard of them, and its lists have not', async () => {
    const reference = await opened();
    const list = office.cases.list.bind(office.cases);
    office.cases.list = async () => ({ ...(await list()), running: new Set() });
    expect((await compareWithEngine(office)).found).toEqual([]);
    expect(await restartCase(office, reference)).toMatchObject({ kind: 'runs' });
  });

  test('are not lost where they closed at this moment', async () => {
    const reference = await opened();
    const standing = office.cases.standing.bind(office.cases);
    office.cases.standing = async (of) => {
      await office.cases.close(reference);
      office.cases.standings.set(reference, { kind: 'ended', how: 'completed' });
      return standing(of);
    };
    expect((await compareWithEngine(office)).found).toEqual([]);
  });

  test('that were terminated are found, and restarted once from the record, which says so', async () => {
    const reference = await opened();
    const before = office.cases.files.get(reference);
    office.cases.standings.set(reference, { kind: 'ended', how: 'terminated' });
    expect((await readComparison(office, manager())).found).toEqual([{ reference, finding: { kind: 'terminated' } }]);

    const order = { form: { cases: 'all' }, actor: manager() };
    expect(await restartCases(office, order)).toMatchObject({ restarts: [{ kind: 'restarted', reference }], left: 0 });
    expect(await restartCases(office, { ...order, form: { cases: [reference] } })).toMatchObject({
      restarts: [{ kind: 'runs', reference }],
    });
    expect((await compareWithEngine(office)).found).toEqual([]);
    expect(office.cases.files.get(reference)).toEqual({ ...before, seq: (before?.seq ?? 0) + 1 });
    const made = (await entries(reference)).filter(({ kind }) => kind === 'case-restarted');
    expect(made).toMatchObject([{ by: 'P01', role: 'business-manager', details: { found: 'terminated' } }]);
    expect(office.cases.calendarAskedOf).toEqual([[reference]]);
  });

  test('are never restarted before their last entry, though the clock here is behind that of another machine', async () => {
    const reference = await opened();
    const [first] = await entries(reference);
    office.cases.standings.set(reference, { kind: 'ended', how: 'terminated' });
    office.wall = instant('2026-11-23T09:59:00.000Z');
    expect(await restartCase(office, reference)).toMatchObject({ kind: 'restarted' });
    expect((await entries(reference)).map(({ at }) => at)).toEqual([first?.at, first?.at]);
  });

  test('that were reset are found though they run, and the run that was reset ends first', async () => {
    const reference = await opened();
    office.cases.standings.set(reference, { kind: 'running', runId: 'the-reset-one', wasReset: true, isAsleep: true });
    expect(await restartCase(office, reference)).toMatchObject({ kind: 'restarted', finding: { kind: 'reset' } });
    expect(office.cases.handed).toContainEqual({ restarted: reference, inPlaceOf: 'the-reset-one' });
  });

  test('that know less than their record are found again and again until they are restarted', async () => {
    const reference = await opened();
    office.cases.known.set(reference, 0);
    const quick = Object.assign(Object.create(office) as TestOffice, { limits: { catchesUpWithinMs: 10 } });
    for (const _twice of [1, 2]) {
      expect((await compareWithEngine(quick)).found).toMatchObject([{ finding: { kind: 'behind', knows: 0 } }]);
    }
    expect(await restartCase(quick, reference)).toMatchObject({ kind: 'restarted' });
    expect((await compareWithEngine(quick)).found).toEqual([]);
  });

  test('that catch up a moment later are in order', async () => {
    const reference = await opened();
    office.cases.known.set(reference, 0);
    const slow = Object.assign(Object.create(office) as TestOffice, { limits: { catchesUpWithinMs: 50 } });
    setTimeout(() => office.cases.known.delete(reference), 5);
    expect((await compareWithEngine(slow)).found).toEqual([]);
  });

  describe('that stand still', () => {
    const failing = (reference: CaseReference): RunStatus => ({ ...fails, runId: `failing run of ${reference}` });
    /** Nothing was recorded lately, so that only what is suspected is looked at. */
    const longAgo = () =>
      office.records.installation.setFact('open cases were compared with Temporal up to', '2190-01-01T00:00:00.000Z');

    test('are all found where their tasks fail, two of them at once, each with its reason', async () => {
      const [one, two] = [await opened('a'), await opened('b')];
      await opened('c');
      await longAgo();
      for (const reference of [one, two]) office.cases.standings.set(reference, failing(reference));
      const since = office.now();
      for (const found of [
        (await compareWithEngine(office)).found,
        (await lookForStandingStill(office, since)).found,
      ]) {
        expect(found).toEqual(
          [one, two].map((reference) => ({
            reference,
            finding: { kind: 'task-fails', runId: `failing run of ${reference}`, reason: 'RangeError' },
          })),
        );
      }
    });

    test('are restarted on somebody’s order: the faulty run ends, and the case goes on from its record', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, failing(reference));
      expect(await restartCases(office, { form: { cases: 'all' }, actor: manager() })).toMatchObject({
        restarts: [{ kind: 'restarted', finding: { kind: 'task-fails' } }],
      });
      expect(office.cases.handed).toContainEqual({
        restarted: reference,
        inPlaceOf: `failing run of ${reference}`,
      });
      expect((await compareWithEngine(office)).found).toEqual([]);
    });

    test('are found where they do not answer and others do, and hide none of the others', async () => {
      const [silent, failed, lost] = [await opened('a'), await opened('b'), await opened('c')];
      await opened('d');
      office.cases.known.set(silent, 'no-answer');
      office.cases.standings.set(failed, failing(failed));
      office.cases.standings.set(lost, { kind: 'not-there' });
      expect(await compareWithEngine(office)).toMatchObject({
        nobodyAnswers: false,
        found: [
          { reference: silent, finding: { kind: 'no-answer', runId: `run of ${silent}` } },
          { reference: failed, finding: { kind: 'task-fails' } },
          { reference: lost, finding: { kind: 'not-there' } },
        ],
      });
    });

    test('are found though no other case that is looked at can answer: one that is at rest is asked', async () => {
      const [one, two] = [await opened('a'), await opened('b')];
      await opened('c');
      await longAgo();
      for (const reference of [one, two]) {
        office.cases.known.set(reference, 'no-answer');
        office.cases.suspected.add(reference);
      }
      expect((await lookForStandingStill(office, office.now())).found).toMatchObject([
        { reference: one, finding: { kind: 'no-answer' } },
        { reference: two, finding: { kind: 'no-answer' } },
      ]);
    });

    test('are none where no case answers: then no worker runs them, which is said as such', async () => {
      for (const key of ['a', 'b', 'c']) office.cases.known.set(await opened(key), 'no-answer');
      office.cases.worked = false;
      expect(await compareWithEngine(office)).toMatchObject({ nobodyAnswers: true, found: [] });
      // The next comparison asks of them again what this one could not learn.
      office.cases.known.clear();
      office.cases.handed.length = 0;
      await compareWithEngine(office);
      expect(office.cases.handed.filter((what) => what === 'standing')).toHaveLength(3);
    });

    test('are told from an engine without a worker, though it is the only case there is', async () => {
      const reference = await opened();
      office.cases.known.set(reference, 'no-answer');
      expect((await compareWithEngine(office)).found).toMatchObject([{ finding: { kind: 'no-answer' } }]);
      office.cases.worked = false;
      expect((await compareWithEngine(office)).found).toEqual([]);
    });

    test('are found beside one that the engine says nothing of, which is said in the log', async () => {
      const [odd, failed] = [await opened('a'), await opened('b')];
      const standing = office.cases.standing.bind(office.cases);
      office.cases.standings.set(failed, failing(failed));
      office.cases.standing = (reference) =>
        reference === odd ? Promise.reject(new CasesUnavailable('engine-error')) : standing(reference);
      expect((await compareWithEngine(office)).found).toMatchObject([{ reference: failed }]);
      expect(office.warned).toEqual([expect.objectContaining({ reference: odd })]);
    });

    test('cost three questions where ten thousand others are at rest', async () => {
      for (const key of ['a', 'b', 'c']) await opened(key);
      office.cases.handed.length = 0;
      expect((await lookForStandingStill(office, office.now())).found).toEqual([]);
      expect(office.cases.handed).toEqual(['suspects']);
    });
  });

  test('of which somebody may know nothing are neither told of nor restarted by them', async () => {
    const reference = await opened();
    const file = office.cases.files.get(reference);
    if (file === undefined) throw new Error('It is not open.');
    const out = { ...manager(), id: 'P02' as typeof file.openedBy.person };
    office.cases.files.set(reference, { ...file, seq: 2, shutOut: { [out.id]: [] } });
    const kept = office.cases.files.get(reference) ?? file;
    await office.cases.restart({ file: kept, inPlaceOf: `run of ${reference}` });
    office.cases.standings.set(reference, { kind: 'not-there' });
    expect((await readComparison(office, out)).found).toEqual([]);
    expect(await restartCases(office, { form: { cases: 'all' }, actor: out })).toMatchObject({ restarts: [] });
    expect(await restartCases(office, { form: { cases: [reference] }, actor: out })).toMatchObject({
      restarts: [{ kind: 'no-such-case' }],
    });
    expect((await readComparison(office, 'installation')).found).toHaveLength(1);
  });

  test('are restarted by nobody else than the Business Manager and IT', async () => {
    const reference = await opened();
    const actor = { ...manager(), roles: ['spr-coordinator'] as const };
    expect(await restartCases(office, { form: { cases: [reference] }, actor })).toMatchObject({ kind: 'refused' });
  });

  describe('at the start and every hour', () => {
    test('are restarted by themselves where the installation is set up so, on nobody’s authority', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, { kind: 'not-there' });
      const stop = await keepReconciled(office, { restarts: true });
      await stop();
      const made = (await entries(reference)).find(({ kind }) => kind === 'case-restarted');
      expect(made).toMatchObject({ details: { found: 'not-there' } });
      expect(made).not.toHaveProperty('by');
      expect(await office.records.tasks.list()).toEqual([]);
    });

    test('are otherwise a task of the Business Unit, once, which is done when somebody restarts them', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, { kind: 'not-there' });
      const stop = await keepReconciled(office, { restarts: false, everyMs: 5 });
      await pause(100);
      await stop();
      expect(await office.records.tasks.list({ toDo: true })).toMatchObject([{ reference, kind: 'not-running' }]);
      await restartCases(office, { form: { cases: [reference] }, actor: manager() });
      expect(await office.records.tasks.list({ toDo: true })).toEqual([]);
      expect(await office.records.tasks.list()).toMatchObject([{ doneBy: 'P01' }]);
    });

    test('are looked for every minute where their record refuses what they write, and restarted at once', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, runs);
      const stop = await keepReconciled(office, { restarts: true, standingStillEveryMs: 5 });
      await partFromRecord(reference);
      const restarted = async () => (await entries(reference)).some(({ kind }) => kind === 'case-restarted');
      expect(await soon(restarted, 30_000)).toBe(true);
      expect(await soon(async () => (await office.records.cases.contradicted()).length === 0, 30_000)).toBe(true);
      await stop();
      const made = (await entries(reference)).filter(({ kind }) => kind === 'case-restarted');
      expect(made).toMatchObject([{ details: { found: 'contradicts' } }]);
    });

    test('are told of once where they have parted from their record and somebody is to restart them', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, runs);
      const stop = await keepReconciled(office, { restarts: false, standingStillEveryMs: 5 });
      await partFromRecord(reference);
      const told = async () => (await office.records.tasks.list({ toDo: true })).length > 0;
      expect(await soon(told, 30_000)).toBe(true);
      await pause(50);
      await stop();
      expect(await office.records.tasks.list({ toDo: true })).toMatchObject([{ reference, kind: 'not-running' }]);
      expect(office.warned).toEqual([expect.objectContaining({ reference, found: 'contradicts' })]);
      expect(await office.records.cases.contradicted()).toEqual([reference]);
    });

    test('are looked for every minute where their tasks fail, and are told of once, with the reason, each of them', async () => {
      const [one, two] = [await opened('a'), await opened('b')];
      const stop = await keepReconciled(office, { restarts: true, standingStillEveryMs: 5 });
      for (const reference of [one, two]) office.cases.standings.set(reference, { ...fails, runId: reference });
      expect(await soon(async () => (await office.records.tasks.list()).length === 2, 30_000)).toBe(true);
      await pause(50);
      await stop();
      expect(office.warned).toMatchObject(
        [one, two].map((reference) => ({ reference, found: 'task-fails', reason: 'RangeError' })),
      );
      expect(await office.records.tasks.list({ toDo: true })).toMatchObject([
        { reference: one, sentence: expect.stringContaining('its workflow task fails') as string },
        { reference: two },
      ]);
      // A fault of the program would come back from the record: nothing is restarted that nobody has looked at.
      expect((await entries(one)).some(({ kind }) => kind === 'case-restarted')).toBe(false);
      expect(await notedStandingStill(office.records.installation)).toEqual(
        [one, two].map((reference) => ({ reference, found: 'task-fails' })),
      );
    });

    test('are no longer noted once they go on', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, fails);
      await lookForStandingStill(office, office.now());
      expect(await notedStandingStill(office.records.installation)).toHaveLength(1);
      office.cases.standings.delete(reference);
      await lookForStandingStill(office, office.now());
      expect(await notedStandingStill(office.records.installation)).toEqual([]);
    });

    test('are waited for so long and no longer, and are looked at to the end', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, { kind: 'not-there' });
      const list = office.cases.list.bind(office.cases);
      let answer = (): void => undefined;
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      office.cases.list = async () => answered.then(list);
      const stop = await keepReconciled(office, { restarts: true, firstLookMs: 5 });
      expect(await entries(reference)).toHaveLength(1);
      answer();
      expect(await soon(async () => (await entries(reference)).length === 2, 30_000)).toBe(true);
      await stop();
    });

    test('wait for the next time where the engine is away', async () => {
      const reference = await opened();
      office.cases.standings.set(reference, { kind: 'not-there' });
      office.cases.unavailable = 'away';
      const stop = await keepReconciled(office, { restarts: true, everyMs: 20 });
      office.cases.unavailable = undefined;
      const restarted = async () => (await entries(reference)).some(({ kind }) => kind === 'case-restarted');
      expect(await soon(restarted, 30_000)).toBe(true);
      await stop();
      expect((await compareWithEngine(office)).found).toEqual([]);
    });
  });
});
