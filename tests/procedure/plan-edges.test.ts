import type { CaseFile } from '../../src/procedure/case/case-file';
import { isoDate } from '../../src/procedure/time/dates';
import { extensionOf, plannedDates, procedureDates } from '../../src/procedure/dates/plan';
import type { StepId } from '../../src/procedure/step-ids';
import { aCase, type CaseBuilder } from '../support/a-case';
import { kirklees } from '../support/partnership';

/* Extensions, the day of publication, dates that decisions set, and what a date counts from. */

const dates = ({ file }: CaseBuilder, step: StepId) => plannedDates(file, step);

describe('An extension gives a later date, and nothing once the date itself lies as late', () => {
  // The submission is due by Thursday 10 December 2026.
  const extendedTo = (to: string): CaseFile => {
    const { file } = aCase().at('submission').with('extendDeadline', { deadline: 'submission', to: '2026-12-16' });
    const extendDeadline = file.facts.extendDeadline?.map((one) => ({
      ...one,
      form: { ...one.form, to: isoDate(to) },
    }));
    return { ...file, facts: { ...file.facts, extendDeadline: extendDeadline ?? [] } };
  };

  test.each([
    ['2026-12-09', '2026-12-10', undefined],
    ['2026-12-10', '2026-12-10', undefined],
    ['2026-12-11', '2026-12-11', '2026-12-10'],
  ])('to %s: due %s, before that %s', (to, due, original) => {
    const planned = plannedDates(extendedTo(to), 'submission');
    expect([planned.due, planned.original]).toEqual([due, original]);
    expect(planned.why.startsWith('Extended')).toBe(original !== undefined);
  });

  test('of several the last holds, each for its own step', () => {
    const one = aCase()
      .at('submission')
      .with('extendDeadline', { deadline: 'submission', to: '2026-12-15' })
      .with('extendDeadline', { deadline: 'submission', to: '2026-12-16' });
    expect(extensionOf(one.file, 'submission')).toBe('2026-12-16');
    expect(dates(one, 'submission')).toMatchObject({ due: '2026-12-16', original: '2026-12-10' });
    expect(extensionOf(one.file, 'planning')).toBeUndefined();
    expect(dates(one, 'planning')).not.toHaveProperty('original');
  });
});

describe('Step 18 is due on the day that the notice of intent gave', () => {
  const at = () => aCase().at('notice-of-intent');
  const notified = (one: CaseBuilder) => one.with('sendNoticeOfIntent', { publishOn: '2027-04-14' });

  test('and not before there is a notice; no other step is', () => {
    expect(dates(at(), 'publication')).toMatchObject({ due: '2027-05-21' });
    expect(dates(notified(at()), 'publication')).toMatchObject({ due: '2027-04-14', provisional: false });
    expect(dates(notified(at()), 'notice-of-intent').due).toBe(dates(at(), 'notice-of-intent').due);
    expect(procedureDates(notified(at()).file, 'publication').due).toBe('2027-05-21');
  });

  test('a notice replaces what was extended before it', () => {
    const extended = at().with('extendDeadline', { deadline: 'publication', to: '2027-06-01' });
    expect(dates(extended, 'publication')).toMatchObject({ due: '2027-06-01', original: '2027-05-21' });
    const planned = dates(notified(extended), 'publication');
    expect(planned.due).toBe('2027-04-14');
    expect(planned).not.toHaveProperty('original');
  });

  test('what is extended after the notice is later than the day that the notice gave', () => {
    const extended = notified(at()).with('extendDeadline', { deadline: 'publication', to: '2027-04-20' });
    expect(dates(extended, 'publication')).toMatchObject({ due: '2027-04-20', original: '2027-04-14' });
  });
});

test('A notice of intent replaces no extension of another step', () => {
  const extended = aCase()
    .at('notice-of-intent')
    .with('extendDeadline', { deadline: 'notice-of-intent', to: '2027-04-20' })
    .with('sendNoticeOfIntent', { publishOn: '2027-04-14' });
  expect(dates(extended, 'notice-of-intent')).toMatchObject({ due: '2027-04-20', original: '2027-04-16' });
});

describe('Dates that decisions set', () => {
  test('no action, one, and several: the last is named, and the step has no date of its own', () => {
    const none = aCase();
    expect(dates(none, 'actions')).toMatchObject({ provisional: true });
    const one = none.with('addAction', { dueOn: '2027-02-01' });
    expect(dates(one, 'actions').why).toMatch(/1 February 2027/);
    const three = one.with('addAction', { dueOn: '2027-03-01' }).with('addAction', { dueOn: '2027-02-15' });
    expect(dates(three, 'actions')).toMatchObject({ provisional: false });
    expect(dates(three, 'actions').why).toMatch(/1 March 2027/);
    for (const each of [none, one, three]) expect(dates(each, 'actions')).not.toHaveProperty('due');
  });

  test('a practice learning review has none before it is decided on, and then that of the decision', () => {
    expect(dates(aCase(), 'practice-learning-review')).toMatchObject({ provisional: true });
    expect(dates(aCase(), 'practice-learning-review')).not.toHaveProperty('due');
    const decided = aCase()
      .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] })
      .past('determination');
    expect(dates(decided, 'practice-learning-review')).toMatchObject({ due: '2027-03-01', provisional: false });
  });
});

