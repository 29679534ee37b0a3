import { instant } from '../../src/procedure/time/dates';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import { anEvent, aRecording, aSummary, reference } from './builders';

describe('recording what was done again', () => {
  let test: TestRecords;
  beforeAll(async () => (test = await freshRecords()), 60_000);
  afterAll(() => test.close());

  it('contradicts nothing where a worker died before Temporal knew, and the same came at another moment', async () => {
    const { records } = test;
    const ref = reference(1);
    await records.record(aRecording(ref, 1), aSummary(ref));
    const again = anEvent(1, { at: instant('2026-11-23T12:00:00.000Z') });

    const recorded = await records.record(aRecording(ref, 1, { events: [again] }), aSummary(ref));
    expect(recorded).toMatchObject({ newEvents: 0, contradicted: [] });
    expect(await records.events.eventsOf(ref, { limit: 10 })).toEqual([anEvent(1)]);
  });
});
