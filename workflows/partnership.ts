import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities/activities';
import type { CaseFile } from '../src/procedure/case/case-file';
import { workOutAll } from '../src/procedure/case/rule-faults';
import { takeUpCalendar } from '../src/procedure/case/taking-up';
import { sayUnreadable } from '../src/procedure/case/unreadable';
import { withPartnership, type PartnershipNow, type WhatToTakeUp } from '../src/procedure/case/with-partnership';
import type { Run } from './run';

const { readPartnership } = proxyActivities<Pick<Activities, 'readPartnership'>>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  summary: "Read the partnership's calendar and settings",
});

/**
 * Takes up the partnership's calendar and who is of it, or its whole profile where that was decided; what was met
 * keeps its date.
 */
export async function keepUp(run: Run): Promise<never> {
  for (;;) {
    await condition(() => run.asked.partnership !== undefined);
    const what = run.asked.partnership;
    const read = await readPartnership();
    run.asked.partnership = undefined;
    const unreadable = sayUnreadable(read);
    // The next start asks again where the case differs.
    if (unreadable !== undefined)
      run.guard.keep('calendar', new Error(`What was read of the partnership cannot be read here. ${unreadable}`));
    else if (what !== undefined) await takeUp(run, read, what);
  }
}

async function takeUp(run: Run, read: PartnershipNow, what: WhatToTakeUp): Promise<void> {
  const change = withPartnership(run.file, read, what);
  if (change === undefined) return;
  if (change.kind === 'people') {
    await run.settle(change.next, [], []);
    return;
  }
  const { kind, next } = change;
  const { policy, changes: entries = [] } = read;
  const taken = run.guard.ask('calendar', () => takeUpCalendar(run.file, { next, entries, policy, now: run.now() }), {
    file: next,
    details: {},
  });
  if (isBorne(run, taken.file)) await run.enter(taken.file, { kind, details: { ...change.details, ...taken.details } });
}

/** True if the rules can work with a calendar or a profile. One with which a rule throws is not taken up. */
function isBorne(run: Run, next: CaseFile): boolean {
  const worksOut = () => {
    workOutAll(next, run.now());
    return true;
  };
  return run.guard.ask('calendar', worksOut, false);
}
