import { addMonths, isoDate } from '../../src/procedure/time/dates';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import type { StepId } from '../../src/procedure/step-ids';
import { completion, isSettled } from '../../src/procedure/dates/steps';
import { aCase, type CaseBuilder } from '../support/a-case';
import { words } from '../support/default-forms';

/* Each step of the table: done when the last of what it takes is on the record, and not before. */

const notToProceed = () => aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] });
const none = { recordDetermination: [{ reviewType: 'none', termsOfReference: undefined }] } as const;
const learning = { recordDetermination: [{ reviewType: 'PLR', dueOn: isoDate('2027-02-26') }] } as const;
const disagrees = { recordPanelReply: [{ reply: 'disagrees' }] } as const;
/** The case once the communications team has been told. */
const told = () => aCase().before('sendAmendments').with('tellCommunications');

/** The step's completion before the decision and after it: the number of the entry that completed it, if any. */
const doneBy = (step: StepId, one: CaseBuilder, name: DecisionName, form?: object) => {
  const after = one.with(name, form);
  return [completion(one.file, step), completion(after.file, step)?.seq === after.file.seq];
};

describe('A step is done once the last of what it takes is on the record', () => {
  test.each<[StepId, DecisionName, DecisionName]>([
    ['front-door', 'sendToFrontDoor', 'recordOversight'],
    ['decision-meeting', 'recordAgencySummary', 'recordDecisionMeeting'],
    ['outcome', 'recordOutcome', 'recordOfstedNotification'],
    ['information', 'recordReturn', 'recordChronology'],
    ['rapid-review-meeting', 'recordRapidReviewMeeting', 'fileMinutes'],
    ['determination', 'fileMinutes', 'recordDetermination'],
    ['submission', 'recordDetermination', 'submitRapidReview'],
    ['response', 'agreeDissemination', 'recordDissemination'],
    ['author-material', 'sendMaterial', 'recordInitialDraft'],
    ['learning-event', 'recordInitialDraft', 'recordLearningEvent'],
    ['draft', 'recordLearningEvent', 'recordDraft'],
    ['draft-to-sub-group', 'recordDraft', 'shareDraft'],
    ['final-draft', 'recordFinalDraft', 'approveFinalDraft'],
    ['sign-off', 'sendExecPapers', 'recordSignOff'],
    ['notice-of-intent', 'recordFamilyContact', 'sendNoticeOfIntent'],
    ['publication', 'sendNoticeOfIntent', 'recordPublication'],
  ])('%s: after %s it still takes %s', (step, last, name) => {
    const one = aCase().before(name);
    // The Exec group decides at its meeting, and the report is published on the day notified.
    const day =
      one.file.facts.sendNoticeOfIntent?.[0]?.form.publishOn ?? one.file.facts.sendExecPapers?.[0]?.form.meetingOn;
    const on = step === 'sign-off' || step === 'publication' ? { on: day ?? '' } : {};
    expect(one.file.facts[last]).toBeDefined();
    expect(completion(one.file, step)).toBeUndefined();
    const after = one.with(name, undefined, on);
    expect(completion(after.file, step)).toMatchObject({ seq: after.file.seq, on: after.today });
  });

  test.each<[StepId, readonly DecisionName[]]>([
    ['planning', ['collateChronologies', 'recordPlanningMeeting']],
    ['planning', ['recordPlanningMeeting', 'collateChronologies']],
    ['amendments', ['sendAmendments', 'recordMediaStatement', 'completeSignOffTemplate']],
    ['amendments', ['completeSignOffTemplate', 'recordMediaStatement', 'sendAmendments']],
    ['amendments', ['completeSignOffTemplate', 'sendAmendments', 'recordMediaStatement']],
  ])('%s: in whatever order, such as %j', (step, names) => {
    const begun = step === 'planning' ? aCase().before('collateChronologies') : told();
    const all = names.reduce(
      ({ one }, name) => ({
        one: one.with(name, undefined, name === 'recordMediaStatement' ? { by: 'communications' } : {}),
        before: one,
      }),
      { one: begun, before: begun },
    );
    expect(completion(all.before.file, step)).toBeUndefined();
    expect(completion(all.one.file, step)?.seq).toBe(all.one.file.seq);
  });

  test('a case that does not proceed, or proves not to meet the criteria, when it is on the Matrix', () => {
    const decided = notToProceed().before('enterOnMatrix');
    expect(doneBy('outcome', decided, 'enterOnMatrix')).toEqual([undefined, true]);
    const notMet = aCase().past('outcome').with('recordCriteriaNotMet', undefined, { by: 'la-partner' });
    expect(completion(aCase().past('outcome').file, 'outcome')).toBeDefined();
    expect(doneBy('outcome', notMet, 'enterOnMatrix')).toEqual([undefined, true]);
  });

  test('a practice learning review: the report, the event, and the learning shared', () => {
    const one = aCase().choosing(learning).before('shareLearning');
    expect(one.file.facts.recordPracticeLearningEvent).toHaveLength(1);
    expect(doneBy('practice-learning-review', one, 'shareLearning')).toEqual([undefined, true]);
  });

  test('the reasons for what is not published', () => {
    const one = aCase()
      .choosing({ recordSignOff: [{ outcome: 'not-to-publish', reason: words('Because') }] })
      .at('reasons-sent');
    expect(doneBy('reasons-sent', one, 'sendReasons')).toEqual([undefined, true]);
  });

  test('the notification, on its day of receipt, by whoever opened the case', () => {
    const one = aCase().receivedOn('2026-11-20').openedAt('2026-11-23T10:00:00Z');
    expect(completion(one.file, 'notification')).toEqual({
      on: '2026-11-20',
      by: 'P01',
      role: 'business-manager',
      seq: 1,
    });
  });
});

