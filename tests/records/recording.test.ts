import { instant } from '../../src/procedure/time/dates';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { aFile, aNotice, anEvent, aRecording, aSummary, at, listedSummary, reference } from './builders';

describe('recording what happened in a case', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  afterAll(() => test.close());

  it('puts the events, the notices and the file on the record in one act', async () => {
    const { records } = test;
    const ref = reference(1);
    const summary = aSummary(ref, { reviewType: 'lcspr' });
    const recorded = await records.record(
      { events: [anEvent(1), anEvent(2)], notices: [aNotice('1/opened')], file: aFile(ref, 2) },
      summary,
    );

    expect(recorded).toEqual({ newEvents: 2, newNotices: 1, contradicted: [], refused: false });
    expect(await records.cases.get(ref)).toEqual({
      file: aFile(ref, 2),
      summary: listedSummary(summary),
      practiceOffsetMs: 0,
    });
    expect(await records.events.eventsOf(ref, { limit: 10 })).toEqual([anEvent(1), anEvent(2)]);
    expect(await records.notices.noticesOf(ref)).toEqual([
      { reference: ref, notice: aNotice('1/opened'), standing: { state: 'waiting' }, attempts: 0 },
    ]);
  });

  it('records the same twice as once', async () => {
    const { records } = test;
    const ref = reference(2);
    const recording = aRecording(ref, 1, { notices: [aNotice('2/opened')] });
    await records.record(recording, aSummary(ref));

    expect(await records.record(recording, aSummary(ref))).toEqual({
      newEvents: 0,
      newNotices: 0,
      contradicted: [],
      refused: false,
    });
    expect(await records.events.eventsOf(ref, { limit: 10 })).toHaveLength(1);
    expect(await records.notices.noticesOf(ref)).toHaveLength(1);
  });

  it('records the same many times at once as once', async () => {
    const { records } = test;
    const ref = reference(3);
    const recording = aRecording(ref, 1, { events: [anEvent(1), anEvent(2)], notices: [aNotice('3/opened')] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => records.record(recording, aSummary(ref))));

    expect(answers.map(({ newEvents }) => newEvents).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
    expect(await records.events.eventsOf(ref, { limit: 10 })).toHaveLength(2);
  });

  it('makes a task of a rule that failed, in the same act and once', async () => {
    const { records } = test;
    const ref = reference(14);
    const failed = anEvent(2, { kind: 'rule-failed', details: { sentence: 'The dates could not be worked out.' } });
    const recording = aRecording(ref, 2, { events: [anEvent(1), failed] });
    await records.record(recording, aSummary(ref));
    await records.record(recording, aSummary(ref));

    expect(await records.tasks.list({ reference: ref, toDo: true })).toEqual([
      expect.objectContaining({ kind: 'rule-failed', sentence: 'The dates could not be worked out.', createdAt: at }),
    ]);
  });

  it('does not let an older recording that is replayed overwrite a newer file', async () => {
    const { records } = test;
    const ref = reference(4);
    await records.record(aRecording(ref, 1), aSummary(ref));
    await records.record(aRecording(ref, 2), aSummary(ref, { stage: 'rapid-review' }));
    await records.record(aRecording(ref, 1), aSummary(ref));

    const found = await records.cases.get(ref);
    expect(found?.file.seq).toBe(2);
    expect(found?.summary.stage).toBe('rapid-review');
  });

  it('takes up an older recording that comes late, events and notices, beside the newer file', async () => {
    const { records } = test;
    const ref = reference(5);
    await records.record(aRecording(ref, 2), aSummary(ref));
    await records.record(aRecording(ref, 1, { notices: [aNotice('5/opened')] }), aSummary(ref));

    expect((await records.cases.get(ref))?.file.seq).toBe(2);
    expect((await records.events.eventsOf(ref, { limit: 10 })).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await records.notices.noticesOf(ref)).toHaveLength(1);
  });

  it('writes the file again when what changed is not an event', async () => {
    const { records } = test;
    const ref = reference(6);
    await records.record(aRecording(ref, 1), aSummary(ref));
    await records.record(aRecording(ref, 1, { file: aFile(ref, 1, 'reminded') }), aSummary(ref));

    expect((await records.cases.get(ref))?.file).toEqual(aFile(ref, 1, 'reminded'));
  });

  it('takes the same event at another moment for the same: a worker died, and did it again', async () => {
    const { records } = test;
    const ref = reference(7);
    await records.record(aRecording(ref, 1), aSummary(ref));
    const again = anEvent(1, { at: instant('2026-11-23T12:00:00.000Z') });

    const recorded = await records.record(aRecording(ref, 1, { events: [again] }), aSummary(ref));
    expect(recorded).toEqual({ newEvents: 0, newNotices: 0, contradicted: [], refused: false });
    expect(await records.events.eventsOf(ref, { limit: 10 })).toEqual([anEvent(1)]);
  });

  describe('when the history of a case was rewritten', () => {
    const another = anEvent(2, { details: { number: 'another' } });
    const open = async () => (await test.records.cases.openCases(instant('2199-01-01T00:00:00.000Z'))).at(-1);

    it('keeps what is on the record, file and all, and records nothing more of that history', async () => {
      const { records } = test;
      const ref = reference(20);
      await records.record(aRecording(ref, 2, { events: [anEvent(1), anEvent(2)] }), aSummary(ref));
      expect(await open()).toEqual({ reference: ref, seq: 2, lately: false });

      const rewritten = { events: [another], file: aFile(ref, 2, 'rewritten'), notices: [aNotice('20/again')] };
      expect(await records.record(rewritten, aSummary(ref))).toEqual({
        newEvents: 0,
        newNotices: 0,
        contradicted: [2],
        refused: true,
      });
      const next = aRecording(ref, 3, { notices: [aNotice('20/next')] });
      expect(await records.record(next, aSummary(ref))).toMatchObject({
        newEvents: 0,
        contradicted: [],
        refused: true,
      });

      expect((await records.cases.get(ref))?.file).toEqual(aFile(ref, 2));
      expect(await records.events.eventsOf(ref, { limit: 10 })).toEqual([anEvent(1), anEvent(2)]);
      expect(await records.notices.noticesOf(ref)).toEqual([]);
      expect(await open()).toEqual({ reference: ref, seq: 2, lately: false, contradicted: 2 });
    });

    it('goes on with the entry that the case was restarted from its record', async () => {
      const { records } = test;
      const ref = reference(21);
      await records.record(aRecording(ref, 2, { events: [anEvent(1), anEvent(2)] }), aSummary(ref));
      await records.record(aRecording(ref, 2, { events: [another] }), aSummary(ref));

      const restarted = aRecording(ref, 3, { events: [anEvent(3, { kind: 'case-restarted' })] });
      expect(await records.record(restarted, aSummary(ref))).toMatchObject({ newEvents: 1, refused: false });
      expect(await records.record(aRecording(ref, 4), aSummary(ref))).toMatchObject({ newEvents: 1, refused: false });
      expect(await open()).toEqual({ reference: ref, seq: 4, lately: false });
    });
  });

  it('gives the events after a number, so many at a time', async () => {
    const { records } = test;
    const ref = reference(8);
    await records.record(aRecording(ref, 5, { events: [1, 2, 3, 4, 5].map((seq) => anEvent(seq)) }), aSummary(ref));

    const events = await records.events.eventsOf(ref, { after: 2, limit: 2 });
    expect(events.map(({ seq }) => seq)).toEqual([3, 4]);
  });

  it('has no case that was never recorded', async () => {
    expect(await test.records.cases.get(reference(999))).toBeUndefined();
  });
});
