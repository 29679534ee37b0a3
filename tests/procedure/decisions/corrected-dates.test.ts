import { conflictsOf } from '../../../src/procedure/dates/conflicts';
import type { DecisionName } from '../../../src/procedure/case/case-file';
import { addDays } from '../../../src/procedure/time/dates';
import { factsOf } from '../../../src/procedure/case/facts';
import { dayOneOf, plannedDates } from '../../../src/procedure/dates/plan';
import { carryOut } from '../../../src/procedure/take';
import { aCase, type CaseBuilder } from '../../support/a-case';
import { words } from '../../support/default-forms';

/* A corrected date is held against what a date of the decision itself is held against: the order of steps, the limits. */

const last = ({ file }: Pick<CaseBuilder, 'file'>, name: DecisionName) => {
  const found = factsOf(file, name).at(-1);
  if (found === undefined) throw new Error(`${name} is not on the record.`);
  return found;
};
const correcting = (one: CaseBuilder, name: DecisionName, field: string, value: unknown) =>
  [{ entry: last(one, name).seq, field, value, reason: words('Typed wrongly') }, { on: one.today }] as const;
const refused = (one: CaseBuilder, name: DecisionName, field: string, value: unknown) =>
  one.refusal('correctFact', ...correcting(one, name, field, value));

describe('A corrected day keeps the order of steps', () => {
  const reviewed = () => aCase().at('panel-reply');

  test('It is not before the step that it follows', () => {
    const one = reviewed();
    const day = addDays(last(one, 'recordRapidReviewMeeting').on, -1);
    expect(refused(one, 'recordDetermination', 'on', day)).toMatchObject({
      code: 'against-the-record',
      sentence: expect.stringMatching(/Step 7.* comes after Step 6.*is before that/) as unknown,
    });
  });

  test('It is not before the decision that it follows', () => {
    const one = reviewed();
    const day = addDays(last(one, 'recordOutcome').on, -1);
    expect(refused(one, 'recordOfstedNotification', 'on', day)?.sentence).toMatch(
      /It comes after "Record the decision whether to notify"/,
    );
  });

  test('It is not after the step that follows it', () => {
    const one = aCase()
      .at('determination')
      .with('recordDetermination', undefined, { on: '2026-12-04' })
      .with('submitRapidReview', undefined, { on: '2026-12-07', now: '2026-12-09T10:00:00.000Z' });
    const after = last(one, 'submitRapidReview');
    const refusal = refused(one, 'recordDetermination', 'on', '2026-12-08');
    expect(refusal).toMatchObject({ code: 'against-the-record', entry: after.seq });
    expect(refusal?.sentence).toMatch(/Entry \d+, "Record the submission .*" of .*would contradict it: Step 8.*Step 7/);
  });

  test('An answer to the Panel stays between the reply that it answers and the next', () => {
    const one = aCase()
      .at('panel-reply')
      .with('recordPanelReply', { reply: 'wants-more' }, { on: '2026-12-10' })
      .with('answerPanel', undefined, { on: '2026-12-14' })
      .with('recordPanelReply', { reply: 'agrees' }, { on: '2026-12-18' });
    expect(refused(one, 'answerPanel', 'on', '2026-12-09')?.sentence).toMatch(/"Record the National Panel's reply"/);
    expect(refused(one, 'answerPanel', 'on', '2026-12-11')).toBeUndefined();
  });

  test('Nothing is completed before it was added', () => {
    const later = aCase().with('addAction').with('addNote', undefined, { on: '2026-11-30' });
    const done = later.with('completeAction', undefined, { on: '2026-11-25' });
    expect(refused(done, 'completeAction', 'on', '2026-11-23')).toBeUndefined();
    expect(refused(done, 'addAction', 'on', '2026-11-30')?.code).toBe('against-the-record');
  });

  test('The day of the meeting for which the draft went out is not corrected past the meeting that was held', () => {
    const one = aCase().past('amendments');
    const held = last(one, 'recordSubGroupMeeting');
    const scheduled = one.file.meetings.subGroup.find((day) => day > held.on);
    expect(refused(one, 'shareDraft', 'meetingOn', scheduled)).toMatchObject({ entry: held.seq });
  });

  test('Terms of reference are corrected before the requests that repeat them', () => {
    const one = aCase().before('recordChronologyReturn');
    expect(refused(one, 'recordDetermination', 'termsOfReference.periodFrom', '2024-01-01')).toBeUndefined();
    expect(refused(one, 'askChronologies', 'periodFrom', '2024-01-01')).toMatchObject({ code: 'against-the-record' });
  });

  test('A child is not corrected to have died who was spoken to about the publication', () => {
    const one = aCase()
      .notifying({
        criteria: ['serious-harm'],
        children: [{ ref: 'child-1', died: false, lookedAfter: false, careLeaver: false }],
      })
      .past('family-contact');
    const refusal = one.refusal('correctFact', {
      entry: 1,
      field: 'children.0.died',
      value: true,
      reason: words('Typed wrongly'),
    });
    expect(refusal?.sentence).toMatch(/"Record contact with a family member about publication" .* would contradict it/);
  });
});

