import type { NoticeKind } from '../../../src/procedure/reminders/notice';
import { processesOf } from '../../../src/procedure/case/parallel-processes';
import { holdsOf } from '../../../src/procedure/case/holds';
import { aCase, type CaseBuilder } from '../../support/a-case';

/* Parallel processes, holds and their letters at the edges. */

const told = (one: CaseBuilder, kind: NoticeKind) => one.notices.findLast((notice) => notice.kind === kind);
const brought = (one: CaseBuilder, kind: NoticeKind) => Object.keys(told(one, kind)?.values ?? {});
const whenAsked = (one: CaseBuilder, ...[name, form, taken]: Parameters<CaseBuilder['refusal']>) =>
  one.refusal(name, form, taken)?.code ?? 'taken';
const hold = ({ file }: CaseBuilder, nth = -1) => holdsOf(file).at(nth)?.id ?? '';
/** Before step 11, which is due on Monday 22 February 2027. */
const working = () => aCase().at('learning-event').with('addNote', {}, { on: '2027-01-11' });
const byManager = { by: 'business-manager' } as const;
const held = (form: object = {}) =>
  working().with('placeHold', { step: 'learning-event', lookAgainOn: '2027-02-01', ...form }, byManager);

describe('A parallel process', () => {
  const process = ({ file }: CaseBuilder) => processesOf(file).at(-1)?.id ?? '';
  const added = () => aCase().with('addParallelProcess', { nextOn: '2026-12-23' });

  test.each([
    ['2026-11-22', 'invalid'],
    ['2026-11-23', 'taken'],
    ['2026-11-24', 'taken'],
  ])('added on Monday 23 November 2026 with a next date on %s: %s', (nextOn, code) => {
    expect(whenAsked(aCase(), 'addParallelProcess', { nextOn })).toBe(code);
  });

  test.each([
    ['with its next date', { ended: false, nextOn: '2026-11-23' }, 'taken'],
    ['with a next date that has passed', { ended: false, nextOn: '2026-11-22' }, 'invalid'],
    ['with no next date, though it goes on', { ended: false, nextOn: undefined }, 'invalid'],
    ['with a next date, though it has ended', { ended: true, nextOn: '2027-01-15' }, 'invalid'],
    ['as ended', { ended: true, nextOn: undefined }, 'taken'],
  ])('is brought up to date %s, %j: %s', (_what, form, code) => {
    expect(whenAsked(added(), 'updateParallelProcess', form)).toBe(code);
  });

  test('is brought up to date after it was added, and after it was last', () => {
    const later = { on: '2026-12-02', now: '2026-12-07T10:00:00.000Z' };
    const one = aCase().with('addParallelProcess', { nextOn: '2026-12-23' }, { ...later, on: '2026-12-01' });
    expect(whenAsked(one, 'updateParallelProcess', {}, { on: '2026-11-30' })).toBe('against-the-record');
    const updated = one.with('updateParallelProcess', { process: process(one) }, later);
    expect(whenAsked(updated, 'updateParallelProcess', {}, { on: '2026-12-01' })).toBe('against-the-record');
    expect(whenAsked(updated, 'updateParallelProcess', {}, { on: '2026-12-02' })).toBe('taken');
    // Another process has a history of its own.
    const other = updated.with('addParallelProcess', { kind: 'coroner' }, { ...later, on: '2026-12-01' });
    expect(whenAsked(other, 'updateParallelProcess', { process: process(other) }, { on: '2026-12-01' })).toBe('taken');
    const third = other.with('addParallelProcess', { kind: 'employment' }, later);
    expect(whenAsked(third, 'updateParallelProcess', { process: process(third) }, { on: '2026-12-01' })).toBe(
      'against-the-record',
    );
  });

  test('that is in no register is not brought up to date', () => {
    expect(whenAsked(added(), 'updateParallelProcess', { process: 'P99' })).toBe('invalid');
  });
});

