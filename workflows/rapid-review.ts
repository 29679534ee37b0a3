import type { Case } from './stages';

/** Steps 6 to 8: the meeting, the determination, the submission to the National Panel. */
export async function rapidReview(c: Case): Promise<void> {
  await c.done('rapid-review-meeting');
  await c.done('determination');
  await c.done('submission');
}
