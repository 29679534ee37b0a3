import {
  afterWorkingTime,
  isRung,
  outsideReminders,
  rolesOf,
  type OutsideTold,
  type Watched,
} from '../../../src/procedure/outside-notification/reminders';
import { instant, londonInstant, isoDate, timeOfDay } from '../../../src/procedure/time/dates';
import type { Instant } from '../../../src/procedure/time/time';
import { buildCalendar } from '../../../src/profile/holidays';

/* Step 1: emailed at once; the Business Manager after two working hours; the partners the next working morning. */

const calendar = buildCalendar({
  region: 'GB-ENG',
  closingHour: timeOfDay('17:00'),
  closures: { '2026-12-30': 'Office shut' },
  from: isoDate('2026-01-01'),
  until: isoDate('2027-12-31'),
});

/** A moment by London's clock: `2026-11-27 16:30`. */
const at = (said: string): Instant => {
  const [date = '', time = ''] = said.split(' ');
  return londonInstant(isoDate(date), timeOfDay(time));
};

const watched = (receivedAt: string, told: readonly OutsideTold[] = []): Watched => ({
  ...{ receivedAt: at(receivedAt), told, calendar },
  ...{ morning: timeOfDay('09:00'), closingHour: timeOfDay('17:00') },
});

const told = (rung: string, when: string): OutsideTold => ({ rung, at: at(when) });

describe('Two working hours after', () => {
  test.each([
    ['a morning of a working day', '2026-11-23 10:00', '2026-11-23 12:00'],
    ['the last hours of the day that are left', '2026-11-23 15:00', '2026-11-23 17:00'],
    ['Friday afternoon are partly on Monday', '2026-11-27 16:30', '2026-11-30 10:30'],
    ['a Saturday are on Monday', '2026-11-28 11:00', '2026-11-30 11:00'],
    ['a night are on the same day', '2026-11-24 03:00', '2026-11-24 11:00'],
    ['an evening are on the next day', '2026-11-24 21:00', '2026-11-25 11:00'],
    ['Christmas Eve pass over the bank holidays', '2026-12-24 16:00', '2026-12-29 10:00'],
    ['the eve of a closure day pass over it', '2026-12-29 16:00', '2026-12-31 10:00'],
    ['the night before the clocks go forward', '2026-03-28 23:00', '2026-03-30 11:00'],
  ])('%s', (_what, from, until) => {
    expect(afterWorkingTime(watched(from), at(from), 2 * 3_600_000)).toBe(at(until));
  });
});

describe('What is due', () => {
  test.each([
    ['The office is told at once', '2026-11-23 10:00', [], '2026-11-23 10:00', ['office'], '2026-11-23 12:00'],
    ['even at night', '2026-11-28 03:00', [], '2026-11-28 03:00', ['office'], '2026-11-30 09:00'],
    [
      'Nobody is told before it is due',
      '2026-11-23 10:00',
      [told('office', '2026-11-23 10:00')],
      '2026-11-23 11:59',
      [],
      '2026-11-23 12:00',
    ],
    [
      'The Business Manager is told after two working hours',
      '2026-11-23 10:00',
      [told('office', '2026-11-23 10:00')],
      '2026-11-23 12:00',
      ['manager'],
      '2026-11-24 09:00',
    ],
    [
      'The partners are told on the next working morning',
      '2026-11-23 10:00',
      [told('office', '2026-11-23 10:00'), told('manager', '2026-11-23 12:00')],
      '2026-11-24 09:00',
      ['partners'],
      '2026-11-25 09:00',
    ],
    [
      'and never before the Business Manager',
      '2026-11-27 16:30',
      [told('office', '2026-11-27 16:30')],
      '2026-11-30 09:00',
      [],
      '2026-11-30 10:30',
    ],
    [
      'then everybody each working morning',
      '2026-11-23 10:00',
      [told('office', '2026-11-23 10:00'), told('manager', '2026-11-23 12:00'), told('partners', '2026-11-24 09:00')],
      '2026-11-25 09:00',
      ['morning:2026-11-25'],
      '2026-11-26 09:00',
    ],
    [
      'not twice on one morning',
      '2026-11-23 10:00',
      [
        told('office', '2026-11-23 10:00'),
        told('manager', '2026-11-23 12:00'),
        told('partners', '2026-11-24 09:00'),
        told('morning:2026-11-25', '2026-11-25 09:00'),
      ],
      '2026-11-25 09:20',
      [],
      '2026-11-26 09:00',
    ],
    [
      'not at a weekend',
      '2026-11-23 10:00',
      [told('office', '2026-11-23 10:00'), told('manager', '2026-11-23 12:00'), told('partners', '2026-11-24 09:00')],
      '2026-11-28 09:00',
      [],
      '2026-11-30 09:00',
    ],
    [
      'After a stop of the system, what was missed goes out by day',
      '2026-11-23 10:00',
      [],
      '2026-11-26 22:00',
      ['office'],
      '2026-11-27 09:00',
    ],
    [
      'each once, and no morning is made up for',
      '2026-11-23 10:00',
      [told('office', '2026-11-26 22:00')],
      '2026-11-27 09:00',
      ['manager', 'partners'],
      '2026-11-30 09:00',
    ],
  ] as const)('%s', (_what, receivedAt, before, now, due, next) => {
    expect(outsideReminders(watched(receivedAt, before), at(now))).toEqual({ due, lookAgainAt: at(next) });
  });

  test('The next look is always ahead', () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const now = instant(new Date(Date.parse('2026-12-20T00:30:00.000Z') + hour * 3_600_000).toISOString());
      expect(outsideReminders(watched('2026-12-20 00:10'), now).lookAgainAt > now).toBe(true);
    }
  });
});

test('Each email goes to the roles of the procedure', () => {
  expect(rolesOf('office')).toEqual(['business-manager', 'spr-coordinator', 'administrator']);
  expect(rolesOf('manager')).toEqual(['business-manager']);
  expect(rolesOf('partners')).toEqual(['la-partner', 'police-partner', 'health-partner']);
  expect(rolesOf('morning:2026-11-25' as never)).toEqual([...rolesOf('office'), ...rolesOf('partners')]);
});

test('Nothing else is an email of this kind', () => {
  expect(['office', 'manager', 'partners', 'morning:2026-11-25'].every(isRung)).toBe(true);
  expect(['receipt', 'morning:', 'morning:tomorrow', ''].some(isRung)).toBe(false);
});
