import { isWorkingDay, whyNotWorking } from '../../src/procedure/time/calendar';
import { isoDate, timeOfDay } from '../../src/procedure/time/dates';
import { bankHolidays, buildCalendar } from '../../src/profile/holidays';

function englandIn(year: number): Record<string, string> {
  return bankHolidays({ region: 'GB-ENG', from: isoDate(`${year}-01-01`), until: isoDate(`${year}-12-31`) });
}

const sources = {
  region: 'GB-ENG',
  closingHour: timeOfDay('17:00'),
  closures: {},
  from: isoDate('2026-01-01'),
  until: isoDate('2028-12-31'),
};

/** Worked out without the package: Easter by the Gregorian rule, the Mondays and substitute days from the calendar. */
const ENGLAND: Record<number, Record<string, string>> = {
  2025: {
    '2025-01-01': "New Year's Day",
    '2025-04-18': 'Good Friday',
    '2025-04-21': 'Easter Monday',
    '2025-05-05': 'Early May bank holiday',
    '2025-05-26': 'Spring bank holiday',
    '2025-08-25': 'Summer bank holiday',
    '2025-12-25': 'Christmas Day',
    '2025-12-26': 'Boxing Day',
  },
  2026: {
    '2026-01-01': "New Year's Day",
    '2026-04-03': 'Good Friday',
    '2026-04-06': 'Easter Monday',
    '2026-05-04': 'Early May bank holiday',
    '2026-05-25': 'Spring bank holiday',
    '2026-08-31': 'Summer bank holiday',
    '2026-12-25': 'Christmas Day',
    '2026-12-28': 'Boxing Day (substitute day)',
  },
  2027: {
    '2027-01-01': "New Year's Day",
    '2027-03-26': 'Good Friday',
    '2027-03-29': 'Easter Monday',
    '2027-05-03': 'Early May bank holiday',
    '2027-05-31': 'Spring bank holiday',
    '2027-08-30': 'Summer bank holiday',
    '2027-12-27': 'Christmas Day (substitute day)',
    '2027-12-28': 'Boxing Day (substitute day)',
  },
  2028: {
    '2028-01-03': "New Year's Day (substitute day)",
    '2028-04-14': 'Good Friday',
    '2028-04-17': 'Easter Monday',
    '2028-05-01': 'Early May bank holiday',
    '2028-05-29': 'Spring bank holiday',
    '2028-08-28': 'Summer bank holiday',
    '2028-12-25': 'Christmas Day',
    '2028-12-26': 'Boxing Day',
  },
  2029: {
    '2029-01-01': "New Year's Day",
    '2029-03-30': 'Good Friday',
    '2029-04-02': 'Easter Monday',
    '2029-05-07': 'Early May bank holiday',
    '2029-05-28': 'Spring bank holiday',
    '2029-08-27': 'Summer bank holiday',
    '2029-12-25': 'Christmas Day',
    '2029-12-26': 'Boxing Day',
  },
  2030: {
    '2030-01-01': "New Year's Day",
    '2030-04-19': 'Good Friday',
    '2030-04-22': 'Easter Monday',
    '2030-05-06': 'Early May bank holiday',
    '2030-05-27': 'Spring bank holiday',
    '2030-08-26': 'Summer bank holiday',
    '2030-12-25': 'Christmas Day',
    '2030-12-26': 'Boxing Day',
  },
};

describe('The bank holidays of England', () => {
  test.each([2025, 2026, 2027, 2028, 2029, 2030])(
    '%i has these bank holidays and no others, in order of date',
    (year) => {
      expect(Object.entries(englandIn(year))).toEqual(Object.entries(ENGLAND[year] ?? {}));
    },
  );

  test('Christmas Day on a Sunday has its substitute after Boxing Day', () => {
    expect(englandIn(2033)).toMatchObject({
      '2033-12-26': 'Boxing Day',
      '2033-12-27': 'Christmas Day (substitute day)',
    });
    expect(englandIn(2033)).not.toHaveProperty(['2033-12-25']);
  });

  test('a holiday moved or added by proclamation in a year gone by is as it was', () => {
    expect(englandIn(2020)).toHaveProperty(['2020-05-08']);
    expect(englandIn(2020)).not.toHaveProperty(['2020-05-04']);
    expect(englandIn(2022)).toHaveProperty(['2022-06-03']);
    expect(englandIn(2022)).not.toHaveProperty(['2022-05-30']);
    expect(englandIn(2023)).toHaveProperty(['2023-05-08']);
  });

  test('both ends of the span are included and nothing beyond them', () => {
    const span = { region: 'GB-ENG', from: isoDate('2026-12-25'), until: isoDate('2027-01-01') };
    expect(Object.keys(bankHolidays(span))).toEqual(['2026-12-25', '2026-12-28', '2027-01-01']);
  });

  test.each(['GB', 'GB-XYZ', 'England', 'XX-ENG', 'GB-ENG-1', ''])(
    'the region %j is refused, not guessed',
    (region) => {
      expect(() => bankHolidays({ ...sources, region })).toThrow(/England is GB-ENG/);
    },
  );

  test('a span that ends before it begins is refused', () => {
    expect(() => bankHolidays({ region: 'GB-ENG', from: sources.until, until: sources.from })).toThrow(RangeError);
  });
});

describe('The calendar of a partnership', () => {
  test('holds bank holidays, those proclaimed since and its own closure days', () => {
    const calendar = buildCalendar({
      ...sources,
      closures: { '2026-12-29': 'Christmas closedown' },
      extraHolidays: { '2027-06-11': 'Royal wedding' },
    });
    expect(whyNotWorking(calendar, isoDate('2026-12-28'))).toBe('Boxing Day (substitute day)');
    expect(whyNotWorking(calendar, isoDate('2026-12-29'))).toBe('Closure: Christmas closedown');
    expect(whyNotWorking(calendar, isoDate('2027-06-11'))).toBe('Royal wedding');
    expect(isWorkingDay(calendar, isoDate('2026-12-30'))).toBe(true);
  });

  test('is plain data, the same text whatever the order of its sources', () => {
    const one = buildCalendar({ ...sources, closures: { '2026-12-30': 'b', '2026-12-29': 'a' } });
    const other = buildCalendar({ ...sources, closures: { '2026-12-29': 'a', '2026-12-30': 'b' } });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  test('leaves out the closure days of years that it does not answer for', () => {
    expect(buildCalendar({ ...sources, closures: { '2025-12-29': 'Last year' } }).closures).toEqual({});
  });

  test('refuses a closure or a proclaimed holiday on a date that does not exist', () => {
    expect(() => buildCalendar({ ...sources, closures: { '2026-02-30': 'Typing mistake' } })).toThrow(/2026-02-30/);
    expect(() => buildCalendar({ ...sources, extraHolidays: { '1 June 2027': 'Jubilee' } })).toThrow(/1 June 2027/);
  });
});
