import { setTimeout as pause } from 'node:timers/promises';
import { inTurn } from '../../src/temporal/semaphore';

/** Calls for one case or another, and the most that went on at the same time for each. */
async function called(inTurnOf: ReturnType<typeof inTurn>, references: readonly string[]) {
  const going = new Map<string, number>();
  const most = new Map<string, number>();
  const order: number[] = [];
  await Promise.allSettled(
    references.map((reference, at) =>
      inTurnOf(reference, async () => {
        const now = (going.get(reference) ?? 0) + 1;
        going.set(reference, now);
        most.set(reference, Math.max(most.get(reference) ?? 0, now));
        order.push(at);
        await pause(5);
        going.set(reference, now - 1);
        if (at % 3 === 0) throw new Error('It was refused.');
      }),
    ),
  );
  return { most, order };
}

test('of twelve who decide in one case at the same time four are asked of it at a time, in the order in which they came', async () => {
  const { most, order } = await called(
    inTurn(4),
    Array.from({ length: 12 }, () => 'SIN-2026-0001'),
  );
  expect(most.get('SIN-2026-0001')).toBe(4);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).toHaveLength(12);
});

test('those of one case do not wait for those of another', async () => {
  const { most } = await called(inTurn(1), ['SIN-2026-0001', 'SIN-2026-0002', 'SIN-2026-0001', 'SIN-2026-0002']);
  expect([...most.values()]).toEqual([1, 1]);
});

test('who waited is told for how long', async () => {
  const one = inTurn(1);
  const waited: number[] = [];
  const call = () =>
    one('SIN-2026-0001', async (ms) => {
      waited.push(ms);
      await pause(30);
    });
  await Promise.all([call(), call()]);
  const [first = 0, second = 0] = waited;
  expect(second).toBeGreaterThan(first);
});
