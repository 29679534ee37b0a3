import { stage } from '../../procedure/stages';
import type { StepId } from '../../procedure/step-ids';

/* Steps that not every case has, in words: the decision on which each depends. */

/** Steps that follow only in some cases, each with what has to happen for it. */
export const onlyIf: Readonly<Partial<Record<StepId, string>>> = {
  'panel-answer': 'Only if the Panel asks for more',
  'review-decision': 'Only if the review decision is reopened',
  'reasons-sent': 'Only if the full report is not published',
  'practice-learning-review': 'Only if a practice learning review is chosen',
};

const afterNotifying: readonly StepId[] = [...stage['rapid-review'].steps, ...stage.panel.steps];

/** Says what has to be decided before a step follows, in a case in which that is still open. */
export function followsIf(step: StepId): string {
  const afterwards = afterNotifying.includes(step)
    ? 'Only if Ofsted and the National Panel are notified'
    : 'Only if a review is agreed';
  return onlyIf[step] ?? afterwards;
}
