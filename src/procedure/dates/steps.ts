import { actionsOf, isFinished } from '../case/actions';
import type { CaseFile } from '../case/case-file';
import { allOf, fact, factsOf, whenTrue, type Completion } from '../case/facts';
import { contactWithFamily } from '../case/family-contact';
import { authorOf } from '../case/author';
import { oncePer } from '../once-per';
import {
  determination,
  isProceeding,
  isWithdrawn,
  outcome,
  owesReasons,
  replyOfPanel,
  panelWantsMore,
  publishes,
  reviewDecisionIsOpen,
  reviewType,
  signedOff,
} from '../case/position';
import type { Role } from '../roles';
import { stepIds, type StepId } from '../step-ids';
import { membersToAnswer, roundIsOver } from '../case/sub-group';

/** A step of the procedure: its owner, the steps before it, when it is required, and when it is done. */
export interface Step {
  /** The role that is reminded first. */
  readonly owner: Role;
  /** The role whose turn it is once the first owner has done their part of the step. */
  readonly nextOwner?: (file: CaseFile) => Role | undefined;
  readonly source: string;
  /** The steps that come before it; each must be done, or not required. */
  readonly after: readonly StepId[];
  readonly isRequired: (file: CaseFile) => boolean;
  readonly completion: (file: CaseFile) => Completion | undefined;
}

const stands = (file: CaseFile) => !isWithdrawn(file);
const localReview = (file: CaseFile) => reviewType(file) === 'LCSPR';

/** The latest of several facts of one kind, for completions that need each of them. */
const last = (file: CaseFile, ...names: Parameters<typeof factsOf>[1][]): Completion | undefined =>
  allOf(...names.flatMap((name) => [...factsOf(file, name)] as readonly Completion[]));

