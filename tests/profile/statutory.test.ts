import { isoDate } from '../../src/procedure/time/dates';
import {
  dutyIds,
  limitIds,
  sayLength,
  statutoryEntries,
  statutoryLimit,
  statutoryLimits,
} from '../../src/procedure/dates/statutory';

const today = isoDate('2026-11-23');

describe('the statutory limits', () => {
  test('each has a source, a day from which it holds, and says whether it is confirmed', () => {
    for (const { source, holdsFrom, confirmed, title } of statutoryEntries) {
      expect(source).not.toBe('');
      expect(title).not.toBe('');
      expect(holdsFrom).toBe(isoDate(holdsFrom));
      expect(typeof confirmed).toBe('boolean');
    }
  });

  test('all of them hold today, once each', () => {
    expect(
      statutoryLimits(today)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...limitIds, ...dutyIds].sort());
  });

  test.each([
    ['notify-panel', 'authority-aware', '5 working days', true],
    ['care-leaver-notified', 'authority-aware', '5 working days', true],
    ['rapid-review-to-panel', 'notification-sent', '15 working days', true],
    ['progress-monitored', 'review-begun', '1 month', true],
    ['report-before-publication', 'before-publication', '7 working days', false],
    ['published-within', 'review-decided', '6 months', true],
    ['publicly-available', 'publication', '1 year', false],
  ] as const)('%s counts from %s: %s', (id, countsFrom, length, confirmed) => {
    const limit = statutoryLimit(id, today);
    expect({ ...limit, length: sayLength(limit.length) }).toMatchObject({ countsFrom, length, confirmed });
  });

  test('what did not hold yet on a day is not among them', () => {
    const early = statutoryLimits(isoDate('2018-07-10'));
    expect(early.map(({ id }) => id)).toContain('publicly-available');
    expect(early.map(({ id }) => id)).not.toContain('care-leaver-notified');
    expect(() => statutoryLimit('care-leaver-notified', isoDate('2018-07-10'))).toThrow(RangeError);
  });

  test('no two entries of one limit begin on the same day, or it would be open which holds', () => {
    const beginnings = statutoryEntries.map(({ id, holdsFrom }) => `${id} ${holdsFrom}`);
    expect(new Set(beginnings).size).toBe(beginnings.length);
  });
});
