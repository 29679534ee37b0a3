import { clocksOf } from '../../src/procedure/dates/clocks';
import { endingOf } from '../../src/procedure/describe';
import { londonDate, londonTime } from '../../src/procedure/time/dates';
import { openSteps } from '../../src/procedure/dates/steps';
import { mayTake } from '../../src/procedure/may-take';
import type { PersonId } from '../../src/procedure/time/time';
import { aCase } from '../support/a-case';
import { northmoor } from '../support/partnership';

/* Northmoor: other windows, ladders, roles and closing hour, and no practice learning reviews. Nothing of Kirklees is in
   the rules. */

const one = () =>
  aCase()
    .of(northmoor())
    .receivedOn('2026-11-23')
    .choosing({ appointAuthor: [{ author: 'P109' as PersonId }] });

test('A whole case goes from notification to the end of its display', () => {
  const end = one().atTheEnd();
  expect(openSteps(end.file)).toEqual([]);
  expect(endingOf(end.file)).toBe('published');
});

test('Its two years on the website are longer than the law asks, and stand', () => {
  const published = one().past('publication');
  const on = published.file.facts.recordPublication?.[0]?.on ?? '';
  const display = clocksOf(published.file).find(({ id }) => id === 'publicly-available');
  expect(Number(display?.due.slice(0, 4))).toBe(Number(on.slice(0, 4)) + 2);
  expect(display?.why).not.toContain('lengthened');
});

test('A profile says who may take a decision, and nobody else may', () => {
  expect(mayTake(one().file, 'goAheadWithoutReturn')).toEqual(['business-manager']);
  const asked = one().with('askAgencies', { agencies: ['schools'] });
  const form = { agency: 'schools' };
  expect(asked.refusal('goAheadWithoutReturn', form, { by: 'administrator' })?.sentence).toContain(
    'is for: Partnership manager',
  );
  expect(asked.refusal('goAheadWithoutReturn', form, { by: 'business-manager' })).toBeUndefined();
});

test('Where the profile has no practice learning reviews, none is decided on', () => {
  const determining = one().at('determination');
  expect(determining.refusal('recordDetermination', { reviewType: 'PLR', dueOn: '2027-03-01' })).toMatchObject({
    code: 'against-the-record',
  });
});

test('Its reminders are 5, 2 and 1 working days before at half past eight, and every working day once overdue', () => {
  // Step 5 is due on day 6, Monday 30 November 2026; the co-ordinator is the manager too.
  const about = (id: string) =>
    one()
      .reminders('2026-12-03')
      .sent.filter(({ lines }) => lines.some(({ deadline }) => deadline === id));
  expect([...new Set(about('information').map(({ at }) => `${londonDate(at)} ${londonTime(at)}`))]).toEqual([
    '2026-11-26 08:30', // five days before, Monday 23 November, was past when the case opened at ten
    '2026-11-27 08:30',
    '2026-12-01 08:30',
    '2026-12-02 08:30',
    '2026-12-03 08:30',
  ]);
  expect(
    about('information')
      .filter(({ to }) => to === 'P109')
      .map(({ at }) => londonDate(at)),
  ).toEqual(['2026-12-02', '2026-12-03']);
});

test('Its ladder to the submission counts to its own day, 12', () => {
  const { sent } = one().past('outcome').reminders('2026-12-10');
  const rungs = sent.filter(({ lines }) => lines.some(({ title }) => title.startsWith('Day 12')));
  expect(rungs.map(({ at, to }) => `${londonDate(at)} ${to}`)).toEqual([
    '2026-12-02 P101',
    '2026-12-02 P102',
    '2026-12-07 P103',
    '2026-12-07 P104',
    '2026-12-07 P105',
    '2026-12-07 P109',
    '2026-12-09 P106',
    '2026-12-09 P107',
    '2026-12-09 P108',
  ]);
});