/** The procedure as a table; the order of work stands in `workflows/`, and a test holds the two against each other. */
export const steps: Readonly<Record<StepId, Step>> = {
  notification: {
    owner: 'business-manager',
    source: 'step 1',
    after: [],
    isRequired: () => true,
    completion: (file) => ({
      on: file.notification.receivedOn,
      by: file.openedBy.person,
      role: file.openedBy.role,
      seq: 1,
    }),
  },
  'front-door': {
    owner: 'service-director',
    // The Service Director is not asked for oversight of a notification that they have not been sent.
    nextOwner: (file) => (fact(file, 'sendToFrontDoor') ? undefined : 'spr-coordinator'),
    source: 'step 2',
    after: ['notification'],
    isRequired: stands,
    completion: (file) => fact(file, 'recordOversight'),
  },
  'decision-meeting': {
    owner: 'business-manager',
    source: 'step 3',
    after: ['notification'],
    isRequired: stands,
    completion: (file) => fact(file, 'recordDecisionMeeting'),
  },
  outcome: {
    owner: 'la-partner',
    source: 'step 4',
    after: ['front-door', 'decision-meeting'],
    isRequired: stands,
    nextOwner: (file) => (outcome(file) === undefined ? undefined : 'spr-coordinator'),
    completion: (file) =>
      outcome(file) === 'notify'
        ? allOf(fact(file, 'recordOutcome'), fact(file, 'recordOfstedNotification'))
        : allOf(fact(file, 'recordCriteriaNotMet') ?? fact(file, 'recordOutcome'), fact(file, 'enterOnMatrix')),
  },
  information: {
    owner: 'spr-coordinator',
    source: 'step 5',
    after: ['notification'],
    isRequired: (file) => stands(file) && (outcome(file) === undefined || isProceeding(file)),
    completion: (file) => fact(file, 'recordChronology'),
  },
  'rapid-review-meeting': {
    owner: 'business-manager',
    source: 'step 6',
    after: ['outcome', 'information'],
    isRequired: isProceeding,
    completion: (file) => allOf(fact(file, 'recordRapidReviewMeeting'), fact(file, 'fileMinutes')),
  },
  determination: {
    owner: 'scrutineer',
    source: 'step 7',
    after: ['rapid-review-meeting'],
    isRequired: isProceeding,
    completion: (file) => fact(file, 'recordDetermination'),
  },
  submission: {
    owner: 'scrutineer',
    source: 'step 8',
    after: ['determination'],
    isRequired: isProceeding,
    completion: (file) => fact(file, 'submitRapidReview'),
  },
  'panel-reply': {
    owner: 'national-panel',
    source: 'within 15 working days of submission',
    after: ['submission'],
    isRequired: isProceeding,
    completion: (file) =>
      whenTrue(factsOf(file, 'recordPanelReply').length > factsOf(file, 'answerPanel').length, replyOfPanel(file)),
  },
  'panel-answer': {
    owner: 'business-manager',
    source: "the Panel's reply: wants more",
    after: ['submission'],
    isRequired: (file) => isProceeding(file) && (panelWantsMore(file) || fact(file, 'answerPanel') !== undefined),
    completion: (file) => whenTrue(!panelWantsMore(file), fact(file, 'answerPanel')),
  },
  response: {
    owner: 'business-manager',
    source: 'within 10 working days of receipt of the reply',
    after: ['panel-reply', 'panel-answer'],
    isRequired: isProceeding,
    completion: (file) =>
      allOf(fact(file, 'recordResponseMeeting'), fact(file, 'agreeDissemination'), fact(file, 'recordDissemination')),
  },
  'review-decision': {
    owner: 'scrutineer',
    source: "the Panel's reply: disagrees; always open: reopen the review decision",
    after: ['submission'],
    isRequired: (file) =>
      reviewDecisionIsOpen(file) || (isProceeding(file) && fact(file, 'decideReviewAgain') !== undefined),
    completion: (file) => whenTrue(!reviewDecisionIsOpen(file), fact(file, 'decideReviewAgain')),
  },
  planning: {
    owner: 'spr-coordinator',
    source: 'step 9',
    after: ['submission', 'review-decision'],
    isRequired: localReview,
    completion: (file) => allOf(fact(file, 'collateChronologies'), fact(file, 'recordPlanningMeeting')),
  },
  'author-material': {
    owner: 'spr-coordinator',
    nextOwner: (file) => (fact(file, 'sendMaterial') === undefined ? undefined : 'author'),
    source: 'step 10',
    after: ['planning'],
    isRequired: localReview,
    completion: (file) => allOf(fact(file, 'sendMaterial'), fact(file, 'recordInitialDraft')),
  },
  'learning-event': {
    owner: 'author',
    source: 'step 11',
    after: ['author-material'],
    isRequired: localReview,
    completion: (file) => fact(file, 'recordLearningEvent'),
  },
  draft: {
    owner: 'author',
    source: 'step 12',
    after: ['learning-event'],
    isRequired: localReview,
    completion: (file) => fact(file, 'recordDraft'),
  },
  'draft-to-sub-group': {
    owner: 'business-manager',
    source: 'step 13',
    after: ['draft'],
    isRequired: localReview,
    completion: (file) => fact(file, 'shareDraft'),
  },
  comments: {
    owner: 'sub-group-member',
    source: 'step 13',
    after: ['draft-to-sub-group'],
    isRequired: localReview,
    completion: (file) => {
      const answers = factsOf(file, 'recordComment');
      // The round is held once only: a member who joins the sub-group once step 14 has begun is not asked any more.
      const isOver = roundIsOver.some((name) => factsOf(file, name).length > 0);
      return whenTrue(membersToAnswer(file).length === 0 || isOver, ...answers);
    },
  },
  amendments: {
    owner: 'spr-coordinator',
    source: 'step 14',
    after: ['comments'],
    isRequired: localReview,
    completion: (file) =>
      allOf(
        fact(file, 'sendAmendments'),
        fact(file, 'tellCommunications'),
        fact(file, 'recordMediaStatement'),
        fact(file, 'completeSignOffTemplate'),
      ),
  },
  'final-draft': {
    owner: 'author',
    nextOwner: (file) => (fact(file, 'recordFinalDraft') === undefined ? undefined : 'sub-group-chair'),
    source: 'step 14',
    after: ['amendments'],
    isRequired: localReview,
    completion: (file) => allOf(fact(file, 'recordFinalDraft'), fact(file, 'approveFinalDraft')),
  },
  'sign-off': {
    owner: 'exec-member',
    source: 'step 15',
    after: ['final-draft'],
    isRequired: localReview,
    completion: (file) => fact(file, 'recordSignOff'),
  },
  'family-contact': {
    owner: 'identified-professional',
    source: 'step 16',
    after: ['sign-off'],
    isRequired: (file) => localReview(file) && signedOff(file) !== 'not-to-publish',
    completion: contactWithFamily,
  },
  'reasons-sent': {
    owner: 'business-manager',
    source: 'Children Act 2004 s16F',
    after: ['response', 'family-contact', 'sign-off'],
    isRequired: owesReasons,
    completion: (file) => fact(file, 'sendReasons'),
  },
  'notice-of-intent': {
    owner: 'business-manager',
    source: 'step 17',
    after: ['response', 'family-contact'],
    isRequired: (file) => localReview(file) && (signedOff(file) === undefined || publishes(file)),
    completion: (file) => fact(file, 'sendNoticeOfIntent'),
  },
  publication: {
    owner: 'business-manager',
    source: 'step 18',
    after: ['notice-of-intent'],
    isRequired: (file) => localReview(file) && (signedOff(file) === undefined || publishes(file)),
    completion: (file) => fact(file, 'recordPublication'),
  },
  'practice-learning-review': {
    owner: 'scrutineer',
    nextOwner: (file) => (authorOf(file) === undefined ? undefined : 'author'),
    source: 'step 8; its date is set with the decision (local)',
    after: ['submission', 'review-decision'],
    isRequired: (file) => reviewType(file) === 'PLR',
    completion: (file) =>
      allOf(
        fact(file, 'recordLearningReviewReport'),
        fact(file, 'recordPracticeLearningEvent'),
        fact(file, 'shareLearning'),
      ),
  },
  actions: {
    owner: 'sub-group-chair',
    source: 'points of note: oversight until completion of all identified actions',
    after: stepIds.filter((id) => id !== 'actions'),
    isRequired: stands,
    completion: (file) => {
      const finished = actionsOf(file).every((action) => isFinished(file, action));
      const displayed = fact(file, 'recordPublication') === undefined || fact(file, 'decideDisplay') !== undefined;
      return whenTrue(
        finished && displayed,
        steps.outcome.completion(file),
        determination(file) ?? steps.outcome.completion(file),
        last(file, 'completeAction', 'lookAtActionAgain', 'decideDisplay') ?? steps.outcome.completion(file),
      );
    },
  },
};