test('Of two answers that hang together one is put right before the other', () => {
  const why = { reason: words('Typed wrongly') };
  const met = aCase().past('response');
  const entry = last(met, 'recordResponseMeeting').seq;
  const necessary = met
    .with('correctFact', { entry, field: 'reason', value: words('Nothing to discuss'), ...why })
    .with('correctFact', { entry, field: 'held', value: 'not-necessary', ...why });
  expect(last(necessary, 'recordResponseMeeting').form).toMatchObject({ held: 'not-necessary' });
  expect(met.refusal('correctFact', { entry, field: 'held', value: 'not-necessary', ...why })?.code).toBe('invalid');

  const agreed = aCase().past('decision-meeting');
  const meeting = last(agreed, 'recordDecisionMeeting').seq;
  const disagreement = { scrutineerInput: words('Both heard'), escalated: false, reason: words('Settled') };
  const disagreed = agreed
    .with('correctFact', { entry: meeting, field: 'disagreement', value: disagreement, ...why })
    .with('correctFact', { entry: meeting, field: 'views.health', value: 'do-not-notify', ...why });
  expect(last(disagreed, 'recordDecisionMeeting').form).toMatchObject({ views: { health: 'do-not-notify' } });

  const duplicate = aCase().with('withdrawCase', { why: 'opened-in-error', duplicateOf: undefined });
  const withdrawn = last(duplicate, 'withdrawCase').seq;
  const other = duplicate
    .with('correctFact', { entry: withdrawn, field: 'duplicateOf', value: 'SIN-2026-0003', ...why })
    .with('correctFact', { entry: withdrawn, field: 'why', value: 'duplicate', ...why });
  expect(last(other, 'withdrawCase').form).toMatchObject({ why: 'duplicate', duplicateOf: 'SIN-2026-0003' });
});

test('The only child who has died is not corrected to live while the notification is about a death', () => {
  const died = { died: true, criteria: ['death-abuse-or-neglect'] };
  const one = aCase().with('addChild', { ref: 'child-2', ...died });
  expect(refused(one, 'addChild', 'died', false)).toMatchObject({
    code: 'against-the-record',
    sentence: expect.stringMatching(/Say which child has died/) as unknown,
  });
});

test('What was escalated is not corrected away while the Exec partners have answered it', () => {
  const disagreement = { scrutineerInput: words('Both heard'), escalated: true, reason: words('No agreement') };
  const views = { la: 'notify', police: 'notify', health: 'do-not-notify' } as const;
  const one = aCase()
    .choosing({ recordDecisionMeeting: [{ views, disagreement }] })
    .past('outcome');
  const answered = last(one, 'recordExecAnswer');
  expect(refused(one, 'recordDecisionMeeting', 'disagreement.escalated', false)).toMatchObject({
    code: 'against-the-record',
    entry: answered.seq,
    sentence: expect.stringMatching(/Nothing was escalated/) as unknown,
  });
});

