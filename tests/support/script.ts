import { actionsOf, isFinished, lookDue } from '../../src/procedure/case/actions';
import { onOrAfter, workingDay } from '../../src/procedure/time/calendar';
import type { CaseFile, DecisionName } from '../../src/procedure/case/case-file';
import { meetingsToCome } from '../../src/procedure/meetings/arranged-meetings';
import { kindsOfMeeting } from '../../src/procedure/meetings/kinds-of-meeting';
import { later, londonDate } from '../../src/procedure/time/dates';
import { clocksOf } from '../../src/procedure/dates/clocks';
import { fact, factsOf } from '../../src/procedure/case/facts';
import { familyToContact } from '../../src/procedure/case/family';
import { agenciesOutstanding, chronologies, information } from '../../src/procedure/case/inquiries';
import { dayOneOf } from '../../src/procedure/dates/plan';
import { isProceeding, panelWantsMore } from '../../src/procedure/case/position';
import { partners, type Role } from '../../src/procedure/roles';
import type { StepId } from '../../src/procedure/step-ids';
import { membersToAnswer } from '../../src/procedure/case/sub-group';
import type { IsoDate } from '../../src/procedure/time/time';

/** One act of the straight way: who takes which decision on which day of the case, and whether it is still to be taken. */
export interface Act {
  readonly step: StepId;
  readonly name: DecisionName;
  readonly by: Role;
  /** The working day of the case, or the date that the case itself gives. It is never before the act before it. */
  readonly day: number | ((file: CaseFile) => IsoDate | undefined);
  readonly isDue?: (file: CaseFile) => boolean;
  /** It is of its day and no other, also where it is recorded later. */
  readonly onItsDay?: true;
}

const notYet = (name: DecisionName) => (file: CaseFile) => factsOf(file, name).length === 0;
const laterLook = (file: CaseFile) =>
  actionsOf(file)
    .flatMap((one) =>
      file.policy.actionLooks
        .filter((months) => !one.looks.includes(months))
        .map((months) => lookDue(file, one.id, months)),
    )
    .find((due) => due !== undefined);

