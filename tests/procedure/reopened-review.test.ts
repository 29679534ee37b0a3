import { clocksOf } from '../../src/procedure/dates/clocks';
import { isoDate } from '../../src/procedure/time/dates';
import { openDeadlines } from '../../src/procedure/dates/deadlines';
import { milestonesOf } from '../../src/procedure/dates/milestones';
import { dayOneOf, plannedDates } from '../../src/procedure/dates/plan';
import { isKept } from '../../src/procedure/dates/statutory-clock';
import { openSteps } from '../../src/procedure/dates/steps';
import { tasksOf } from '../../src/procedure/dates/tasks';
import { aCase, type CaseBuilder } from '../support/a-case';

/* A case received on 23 November 2026, closed without a local review, and reopened on Monday 7 June 2027. */

const none = { reviewType: 'none', termsOfReference: undefined } as const;
const closed = (one: CaseBuilder): CaseBuilder => one.as({ ...one.file, closedOn: one.today });
const withoutReview = () =>
  closed(
    aCase()
      .choosing({ recordDetermination: [none] })
      .atTheEnd(),
  );
const reopened = () => withoutReview().with('reopenCase', {}, { on: '2027-06-07' });
const decidedOn = (on: string) => reopened().with('decideReviewAgain', {}, { on });

test('A case reopened for a review begins with the day on which the new decision was made', () => {
  const { file } = decidedOn('2027-06-14');
  expect(dayOneOf(file)).toBe('2027-06-14');
  expect(openSteps(file)).toEqual(['planning']);
  expect(plannedDates(file, 'planning').due).toBe('2027-07-15'); // day 24 of Monday 14 June
  expect(plannedDates(file, 'publication').due).toBe('2027-12-14');
  expect(clocksOf(file).find(({ id }) => id === 'published-within')).toMatchObject({ due: '2027-12-14' });
  expect(openDeadlines(file).filter(({ due }) => due < '2027-06-14')).toEqual([]);
  expect(tasksOf(file).find(({ id }) => id === 'progress-check')?.due).toBe('2027-07-14');
});

test('decided on a Saturday, Day 1 is the Monday, and the sentence says so', () => {
  const { file } = decidedOn('2027-06-12');
  expect(dayOneOf(file)).toBe('2027-06-14');
  expect(plannedDates(file, 'planning').why).toContain('Day 1, Monday 14 June 2027 (begun on Saturday 12 June 2027');
});

test('What was met keeps its date, and the notification stays in time or late as it was', () => {
  const [before, after] = [withoutReview().file, decidedOn('2027-06-14').file];
  for (const step of ['front-door', 'outcome', 'rapid-review-meeting', 'submission', 'panel-reply'] as const)
    expect(plannedDates(after, step).due).toBe(plannedDates(before, step).due);
  const notified = clocksOf(after).find(({ id }) => id === 'notify-panel');
  expect(notified).toMatchObject({ due: '2026-11-30', metOn: '2026-11-26' });
  expect(notified && isKept(notified)).toBe(true);
  expect(milestonesOf(after).steps['front-door']).toEqual(milestonesOf(before).steps['front-door']);
  expect(milestonesOf(after).steps.planning).toEqual({ from: '2027-06-14' });
});

test('Until it is decided on again, and where no review is decided on, Day 1 stays', () => {
  expect(dayOneOf(reopened().file)).toBe('2026-11-23');
  expect(dayOneOf(reopened().with('decideReviewAgain', none, { on: '2027-06-14' }).file)).toBe('2026-11-23');
});

test('A Panel that disagrees leaves Day 1 where it is', () => {
  const one = aCase()
    .choosing({ recordDetermination: [none], recordPanelReply: [{ reply: 'disagrees' }] })
    .past('panel-reply')
    .with('decideReviewAgain', {}, { on: '2026-12-23' });
  expect(dayOneOf(one.file)).toBe('2026-11-23');
});

test('A review that is reopened and goes on as a review keeps its Day 1', () => {
  const one = closed(aCase().atTheEnd()).with('reopenCase').with('decideReviewAgain');
  expect(one.file.countsFrom).toBe(isoDate('2026-11-23'));
});
