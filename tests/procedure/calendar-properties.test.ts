import { fc } from '../support/properties';
import {
  closingInstant,
  dayNumber,
  dayOne,
  isWorkingDay,
  nextWorkingMorning,
  onOrAfter,
  onOrBefore,
  skipped,
  workingDay,
  workingDaysAfter,
  workingDaysBefore,
  workingDaysBetween,
  type Calendar,
} from '../../src/procedure/time/calendar';
import {
  addDays,
  addMonths,
  daysBetween,
  fromMillis,
  isoDate,
  londonDate,
  londonInstant,
  londonTime,
  parseIsoDate,
  timeOfDay,
  toMillis,
  weekday,
} from '../../src/procedure/time/dates';
import type { IsoDate, TimeOfDay } from '../../src/procedure/time/time';
import { buildCalendar } from '../../src/profile/holidays';

const from = isoDate('2024-01-01');
const until = isoDate('2035-12-31');
const england = buildCalendar({ region: 'GB-ENG', closingHour: timeOfDay('17:00'), closures: {}, from, until });

/** Dates with room in the calendar on both sides. */
const aDate: fc.Arbitrary<IsoDate> = fc.integer({ min: 400, max: 3900 }).map((n) => addDays(from, n));
const anyDate: fc.Arbitrary<IsoDate> = fc
  .integer({ min: 0, max: daysBetween(isoDate('1900-01-02'), isoDate('2199-12-30')) })
  .map((n) => addDays(isoDate('1900-01-02'), n));
const aTime: fc.Arbitrary<TimeOfDay> = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => timeOfDay(`${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`));
const aCount = fc.integer({ min: 1, max: 100 });
const aCalendar: fc.Arbitrary<Calendar> = fc
  .array(aDate, { maxLength: 40 })
  .map((days) => ({ ...england, closures: Object.fromEntries(days.map((day) => [day, 'Shut'])) }));

function withClosure(calendar: Calendar, date: IsoDate): Calendar {
  return { ...calendar, closures: { ...calendar.closures, [date]: 'Shut as well' } };
}

describe('Whatever the date and the closures', () => {
  test('counting on from a working day and back again ends where it began', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aCount, (calendar, date, n) => {
        const start = onOrAfter(calendar, date);
        expect(workingDaysBefore(calendar, workingDaysAfter(calendar, start, n), n)).toBe(start);
        expect(workingDaysAfter(calendar, workingDaysBefore(calendar, start, n), n)).toBe(start);
      }),
    );
  });

  test('the day number of day N is N, and stays N until the next working day', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aCount, (calendar, receivedOn, n) => {
        const first = dayOne(calendar, receivedOn);
        const [dayN, next] = [workingDay(calendar, first, n), workingDay(calendar, first, n + 1)];
        expect(isWorkingDay(calendar, dayN)).toBe(true);
        expect(dayNumber(calendar, first, dayN)).toBe(n);
        expect(dayNumber(calendar, first, addDays(next, -1))).toBe(n);
      }),
    );
  });

  test('day N is N less one working days after day 1', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aCount, (calendar, receivedOn, n) => {
        const first = dayOne(calendar, receivedOn);
        expect(workingDay(calendar, first, n)).toBe(workingDaysAfter(calendar, first, n - 1));
      }),
    );
  });

  test('adding a closure never brings a date earlier, nor puts a reminder later', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aCount, fc.integer({ min: -200, max: 200 }), (calendar, date, n, away) => {
        const closed = withClosure(calendar, addDays(date, away));
        expect(dayOne(closed, date) >= dayOne(calendar, date)).toBe(true);
        expect(workingDay(closed, dayOne(closed, date), n) >= workingDay(calendar, dayOne(calendar, date), n)).toBe(
          true,
        );
        expect(workingDaysAfter(closed, date, n) >= workingDaysAfter(calendar, date, n)).toBe(true);
        expect(workingDaysBefore(closed, date, n) <= workingDaysBefore(calendar, date, n)).toBe(true);
        expect(onOrBefore(closed, date) <= onOrBefore(calendar, date)).toBe(true);
      }),
    );
  });

  test('No date of the allowed spans, nor any that is counted from one, leaves the calendar', () => {
    const [first, last] = [isoDate('1949-01-01'), isoDate('2046-12-31')];
    const spanned = fc.integer({ min: 0, max: daysBetween(first, last) }).map((n) => addDays(first, n));
    const short: Calendar = buildCalendar({
      region: 'GB-ENG',
      closingHour: timeOfDay('17:00'),
      closures: {},
      from: isoDate('2026-01-01'),
      until: isoDate('2026-12-31'),
    });
    fc.assert(
      fc.property(spanned, spanned, fc.nat(400), (a, b, n) => {
        const days = [
          onOrAfter(short, a),
          workingDay(short, a, n + 1),
          workingDaysAfter(short, a, n),
          workingDaysBefore(short, a, n),
          londonDate(nextWorkingMorning(short, closingInstant(short, a), timeOfDay('09:00'))),
        ];
        for (const day of n === 0 ? days.slice(0, 2) : days) expect(isWorkingDay(short, day)).toBe(true);
        expect(Math.sign(workingDaysBetween(short, onOrAfter(short, a), onOrAfter(short, b)))).toBe(
          Math.sign(daysBetween(onOrAfter(short, a), onOrAfter(short, b))),
        );
        expect(skipped(short, a, b).every(({ date }) => date.startsWith('2026'))).toBe(true);
        expect(dayNumber(short, a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a later receipt never gives an earlier day N', () => {
    fc.assert(
      fc.property(aCalendar, aDate, fc.nat(20), aCount, (calendar, date, wait, n) => {
        const [first, second] = [dayOne(calendar, date), dayOne(calendar, addDays(date, wait))];
        expect(workingDay(calendar, second, n) >= workingDay(calendar, first, n)).toBe(true);
      }),
    );
  });

  test('working days between dates add up, and turn their sign with the order', () => {
    fc.assert(
      fc.property(aCalendar, aDate, fc.nat(150), fc.nat(150), (calendar, a, first, second) => {
        const b = addDays(a, first);
        const c = addDays(b, second);
        const between = (x: IsoDate, y: IsoDate): number => workingDaysBetween(calendar, x, y);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(c, a) + between(a, c)).toBe(0);
      }),
    );
  });

  test('every calendar day of a count is a working day, a weekend day or one that is named as skipped', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aCount, (calendar, date, n) => {
        const end = workingDaysAfter(calendar, date, n);
        const weekends = Array.from({ length: daysBetween(date, end) }, (_, i) => weekday(addDays(date, i + 1))).filter(
          (day) => day === 'Saturday' || day === 'Sunday',
        ).length;
        expect(n + weekends + skipped(calendar, addDays(date, 1), end).length).toBe(daysBetween(date, end));
      }),
    );
  });

  test('the next working morning is after the moment, on a working day, at the hour asked for, and the first such', () => {
    fc.assert(
      fc.property(aCalendar, aDate, aTime, fc.nat(59_999), (calendar, date, time, millis) => {
        const nine = timeOfDay('09:00');
        const after = fromMillis(toMillis(londonInstant(date, time)) + millis);
        const morning = nextWorkingMorning(calendar, after, nine);
        expect(morning > after).toBe(true);
        expect(londonTime(morning)).toBe('09:00');
        expect(isWorkingDay(calendar, londonDate(morning))).toBe(true);
        const workingDayBefore = workingDaysBefore(calendar, londonDate(morning), 1);
        expect(londonInstant(workingDayBefore, nine) <= after).toBe(true);
      }),
    );
  });

  test('a working day closes at 17:00 by the clock in London', () => {
    fc.assert(
      fc.property(aDate, (date) => {
        const closing = closingInstant(england, date);
        expect([londonDate(closing), londonTime(closing)]).toEqual([date, '17:00']);
      }),
    );
  });
});

