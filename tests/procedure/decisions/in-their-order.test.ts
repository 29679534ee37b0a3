import type { DecisionName } from '../../../src/procedure/case/case-file';
import { catalogue, definitionOf } from '../../../src/procedure/catalogue';
import { addDays } from '../../../src/procedure/time/dates';
import { fact } from '../../../src/procedure/case/facts';
import { aCase, type CaseBuilder } from '../../support/a-case';

/* A decision is of no day before that of a decision that it follows, and the refusal names the earlier one. */

type Row = readonly [DecisionName, DecisionName, () => CaseBuilder];

const straight = (name: DecisionName, ...follows: readonly DecisionName[]): readonly Row[] =>
  follows.map((before) => [name, before, () => aCase().before(name)] as const);
const notToProceed = () => aCase().choosing({ recordOutcome: [{ outcome: 'not-to-proceed' }] });
const learning = () =>
  aCase()
    .choosing({ recordDetermination: [{ reviewType: 'PLR', dueOn: '2027-02-26' as never }] })
    .past('submission');
/** A practice learning review whose second decision is of a later day than the first. */
const learnt = (first: DecisionName, second: DecisionName) => () =>
  learning().with(first).with(second, {}, { on: '2026-12-11' });

const table: readonly Row[] = [
  ['recordOversight', 'sendToFrontDoor', () => aCase().with('sendToFrontDoor', {}, { on: '2026-11-25' })],
  ...straight('recordOfstedNotification', 'recordOutcome'),
  ['enterOnMatrix', 'recordOutcome', () => notToProceed().before('enterOnMatrix')],
  ['recordCriteriaNotMet', 'recordOfstedNotification', () => aCase().past('outcome')],
  ...straight('fileMinutes', 'recordRapidReviewMeeting'),
  ['reopenReviewDecision', 'recordDetermination', () => aCase().past('determination')],
  [
    'answerPanel',
    'recordPanelReply',
    () => aCase().before('recordPanelReply').with('recordPanelReply', { reply: 'wants-more' }),
  ],
  ...straight('agreeDissemination', 'recordResponseMeeting'),
  ...straight('recordDissemination', 'agreeDissemination'),
  ['shareLearning', 'recordLearningReviewReport', learnt('recordPracticeLearningEvent', 'recordLearningReviewReport')],
  ['shareLearning', 'recordPracticeLearningEvent', learnt('recordLearningReviewReport', 'recordPracticeLearningEvent')],
  ...straight('appointAuthor', 'recordDetermination'),
  ['replaceAuthor', 'appointAuthor', () => aCase().past('planning')],
  ['recordFamilyInvolvement', 'recordDetermination', () => aCase().past('submission')],
  ['recordProgressCheck', 'submitRapidReview', () => aCase().past('submission')],
  ...straight('collateChronologies', 'askChronologies'),
  ...straight('recordPlanningMeeting', 'appointAuthor'),
  ...straight('recordInitialDraft', 'sendMaterial'),
  ...straight('sendAmendments', 'recordSubGroupMeeting'),
  ...straight('recordMediaStatement', 'tellCommunications'),
  ...straight('approveFinalDraft', 'recordSubGroupMeeting', 'recordFinalDraft'),
  ...straight('sendExecPapers', 'recordSubGroupMeeting'),
  ...straight('recordSignOff', 'sendExecPapers'),
  ['decideDisplay', 'recordPublication', () => aCase().past('publication')],
];

test.each(table)('%s is of no day before %s', (name, before, given) => {
  const one = given();
  const earlier = fact(one.file, before) ?? { seq: 0, on: one.today };
  const by = definitionOf(name).roles[0] ?? 'business-manager';
  const why = one.refusal(name, {}, { by, on: addDays(earlier.on, -1) });
  expect(why).toMatchObject({ code: 'against-the-record', entry: earlier.seq });
  expect(why?.sentence).toContain(`It comes after "${definitionOf(before).title}", which was on`);
});

test('The table has every decision that follows another', () => {
  const follows = catalogue.flatMap(({ name, follows: all = [] }) => all.map((before) => `${name}: ${before}`));
  expect(follows.sort()).toEqual(table.map(([name, before]) => `${name}: ${before}`).sort());
});
