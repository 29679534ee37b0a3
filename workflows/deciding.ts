import { isEscalated } from '../src/procedure/case/position';
import type { Case } from './stages';

/** Steps 2 to 4: oversight and the partners' meeting in either order, then the outcome, which needs both. */
export async function deciding(c: Case): Promise<void> {
  await Promise.all([c.done('front-door'), c.done('decision-meeting')]);
  await Promise.all([c.done('outcome'), execAnswer(c)]);
}

/** The Exec partners' answer to a disagreement that was escalated. The outcome may be decided without the answer. */
async function execAnswer(c: Case): Promise<void> {
  if (isEscalated(c.file)) await c.recorded('recordExecAnswer');
}