test('A partner does not say which agencies to ask after their information was collated', () => {
  const one = aCase().past('information').with('addNote', undefined, { on: '2026-12-04' });
  const collated = last(one, 'recordChronology');
  expect(refused(one, 'nameAgencies', 'on', addDays(collated.on, 1))).toMatchObject({ entry: collated.seq });
});

test('Day 1 counts from the right day, where the day of the reopening that it counts from is corrected', () => {
  const ended = aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] });
  const reopened = ended.atTheEnd().with('addNote', undefined, { on: '2026-12-14' }).with('reopenCase');
  expect(dayOneOf(reopened.file)).toBe('2026-12-14');
  const right = reopened.with('correctFact', ...correcting(reopened, 'reopenCase', 'on', '2026-12-10'));
  expect(dayOneOf(right.file)).toBe('2026-12-10');
  expect(plannedDates(right.file, 'outcome').due).toBe('2026-12-16');
});

describe('A corrected date that passes a limit needs a reason', () => {
  const arranged = () =>
    aCase().before('recordRapidReviewMeeting').with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-08' });
  const because = words('The hospital cannot come before');
  const late = '2027-01-20';

  test('A meeting corrected to a day past its limits', () => {
    const one = arranged();
    const refusal = refused(one, 'arrangeRapidReviewMeeting', 'meetingOn', late);
    expect(refusal).toMatchObject({
      code: 'passes-a-limit',
      fields: [{ field: 'reasonForPassing' }],
      limits: [
        { id: 'step:rapid-review-meeting', field: 'value' },
        { id: 'clock:rapid-review-to-panel', field: 'value' },
      ],
    });
    const [form, taken] = correcting(one, 'arrangeRapidReviewMeeting', 'meetingOn', late);
    const put = one.with('correctFact', form, { ...taken, because });
    expect(last(put, 'arrangeRapidReviewMeeting')).toMatchObject({ passes: { reason: because } });
    const breaches = conflictsOf(put.file).filter(({ breach }) => breach === true);
    expect(breaches[0]?.sentence).toMatch(/It is a breach, and stands .* It says why/);
  });

  test('It is not asked of a correction that moves no date, nor of a day that keeps the limits', () => {
    const one = arranged();
    expect(refused(one, 'recordOfstedNotification', 'reference', 'OFSTED-1')).toBeUndefined();
    expect(refused(one, 'arrangeRapidReviewMeeting', 'meetingOn', '2026-12-09')).toBeUndefined();
  });

  test('A day on which papers went out that was later than three weeks before', () => {
    const before = aCase().before('shareDraft');
    const meetingOn = before.file.meetings.subGroup.find((day) => day >= addDays(before.today, 30)) ?? before.today;
    const one = before.with('shareDraft', { meetingOn }).with('addNote', undefined, { on: addDays(meetingOn, -20) });
    const refusal = refused(one, 'shareDraft', 'on', addDays(meetingOn, -20));
    expect(refusal?.limits?.map(({ id }) => id)).toContain('papers:subGroup');
  });

  test('Entry 1, where the day of receipt moves the limits before a meeting to come', () => {
    const one = arranged().with('arrangeRapidReviewMeeting', { meetingOn: '2026-12-10' });
    const form = { entry: 1, field: 'receivedOn', value: '2026-11-16', reason: words('Stamped on the 16th') };
    const known = { entry: 1, field: 'knownAt', value: '2026-11-15T09:00:00Z', reason: words('Known before') };
    const happened = { entry: 1, field: 'incidentOn', value: '2026-11-14', reason: words('Happened before') };
    const right = one.with('correctFact', happened).with('correctFact', known);
    expect(right.refusal('correctFact', form)).toMatchObject({
      code: 'passes-a-limit',
      limits: [{ id: 'step:rapid-review-meeting', date: '2026-12-03' }],
    });
  });

  test('A correction of 0.1.0 that gave no reason is carried out when its history is replayed', () => {
    const one = arranged();
    const [form] = correcting(one, 'arrangeRapidReviewMeeting', 'meetingOn', late);
    const call = { name: 'correctFact', key: 'K1', by: one.holder('business-manager'), form } as const;
    expect(carryOut(one.file, call, one.now).kind).toBe('taken');
  });
});
