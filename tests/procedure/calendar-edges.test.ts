import {
  dayNumber,
  isWorkingDay,
  nextWorkingMorning,
  onOrAfter,
  onOrBefore,
  saySkipped,
  sayUnknownHolidays,
  skipped,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
  workingMorning,
} from '../../src/procedure/time/calendar';
import { addDays, instant, isoDate, timeOfDay } from '../../src/procedure/time/dates';
import { englandTo2030 as england, shutOn } from '../support/england-to-2030';

/* The edges of weeks, of runs of days off and of the calendar's own years. */

const nine = timeOfDay('09:00');

describe('A week without days off, from Monday 7 December 2026', () => {
  const monday = isoDate('2026-12-07');

  test.each([
    ['Monday', 0, 1, '2026-12-08', '2026-12-04'],
    ['Tuesday', 1, 2, '2026-12-09', '2026-12-07'],
    ['Wednesday', 2, 3, '2026-12-10', '2026-12-08'],
    ['Thursday', 3, 4, '2026-12-11', '2026-12-09'],
    ['Friday', 4, 5, '2026-12-14', '2026-12-10'],
    ['Saturday', 5, 5, '2026-12-14', '2026-12-11'],
    ['Sunday', 6, 5, '2026-12-14', '2026-12-11'],
    ['the next Monday', 7, 6, '2026-12-15', '2026-12-11'],
  ])('%s: the day reached, the next working day and the one before', (_name, days, reached, next, before) => {
    const day = addDays(monday, days);
    expect(dayNumber(england, monday, day)).toBe(reached);
    expect(workingDaysAfter(england, day, 1)).toBe(next);
    expect(workingDaysBefore(england, day, 1)).toBe(before);
    expect(workingDaysBetween(england, day, isoDate(next))).toBe(1);
    expect(workingDaysBetween(england, isoDate(next), day) < 0).toBe(true);
  });

  test('from Saturday to Sunday there is no working day, either way', () => {
    const [saturday, sunday] = [isoDate('2026-12-12'), isoDate('2026-12-13')];
    expect(Object.is(workingDaysBetween(england, saturday, sunday), 0)).toBe(true);
    expect(Object.is(workingDaysBetween(england, sunday, saturday), 0)).toBe(true);
    expect([onOrAfter(england, saturday), onOrBefore(england, sunday)]).toEqual(['2026-12-14', '2026-12-11']);
  });
});

test.each([
  ['1969-12-25', '1969-12-26'],
  ['1969-12-26', '1969-12-29'],
  ['1969-12-27', '1969-12-29'],
  ['1969-12-28', '1969-12-29'],
  ['1969-12-31', '1970-01-01'],
  ['1970-01-02', '1970-01-05'],
  ['1970-01-03', '1970-01-05'],
  ['1970-01-04', '1970-01-05'],
])('Weekends are counted alike before and after 1970: the next working day after %s is %s', (date, next) => {
  expect(workingDaysAfter(england, isoDate(date), 1)).toBe(next);
  expect(workingDaysBefore(england, isoDate(next), 1) < next).toBe(true);
  expect(isWorkingDay(england, isoDate(next))).toBe(true);
});

