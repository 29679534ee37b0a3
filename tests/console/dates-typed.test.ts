import { readTypedDate, readTypedTime, typedDateOf } from '../../src/console/forms/typed-date';
import { readMoment } from '../../src/console/forms/typed-moment';
import { instant, isoDate, sayInstant, timeOfDay } from '../../src/procedure/time/dates';

const said = { today: isoDate('2026-12-07'), title: 'The day of the meeting' };

test.each([
  ['1 3 26', '2026-03-01'],
  ['1 3 2026', '2026-03-01'],
  ['01 / Mar / 2026', '2026-03-01'],
  ['1 march 2026', '2026-03-01'],
  ['1st March 2026', '2026-03-01'],
  ['March 1, 2026', '2026-03-01'],
  ['Sunday 1 March 2026', '2026-03-01'],
  ['01.03.2026', '2026-03-01'],
  ['1-3-26', '2026-03-01'],
  ['01032026', '2026-03-01'],
  ['2026-03-01', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['  7   Sept  2026 ', '2026-09-07'],
  ['29 2 2028', '2028-02-29'],
  ['Weds 9 December 2026', '2026-12-09'],
  ['wed 9th dec 2026', '2026-12-09'],
  ['Thurs. 10 Sept. 2026', '2026-09-10'],
  ['Tues, 8/12/26', '2026-12-08'],
  ['Sa 5 Dec 26', '2026-12-05'],
  ['the 9th of December 2026', '2026-12-09'],
  ['Wednesday, December 9th, 2026', '2026-12-09'],
  ['9 th Dec ’26', '2026-12-09'],
  ['9dec2026', '2026-12-09'],
  ['091226', '2026-12-09'],
  ['\u200e9\u00a012\u00a02026', '2026-12-09'],
  ['９／１２／２０２６', '2026-12-09'],
  ['3 5 98', '1998-05-03'],
])('“%s”, all in one box, is read as %s', (text, date) => {
  expect(readTypedDate(text, said)).toBe(date);
  expect(readTypedDate({ day: text, month: '', year: '' }, said)).toBe(date);
});

test.each([
  [{ day: '1', month: '3', year: '26' }, '2026-03-01'],
  [{ day: '01', month: 'Mar', year: '2026' }, '2026-03-01'],
  [{ day: ' 1st ', month: 'MARCH.', year: ' 2026' }, '2026-03-01'],
  [{ day: '31', month: '12', year: '2026' }, '2026-12-31'],
])('The boxes %j are read as %s', (typed, date) => {
  expect(readTypedDate(typed, said)).toBe(date);
});

test.each([
  [{ day: '31', month: '02', year: '2026' }, 'day', /February 2026 has no day 31/],
  [{ day: '29', month: 'feb', year: '2027' }, 'day', /February 2027 has no day 29/],
  [{ day: '31', month: '4', year: '2026' }, 'day', /April 2026 has no day 31/],
  [{ day: '32', month: '3', year: '2026' }, 'day', /the day must be a number from 1 to 31/],
  [{ day: 'x', month: '3', year: '2026' }, 'day', /the day must be a number/],
  [{ day: '1', month: '13', year: '2026' }, 'month', /the month must be a number from 1 to 12, or its name/],
  [{ day: '1', month: 'Marchember', year: '2026' }, 'month', /the month must/],
  [{ day: '1', month: 'm', year: '2026' }, 'month', /the month must/],
  [{ day: '1', month: '3', year: '202' }, 'year', /the year must be between 1900 and 2199, such as 2026/],
  [{ day: '1', month: '3', year: '3026' }, 'year', /the year must be between/],
  [{ day: '1', month: '', year: '2026' }, 'month', /must include a month/],
  [{ day: '', month: '', year: '2026' }, 'day', /must include a day and a month/],
  [{ day: '1 3', month: '', year: '' }, 'year', /must include a year/],
  [{ day: '31/02/2026', month: '', year: '' }, 'day', /February 2026 has no day 31/],
  [{ day: '', month: '', year: '' }, 'day', /^Enter the day of the meeting$/],
])('The boxes %j are refused for the %s', (typed, part, sentence) => {
  const read = readTypedDate(typed, said);
  expect(read).toMatchObject({ part });
  expect(typeof read === 'string' ? read : read.sentence).toMatch(sentence);
});

test.each([
  [
    'Tuesday 7 December 2026',
    /7 December 2026 is a Monday, not a Tuesday.*Monday 7 December 2026, or Tuesday 8 December 2026/,
  ],
  ['Sun 7 Dec 26', /is a Monday, not a Sunday.*or Sunday 6 December 2026/],
  ['Thursday 31 December 2027', /is a Friday, not a Thursday.*or Thursday 30 December 2027/],
  ['Monday 1 January 2027', /is a Friday, not a Monday.*or Monday 4 January 2027/],
])('“%s” is asked which is right, the day of the week or the date', (text, sentence) => {
  for (const typed of [text, { day: text, month: '', year: '' }]) {
    const read = readTypedDate(typed, said);
    expect(read).toMatchObject({ part: 'day' });
    expect(typeof read === 'string' ? read : read.sentence).toMatch(sentence);
  }
});

test('The day of the week in the box of the day is held against the date too', () => {
  expect(readTypedDate({ day: 'Mon 7th', month: 'Dec', year: '26' }, said)).toBe('2026-12-07');
  expect(readTypedDate({ day: 'Tues 7', month: '12', year: '2026' }, said)).toMatchObject({ part: 'day' });
});

test.each([
  ['Wendsday 9 December 2026', /“wendsday” is no day of the week and no month. Type the day, the month and the year/],
  ['9 Dicember 2026', /“dicember” is no day of the week and no month/],
  ['12/31/2026', /the month must be a number from 1 to 12.*The day comes before the month: 31 12 2026/],
  [{ day: '12', month: '25', year: '2026' }, /The day comes before the month: 25 12 2026/],
])('%j is refused with what helps', (typed, sentence) => {
  const read = readTypedDate(typed, said);
  expect(typeof read === 'string' ? read : read.sentence).toMatch(sentence);
});

test('A year of two digits is of the hundred years that end twenty years from now, in one box or three', () => {
  for (const [year, full] of [
    ['46', '2046'],
    ['47', '1947'],
    ['00', '2000'],
    ['26', '2026'],
  ] as const) {
    expect(readTypedDate(`1 3 ${year}`, said)).toBe(`${full}-03-01`);
    expect(readTypedDate({ day: '1', month: '3', year }, said)).toBe(`${full}-03-01`);
    expect(readTypedDate(`0103${year}`, said)).toBe(`${full}-03-01`);
  }
});

test('A date that is known is shown in its boxes as people write it', () => {
  expect(typedDateOf('2026-03-01')).toEqual({ day: '1', month: '3', year: '2026' });
});

test.each([
  ['9:30am', '09:30'],
  ['9.30 AM', '09:30'],
  ['0930', '09:30'],
  ['21:15', '21:15'],
  ['9pm', '21:00'],
  ['12am', '00:00'],
  ['12:05pm', '12:05'],
  ['midday', '12:00'],
  ['9', undefined],
  ['25:00', undefined],
  ['13pm', undefined],
  ['half past nine', undefined],
  ['', undefined],
])('The time “%s” is read as %s', (text, time) => {
  expect(readTypedTime(text)).toBe(time);
});

describe('On the days on which the clocks change', () => {
  const at = (date: string, time: string, clock = '') =>
    readMoment({ date: isoDate(date), time: timeOfDay(time), clock }, 'When it became known');

  test('1:30am came twice in October: it is asked whether summer or winter time is meant', () => {
    expect(at('2026-10-25', '01:30')).toMatchObject({ kind: 'wrong', part: 'clock' });
    expect(at('2026-10-25', '01:30', 'summer')).toEqual({ kind: 'moment', at: '2026-10-25T00:30:00.000Z' });
    expect(at('2026-10-25', '01:30', 'winter')).toEqual({ kind: 'moment', at: '2026-10-25T01:30:00.000Z' });
  });

  test('1:30am never came in March: that is said', () => {
    const read = at('2026-03-29', '01:30', 'summer');
    expect(read).toMatchObject({ kind: 'wrong', part: 'time' });
    expect(JSON.stringify(read)).toContain('there was no 1:30am on Sunday 29 March 2026');
  });

  test.each([
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-07-01', '01:30', '2026-07-01T00:30:00.000Z'],
    ['2026-12-25', '01:30', '2026-12-25T01:30:00.000Z'],
  ])('%s at %s is one moment, and nothing is asked', (date, time, moment) => {
    expect(at(date, time)).toEqual({ kind: 'moment', at: moment });
  });

  test('a moment that came twice is said with which it was, and any other without', () => {
    expect(sayInstant(instant('2026-10-25T00:30:00Z'))).toBe('1:30am (summer time) on Sunday 25 October 2026');
    expect(sayInstant(instant('2026-10-25T01:30:00Z'))).toBe('1:30am (winter time) on Sunday 25 October 2026');
    expect(sayInstant(instant('2026-10-25T02:30:00Z'))).toBe('2:30am on Sunday 25 October 2026');
  });
});