describe('Whatever the moment', () => {
  /** From when Britain's present summer time rules hold; a time is left out only in March, between 01:00 and 01:59. */
  const modernDate = fc
    .integer({ min: 0, max: daysBetween(isoDate('1996-01-01'), isoDate('2199-12-30')) })
    .map((n) => addDays(isoDate('1996-01-01'), n));

  test('a London date and time make a moment that shows the same date and time', () => {
    fc.assert(
      fc.property(modernDate, aTime, (date, time) => {
        fc.pre(!(date.slice(5, 7) === '03' && weekday(date) === 'Sunday' && time.startsWith('01:')));
        const moment = londonInstant(date, time);
        expect([londonDate(moment), londonTime(moment)]).toEqual([date, time]);
      }),
    );
  });

  test('the London date and time of a moment lead back to it, or to the first time the clocks showed them', () => {
    fc.assert(
      fc.property(modernDate, fc.nat(1439), (date, minutes) => {
        const moment = fromMillis(Date.parse(date) + minutes * 60_000);
        const back = londonInstant(londonDate(moment), londonTime(moment));
        expect([0, 3_600_000]).toContain(toMillis(moment) - toMillis(back));
        if (date.slice(5, 7) !== '10') expect(back).toBe(moment);
      }),
    );
  });

  test('moments compare as text in the order of time', () => {
    fc.assert(
      fc.property(anyDate, anyDate, aTime, aTime, (a, b, timeA, timeB) => {
        const [first, second] = [londonInstant(a, timeA), londonInstant(b, timeB)];
        expect(first < second).toBe(toMillis(first) < toMillis(second));
      }),
    );
  });
});

describe('Whatever the calendar date', () => {
  test('days added are days between, and the date is read as it is written', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -1, max: 1 }), (date, n) => {
        expect(daysBetween(date, addDays(date, n))).toBe(n);
        expect(parseIsoDate(addDays(date, n))).toBe(addDays(date, n));
      }),
    );
  });

  test('months on fall in the month meant, on the same day or the last of that month', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -24, max: 24 }), (date, n) => {
        const there = addMonths(date, n);
        const months = (d: IsoDate): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(months(there) - months(date)).toBe(n);
        expect(there.slice(8) === date.slice(8) || addDays(there, 1).endsWith('-01')).toBe(true);
      }),
    );
  });
});
