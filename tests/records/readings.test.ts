import { instant } from '../../src/procedure/time/dates';
import type { Instant, PersonId } from '../../src/procedure/time/time';
import type { ReceiptNumber } from '../../src/procedure/outside-notification/receipt-number';
import type { CaseReading, ReadingFilter } from '../../src/records/readings';
import { freshRecords, type TestRecords } from '../support/records';
import { aRecording, aSummary, manager, reference } from './builders';

let kept: TestRecords;
const [one, two, three] = [reference(1), reference(2), reference(3)];
const aunt = 'P03' as PersonId;

beforeAll(async () => {
  kept = await freshRecords();
});
beforeEach(async () => {
  await kept.clear();
  for (const known of [one, two]) await kept.records.record(aRecording(known, 1), aSummary(known));
  await kept.records.record(aRecording(three, 1), aSummary(three, { shutOut: [aunt] }));
});
afterAll(() => kept.close());

const minute = (n: number): Instant => instant(`2026-11-23T10:${String(n).padStart(2, '0')}:00.000Z`);
const aReading = (n: number, more: Partial<CaseReading> = {}): CaseReading => ({
  at: minute(n),
  person: manager,
  credential: { kind: 'session', name: '2026-11-23T09:00:00.000Z' },
  part: 'overview',
  cases: [one],
  ...more,
});
const listed = async (more: Partial<ReadingFilter> = {}) =>
  kept.records.readings.list({ viewer: undefined, limit: 50, ...more });
const minutes = async (more: Partial<ReadingFilter> = {}) => (await listed(more)).readings.map(({ at }) => at);

test('A reading is listed as it was added, the newest first', async () => {
  await kept.records.readings.add([
    aReading(1),
    aReading(2, { person: undefined, credential: { kind: 'installation-token', name: '' }, part: 'search', cases: [] }),
  ]);
  expect((await listed()).readings).toMatchObject([
    {
      ...aReading(2),
      person: undefined,
      credential: { kind: 'installation-token', name: '' },
      part: 'search',
      cases: [],
    },
    { ...aReading(1), more: 0 },
  ]);
});

test('A reading of everything names every case, and every notification that waits', async () => {
  const number = 'REC-7KQ4-M2TX' as ReceiptNumber;
  await kept.records.outsideNotifications.receive({ number, allottedFor: 'a', receivedAt: minute(1), form: {} });
  const credential = { kind: 'command', name: 'office' } as const;
  await kept.records.readings.addOfAll({ at: minute(2), person: undefined, credential, part: 'backup' });
  expect((await listed({ credential: 'command' })).readings).toMatchObject([
    { at: minute(2), person: undefined, credential, part: 'backup', cases: [number, one, two, three], more: 0 },
  ]);
});

test('The log is asked by case, person, credential and time, each and together', async () => {
  await kept.records.readings.add([
    aReading(1),
    aReading(2, { cases: [two, one] }),
    aReading(3, { cases: [two] }),
    aReading(4, { person: aunt }),
    aReading(5, { person: undefined, credential: { kind: 'token', name: '7' } }),
  ]);
  expect(await minutes({ reference: two })).toEqual([minute(3), minute(2)]);
  expect(await minutes({ person: aunt })).toEqual([minute(4)]);
  expect(await minutes({ person: 'nobody' })).toEqual([minute(5)]);
  expect(await minutes({ credential: 'token' })).toEqual([minute(5)]);
  expect(await minutes({ from: minute(2), before: minute(4) })).toEqual([minute(3), minute(2)]);
  expect(await minutes({ reference: one, person: manager, from: minute(2) })).toEqual([minute(2)]);
});

test('Pages follow each other without a gap where several readings are of one moment', async () => {
  await kept.records.readings.add([1, 1, 1, 2, 2].map((n) => aReading(n)));
  const seen: number[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const page = await listed({ limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.readings.map(({ id }) => id));
    cursor = page.next;
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  await expect(listed({ cursor: 'made-up' })).rejects.toThrow('not one that this list gave out');
});

test('Nobody learns from the log of a case that they are shut out of', async () => {
  await kept.records.readings.add([aReading(1, { cases: [three] }), aReading(2, { cases: [one, three] })]);
  expect((await listed({ viewer: aunt })).readings).toMatchObject([{ at: minute(2), cases: [one], more: 1 }]);
  expect((await listed({ viewer: aunt, reference: three })).readings).toEqual([]);
  expect(await minutes({ viewer: manager, reference: three })).toEqual([minute(2), minute(1)]);
});

test('A purge deletes what is older, and nothing of a case', async () => {
  await kept.records.readings.add([aReading(1), aReading(2), aReading(3)]);
  expect(await kept.records.readings.purge(minute(3))).toBe(2);
  expect(await minutes()).toEqual([minute(3)]);
  expect(await kept.records.events.count(one)).toBe(1);
  expect(await kept.records.cases.get(one)).toBeDefined();
});

test('Several are added together or not at all', async () => {
  const wrong = { ...aReading(2), at: 'never' as Instant };
  await expect(kept.records.readings.add([aReading(1), wrong])).rejects.toThrow();
  expect(await minutes()).toEqual([]);
});