describe('A practice learning review that was extended', () => {
  const extended = () =>
    aCase()
      .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-03-01') }] })
      .at('practice-learning-review')
      .with('extendDeadline', { deadline: 'practice-learning-review', to: '2027-03-15' });

  test('is due on the later day', () => {
    expect(dates(extended(), 'practice-learning-review')).toMatchObject({ due: '2027-03-15', original: '2027-03-01' });
  });

  test('has no date any more once another review is decided on', () => {
    const again = extended()
      .with('reopenReviewDecision', undefined, { by: 'business-manager' })
      .with('decideReviewAgain');
    const planned = dates(again, 'practice-learning-review');
    expect([planned.due, planned.original, planned.provisional]).toEqual([undefined, undefined, true]);
  });
});

describe('A date counts from what is planned until that has happened', () => {
  test.each<[StepId, StepId, string]>([
    ['panel-reply', 'submission', 'the submission to the Panel'],
    ['response', 'panel-reply', "the Panel's reply"],
    ['comments', 'draft-to-sub-group', 'sharing the draft|the draft was shared'],
    ['final-draft', 'amendments', 'sending the amendments|the amendments were sent'],
    ['reasons-sent', 'sign-off', "the Exec group's decision"],
  ])('%s: from %s', (step, from, said) => {
    const before = dates(aCase().at(from), step);
    const after = dates(aCase().past(from), step);
    expect([before.provisional, after.provisional]).toEqual([true, false]);
    expect(before.why).toMatch(new RegExp(`(${said}), planned for`));
    expect(after.why).toMatch(new RegExp(`(${said}), \\w+day \\d`));
  });

  test('the review decision has none before it is put up again', () => {
    const before = dates(aCase().at('planning'), 'review-decision');
    expect([before.due, before.provisional]).toEqual([undefined, true]);
    const reopened = aCase()
      .at('planning')
      .with('reopenReviewDecision', {}, { by: 'business-manager', on: '2026-12-09' });
    expect(dates(reopened, 'review-decision')).toMatchObject({ due: '2026-12-23', provisional: false });
  });

  test("the Panel's reply, from the answer to the Panel once there is one", () => {
    const answered = aCase()
      .choosing({ recordPanelReply: [{ reply: 'wants-more' }] })
      .at('panel-answer')
      .with('answerPanel', {}, { on: '2026-12-23' });
    expect(dates(answered, 'panel-reply').why).toBe(
      'Due by Thursday 21 January 2027: 15 working days after the answer to the Panel, Wednesday 23 December 2026, ' +
        'that day not counted, skipping 4 weekends, Christmas Day (25 December 2026), Boxing Day (substitute day, ' +
        '28 December 2026), 3 closure days from 29 December 2026 to 31 December 2026 (council offices closed between ' +
        "Christmas and New Year) and New Year's Day (1 January 2027) (within 15 working days of submission).",
    );
  });

  test('a window in calendar days says no days that it skipped', () => {
    expect(dates(aCase().at('comments'), 'comments').why).toBe(
      'Due by Tuesday 2 February 2027: 14 calendar days after the day the draft was shared, Tuesday 19 January 2027 (step 13).',
    );
  });

  test('in a profile that counts from the notification: planned until it is sent', () => {
    const { policy } = kirklees();
    const planning = { anchor: 'notification-sent', unit: 'working-days-after', by: 20 } as const;
    const one = aCase().of({ ...kirklees(), policy: { ...policy, windows: { ...policy.windows, planning } } });
    expect(dates(one, 'planning')).toMatchObject({
      due: '2027-01-04', // 30 November to 4 December; 7–11; 14–18; 21–24; 4 January
      provisional: true,
      why: expect.stringContaining('the sending of the notification, planned for Friday 27 November 2026') as string,
    });
    expect(dates(one.past('outcome'), 'planning')).toMatchObject({
      provisional: false,
      why: expect.stringContaining('the day the notification was sent, Thursday 26 November 2026') as string,
    });
  });

  test('Day 1 says when the form was received, where that was no working day', () => {
    expect(dates(aCase(), 'front-door').why).not.toMatch(/not a working day/);
    const sunday = aCase().receivedOn('2026-11-22');
    expect(dates(sunday, 'front-door').why).toMatch(/received on Sunday 22 November 2026, not a working day/);
  });
});