/** Returns the role whose turn it is now: the step's owner, or the one who comes after them in it. */
export const ownerOf = (file: CaseFile, step: StepId): Role => steps[step].nextOwner?.(file) ?? steps[step].owner;
export const isRequired = (file: CaseFile, step: StepId): boolean => steps[step].isRequired(file);
export const completion = (file: CaseFile, step: StepId): Completion | undefined => steps[step].completion(file);

// Cached by file and step: whenever anything happens, every step is asked for, also by each step that waits for one.
const keptSettled = oncePer<boolean>();
const keptReached = oncePer<boolean>();

/** True if the step is done, or not required: nothing waits for it. */
export const isSettled = (file: CaseFile, step: StepId): boolean =>
  keptSettled(file, step, () => !isRequired(file, step) || completion(file, step) !== undefined);

/** True if every step before this one is settled, all the way back. */
export const isReached = (file: CaseFile, step: StepId): boolean =>
  keptReached(file, step, () =>
    steps[step].after.every((before) => isSettled(file, before) && isReached(file, before)),
  );

/** Lists the steps that can be done now, in the procedure's order. */
export const openSteps = (file: CaseFile): readonly StepId[] =>
  stepIds.filter((step) => !isSettled(file, step) && isReached(file, step));

/**
 * Lists the unsettled steps that keep a case from being past these steps, nearest first. A step can be settled and not
 * reached, such as one that was done before the review decision was reopened; then the steps that it waits for are
 * listed.
 */
export const unsettledBefore = (file: CaseFile, before: readonly StepId[]): readonly StepId[] => [
  ...new Set(
    before.flatMap((one) => {
      if (!isSettled(file, one)) return [one];
      return isReached(file, one) ? [] : unsettledBefore(file, steps[one].after);
    }),
  ),
];

/** The unsettled steps that a step waits for, nearest first. */
export const waitsFor = (file: CaseFile, step: StepId): readonly StepId[] => unsettledBefore(file, steps[step].after);
