import type { CaseFile, Fact, Forms } from './case-file';
import { fact, factsOf } from './facts';

/* The position of a case in the branches of the procedure. Every question here is answered from the file alone. */

export type ReviewType = Forms['recordDetermination']['reviewType'];

const lastOf = <T extends { readonly seq: number }>(facts: readonly T[]): T | undefined =>
  facts.reduce<T | undefined>((last, one) => (last === undefined || one.seq > last.seq ? one : last), undefined);

export const isWithdrawn = (file: CaseFile): boolean => fact(file, 'withdrawCase') !== undefined;

/** The outcome of step 4 as it now stands. */
export function outcome(file: CaseFile): 'notify' | 'not-to-proceed' | 'criteria-not-met' | undefined {
  if (fact(file, 'recordCriteriaNotMet') !== undefined) return 'criteria-not-met';
  return fact(file, 'recordOutcome')?.form.outcome;
}

/** True if the partners disagreed at step 3 and the disagreement was escalated to the Exec partners. */
export const isEscalated = (file: CaseFile): boolean =>
  fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true;

/** True if the outcome is to notify and the case was not withdrawn: a Rapid Review follows (steps 6 to 18). */
export const isProceeding = (file: CaseFile): boolean => outcome(file) === 'notify' && !isWithdrawn(file);

/** The determination that stands: that of step 7, or the last one taken again. */
export const determination = (file: CaseFile): Fact<Forms['recordDetermination']> | undefined =>
  lastOf([...factsOf(file, 'recordDetermination'), ...factsOf(file, 'decideReviewAgain')]);

export const reviewType = (file: CaseFile): ReviewType | undefined =>
  isProceeding(file) ? determination(file)?.form.reviewType : undefined;

/**
 * Lists every entry that reopened the review decision: the Panel disagreed, new facts arrived, or a concluded case was
 * reopened.
 */
export const reviewDecisionReopenings = (file: CaseFile): readonly Fact<unknown>[] =>
  [
    ...factsOf(file, 'recordPanelReply').filter((one) => one.form.reply === 'disagrees'),
    ...factsOf(file, 'reopenReviewDecision'),
    // The reopening of a case that was withdrawn or did not proceed is left out: the case goes on where it was.
    ...factsOf(file, 'reopenCase').filter((one) => !file.superseded.some(({ by }) => by === one.seq)),
  ].sort((a, b) => a.seq - b.seq);

/** The last entry that reopened the review decision, whether or not the decision has been taken again since. */
export const reviewDecisionReopening = (file: CaseFile): Fact<unknown> | undefined =>
  reviewDecisionReopenings(file).at(-1);

/** True if the review decision was reopened and has not been taken again. */
export function reviewDecisionIsOpen(file: CaseFile): boolean {
  const decided = determination(file);
  const reopening = reviewDecisionReopening(file);
  return isProceeding(file) && decided !== undefined && reopening !== undefined && reopening.seq > decided.seq;
}

/** The Panel's last word, where it has replied. */
export const replyOfPanel = (file: CaseFile): Fact<Forms['recordPanelReply']> | undefined =>
  fact(file, 'recordPanelReply');

/** True if the Panel wants more and has not been answered. */
export const panelWantsMore = (file: CaseFile): boolean =>
  replyOfPanel(file)?.form.reply === 'wants-more' &&
  factsOf(file, 'answerPanel').length <
    factsOf(file, 'recordPanelReply').filter((one) => one.form.reply === 'wants-more').length;

/** The Exec group's decision about publication. Never `further-action`: that outcome sets its decision aside. */
export const signedOff = (file: CaseFile) => fact(file, 'recordSignOff')?.form.outcome;

/** The value of an email that says that the improvements alone are published, and not the report. */
export const improvementsOnly = (file: CaseFile): 'yes' | undefined =>
  signedOff(file) === 'improvements-only' ? 'yes' : undefined;

/** True if something is published: the report, or its improvements only. */
export const publishes = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' && (signedOff(file) === 'publish' || signedOff(file) === 'improvements-only');

/** True if the Panel and the Secretary of State are given reasons: improvements only, or nothing published. */
export const owesReasons = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' && (signedOff(file) === 'improvements-only' || signedOff(file) === 'not-to-publish');

/** True during steps 9 to 15 of a local review: begun, and not signed off. */
export const reviewIsUnderWay = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' &&
  fact(file, 'submitRapidReview') !== undefined &&
  !reviewDecisionIsOpen(file) &&
  signedOff(file) === undefined;
