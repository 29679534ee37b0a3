import type { CaseFile } from './case/case-file';
import { determination, isProceeding, isWithdrawn, outcome, reviewDecisionIsOpen } from './case/position';
import type { StepId } from './step-ids';
import { isRequired } from './dates/steps';

/** The steps that are called for only by what happens in a case. */
export const onlyIf: readonly StepId[] = ['panel-answer', 'review-decision', 'reasons-sent'];

/** True if step 4 or 7 has still to decide, for the first time, which steps follow. */
export const isUndecided = (file: CaseFile): boolean =>
  outcome(file) === undefined || (isProceeding(file) && determination(file) === undefined);

/** True if the partnership has this step at all. */
const isOurs = (file: CaseFile, step: StepId): boolean =>
  step !== 'practice-learning-review' || file.policy.pathways.practiceLearningReview;

/**
 * True if a step is required, or may become so: it follows from what is not decided yet, or is up for decision again.
 */
export const mayBeRequired = (file: CaseFile, step: StepId): boolean =>
  isRequired(file, step) ||
  (!isWithdrawn(file) &&
    (isUndecided(file) || reviewDecisionIsOpen(file)) &&
    isOurs(file, step) &&
    !onlyIf.includes(step));
