import { fc } from '../support/properties';
import { addDays, fromDayCount, isoDate, toDayCount } from '../../src/procedure/time/dates';
import {
  nextPeriod,
  periodOn,
  previousPeriod,
  sayPeriod,
  saySpan,
  spanOf,
  yearKinds,
  type Period,
} from '../../src/procedure/reports-period';

test.each<[Period, string, string]>([
  [{ kind: 'calendar', year: 2026 }, '2026-01-01', '2026-12-31'],
  [{ kind: 'calendar', year: 2026, quarter: 1 }, '2026-01-01', '2026-03-31'],
  [{ kind: 'calendar', year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
  [{ kind: 'financial', year: 2026 }, '2026-04-01', '2027-03-31'],
  [{ kind: 'financial', year: 2026, quarter: 1 }, '2026-04-01', '2026-06-30'],
  [{ kind: 'financial', year: 2026, quarter: 3 }, '2026-10-01', '2026-12-31'],
  [{ kind: 'financial', year: 2026, quarter: 4 }, '2027-01-01', '2027-03-31'],
  [{ kind: 'calendar', year: 2028, quarter: 1 }, '2028-01-01', '2028-03-31'],
])('%j runs from %s to %s', (period, from, to) => {
  expect(spanOf(period)).toEqual({ from, to });
});

test.each<[string, Period]>([
  ['2026-03-31', { kind: 'financial', year: 2025, quarter: 4 }],
  ['2026-04-01', { kind: 'financial', year: 2026, quarter: 1 }],
  ['2026-12-31', { kind: 'financial', year: 2026, quarter: 3 }],
  ['2027-01-01', { kind: 'financial', year: 2026, quarter: 4 }],
  ['2027-01-01', { kind: 'calendar', year: 2027, quarter: 1 }],
])('%s lies in %j', (day, period) => {
  expect(periodOn(isoDate(day), { kind: period.kind, by: 'quarter' })).toEqual(period);
});

test('The quarter before the first is the last of the year before, and the year after follows the last', () => {
  expect(previousPeriod({ kind: 'financial', year: 2026, quarter: 1 })).toEqual({
    kind: 'financial',
    year: 2025,
    quarter: 4,
  });
  expect(nextPeriod({ kind: 'calendar', year: 2026, quarter: 4 })).toEqual({
    kind: 'calendar',
    year: 2027,
    quarter: 1,
  });
  expect(nextPeriod({ kind: 'financial', year: 2026 })).toEqual({ kind: 'financial', year: 2027 });
});

test('A period is said as people say it', () => {
  expect(sayPeriod({ kind: 'financial', year: 2026, quarter: 3 })).toBe('quarter 3 of the financial year 2026–27');
  expect(sayPeriod({ kind: 'financial', year: 2099 })).toBe('the financial year 2099–00');
  expect(sayPeriod({ kind: 'calendar', year: 2026 })).toBe('the calendar year 2026');
  expect(saySpan({ kind: 'financial', year: 2026, quarter: 4 })).toBe('1 January 2027 to 31 March 2027');
});

test('Every day lies in exactly one quarter and one year, and periods follow each other without a gap', () => {
  const day = fc.integer({ min: toDayCount(isoDate('1990-01-01')), max: toDayCount(isoDate('2090-12-31')) });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom(...yearKinds),
      fc.constantFrom('quarter' as const, 'year' as const),
      (count, kind, by) => {
        const on = fromDayCount(count);
        const period = periodOn(on, { kind, by });
        const { from, to } = spanOf(period);
        expect(from <= on && on <= to).toBe(true);
        expect(spanOf(nextPeriod(period)).from).toBe(addDays(to, 1));
        expect(spanOf(previousPeriod(period)).to).toBe(addDays(from, -1));
      },
    ),
  );
});
