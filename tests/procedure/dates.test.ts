import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  earlier,
  fromMillis,
  instant,
  isoDate,
  later,
  londonDate,
  londonInstant,
  londonTime,
  parseInstant,
  parseIsoDate,
  parseTimeOfDay,
  sayDate,
  sayInstant,
  sayShortDate,
  sayTime,
  timeOfDay,
  toMillis,
  weekday,
} from '../../src/procedure/time/dates';

describe('A calendar date', () => {
  test.each(['2026-11-23', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a calendar date', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '23/11/2026',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '2026-11-23\n',
    '',
  ])('%j is no calendar date', (text) => {
    expect(parseIsoDate(text)).toBeUndefined();
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2026-03-28', 2, '2026-03-30'], // over the clock change in March
    ['2026-10-24', 2, '2026-10-26'], // over the clock change in October
    ['2026-12-07', -21, '2026-11-16'], // papers three weeks before a meeting
    ['2026-12-07', 0, '2026-12-07'],
  ])('%s and %i calendar days is %s', (from, n, to) => {
    expect(addDays(isoDate(from), n)).toBe(to);
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(n);
  });

  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2026-11-23', 6, '2027-05-23'],
    ['2026-12-31', 6, '2027-06-30'],
    ['2028-02-29', 6, '2028-08-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i calendar months is %s, the last day of a shorter month standing in', (from, n, to) => {
    expect(addMonths(isoDate(from), n)).toBe(to);
  });

  test.each([
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2026-05-21', 1, '2027-05-21'],
    ['2026-05-21', -1, '2025-05-21'],
  ])('%s and %i years is %s', (from, n, to) => {
    expect(addYears(isoDate(from), n)).toBe(to);
  });

  test.each([
    ['1900-01-01', 'Monday'],
    ['1969-12-28', 'Sunday'],
    ['1969-12-31', 'Wednesday'],
    ['1970-01-01', 'Thursday'],
    ['2026-12-07', 'Monday'],
    ['2026-12-25', 'Friday'],
    ['2027-12-26', 'Sunday'],
    ['2028-01-01', 'Saturday'],
  ])('%s is a %s', (date, name) => {
    expect(weekday(isoDate(date))).toBe(name);
  });

  test('the earlier and the later of two dates do not depend on their order', () => {
    const [may, june] = [isoDate('2027-05-23'), isoDate('2027-06-01')];
    expect([earlier(may, june), earlier(june, may), earlier(may, may)]).toEqual([may, may, may]);
    expect([later(may, june), later(june, may), later(june, june)]).toEqual([june, june, june]);
  });

  test('a part of a day or month, or a date beyond the years that are kept, is an error and no date', () => {
    expect(() => addDays(isoDate('2026-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(isoDate('2026-01-01'), 1.5)).toThrow(RangeError);
    expect(() => addDays(isoDate('2199-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(isoDate('1900-01-01'), -1)).toThrow(RangeError);
    expect(() => addDays(isoDate('2026-01-01'), Number.NaN)).toThrow(RangeError);
  });
});

describe('A moment', () => {
  test.each([
    ['2026-11-23T17:00:00.000Z', '2026-11-23T17:00:00.000Z'],
    ['2026-11-23T17:00:00Z', '2026-11-23T17:00:00.000Z'],
    ['2026-11-23T17:00Z', '2026-11-23T17:00:00.000Z'],
    ['2026-06-01T17:00:00+01:00', '2026-06-01T16:00:00.000Z'],
    ['2026-01-01T00:30:00.5+01:00', '2025-12-31T23:30:00.500Z'],
  ])('%s is kept as %s, so that two moments compare as text', (text, kept) => {
    expect(instant(text)).toBe(kept);
    expect(fromMillis(toMillis(instant(text)))).toBe(kept);
  });

  test.each([
    '2026-11-23T17:00:00', // without a zone it could be anyone's five o'clock
    '2026-11-23',
    '2026-02-30T10:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T17:60:00Z',
    '1900-01-01T00:00:00+01:00',
    'now',
    '',
  ])('%j is no moment', (text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Date.UTC(2200, 0, 1)])('%p milliseconds is no moment', (millis) => {
    expect(() => fromMillis(millis)).toThrow(RangeError);
  });
});

describe("London's clock", () => {
  test.each([
    ['2026-06-30T22:59:59.999Z', '2026-06-30', '23:59'],
    ['2026-06-30T23:00:00.000Z', '2026-07-01', '00:00'],
    ['2026-07-01T00:30:00.000Z', '2026-07-01', '01:30'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31', '23:59'],
    ['2027-01-01T00:00:00.000Z', '2027-01-01', '00:00'],
    ['2026-03-29T00:59:59.000Z', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '02:00'],
    ['2026-10-25T00:59:00.000Z', '2026-10-25', '01:59'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '01:00'],
    ['1969-12-31T23:30:00.500Z', '1970-01-01', '00:30'], // Britain kept summer time through the winter then
  ])('at %s it is %s in London, and %s', (moment, date, time) => {
    expect(londonDate(instant(moment))).toBe(date);
    expect(londonTime(instant(moment))).toBe(time);
  });

  test.each([
    ['2026-12-07', '17:00', '2026-12-07T17:00:00.000Z'],
    ['2026-07-07', '17:00', '2026-07-07T16:00:00.000Z'],
    ['2026-03-27', '17:00', '2026-03-27T17:00:00.000Z'], // the Friday before the change
    ['2026-03-30', '17:00', '2026-03-30T16:00:00.000Z'], // the Monday after it
    ['2026-10-23', '17:00', '2026-10-23T16:00:00.000Z'],
    ['2026-10-26', '17:00', '2026-10-26T17:00:00.000Z'],
    ['2026-07-01', '00:00', '2026-06-30T23:00:00.000Z'],
    ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '00:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z'],
  ])('%s at %s in London is %s', (date, time, moment) => {
    expect(londonInstant(isoDate(date), timeOfDay(time))).toBe(moment);
  });

  test('a time that the clocks leave out in March is read by the winter clock: 01:30 is 02:30', () => {
    const moment = londonInstant(isoDate('2026-03-29'), timeOfDay('01:30'));
    expect(moment).toBe('2026-03-29T01:30:00.000Z');
    expect(londonTime(moment)).toBe('02:30');
    expect(londonInstant(isoDate('2026-03-29'), timeOfDay('01:00'))).toBe('2026-03-29T01:00:00.000Z');
  });

  test('a time that the clocks show twice in October is the first of the two', () => {
    expect(londonInstant(isoDate('2026-10-25'), timeOfDay('01:30'))).toBe('2026-10-25T00:30:00.000Z');
    expect(londonInstant(isoDate('2026-10-25'), timeOfDay('01:00'))).toBe('2026-10-25T00:00:00.000Z');
  });

  test.each(['24:00', '9:00', '09:60', '17:00:00', '5pm', ''])('%j is no time of day', (text) => {
    expect(parseTimeOfDay(text)).toBeUndefined();
    expect(() => timeOfDay(text)).toThrow(RangeError);
  });
});

describe('A date in words', () => {
  test('names its day of the week, and is short where that is known', () => {
    expect(sayDate(isoDate('2026-12-07'))).toBe('Monday 7 December 2026');
    expect(sayDate(isoDate('2028-02-29'))).toBe('Tuesday 29 February 2028');
    expect(sayShortDate(isoDate('2026-12-07'))).toBe('7 December 2026');
  });

  test.each([
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['09:00', '9:00am'],
    ['11:59', '11:59am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['17:00', '5:00pm'],
    ['23:59', '11:59pm'],
  ])('%s is said as %s', (time, words) => {
    expect(sayTime(timeOfDay(time))).toBe(words);
  });

  test.each([
    ['2026-12-07T17:00:00Z', '5:00pm on Monday 7 December 2026'],
    ['2026-07-07T16:00:00Z', '5:00pm on Tuesday 7 July 2026'],
    ['2026-07-07T11:00:00Z', 'midday on Tuesday 7 July 2026'],
    ['2026-06-30T23:00:00Z', 'midnight at the start of Wednesday 1 July 2026'],
    ['2026-06-30T23:15:00Z', '12:15am on Wednesday 1 July 2026'],
  ])('%s is said by the clock in London: %s', (moment, words) => {
    expect(sayInstant(instant(moment))).toBe(words);
  });
});