describe('A hold', () => {
  test.each([
    ['2027-01-08', 'invalid'],
    ['2027-01-11', 'taken'],
    ['2027-02-22', 'taken'],
  ])('placed on Monday 11 January 2027 is looked at again on %s: %s', (lookAgainOn, code) => {
    expect(whenAsked(working(), 'placeHold', { lookAgainOn }, byManager)).toBe(code);
  });

  test.each([
    ['2027-02-22', undefined],
    ['2027-02-23', ['step:learning-event']],
  ])('to be looked at again on %s passes %j, for the reason that it gives', (lookAgainOn, passes) => {
    const entry = held({ lookAgainOn }).file.facts.placeHold?.[0];
    expect(entry?.passes?.limits.map(({ id }) => id)).toEqual(passes);
    if (passes !== undefined) expect(entry?.passes).toMatchObject({ limits: [{ field: 'lookAgainOn' }] });
    const again = held().with('lookAtHoldAgain', { lookAgainOn }, byManager).file.facts.lookAtHoldAgain?.[0];
    expect(again?.passes?.limits.map(({ id, field }) => [id, field])).toEqual(passes?.map((id) => [id, 'lookAgainOn']));
  });

  test('is placed on a step that is not done, once, and on the actions at any time', () => {
    expect(whenAsked(held(), 'placeHold', { step: 'learning-event' }, byManager)).toBe('already-decided');
    expect(whenAsked(held(), 'placeHold', { step: 'draft' }, byManager)).toBe('taken');
    expect(whenAsked(held(), 'placeHold', { step: 'planning' }, byManager)).toBe('too-late');
    expect(whenAsked(held().with('liftHold'), 'placeHold', { step: 'learning-event' }, byManager)).toBe('taken');
    expect(whenAsked(aCase().atTheEnd(), 'placeHold', { step: 'actions' }, byManager)).toBe('taken');
  });

  describe('is placed on a step that the case needs, or may need', () => {
    const onStep = (one: CaseBuilder, step: string, lookAgainOn?: string) =>
      whenAsked(one, 'placeHold', { step, ...(lookAgainOn === undefined ? {} : { lookAgainOn }) }, byManager);
    const none = { reviewType: 'none', termsOfReference: undefined } as const;
    const learning = { reviewType: 'PLR', dueOn: '2027-02-26' } as const;
    const determined = (form: object) => aCase().before('recordDetermination').with('recordDetermination', form);

    test('until it is decided what follows, on any that may', () => {
      for (const step of ['learning-event', 'practice-learning-review', 'publication', 'rapid-review-meeting'])
        expect([step, onStep(aCase(), step)]).toEqual([step, 'taken']);
      for (const step of ['panel-answer', 'review-decision', 'reasons-sent'])
        expect([step, onStep(aCase(), step)]).toEqual([step, 'against-the-record']);
    });

    test.each([
      ['a local review', {}, { 'learning-event': 'taken', 'practice-learning-review': 'against-the-record' }],
      [
        'a practice learning review',
        learning,
        { 'learning-event': 'against-the-record', 'practice-learning-review': 'taken' },
      ],
      ['no review', none, { 'learning-event': 'against-the-record', publication: 'against-the-record' }],
    ])('where %s was decided on, on its steps', (_what, form, expected) => {
      const one = determined(form);
      for (const [step, code] of Object.entries(expected)) expect([step, onStep(one, step)]).toEqual([step, code]);
    });

    test('and the refusal says that it does not', () => {
      const sentence = determined(none).refusal('placeHold', { step: 'learning-event' }, byManager)?.sentence;
      expect(sentence).toBe(
        'Step 11, Practitioner Learning Event is not needed in this case; there is nothing to put on hold.',
      );
    });

    test('where the review is up for decision again, on what may follow', () => {
      const again = aCase()
        .choosing({ recordDetermination: [none], recordPanelReply: [{ reply: 'disagrees' }] })
        .past('panel-reply');
      expect(onStep(again, 'learning-event')).toBe('taken');
      expect(onStep(again, 'review-decision')).toBe('taken');
      expect(onStep(again.with('decideReviewAgain', none), 'learning-event')).toBe('against-the-record');
    });

    test('not where it did not proceed, was withdrawn, or does not need any more what it did', () => {
      const ended = aCase()
        .choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] })
        .past('outcome');
      expect(onStep(ended, 'information')).toBe('against-the-record');
      expect(onStep(ended, 'rapid-review-meeting')).toBe('against-the-record');
      expect(onStep(aCase().with('withdrawCase'), 'learning-event')).toBe('against-the-record');
      const stopped = aCase().at('draft').with('reopenReviewDecision').with('decideReviewAgain', none);
      expect(onStep(stopped, 'learning-event')).toBe('against-the-record');
    });

    test('not on a practice learning review where the partnership has none', () => {
      const one = aCase();
      const { policy } = one.file;
      const without = one.as({ ...one.file, policy: { ...policy, pathways: { practiceLearningReview: false } } });
      expect(onStep(without, 'practice-learning-review')).toBe('against-the-record');
    });

    test('and stands, and may be corrected, once the case turns out not to need the step', () => {
      const early = aCase().with('placeHold', { step: 'learning-event', lookAgainOn: '2027-01-08' }, byManager);
      const one = early.before('recordDetermination').with('recordDetermination', none);
      const entry = one.file.facts.placeHold?.[0]?.seq;
      expect(whenAsked(one, 'liftHold')).toBe('taken');
      expect(whenAsked(one, 'correctFact', { entry, field: 'lookAgainOn', value: '2027-01-11' })).toBe('taken');
      expect(whenAsked(one, 'correctFact', { entry, field: 'step', value: 'reasons-sent' })).toBe('against-the-record');
    });
  });

  test('says for which process it stands, where that is in the register', () => {
    const one = working().with('addParallelProcess');
    const process = processesOf(one.file)[0]?.id;
    const placed = one.with('placeHold', { lookAgainOn: '2027-02-01', process }, byManager);
    expect(told(placed, 'hold-placed')).toMatchObject({
      step: 'learning-event',
      values: { lookAgainOn: '2027-02-01', parallelProcess: process },
    });
    const looked = placed.with('lookAtHoldAgain', { hold: hold(placed), lookAgainOn: '2027-02-08' }, byManager);
    expect(told(looked, 'hold-placed')?.values).toMatchObject({ parallelProcess: process });
    expect(brought(held(), 'hold-placed')).not.toContain('parallelProcess');
    expect(brought(held(), 'hold-placed')).not.toContain('was');
  });
});

