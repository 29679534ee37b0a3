import { isoDate } from '../../../src/procedure/time/dates';
import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import { plannedDates } from '../../../src/procedure/dates/plan';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* Steps 6 to 8 at the edges. The case was received on Monday 23 November 2026. */

const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind)?.values;
const fieldsOf = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.fields?.map(({ field }) => field);

describe('The Rapid Review meeting is arranged', () => {
  const settled = () => aCase().past('outcome');
  const arranged = (meetingOn: string, one = settled()) => one.with('arrangeRapidReviewMeeting', { meetingOn });

  test.each([
    ['2026-11-25', 'against-the-record'],
    ['2026-11-26', 'taken'],
    ['2026-11-27', 'taken'],
  ])('on Thursday 26 November 2026 for %s: %s', (meetingOn, code) => {
    expect(settled().today).toBe('2026-11-26');
    expect(settled().refusal('arrangeRapidReviewMeeting', { meetingOn })?.code ?? 'taken').toBe(code);
  });

  test.each([
    ['2026-12-10', undefined],
    ['2026-12-11', ['step:rapid-review-meeting']],
    ['2026-12-05', ['working-day']],
    ['2026-12-12', ['step:rapid-review-meeting', 'working-day']],
  ])('for %s it passes %j', (meetingOn, passes) => {
    const entry = arranged(meetingOn).file.facts.arrangeRapidReviewMeeting?.[0];
    expect(entry?.passes?.limits.map(({ id }) => id)).toEqual(passes);
    if (passes !== undefined) expect(entry?.passes?.limits[0]?.field).toBe('meetingOn');
  });

  test('and the invitation names its day', () => {
    expect(told(arranged('2026-12-03'), 'rapid-review-arranged')).toMatchObject({ meetingOn: '2026-12-03' });
    expect(Object.keys(told(arranged('2026-12-03'), 'rapid-review-arranged') ?? {})).not.toContain('was');
  });

  test('and moved, with the day that it was and the day on which that was told', () => {
    const moved = arranged('2026-12-04', arranged('2026-12-03'));
    expect(told(moved, 'rapid-review-arranged')).toMatchObject({
      meetingOn: '2026-12-04',
      was: '2026-12-03',
      replaces: '2026-11-26',
    });
  });

  test('and arranged once more for the same day, which moves nothing', () => {
    const again = arranged('2026-12-03', arranged('2026-12-03'));
    expect(Object.keys(told(again, 'rapid-review-arranged') ?? {})).not.toContain('was');
    expect(Object.keys(told(again, 'rapid-review-arranged') ?? {})).not.toContain('replaces');
  });

  test.each([
    ['2026-11-30', true],
    ['2026-12-01', false],
  ])('for Monday 30 November and put on the record on %s, it invites people: %s', (day, invites) => {
    const before = settled();
    const taken = { on: '2026-11-26', now: `${day}T10:00:00.000Z` };
    const after = before.with('arrangeRapidReviewMeeting', { meetingOn: '2026-11-30' }, taken);
    expect(after.notices.length > before.notices.length).toBe(invites);
  });
});

describe('The Rapid Review meeting is held', () => {
  const meeting = () =>
    aCase().at('rapid-review-meeting').with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-03' });
  const nobody = { la: false, police: false, health: false, scrutineer: false, legal: false };

  test.each([
    ['2026-12-02', 'against-the-record'],
    ['2026-12-03', 'taken'],
    ['2026-12-04', 'taken'],
  ])('on %s, arranged for Thursday 3 December 2026: %s', (on, code) => {
    expect(meeting().refusal('recordRapidReviewMeeting', {}, { on })?.code ?? 'taken').toBe(code);
  });

  test.each([
    ['nobody', nobody, ['attended']],
    ['nobody, and no others', { ...nobody, others: undefined }, ['attended']],
    ['others alone', { ...nobody, others: [words('The school')] }, undefined],
    ['the legal representative alone', { ...nobody, legal: true }, undefined],
  ])('attended by %s', (_who, attended, fields) => {
    expect(fieldsOf(meeting(), 'recordRapidReviewMeeting', { attended }, { on: '2026-12-03' })).toEqual(fields);
  });

  test('and who chaired the determination was there, also by a correction', () => {
    const one = aCase().past('determination');
    const entry = one.file.facts.recordRapidReviewMeeting?.[0]?.seq;
    const absent = (who: string) =>
      one.refusal('correctFact', { entry, field: `attended.${who}`, value: false, reason: words('A slip') });
    expect(absent('scrutineer')).toMatchObject({ code: 'against-the-record' });
    expect(absent('scrutineer')?.sentence).toMatch(/Scrutineer chaired the determination/);
    expect(absent('police')).toBeUndefined();
  });
});

