import { panelWantsMore } from '../src/procedure/case/position';
import type { Case } from './stages';

/** The Panel's reply within fifteen working days, more for it where it wants more, and the response within ten. */
export async function panelReply(c: Case): Promise<void> {
  await c.done('panel-reply');
  while (panelWantsMore(c.file)) {
    await c.done('panel-answer');
    await c.done('panel-reply');
  }
  await c.done('response');
}