describe('A hold, looked at again', () => {
  test.each([
    ['2027-01-08', 'invalid'],
    ['2027-01-11', 'taken'],
  ])('on Monday 11 January 2027, and next on %s: %s', (lookAgainOn, code) => {
    expect(whenAsked(held(), 'lookAtHoldAgain', { lookAgainOn }, byManager)).toBe(code);
  });

  test('on the same day as before tells nobody', () => {
    const before = held();
    const after = before.with('lookAtHoldAgain', { lookAgainOn: '2027-02-01' }, byManager);
    expect(after.notices).toHaveLength(before.notices.length);
  });

  test('is told with the day that it was, and the day on which that was told', () => {
    const first = held().with('lookAtHoldAgain', { lookAgainOn: '2027-02-08' }, { ...byManager, on: '2027-01-12' });
    expect(told(first, 'hold-placed')).toMatchObject({
      step: 'learning-event',
      values: { lookAgainOn: '2027-02-08', was: '2027-02-01', replaces: '2027-01-11' },
    });
    const second = first.with('lookAtHoldAgain', { lookAgainOn: '2027-02-15' }, { ...byManager, on: '2027-01-13' });
    expect(told(second, 'hold-placed')?.values).toMatchObject({ was: '2027-02-08', replaces: '2027-01-12' });
  });

  test('of two holds each has a history of its own', () => {
    const first = held().with('lookAtHoldAgain', { lookAgainOn: '2027-02-08' }, { ...byManager, on: '2027-01-12' });
    const two = first.with(
      'placeHold',
      { step: 'draft', lookAgainOn: '2027-02-01' },
      { ...byManager, on: '2027-01-13' },
    );
    const draft = { hold: hold(two), lookAgainOn: '2027-02-10' };
    const looked = two.with('lookAtHoldAgain', draft, { ...byManager, on: '2027-01-14' });
    expect(told(looked, 'hold-placed')).toMatchObject({
      step: 'draft',
      values: { was: '2027-02-01', replaces: '2027-01-13' },
    });
    // The first was looked at last on 12 January, and may be lifted as of the day after.
    const lifting = (which: string, on: string) => whenAsked(looked, 'liftHold', { hold: which }, { ...byManager, on });
    expect([lifting(hold(looked, 0), '2027-01-11'), lifting(hold(looked, 0), '2027-01-12')]).toEqual([
      'against-the-record',
      'taken',
    ]);
    expect([lifting(draft.hold, '2027-01-13'), lifting(draft.hold, '2027-01-14')]).toEqual([
      'against-the-record',
      'taken',
    ]);
  });
});

test('A hold that is lifted is told for its own step, and lifted once', () => {
  const one = held().with('placeHold', { step: 'draft', lookAgainOn: '2027-02-01' }, byManager);
  const lifted = one.with('liftHold', { hold: hold(one, 0) }, byManager);
  expect(told(lifted, 'hold-lifted')?.step).toBe('learning-event');
  expect(whenAsked(lifted, 'liftHold', { hold: hold(one, 0) }, byManager)).toBe('too-late');
  expect(whenAsked(lifted, 'liftHold', { hold: hold(one) }, byManager)).toBe('taken');
});

