import type { CaseFile, Fact, Forms } from './case-file';
import { fact, factsOf } from './facts';

/* Where a case stands, as far as its branches go. Every question here is answered from the file alone. */

export type ReviewType = Forms['recordDetermination']['reviewType'];

const lastOf = <T extends { readonly seq: number }>(facts: readonly T[]): T | undefined =>
  facts.reduce<T | undefined>((last, one) => (last === undefined || one.seq > last.seq ? one : last), undefined);

export const isWithdrawn = (file: CaseFile): boolean => fact(file, 'withdrawCase') !== undefined;

/** The outcome of step 4 as it now stands. */
export function outcome(file: CaseFile): 'notify' | 'not-to-proceed' | 'criteria-not-met' | undefined {
  if (fact(file, 'recordCriteriaNotMet') !== undefined) return 'criteria-not-met';
  return fact(file, 'recordOutcome')?.form.outcome;
}

/** Notified, or to be: a Rapid Review follows (steps 6 to 18). */
export const isProceeding = (file: CaseFile): boolean => outcome(file) === 'notify' && !isWithdrawn(file);

/** The determination that stands: that of step 7, or the last one taken again. */
export const determination = (file: CaseFile): Fact<Forms['recordDetermination']> | undefined =>
  lastOf([...factsOf(file, 'recordDetermination'), ...factsOf(file, 'decideReviewAgain')]);

export const reviewType = (file: CaseFile): ReviewType | undefined =>
  isProceeding(file) ? determination(file)?.form.reviewType : undefined;

/** Everything that ever put the review decision up again: the Panel disagreeing, new facts, a concluded case reopened. */
export const reviewDecisionReopenings = (file: CaseFile): readonly Fact<unknown>[] =>
  [
    ...factsOf(file, 'recordPanelReply').filter((one) => one.form.reply === 'disagrees'),
    ...factsOf(file, 'reopenReviewDecision'),
    // What was withdrawn or did not proceed goes on where it was: its reopening set that aside.
    ...factsOf(file, 'reopenCase').filter((one) => !file.superseded.some(({ by }) => by === one.seq)),
  ].sort((a, b) => a.seq - b.seq);

/** What put the review decision up again last, whether it has been decided again since or not. */
export const reviewDecisionReopening = (file: CaseFile): Fact<unknown> | undefined =>
  reviewDecisionReopenings(file).at(-1);

/** The review decision is up again and has not been taken again. */
export function reviewDecisionIsOpen(file: CaseFile): boolean {
  const decided = determination(file);
  const reopening = reviewDecisionReopening(file);
  return isProceeding(file) && decided !== undefined && reopening !== undefined && reopening.seq > decided.seq;
}

/** The Panel's last word, where it has replied. */
export const panelReply = (file: CaseFile): Fact<Forms['recordPanelReply']> | undefined =>
  fact(file, 'recordPanelReply');

/** The Panel wants more and has not been answered. */
export const panelWantsMore = (file: CaseFile): boolean =>
  panelReply(file)?.form.reply === 'wants-more' &&
  factsOf(file, 'answerPanel').length <
    factsOf(file, 'recordPanelReply').filter((one) => one.form.reply === 'wants-more').length;

/** What the Exec group decided about publication; further action sets its decision aside, so it is never that. */
export const signedOff = (file: CaseFile) => fact(file, 'recordSignOff')?.form.outcome;

/** Said of what is published, as the value of an email: the improvements alone, and not the report. */
export const improvementsOnly = (file: CaseFile): 'yes' | undefined =>
  signedOff(file) === 'improvements-only' ? 'yes' : undefined;

/** Something is published: the report, or its improvements only. */
export const publishes = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' && (signedOff(file) === 'publish' || signedOff(file) === 'improvements-only');

/** The Panel and the Secretary of State are given reasons: improvements only, or nothing published. */
export const owesReasons = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' && (signedOff(file) === 'improvements-only' || signedOff(file) === 'not-to-publish');

/** Steps 9 to 15 of a local review: begun, and not signed off. */
export const reviewIsUnderWay = (file: CaseFile): boolean =>
  reviewType(file) === 'LCSPR' &&
  fact(file, 'submitRapidReview') !== undefined &&
  !reviewDecisionIsOpen(file) &&
  signedOff(file) === undefined;
