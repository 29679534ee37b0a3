import { keepHouse } from '../src/housekeeping';
import { instant } from '../src/procedure/dates';
import type { Instant } from '../src/procedure/time';

test('answers to programs are forgotten after two days, at the start and every hour', async () => {
  jest.useFakeTimers();
  let now = instant('2026-12-03T09:00:00.000Z');
  const forgotten: Instant[] = [];
  const none = { purge: () => Promise.resolve(0) };
  const records = {
    drafts: none,
    sessions: none,
    idempotency: { forgetAnswers: (before: Instant) => Promise.resolve(forgotten.push(before)) },
  };
  const stop = keepHouse(records as unknown as Parameters<typeof keepHouse>[0], () => now);
  try {
    await jest.advanceTimersByTimeAsync(0);
    now = instant('2026-12-03T10:00:00.000Z');
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(forgotten).toEqual(['2026-12-01T09:00:00.000Z', '2026-12-01T10:00:00.000Z']);
  } finally {
    stop();
    jest.useRealTimers();
  }
});
