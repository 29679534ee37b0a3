import { panelWantsMore } from '../src/procedure/case/position';
import type { Case } from './stages';

/**
 * The Panel's reply within fifteen working days, and the response within ten. A Panel that wants more is answered first.
 * A Panel that disagrees puts the review decision up again (`practice-review.ts`). A Panel that will carry out a national
 * review leaves the local one as it is, until the partners reopen their decision.
 */
export async function panelReply(c: Case): Promise<void> {
  await c.done('panel-reply');
  while (panelWantsMore(c.file)) {
    await c.done('panel-answer');
    await c.done('panel-reply');
  }
  await response(c);
}

/** The meeting with the three partners, or why it was not necessary; then who disseminates the response, and that they did. */
async function response(c: Case): Promise<void> {
  await c.recorded('recordResponseMeeting');
  await c.recorded('agreeDissemination');
  await c.recorded('recordDissemination');
  await c.done('response');
}