describe('Days off at the ends of a span', () => {
  const dates = (from: string, to: string, calendar = england) =>
    skipped(calendar, isoDate(from), isoDate(to)).map(({ date }) => date);

  test.each([
    ['2026-12-25', '2026-12-28', ['2026-12-25', '2026-12-28']],
    ['2026-12-26', '2026-12-27', []],
    ['2026-12-24', '2026-12-25', ['2026-12-25']],
    ['2026-12-28', '2026-12-25', ['2026-12-25', '2026-12-28']],
    ['2026-12-25', '2026-12-25', ['2026-12-25']],
  ])('both are counted, whichever way round: %s to %s', (from, to, expected) => {
    expect(dates(from, to)).toEqual(expected);
  });

  test('a closure at a weekend or on a bank holiday takes no further day away', () => {
    const shut = shutOn({ '2026-12-25': 'Shut', '2026-12-26': 'Shut', '2026-12-27': 'Shut', '2026-12-29': 'Shut' });
    expect(skipped(shut, isoDate('2026-12-24'), isoDate('2026-12-30'))).toEqual([
      { date: '2026-12-25', why: 'Christmas Day' },
      { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
      { date: '2026-12-29', why: 'Closure: Shut' },
    ]);
    expect(workingDaysAfter(shut, isoDate('2026-12-24'), 1)).toBe('2026-12-30');
  });
});

describe('What a count passed over is said', () => {
  const say = (from: string, to: string, calendar = england) => saySkipped(calendar, isoDate(from), isoDate(to));

  test.each([
    ['2026-12-07', '2026-12-07', ''],
    ['2026-12-07', '2026-12-11', ''],
    ['2026-12-07', '2026-12-12', 'skipping 1 weekend'],
    ['2026-12-07', '2026-12-13', 'skipping 1 weekend'],
    ['2026-12-07', '2026-12-18', 'skipping 1 weekend'],
    ['2026-12-07', '2026-12-19', 'skipping 2 weekends'],
    ['2026-12-05', '2026-12-05', 'skipping 1 weekend'],
    ['2026-12-06', '2026-12-06', 'skipping 1 weekend'],
    ['2026-12-05', '2026-12-12', 'skipping 2 weekends'],
    ['2026-12-06', '2026-12-12', 'skipping 2 weekends'],
    ['2026-12-06', '2026-12-13', 'skipping 2 weekends'],
    ['1969-12-26', '1970-01-05', 'skipping 2 weekends'],
  ])('each weekend once, whole or in part: %s to %s: %s', (from, to, said) => {
    expect(say(from, to)).toBe(said);
  });

  test('two closures with reasons of their own are two phrases', () => {
    const calendar = shutOn({ '2026-12-08': 'office move', '2026-12-09': 'training', '2026-12-10': 'training' });
    expect(say('2026-12-07', '2026-12-11', calendar)).toBe(
      'skipping the closure day 8 December 2026 (office move) ' +
        'and 2 closure days from 9 December 2026 to 10 December 2026 (training)',
    );
  });

  test('one closure on both sides of a bank holiday is one phrase, in the place of its first day', () => {
    const calendar = shutOn({ '2026-12-31': 'closedown', '2027-01-04': 'closedown' });
    expect(say('2026-12-31', '2027-01-05', calendar)).toBe(
      'skipping 1 weekend, 2 closure days from 31 December 2026 to 4 January 2027 (closedown) ' +
        "and New Year's Day (1 January 2027)",
    );
  });
});

describe('Beyond the years of the calendar the sentence of a date says so', () => {
  const unknown = (dated: { readonly windowFrom?: string; readonly due?: string }) =>
    /\((.*)\)\.$/.exec(
      sayUnknownHolidays(england, {
        why: 'Day 5, e.g. a Monday.',
        ...(dated.windowFrom === undefined ? {} : { windowFrom: isoDate(dated.windowFrom) }),
        ...(dated.due === undefined ? {} : { due: isoDate(dated.due) }),
      }).why,
    )?.[1];
  const after = 'bank holidays after 31 December 2030 are not known yet';
  const before = 'bank holidays before 1 January 2025 are not known';

  test.each([
    [{}, undefined],
    [{ due: '2025-01-01' }, undefined],
    [{ due: '2024-12-31' }, before],
    [{ due: '2030-12-31' }, undefined],
    [{ due: '2031-01-01' }, after],
    [{ windowFrom: '2030-12-31', due: '2031-01-01' }, after],
    [{ windowFrom: '2024-12-31', due: '2025-01-01' }, before],
    [{ windowFrom: '2031-01-01' }, after],
    [{ windowFrom: '2030-12-30', due: '2030-12-31' }, undefined],
  ])('%j: %s', (dated, said) => {
    expect(unknown(dated)).toBe(said);
  });

  test('at its end, and a date inside keeps its sentence as it was', () => {
    const due = isoDate('2031-01-01');
    const why = 'Day 5, e.g. a Monday.';
    expect(sayUnknownHolidays(england, { due, why }).why).toBe(`Day 5, e.g. a Monday (${after}).`);
    expect(sayUnknownHolidays(england, { due, why: 'Day 5' }).why).toBe(`Day 5 (${after}).`);
    const inside = { due: isoDate('2030-12-31'), why };
    expect(sayUnknownHolidays(england, inside)).toBe(inside);
  });
});

test.each([
  ['a millisecond before nine', '2026-12-11T08:59:59.999Z', '2026-12-11T09:00:00.000Z'],
  ['at nine on a Friday', '2026-12-11T09:00:00.000Z', '2026-12-14T09:00:00.000Z'],
  ['on a Saturday', '2026-12-12T08:00:00.000Z', '2026-12-14T09:00:00.000Z'],
  ['on Sunday after nine', '2026-12-13T10:00:00.000Z', '2026-12-14T09:00:00.000Z'],
])('The next working morning %s', (_when, moment, next) => {
  expect(nextWorkingMorning(england, instant(moment), nine)).toBe(next);
  expect(workingMorning(england, isoDate('2026-12-12'), nine)).toBe('2026-12-14T09:00:00.000Z');
});