describe('The determination', () => {
  const determining = () => aCase().at('determination');
  const terms = (more: object) => ({
    termsOfReference: {
      keptAt: words('Reviews/terms'),
      periodFrom: '2026-01-01',
      periodTo: '2026-01-01',
      familyMembers: ['child-1'],
      ...more,
    },
  });
  const practice = (dueOn: string | undefined) => ({ reviewType: 'PLR', dueOn });

  test.each<[string, object, readonly string[] | undefined]>([
    ['has terms of reference where a local review follows', { termsOfReference: undefined }, ['termsOfReference']],
    [
      'has terms of reference where a practice learning review follows',
      { ...practice('2027-02-26'), termsOfReference: undefined },
      ['termsOfReference'],
    ],
    ['has none where no review follows', { reviewType: 'none', termsOfReference: undefined }, undefined],
    ['may have them where no review follows', { reviewType: 'none' }, undefined],
    ['may look at one day', terms({}), undefined],
    ['looks at no period that ends first', terms({ periodFrom: '2026-01-02' }), ['termsOfReference.periodTo']],
    [
      'is of nobody but the family',
      terms({ familyMembers: ['child-1', 'child-7'] }),
      ['termsOfReference.familyMembers'],
    ],
    ['may be of nobody', terms({ familyMembers: [] }), undefined],
    ['may be of relatives', terms({ familyMembers: ['child-1', 'family-1'] }), undefined],
    ['says by when a practice learning review is due', practice(undefined), ['dueOn']],
    ['has one due on the day itself', practice('2026-12-04'), undefined],
    ['has none due on the day before', practice('2026-12-03'), ['dueOn']],
    ['gives a local review no date of its own', { dueOn: '2027-02-26' }, ['dueOn']],
    ['gives no review no date either', { reviewType: 'none', dueOn: '2027-02-26' }, ['dueOn']],
  ])('%s', (_what, form, fields) => {
    expect(determining().today).toBe('2026-12-04');
    expect(fieldsOf(determining(), 'recordDetermination', form)).toEqual(fields);
    expect(determining().refusal('recordDetermination', form)?.code).toBe(fields && 'invalid');
  });

  test('is a practice learning review only where the partnership holds those', () => {
    const one = determining();
    const { policy } = one.file;
    const without = one.as({
      ...one.file,
      policy: { ...policy, pathways: { ...policy.pathways, practiceLearningReview: false } },
    });
    expect(without.refusal('recordDetermination', practice('2027-02-26'))?.code).toBe('against-the-record');
    expect(without.refusal('recordDetermination')).toBeUndefined();
  });

  test.each(['la', 'police', 'health', 'scrutineer'])('was chaired by the %s only if they were there', (chair) => {
    const attended = { la: true, police: true, health: true, scrutineer: true, legal: true, [chair]: false };
    const one = aCase()
      .choosing({ recordRapidReviewMeeting: [{ attended }] })
      .at('determination');
    expect(fieldsOf(one, 'recordDetermination', { chair })).toEqual(['chair']);
    expect(one.refusal('recordDetermination', { chair: chair === 'la' ? 'police' : 'la' })).toBeUndefined();
    expect(determining().refusal('recordDetermination', { chair })).toBeUndefined();
  });

  test('is told with the review that was decided on, and replaces nothing', () => {
    const after = determining().with('recordDetermination', practice('2027-02-26'));
    expect(told(after, 'determination-told')).toMatchObject({ reviewType: 'PLR' });
  });
});

test('The submission is told with the day by which the Panel is to reply', () => {
  const one = aCase().past('submission');
  expect(plannedDates(one.file, 'panel-reply').due).toBe('2027-01-06');
  expect(told(one, 'submitted-to-panel')).toMatchObject({ panelDue: '2027-01-06' });
});

describe('The review decision, taken again', () => {
  const disagrees = () =>
    aCase()
      .choosing({ recordPanelReply: [{ reply: 'disagrees' }] })
      .at('review-decision');
  const none = { reviewType: 'none', termsOfReference: undefined };

  test('is whole as the first was', () => {
    expect(fieldsOf(disagrees(), 'decideReviewAgain', { termsOfReference: undefined })).toEqual(['termsOfReference']);
  });

  test('changes the course of the case, and is told with the day on which the first was told', () => {
    const one = disagrees();
    const after = one.with('decideReviewAgain', none);
    expect(after.file.course).toBe(one.file.course + 1);
    expect(told(after, 'determination-told')).toMatchObject({ reviewType: 'none', replaces: '2026-12-04' });
  });

  test('in a case that was never closed leaves Day 1 where it is', () => {
    const one = disagrees();
    expect(one.with('decideReviewAgain', none).file.countsFrom).toBe(isoDate('2026-11-23'));
  });
});