describe('The Panel', () => {
  const wantsMore = (times: number) =>
    aCase().choosing({
      recordPanelReply: [
        ...Array.from({ length: times }, () => ({ reply: 'wants-more' as const })),
        { reply: 'agrees' },
      ],
    });

  test('whose reply is on the record is waited for again once it was answered', () => {
    const replied = wantsMore(1).past('panel-reply');
    expect(completion(replied.file, 'panel-reply')?.seq).toBe(replied.file.seq);
    const again = replied.with('answerPanel');
    expect([isSettled(again.file, 'panel-answer'), isSettled(again.file, 'panel-reply')]).toEqual([true, false]);
    const last = again.with('recordPanelReply', { reply: 'agrees' });
    expect(completion(last.file, 'panel-reply')?.seq).toBe(last.file.seq);
  });

  test('that wants more a second time is answered a second time', () => {
    const twice = wantsMore(2).past('panel-answer').with('recordPanelReply', { reply: 'wants-more' });
    expect(doneBy('panel-answer', twice, 'answerPanel')).toEqual([undefined, true]);
  });

  test('that disagrees is followed by a decision on the review, and new facts by another', () => {
    const open = aCase().choosing(disagrees).at('review-decision');
    expect(doneBy('review-decision', open, 'decideReviewAgain')).toEqual([undefined, true]);
    const again = open.with('decideReviewAgain').with('reopenReviewDecision', undefined, { by: 'business-manager' });
    expect(doneBy('review-decision', again, 'decideReviewAgain')).toEqual([undefined, true]);
  });
});

describe('The comments of the sub-group are done', () => {
  const one = () => aCase().at('comments');
  const commented = (...members: string[]) =>
    members.reduce((before, member) => before.with('recordComment', { member }), one());

  test('when the last of its members has answered', () => {
    const all = commented('P16', 'P17', 'P18', 'P19', 'P20', 'P21');
    expect(doneBy('comments', all, 'recordComment', { member: 'P22' })).toEqual([undefined, true]);
  });

  test('not where nobody has answered, though it has no members any more', () => {
    const { file } = one();
    const people = { ...file.people, 'sub-group-chair': [], 'sub-group-member': [] };
    expect(completion({ ...file, people }, 'comments')).toBeUndefined();
  });
});

describe('The contact with the family is done', () => {
  // A child who lives, and their mother.
  const one = () => aCase().at('family-contact').with('recordStepsAgainstDistress');
  const spokenTo = (familyMember: string) => one().with('recordFamilyContact', { familyMember });

  test('when each of those who live has been spoken to, in whatever order', () => {
    for (const [before, last] of [
      ['child-1', 'family-1'],
      ['family-1', 'child-1'],
    ] as const) {
      expect(doneBy('family-contact', spokenTo(before), 'recordFamilyContact', { familyMember: last })).toEqual([
        undefined,
        true,
      ]);
    }
  });

  test('when what was done to limit distress is on the record beside it', () => {
    const contacted = aCase().at('family-contact').with('recordNoFamilyContact');
    expect(doneBy('family-contact', contacted, 'recordStepsAgainstDistress')).toEqual([undefined, true]);
  });

  test('without what was done to limit distress in a case that an earlier release opened', () => {
    const { file } = aCase().at('family-contact').with('recordNoFamilyContact');
    const { asksAboutDistress: _asks, ...earlier } = file;
    expect(completion(file, 'family-contact')).toBeUndefined();
    expect(completion(earlier, 'family-contact')).toBeDefined();
  });

  test('with the reason why there is none', () => {
    expect(doneBy('family-contact', spokenTo('child-1'), 'recordNoFamilyContact')).toEqual([undefined, true]);
  });

  test('not where there is nobody to speak to and no reason is on the record', () => {
    const { file } = aCase()
      .notifying({
        family: [],
        children: [{ ref: 'child-1', died: true, lookedAfter: false, careLeaver: false }],
      })
      .at('family-contact');
    expect(completion(file, 'family-contact')).toBeUndefined();
  });
});

describe('The actions of a case are done', () => {
  const done = ({ file }: { readonly file: CaseFile }) => completion(file, 'actions');

  test('where there are none, with what the case came to', () => {
    const ended = notToProceed().past('outcome');
    expect(done(ended)).toEqual(completion(ended.file, 'outcome'));
    expect(done(notToProceed().before('enterOnMatrix'))).toBeUndefined();
    const determined = aCase().choosing(none).past('determination');
    expect(done(determined)).toMatchObject({ seq: determined.file.seq, on: determined.today });
  });

  test('when each is complete and has been looked at as often as it is to be', () => {
    const one = notToProceed().past('outcome').with('addAction').with('addAction');
    const [first, second] = (one.file.facts.addAction ?? []).map(({ seq }) => `A${seq}`);
    const complete = one.with('completeAction', { action: first }).with('completeAction', { action: second });
    const look = (before: CaseBuilder, action: string | undefined, months: number) =>
      before.with('lookAtActionAgain', { action, months }, { on: addMonths(complete.today, months) });
    const once = look(look(complete, first, 6), second, 6);
    const almost = look(once, first, 12);
    for (const each of [one, complete, once, almost]) expect(done(each)).toBeUndefined();
    const all = look(almost, second, 12);
    expect(done(all)).toMatchObject({ seq: all.file.seq, on: all.today });
  });

  test('where the report is published, once the end of its display is decided on', () => {
    const published = aCase().past('publication');
    expect(done(published)).toBeUndefined();
    const end = published.atTheEnd();
    expect(end.file.facts.decideDisplay?.[0]?.seq).toBe(end.file.seq);
    expect(done(end)).toMatchObject({ seq: end.file.seq, on: end.today });
  });
});
