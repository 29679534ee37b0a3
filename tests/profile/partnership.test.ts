import { isWorkingDay } from '../../src/procedure/time/calendar';
import { isoDate } from '../../src/procedure/time/dates';
import { partnershipOn } from '../../src/profile/partnership';
import { problemsAfter, profile } from './profiles';

const calendarOn = (day: string, closures: readonly { readonly date: string; readonly reason: string }[] = []) =>
  partnershipOn(isoDate(day), profile('kirklees'), {
    closures: closures.map(({ date, reason }) => ({ date: isoDate(date), reason })),
    meetings: [],
    people: [],
  }).calendar;

test('The calendar of a partnership is the same all year, so that cases are told of it only where it has changed', () => {
  const inJanuary = calendarOn('2026-01-01');
  expect(calendarOn('2026-11-23')).toEqual(inJanuary);
  expect(calendarOn('2026-12-31')).toEqual(inJanuary);
  expect(calendarOn('2026-11-23', [{ date: '2026-12-24', reason: 'The office moves' }])).not.toEqual(inJanuary);
});

test('It reaches twelve years back and six ahead, each of them to its end', () => {
  expect(calendarOn('2026-11-23')).toMatchObject({ from: '2014-01-01', until: '2032-12-31' });
  expect(calendarOn('2027-01-01')).toMatchObject({ from: '2015-01-01', until: '2033-12-31' });
});

describe('A bank holiday that a profile moves or takes away', () => {
  const withHolidays = (holidays: string) => problemsAfter('  extra: []\n', `  extra: []\n${holidays}\n`);

  test('is written beside those that are added', () => {
    expect(withHolidays('  moved: [{ from: 2027-05-31, to: 2027-06-04 }]')).toEqual([]);
    expect(withHolidays('  removed: [{ date: 2027-05-03, why: moved by proclamation }]')).toEqual([]);
  });

  test.each([
    [
      '  moved: [{ from: 2027-06-01, to: 2027-06-04 }]',
      'holidays.moved.0.from: 1 June 2027 is no bank holiday that could move.',
    ],
    [
      '  moved: [{ from: 2027-05-31, to: 2027-06-05 }]',
      'holidays.moved.0.to: 5 June 2027 is a Saturday; give the weekday that is a holiday instead.',
    ],
    ['  moved: [{ from: 2027-05-31, to: 2027-05-03 }]', 'holidays.moved.0.to: 3 May 2027 is a bank holiday already.'],
    [
      '  moved: [{ from: 2027-05-31, to: 2027-06-04 }]\n  removed: [{ date: 2027-05-31 }]',
      'holidays.removed.0.date: 31 May 2027 is moved or taken away already.',
    ],
  ])('is checked: %s', (holidays, problem) => {
    expect(withHolidays(holidays)).toEqual([problem]);
  });

  test('is off on the day to which it moves and on no other', () => {
    const { holidays } = profile('kirklees');
    const moved = {
      ...profile('kirklees'),
      holidays: { ...holidays, moved: [{ from: isoDate('2027-05-31'), to: isoDate('2027-06-04') }] },
    };
    const { calendar } = partnershipOn(isoDate('2026-11-23'), moved, { closures: [], meetings: [], people: [] });
    expect(isWorkingDay(calendar, isoDate('2027-05-31'))).toBe(true);
    expect(isWorkingDay(calendar, isoDate('2027-06-04'))).toBe(false);
  });
});