describe('A delay letter', () => {
  const drafted = () => held().with('draftDelayLetter', {}, { on: '2027-01-12' });
  const sent = () => drafted().with('sendDelayLetter', {}, { on: '2027-01-14' });

  test('is drafted for a hold that stands, not before it was placed, and once', () => {
    expect(whenAsked(held(), 'draftDelayLetter', {}, { on: '2027-01-08' })).toBe('against-the-record');
    expect(whenAsked(held(), 'draftDelayLetter', {}, { on: '2027-01-11' })).toBe('taken');
    expect(whenAsked(held(), 'draftDelayLetter', { hold: 'H9' })).toBe('invalid');
    expect(whenAsked(drafted(), 'draftDelayLetter')).toBe('already-decided');
  });

  test('is sent after it was drafted, for that hold, and once', () => {
    expect(whenAsked(held(), 'sendDelayLetter')).toBe('too-early');
    expect(whenAsked(sent(), 'sendDelayLetter')).toBe('already-decided');
    const other = drafted().with('placeHold', { step: 'draft', lookAgainOn: '2027-02-01' }, byManager);
    expect(whenAsked(other, 'sendDelayLetter', { hold: hold(other) })).toBe('too-early');
    const late = drafted().with('addNote', {}, { on: '2027-01-15' });
    expect(whenAsked(late, 'sendDelayLetter', {}, { on: '2027-01-11' })).toBe('against-the-record');
    expect(whenAsked(late, 'sendDelayLetter', {}, { on: '2027-01-12' })).toBe('taken');
    expect(whenAsked(drafted().with('liftHold'), 'sendDelayLetter', { hold: hold(drafted()) })).toBe('too-late');
  });

  test('says the day of publication that the partners have agreed to', () => {
    expect(brought(sent(), 'delay-letter')).not.toContain('expectedOn');
    const extended = drafted().with('extendDeadline', { deadline: 'publication', to: '2027-05-28' });
    expect(told(extended.with('sendDelayLetter'), 'delay-letter')?.values).toMatchObject({ expectedOn: '2027-05-28' });
  });

  test('is answered after it was sent, for a hold of the case, and once', () => {
    expect(whenAsked(drafted(), 'recordDelayAnswer')).toBe('too-early');
    expect(whenAsked(sent(), 'recordDelayAnswer', { hold: 'H9' })).toBe('invalid');
    expect(whenAsked(sent(), 'recordDelayAnswer', {}, { on: '2027-01-13' })).toBe('against-the-record');
    expect(sent().refusal('recordDelayAnswer', {}, { on: '2027-01-13' })?.sentence).toMatch(
      /sent on Thursday 14 January/,
    );
    expect(whenAsked(sent(), 'recordDelayAnswer', {}, { on: '2027-01-14' })).toBe('taken');
    expect(whenAsked(sent().with('liftHold'), 'recordDelayAnswer')).toBe('taken');
    expect(whenAsked(sent().with('recordDelayAnswer'), 'recordDelayAnswer')).toBe('already-decided');
  });

  test('of two holds each is drafted, sent and answered by its own days', () => {
    const one = sent().with(
      'placeHold',
      { step: 'draft', lookAgainOn: '2027-02-01' },
      { ...byManager, on: '2027-01-15' },
    );
    const two = { hold: hold(one) };
    const ready = one.with('draftDelayLetter', two, { on: '2027-01-18' });
    expect(whenAsked(ready, 'sendDelayLetter', two, { on: '2027-01-15' })).toBe('against-the-record');
    const both = ready.with('sendDelayLetter', two, { on: '2027-01-20' });
    expect(whenAsked(both, 'recordDelayAnswer', { hold: hold(both, 0) }, { on: '2027-01-14' })).toBe('taken');
    expect(whenAsked(both, 'recordDelayAnswer', two, { on: '2027-01-19' })).toBe('against-the-record');
    const firstAnswered = both.with('recordDelayAnswer', { hold: hold(both, 0) }, { on: '2027-01-20' });
    expect(whenAsked(firstAnswered, 'recordDelayAnswer', two, { on: '2027-01-20' })).toBe('taken');
  });
});

test('Progress is checked while a review is under way, as often as the partners like', () => {
  const check = (one: CaseBuilder) => whenAsked(one, 'recordProgressCheck', {}, byManager);
  expect(check(aCase().at('submission'))).toBe('too-early');
  expect(check(working())).toBe('taken');
  expect(check(working().with('recordProgressCheck', {}, byManager))).toBe('taken');
  expect(check(aCase().past('sign-off'))).toBe('too-early');
});
