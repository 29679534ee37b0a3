import {
  closingInstant,
  dayNumber,
  dayOne,
  isWorkingDay,
  nextWorkingMorning,
  onOrAfter,
  onOrBefore,
  saySkipped,
  sayUnknownHolidays,
  skipped,
  whyNotWorking,
  workingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
  workingMorning,
} from '../../src/procedure/time/calendar';
import { addMonths, instant, isoDate, timeOfDay } from '../../src/procedure/time/dates';
import { englandTo2030 as england, shutOn as withClosures } from '../support/england-to-2030';

const nine = timeOfDay('09:00');

describe('A working day', () => {
  test.each([
    ['2026-12-07', undefined],
    ['2026-12-05', 'Saturday'],
    ['2026-12-06', 'Sunday'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-29', 'Easter Monday'],
    ['2026-12-24', undefined],
    ['2026-12-26', 'Saturday'],
    ['2026-12-28', 'Boxing Day (substitute day)'],
    ['2026-12-29', undefined],
    ['2026-12-31', undefined],
    ['2026-03-17', undefined], // St Patrick's Day is a holiday in Northern Ireland only
  ])('%s is not one because of: %s', (date, why) => {
    expect(whyNotWorking(england, isoDate(date))).toBe(why);
    expect(isWorkingDay(england, isoDate(date))).toBe(why === undefined);
  });

  test('a closure day of the partnership is none, and says its reason', () => {
    const calendar = withClosures({ '2026-12-24': 'Christmas closedown', '2026-12-26': 'Shut', '2026-12-25': 'Shut' });
    expect(whyNotWorking(calendar, isoDate('2026-12-24'))).toBe('Closure: Christmas closedown');
    expect(whyNotWorking(calendar, isoDate('2026-12-26'))).toBe('Saturday');
    expect(whyNotWorking(calendar, isoDate('2026-12-25'))).toBe('Christmas Day');
  });

  test('the last working day before and the next after a date are the date itself if it is one', () => {
    expect(onOrBefore(england, isoDate('2026-12-24'))).toBe('2026-12-24');
    expect(onOrBefore(england, isoDate('2026-12-28'))).toBe('2026-12-24');
    expect(onOrAfter(england, isoDate('2026-12-29'))).toBe('2026-12-29');
    expect(onOrAfter(england, isoDate('2026-12-25'))).toBe('2026-12-29');
  });

  test('the first and the last date of the calendar are inside it', () => {
    expect(whyNotWorking(england, isoDate('2025-01-01'))).toBe("New Year's Day");
    expect(isWorkingDay(england, isoDate('2030-12-31'))).toBe(true);
  });

  test('Before and after its years a working day is Monday to Friday', () => {
    expect(whyNotWorking(england, isoDate('2031-01-01'))).toBeUndefined();
    expect(whyNotWorking(england, isoDate('2031-01-04'))).toBe('Saturday');
    expect(whyNotWorking(england, isoDate('2024-12-25'))).toBeUndefined();
    expect(workingDay(england, isoDate('2030-12-30'), 5)).toBe('2031-01-03');
    expect(workingDaysBefore(england, isoDate('2025-01-02'), 2)).toBe('2024-12-30');
    expect(workingDaysAfter(england, isoDate('2024-12-24'), 1)).toBe('2024-12-25');
    expect(workingDaysBetween(england, isoDate('2030-12-31'), isoDate('2031-01-06'))).toBe(4);
    expect(closingInstant(england, isoDate('2031-01-01'))).toBe('2031-01-01T17:00:00.000Z');
    expect(skipped(england, isoDate('2030-12-24'), isoDate('2031-12-31')).map(({ date }) => date)).toEqual([
      '2030-12-25',
      '2030-12-26',
    ]);
  });

  test('The sentence of a date beyond the calendar says that bank holidays are not known there', () => {
    const dated = (due: string) => sayUnknownHolidays(england, { due: isoDate(due), why: 'By then (step 9).' }).why;
    expect(dated('2030-12-31')).toBe('By then (step 9).');
    expect(dated('2031-01-02')).toBe('By then (step 9) (bank holidays after 31 December 2030 are not known yet).');
    expect(dated('2024-12-31')).toBe('By then (step 9) (bank holidays before 1 January 2025 are not known).');
    const once = sayUnknownHolidays(england, { due: isoDate('2031-01-02'), why: 'By then.' });
    expect(sayUnknownHolidays(england, once)).toBe(once);
  });
});

describe('Day 1', () => {
  test.each([
    ['a working day', '2026-12-07', '2026-12-07'],
    ['a Saturday', '2026-12-05', '2026-12-07'],
    ['a Sunday', '2026-12-06', '2026-12-07'],
    ['Good Friday 2026', '2026-04-03', '2026-04-07'],
    ['Good Friday 2027', '2027-03-26', '2027-03-30'],
    ['Christmas Day 2026', '2026-12-25', '2026-12-29'],
    ['Christmas Day 2027, a Saturday', '2027-12-25', '2027-12-29'],
    ['31 December 2026', '2026-12-31', '2026-12-31'],
    ["New Year's Day 2028, a Saturday", '2028-01-01', '2028-01-04'],
    ['29 February 2028', '2028-02-29', '2028-02-29'],
  ])('of a notification received on %s (%s) is %s', (_, receivedOn, expected) => {
    expect(dayOne(england, isoDate(receivedOn))).toBe(expected);
  });
});

describe('The day clock', () => {
  test.each([
    // Day 1 on Monday 23 November 2026: Christmas, New Year and Easter all fall inside the review.
    ['2026-11-23', 1, '2026-11-23'],
    ['2026-11-23', 5, '2026-11-27'],
    ['2026-11-23', 7, '2026-12-01'],
    ['2026-11-23', 14, '2026-12-10'],
    ['2026-11-23', 24, '2026-12-24'],
    ['2026-11-23', 25, '2026-12-29'],
    ['2026-11-23', 36, '2027-01-14'],
    ['2026-11-23', 60, '2027-02-17'],
    ['2026-11-23', 71, '2027-03-04'],
    ['2026-11-23', 82, '2027-03-19'],
    ['2026-11-23', 83, '2027-03-22'],
    ['2026-11-23', 89, '2027-04-01'],
    ['2026-11-23', 97, '2027-04-13'],
    // Day 14 on Christmas Eve
    ['2026-12-07', 14, '2026-12-24'],
    ['2026-12-07', 15, '2026-12-29'],
    // received on 31 December
    ['2026-12-31', 2, '2027-01-04'],
    ['2027-12-31', 2, '2028-01-04'],
    // Christmas 2027: Saturday and Sunday, with Monday and Tuesday in their place
    ['2027-12-24', 2, '2027-12-29'],
    // Easter 2026 and 2027
    ['2026-04-02', 2, '2026-04-07'],
    ['2027-03-25', 2, '2027-03-30'],
    // 29 February
    ['2028-02-28', 2, '2028-02-29'],
    ['2028-02-28', 3, '2028-03-01'],
  ])('with day 1 on %s, day %i is %s', (first, n, expected) => {
    expect(workingDay(england, isoDate(first), n)).toBe(expected);
    expect(dayNumber(england, isoDate(first), isoDate(expected))).toBe(n);
  });

  test.each([
    ['before day 1', '2026-12-20', 0],
    ['on day 1', '2026-12-21', 1],
    ['on Christmas Eve', '2026-12-24', 4],
    ['on Christmas Day', '2026-12-25', 4],
    ['on the Sunday', '2026-12-27', 4],
    ['on the substitute day', '2026-12-28', 4],
    ['on the Tuesday', '2026-12-29', 5],
  ])('with day 1 on 21 December 2026, the day reached %s (%s) is %i', (_, on, expected) => {
    expect(dayNumber(england, isoDate('2026-12-21'), isoDate(on))).toBe(expected);
  });

  test('day N ends at 17:00 in London, which is 17:00 UTC in winter and 16:00 UTC in summer', () => {
    expect(closingInstant(england, isoDate('2026-03-27'))).toBe('2026-03-27T17:00:00.000Z');
    expect(closingInstant(england, isoDate('2026-03-30'))).toBe('2026-03-30T16:00:00.000Z');
    expect(closingInstant(england, isoDate('2026-10-23'))).toBe('2026-10-23T16:00:00.000Z');
    expect(closingInstant(england, isoDate('2026-10-26'))).toBe('2026-10-26T17:00:00.000Z');
  });

  test('the closing hour is policy', () => {
    const calendar = { ...england, closingHour: timeOfDay('16:30') };
    expect(closingInstant(calendar, isoDate('2026-06-01'))).toBe('2026-06-01T15:30:00.000Z');
  });

  test('a closure day added before day 14 moves day 14 on by one working day', () => {
    const calendar = withClosures({ '2026-12-01': 'Office move' });
    expect(workingDay(calendar, isoDate('2026-11-23'), 14)).toBe('2026-12-11');
  });

  test('a closure declared on day 1 itself starts the count on the next working day', () => {
    const calendar = withClosures({ '2026-11-23': 'Flood' });
    expect(workingDay(calendar, isoDate('2026-11-23'), 1)).toBe('2026-11-24');
    expect(dayNumber(calendar, isoDate('2026-11-23'), isoDate('2026-11-23'))).toBe(0);
    expect(dayNumber(calendar, isoDate('2026-11-23'), isoDate('2026-11-24'))).toBe(1);
  });

  test.each([0, -1, 1.5, Number.NaN])('there is no day %p', (n) => {
    expect(() => workingDay(england, isoDate('2026-11-23'), n)).toThrow(
      new RangeError(`There is no working day ${n}; the count starts at day 1.`),
    );
  });
});

describe('Working days after and before a day', () => {
  test.each([
    ["the Panel's reply, submitted on 10 December 2026", '2026-12-10', 15, '2027-01-05'],
    ["the Panel's reply, submitted before Easter 2026", '2026-04-01', 15, '2026-04-24'],
    ["the response to the Panel's reply of 5 January 2027", '2027-01-05', 10, '2027-01-19'],
    ['a count from a Saturday', '2026-12-05', 1, '2026-12-07'],
    ['a count from Good Friday', '2026-04-03', 1, '2026-04-07'],
    ['a count of none', '2026-12-05', 0, '2026-12-05'],
  ])('%s (%s, %i working days) falls on %s, the day itself not counted', (_, from, n, expected) => {
    expect(workingDaysAfter(england, isoDate(from), n)).toBe(expected);
    expect(workingDaysBetween(england, isoDate(from), isoDate(expected))).toBe(n);
  });

  test.each([
    ['2026-12-24', 3, '2026-12-21'],
    ['2026-12-29', 1, '2026-12-24'],
    ['2026-12-29', 3, '2026-12-22'],
    ['2026-04-07', 1, '2026-04-02'],
    ['2027-01-04', 1, '2026-12-31'],
    ['2026-12-06', 1, '2026-12-04'],
    ['2026-12-06', 0, '2026-12-06'],
  ])('the reminder for %s, %i working days before, is for %s', (deadline, n, expected) => {
    expect(workingDaysBefore(england, isoDate(deadline), n)).toBe(expected);
  });

  test('what is overdue counts the same way as what is to come, with the sign turned', () => {
    const [due, today] = [isoDate('2026-12-24'), isoDate('2026-12-30')];
    expect(workingDaysBetween(england, due, today)).toBe(2);
    expect(workingDaysBetween(england, today, due)).toBe(-2);
    expect(workingDaysBetween(england, isoDate('2026-12-27'), isoDate('2026-12-26'))).toBe(0);
    expect(workingDaysBetween(england, due, due)).toBe(0);
  });

  test.each([-1, 0.5, Number.NaN])('%p is no count of working days', (n) => {
    expect(() => workingDaysAfter(england, isoDate('2026-11-23'), n)).toThrow(RangeError);
    expect(() => workingDaysBefore(england, isoDate('2026-11-23'), n)).toThrow(RangeError);
  });
});

describe('Six months', () => {
  test.each([
    ['2026-11-23', '2027-05-23', '2027-05-21'], // a Sunday
    ['2026-08-31', '2027-02-28', '2027-02-26'], // no 31 February, and the 28th is a Sunday
    ['2027-08-31', '2028-02-29', '2028-02-29'], // a leap year's Tuesday
    ['2026-06-25', '2026-12-25', '2026-12-24'], // Christmas Day
    ['2026-06-28', '2026-12-28', '2026-12-24'], // the substitute day after a weekend after Christmas Day
    ['2025-10-06', '2026-04-06', '2026-04-02'], // Easter Monday
  ])('after %s is %s, which moves back to the working day %s', (from, sixMonths, expected) => {
    expect(addMonths(isoDate(from), 6)).toBe(sixMonths);
    expect(onOrBefore(england, isoDate(sixMonths))).toBe(expected);
  });
});

describe('A working morning', () => {
  test.each([
    ['2026-12-07', '2026-12-07T09:00:00.000Z'],
    ['2026-12-25', '2026-12-29T09:00:00.000Z'],
    ['2026-03-28', '2026-03-30T08:00:00.000Z'], // the clocks go forward that weekend
    ['2026-10-24', '2026-10-26T09:00:00.000Z'], // and back that one
  ])('at 09:00 on or after %s is %s', (date, expected) => {
    expect(workingMorning(england, isoDate(date), nine)).toBe(expected);
  });

  test('just after midnight in summer it is already the London day that counts', () => {
    const quarterToOne = timeOfDay('00:45');
    expect(nextWorkingMorning(england, instant('2026-07-06T23:50:00Z'), quarterToOne)).toBe('2026-07-07T23:45:00.000Z');
  });

  test.each([
    ['before nine the same morning serves', '2026-12-07T08:59:59.999Z', '2026-12-07T09:00:00.000Z'],
    ['at nine exactly it is the next', '2026-12-07T09:00:00.000Z', '2026-12-08T09:00:00.000Z'],
    ['after Friday comes Monday', '2026-12-04T17:00:00.000Z', '2026-12-07T09:00:00.000Z'],
    ['at night it waits', '2026-12-07T23:30:00.000Z', '2026-12-08T09:00:00.000Z'],
    ['in summer nine is 08:00 UTC', '2026-07-07T08:00:00.000Z', '2026-07-08T08:00:00.000Z'],
    ['the London day has begun at 23:30 UTC in summer', '2026-07-06T23:30:00.000Z', '2026-07-07T08:00:00.000Z'],
    ['over the change in March', '2026-03-27T09:00:00.000Z', '2026-03-30T08:00:00.000Z'],
    ['over the change in October', '2026-10-23T08:00:00.000Z', '2026-10-26T09:00:00.000Z'],
    ['over Christmas', '2026-12-24T09:00:00.000Z', '2026-12-29T09:00:00.000Z'],
    ['over New Year', '2026-12-31T12:00:00.000Z', '2027-01-04T09:00:00.000Z'],
  ])('%s: after %s it is %s', (_, after, expected) => {
    expect(nextWorkingMorning(england, instant(after), nine)).toBe(expected);
  });
});

describe('The days that a date skipped', () => {
  const say = (from: string, to: string, calendar = england): string =>
    saySkipped(calendar, isoDate(from), isoDate(to));

  test('are the weekdays that did not count, each with its reason', () => {
    const calendar = withClosures({ '2026-12-29': 'Christmas closedown', '2026-12-26': 'Shut on a Saturday' });
    expect(skipped(calendar, isoDate('2026-12-24'), isoDate('2027-01-04'))).toEqual([
      { date: '2026-12-25', why: 'Christmas Day' },
      { date: '2026-12-28', why: 'Boxing Day (substitute day)' },
      { date: '2026-12-29', why: 'Closure: Christmas closedown' },
      { date: '2027-01-01', why: "New Year's Day" },
    ]);
  });

  test('are said in one phrase', () => {
    expect(say('2026-12-07', '2026-12-11')).toBe('');
    expect(say('2026-12-05', '2026-12-07')).toBe('skipping 1 weekend');
    expect(say('2026-12-06', '2026-12-07')).toBe('skipping 1 weekend');
    expect(say('2026-11-23', '2026-12-10')).toBe('skipping 2 weekends');
    expect(say('2026-05-25', '2026-05-26')).toBe('skipping Spring bank holiday (25 May 2026)');
    expect(say('2026-04-03', '2026-04-07')).toBe(
      'skipping 1 weekend, Good Friday (3 April 2026) and Easter Monday (6 April 2026)',
    );
    expect(say('2026-04-01', '2026-04-21')).toBe(
      'skipping 3 weekends, Good Friday (3 April 2026) and Easter Monday (6 April 2026)',
    );
    expect(say('2026-12-24', '2026-12-29')).toBe(
      'skipping 1 weekend, Christmas Day (25 December 2026) and Boxing Day (substitute day, 28 December 2026)',
    );
  });

  test('are the same for a date moved back as for one moved on', () => {
    expect(say('2027-05-23', '2027-05-21')).toBe('skipping 1 weekend');
    expect(say('2026-04-06', '2026-04-02')).toBe(say('2026-04-02', '2026-04-06'));
  });

  test('name one closure by its day and several for one reason together', () => {
    const move = withClosures({ '2026-12-09': 'office move' });
    expect(say('2026-12-07', '2026-12-11', move)).toBe('skipping the closure day 9 December 2026 (office move)');
    const shut = withClosures({
      '2026-12-29': 'Christmas closedown',
      '2026-12-30': 'Christmas closedown',
      '2026-12-31': 'Christmas closedown',
    });
    expect(say('2026-12-28', '2027-01-04', shut)).toBe(
      'skipping 1 weekend, Boxing Day (substitute day, 28 December 2026), ' +
        '3 closure days from 29 December 2026 to 31 December 2026 (Christmas closedown) ' +
        "and New Year's Day (1 January 2027)",
    );
  });
});
