import { setTimeout as pause } from 'node:timers/promises';
import { freshRecords } from '../support/records';
import type { TestRecords } from '../support/records';
import type { Instant } from '../../src/procedure/time/time';
import type { Lease } from '../../src/records/idempotency';

describe('a request under its idempotency key', () => {
  let test: TestRecords;
  beforeAll(async () => void (test = await freshRecords()));
  afterAll(() => test.close());

  let keys = 0;
  const request = (more = {}) => ({
    scope: 'P01 notifications',
    key: `key-${keys}`,
    bodyHash: 'h1',
    leaseMs: 30_000,
    ...more,
  });
  beforeEach(() => void (keys += 1));
  const begin = (more = {}) => test.records.idempotency.begin(request(more));
  const freshLease = async (more = {}): Promise<Lease> => {
    const beginning = await begin(more);
    if (beginning.kind !== 'fresh') throw new Error(`The key is ${beginning.kind}.`);
    return beginning.lease;
  };

  it('is begun by one of many that come at once', async () => {
    const beginnings = await Promise.all(Array.from({ length: 8 }, () => begin()));
    expect(beginnings.map(({ kind }) => kind).sort()).toEqual(['fresh', ...Array<string>(7).fill('in-progress')]);
  });

  it('has one answer, given again as it was', async () => {
    const lease = await freshLease();
    const answer = { status: 201, body: { reference: 'SIN-2026-0001', a: 1 } };
    expect(await test.records.idempotency.finish(lease, answer)).toBe(true);
    expect(await test.records.idempotency.finish(lease, { status: 500, body: null })).toBe(false);

    const again = await begin();
    expect(again).toEqual({ kind: 'done', ...answer });
    expect(JSON.stringify(again)).toContain('{"reference":"SIN-2026-0001","a":1}');
  });

  it('is refused with another body, begun or done, and is another request in another scope', async () => {
    const lease = await freshLease();
    expect(await begin({ bodyHash: 'h2' })).toEqual({ kind: 'another-body' });
    await test.records.idempotency.finish(lease, { status: 204, body: undefined });
    expect(await begin({ bodyHash: 'h2' })).toEqual({ kind: 'another-body' });
    expect(await begin()).toEqual({ kind: 'done', status: 204, body: null });
    expect((await begin({ scope: 'P02 notifications', bodyHash: 'h2' })).kind).toBe('fresh');
  });

  it('may be sent again at once when it was released, with the same body', async () => {
    const lease = await freshLease();
    await test.records.idempotency.release(lease);
    expect((await begin({ bodyHash: 'h2' })).kind).toBe('another-body');
    expect((await begin()).kind).toBe('fresh');
  });

  it('may be sent again with another body when nothing was begun', async () => {
    await test.records.idempotency.forget(await freshLease());
    expect((await begin({ bodyHash: 'h2' })).kind).toBe('fresh');
  });

  it('is taken over when its holder died, after the lease and not before', async () => {
    const died = await freshLease({ leaseMs: 2_000 });
    expect((await begin()).kind).toBe('in-progress');
    await pause(2_050);
    const next = await freshLease();
    expect(next.holder).not.toBe(died.holder);

    // The first holder was only slow: it can neither release nor forget what is another's now.
    await test.records.idempotency.release(died);
    await test.records.idempotency.forget(died);
    expect((await begin()).kind).toBe('in-progress');
  });

  it('is forgotten what it was answered, and not that it was, nor to what', async () => {
    const lease = await freshLease();
    await test.records.idempotency.finish(lease, { status: 201, body: { child: 'Wren Ashdown-Pike' } });
    expect(await test.records.idempotency.forgetAnswers('2000-01-01T00:00:00.000Z' as Instant)).toBe(0);
    expect((await begin()).kind).toBe('done');
    expect(await test.records.idempotency.forgetAnswers('2100-01-01T00:00:00.000Z' as Instant)).toBeGreaterThan(0);
    expect(await begin()).toEqual({ kind: 'forgotten', status: 201 });
    expect(await begin({ bodyHash: 'h2' })).toEqual({ kind: 'another-body' });
    expect(await test.records.idempotency.finish(lease, { status: 200, body: 'another' })).toBe(false);
    expect(await test.records.idempotency.forgetAnswers('2100-01-01T00:00:00.000Z' as Instant)).toBe(0);
  });
});
