import type { NoticeKind } from '../../src/procedure/reminders/notice';
import { tasksOf } from '../../src/procedure/dates/tasks';
import { truthOf } from '../../src/procedure/reminders/still-true';
import { isoDate } from '../../src/procedure/time/dates';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

/* Lines of the procedure in which somebody is told: each is told, in the role in which it concerns them. */

const rolesTold = (one: CaseBuilder, kind: NoticeKind) => [
  ...new Set(one.notices.filter((notice) => notice.kind === kind).map(({ as }) => as)),
];
const subGroup = ['sub-group-chair', 'sub-group-member'];
const supporting = ['la-partner', 'police-partner', 'health-partner', 'scrutineer'];
const practiceReview = () =>
  aCase().choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] });

test('1, 3: the Scrutineer is told that a case has opened, with the date of the decision meeting', () => {
  expect(rolesTold(aCase(), 'opening-told')).toEqual(['scrutineer']);
  const [notice] = aCase().notices.filter(({ kind }) => kind === 'opening-told');
  if (notice === undefined) throw new Error('The Scrutineer is not told.');
  expect(notice.values).toMatchObject({ receivedOn: '2026-11-23', due: expect.stringMatching(/^2026-11/) as unknown });
  const after = aCase().past('decision-meeting');
  expect(truthOf(notice, { file: after.file, now: after.now, newer: [] }).kind).toBe('no-longer-true');
});

test('3, 4: the partner of the Local Authority is asked for the outcome once the decision meeting was held', () => {
  expect(rolesTold(aCase().past('decision-meeting'), 'outcome-to-decide')).toEqual(['la-partner']);
});

test.each(['none', 'PLR', 'LCSPR'] as const)('7: the sub-group is told of the determination: %s', (reviewType) => {
  const dueOn = reviewType === 'PLR' ? { dueOn: isoDate('2027-03-01') } : {};
  const one = aCase()
    .choosing({ recordDetermination: [{ reviewType, ...dueOn }] })
    .past('determination');
  expect(rolesTold(one, 'determination-told')).toEqual(expect.arrayContaining(subGroup));
});

test('7: the sub-group is told that the case is withdrawn, once it was told of the determination', () => {
  const one = aCase().past('determination').with('withdrawCase');
  expect(rolesTold(one, 'case-withdrawn')).toEqual(expect.arrayContaining(subGroup));
});

test('8: the three partners and the Scrutineer are asked to support the Practice Learning Event, until it was held', () => {
  const one = practiceReview().past('determination');
  expect(rolesTold(one, 'learning-event-to-support')).toEqual(supporting);
  const [notice] = one.notices.filter(({ kind }) => kind === 'learning-event-to-support');
  if (notice === undefined) throw new Error('Nobody is asked.');
  expect(notice.values['due']).toBe('2027-03-01');
  const held = practiceReview().past('practice-learning-review');
  expect(truthOf(notice, { file: one.file, now: one.now, newer: [] }).kind).toBe('true');
  expect(truthOf(notice, { file: held.file, now: held.now, newer: [] }).kind).toBe('no-longer-true');
});

test('11: the partners and the Scrutineer are asked to support the Practitioner Learning Event, until it was held', () => {
  const one = aCase().before('recordInitialDraft');
  expect(rolesTold(one, 'learning-event-to-support')).toEqual(supporting);
  expect(rolesTold(aCase().past('determination'), 'learning-event-to-support')).toEqual([]);
});

test('Panel: the named disseminator is told that it is theirs, and the others who it is', () => {
  const one = aCase().at('response').with('recordResponseMeeting').with('agreeDissemination', { partner: 'police' });
  const told = one.notices.filter(({ kind }) => kind === 'dissemination-agreed');
  const theirs = told.filter(({ values }) => values['yours'] === 'yes').map(({ as }) => as);
  const others = told.filter(({ values }) => values['partner'] === 'police').map(({ as }) => as);
  expect(theirs).toEqual(['police-partner']);
  expect(others).toEqual(['la-partner', 'health-partner', 'sub-group-chair', 'business-manager']);
});

test('16: where nothing is published, the identified professional is asked to tell the family', () => {
  const one = aCase()
    .choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: words('The reason') }] })
    .past('sign-off');
  expect(rolesTold(one, 'family-to-be-told')).toEqual(['identified-professional']);
  expect(tasksOf(one.file).filter(({ id }) => id === 'family-told')).toHaveLength(1);
});
