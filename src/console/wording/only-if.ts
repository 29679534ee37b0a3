import type { StepId } from '../../procedure/step-ids';

/* What has to be decided for a step that not every case has. */

/** Steps that follow only in some cases, each with what has to happen for it. */
export const onlyIf: Readonly<Partial<Record<StepId, string>>> = {
  'panel-answer': 'Only if the Panel asks for more',
  'review-decision': 'Only if the review decision is reopened',
  'reasons-sent': 'Only if the full report is not published',
  'practice-learning-review': 'Only if a practice learning review is chosen',
};

const afterNotifying: readonly StepId[] = [
  'information',
  'rapid-review-meeting',
  'determination',
  'submission',
  'panel-reply',
  'response',
];

/** Says what has to be decided before a step follows, in a case in which that is still open. */
export function followsIf(step: StepId): string {
  if (afterNotifying.includes(step)) return 'Only if Ofsted and the National Panel are notified';
  return onlyIf[step] ?? 'Only if a review is agreed';
}
