import { readTypedDate, readTypedTime, typedDateOf } from '../../src/console/forms/typed-date';
import { isoDate } from '../../src/procedure/dates';

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