/** The decisions that take a case from notification to closure in time, in the order in which they are taken. */
export const script: readonly Act[] = [
  { step: 'front-door', name: 'sendToFrontDoor', by: 'administrator', day: 1 },
  { step: 'front-door', name: 'recordOversight', by: 'service-director', day: 2 },
  {
    step: 'decision-meeting',
    name: 'recordAgencySummary',
    by: 'business-manager',
    day: 2,
    isDue: (file) =>
      factsOf(file, 'recordAgencySummary').length + factsOf(file, 'goAheadWithoutSummary').length < partners.length,
  },
  { step: 'decision-meeting', name: 'recordDecisionMeeting', by: 'business-manager', day: 3 },
  {
    step: 'outcome',
    name: 'recordExecAnswer',
    by: 'la-exec',
    day: 3,
    isDue: (file) => fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true,
  },
  { step: 'outcome', name: 'recordOutcome', by: 'la-partner', day: 3, isDue: notYet('recordOutcome') },
  {
    step: 'outcome',
    name: 'recordOfstedNotification',
    by: 'spr-coordinator',
    day: 4,
    isDue: (file) => fact(file, 'recordOutcome')?.form.outcome === 'notify',
  },
  {
    step: 'outcome',
    name: 'enterOnMatrix',
    by: 'administrator',
    day: 4,
    // Also where the criteria prove later not to be met.
    isDue: (file) => fact(file, 'recordOutcome') !== undefined && !isProceeding(file),
  },
  {
    step: 'information',
    name: 'nameAgencies',
    by: 'business-manager',
    day: 4,
    isDue: (file) => factsOf(file, 'nameAgencies').length < partners.length,
  },
  { step: 'information', name: 'askAgencies', by: 'administrator', day: 4, isDue: notYet('askAgencies') },
  {
    step: 'information',
    name: 'recordReturn',
    by: 'administrator',
    day: 6,
    isDue: (file) => agenciesOutstanding(file, information).length > 0,
  },
  { step: 'information', name: 'recordChronology', by: 'spr-coordinator', day: 7 },
  {
    step: 'rapid-review-meeting',
    name: 'arrangeRapidReviewMeeting',
    by: 'administrator',
    day: 7,
    isDue: notYet('arrangeRapidReviewMeeting'),
  },
  {
    step: 'rapid-review-meeting',
    name: 'recordRapidReviewMeeting',
    by: 'business-manager',
    day: (file) => {
      const ninth = workingDay(file.calendar, dayOneOf(file), 9);
      const arranged = fact(file, 'arrangeRapidReviewMeeting')?.form.meetingOn;
      return arranged !== undefined && arranged > ninth ? arranged : ninth;
    },
  },
  { step: 'rapid-review-meeting', name: 'fileMinutes', by: 'administrator', day: 10 },
  { step: 'determination', name: 'recordDetermination', by: 'scrutineer', day: 10 },
  { step: 'submission', name: 'submitRapidReview', by: 'scrutineer', day: 12 },
  { step: 'review-decision', name: 'decideReviewAgain', by: 'scrutineer', day: 13 },
  { step: 'planning', name: 'appointAuthor', by: 'la-partner', day: 13, isDue: notYet('appointAuthor') },
  { step: 'planning', name: 'askChronologies', by: 'administrator', day: 14, isDue: notYet('askChronologies') },
  {
    step: 'planning',
    name: 'recordChronologyReturn',
    by: 'administrator',
    day: 18,
    isDue: (file) => agenciesOutstanding(file, chronologies).length > 0,
  },
  { step: 'planning', name: 'collateChronologies', by: 'spr-coordinator', day: 19 },
  { step: 'planning', name: 'recordPlanningMeeting', by: 'business-manager', day: 20 },
  { step: 'panel-reply', name: 'recordPanelReply', by: 'business-manager', day: 22 },
  { step: 'panel-answer', name: 'answerPanel', by: 'business-manager', day: 23, isDue: panelWantsMore },
  { step: 'review-decision', name: 'decideReviewAgain', by: 'scrutineer', day: 23 },
  { step: 'response', name: 'recordResponseMeeting', by: 'business-manager', day: 24 },
  { step: 'response', name: 'agreeDissemination', by: 'business-manager', day: 24 },
  { step: 'response', name: 'recordDissemination', by: 'business-manager', day: 25 },
  { step: 'author-material', name: 'sendMaterial', by: 'administrator', day: 25 },
  { step: 'author-material', name: 'recordInitialDraft', by: 'author', day: 29 },
  { step: 'learning-event', name: 'recordLearningEvent', by: 'author', day: 33 },
  { step: 'draft', name: 'recordDraft', by: 'author', day: 35 },
  { step: 'draft-to-sub-group', name: 'shareDraft', by: 'administrator', day: 36 },
  {
    step: 'comments',
    name: 'recordComment',
    by: 'business-manager',
    day: 41,
    isDue: (file) => membersToAnswer(file).length > 0,
  },
  {
    step: 'amendments',
    name: 'recordSubGroupMeeting',
    by: 'business-manager',
    day: (file) => fact(file, 'shareDraft')?.form.meetingOn,
  },
  { step: 'amendments', name: 'sendAmendments', by: 'administrator', day: 49 },
  { step: 'amendments', name: 'tellCommunications', by: 'spr-coordinator', day: 49 },
  { step: 'amendments', name: 'recordMediaStatement', by: 'communications', day: 51 },
  { step: 'amendments', name: 'completeSignOffTemplate', by: 'administrator', day: 51 },
  { step: 'final-draft', name: 'recordFinalDraft', by: 'author', day: 56 },
  { step: 'final-draft', name: 'approveFinalDraft', by: 'sub-group-chair', day: 58 },
  { step: 'sign-off', name: 'sendExecPapers', by: 'administrator', day: 58 },
  {
    step: 'sign-off',
    name: 'recordSignOff',
    by: 'la-exec',
    day: (file) => fact(file, 'sendExecPapers')?.form.meetingOn,
  },
  {
    step: 'family-contact',
    name: 'recordFamilyContact',
    by: 'identified-professional',
    day: 76,
    isDue: (file) => factsOf(file, 'recordFamilyContact').length < familyToContact(file).length,
  },
  {
    step: 'family-contact',
    name: 'recordNoFamilyContact',
    by: 'business-manager',
    day: 76,
    isDue: (file) => familyToContact(file).length === 0,
  },
  {
    step: 'family-contact',
    name: 'recordStepsAgainstDistress',
    by: 'identified-professional',
    day: 76,
    isDue: notYet('recordStepsAgainstDistress'),
  },
  { step: 'reasons-sent', name: 'sendReasons', by: 'business-manager', day: 78 },
  {
    step: 'notice-of-intent',
    name: 'sendNoticeOfIntent',
    by: 'business-manager',
    day: 78,
    isDue: notYet('sendNoticeOfIntent'),
  },
  {
    step: 'publication',
    name: 'recordPublication',
    by: 'administrator',
    day: (file) => fact(file, 'sendNoticeOfIntent')?.form.publishOn,
    onItsDay: true,
  },
  { step: 'practice-learning-review', name: 'recordLearningReviewReport', by: 'scrutineer', day: 40 },
  { step: 'practice-learning-review', name: 'recordPracticeLearningEvent', by: 'scrutineer', day: 45 },
  { step: 'practice-learning-review', name: 'shareLearning', by: 'scrutineer', day: 48 },
  {
    step: 'actions',
    name: 'completeAction',
    by: 'business-manager',
    day: 1,
    isDue: (file) => actionsOf(file).some((one) => one.completedOn === undefined),
  },
  {
    step: 'actions',
    name: 'lookAtActionAgain',
    by: 'sub-group-chair',
    day: laterLook,
    isDue: (file) => actionsOf(file).some((one) => one.completedOn !== undefined && !isFinished(file, one)),
  },
  {
    step: 'actions',
    name: 'decideDisplay',
    by: 'business-manager',
    day: (file) => clocksOf(file).find(({ id }) => id === 'publicly-available')?.due,
    isDue: (file) => fact(file, 'recordPublication') !== undefined && fact(file, 'decideDisplay') === undefined,
  },
];

/** The day on which an act is due: never before the day before it, and never on a day off. */
export function dayOfAct(file: CaseFile, act: Act, notBefore: IsoDate): IsoDate {
  const own = typeof act.day === 'number' ? workingDay(file.calendar, dayOneOf(file), act.day) : act.day(file);
  const isLate = own !== undefined && own < notBefore && act.onItsDay !== true;
  const usual = own === undefined || isLate ? notBefore : own;
  // The decision of a meeting that is arranged is recorded on its day or after.
  const meeting = meetingsToCome(file).find(({ kind }) => kindsOfMeeting[kind].held === act.name);
  const day = meeting === undefined ? usual : later(usual, londonDate(meeting.beginsAt));
  return onOrAfter(file.calendar, day);
}
