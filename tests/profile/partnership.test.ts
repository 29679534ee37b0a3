import { isoDate } from '../../src/procedure/dates';
import { partnershipOn } from '../../src/profile/partnership';
import { profile } from './profiles';

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
