import type { Case } from './stages';

/** Steps 2 to 4: oversight and the partners' meeting in either order, then the outcome, which needs both. */
export async function deciding(c: Case): Promise<void> {
  await Promise.all([c.done('front-door'), c.done('decision-meeting')]);
  await c.done('outcome');
}
