import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities';
import {
  outsideChanged,
  type OutsideCarried,
  type OutsideStanding,
  type OutsideWorkflow,
} from '../src/procedure/outside-notification/contract';
import { fromMillis, sayInstant, toMillis } from '../src/procedure/time/dates';

const { watchOutside } = proxyActivities<Pick<Activities, 'watchOutside'>>({
  startToCloseTimeout: '2 minutes',
  // Tried until it works: a database may be away for days, and nobody is to be forgotten.
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  summary: 'Send what is due, and ask the records how it stands',
});

/** The shortest sleep, in milliseconds: a clock may be behind the one that said when to wake. */
const shortest = 1_000;

/**
 * The workflow of a notification from outside: it sees to it that the partnership is emailed until somebody takes the
 * notification or sets it aside. The records say how it stands and the rules what is due, so that it carries nothing
 * but the number and can be begun anew at any time.
 */
export async function outsideNotification({ number }: OutsideCarried): Promise<void> {
  let changes = 0;
  setHandler(defineSignal(outsideChanged), () => void (changes += 1), {
    description: 'It was taken or set aside, or the sender confirmed their address: look at the records now',
  });
  for (;;) {
    const seen = changes;
    const standing: OutsideStanding = await watchOutside({ number, at: fromMillis(Date.now()) });
    if (standing.kind === 'over' && changes === seen) return;
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<OutsideWorkflow>({ number });
    if (standing.kind === 'over') continue;
    const sleeps = Math.max(toMillis(standing.lookAgainAt) - Date.now(), shortest);
    const summary = `Looks again: ${sayInstant(standing.lookAgainAt)}`;
    await condition(() => changes !== seen, sleeps, { summary });
  }
}
