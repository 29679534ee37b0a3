import { allHandlersFinished, condition } from '@temporalio/workflow';
import { closingNotices, closingOf } from '../src/procedure/case/closing';
import type { Closing } from '../src/procedure/contract';
import { openSteps } from '../src/procedure/dates/steps';
import { endingOf } from '../src/procedure/describe';
import type { Run } from './run';

/** The time that a closed case whose workflow was begun again waits to be reopened, before it ends as it was. */
const reopeningTakes = '30 seconds';

/** True if nothing is left to be done. The case then closes, in the run that finds it so. */
export const isOver = (run: Run): boolean =>
  run.file.closedOn === undefined && run.guard.ask('steps', () => openSteps(run.file).length === 0, false);

/** Puts the closing on the record, and tells who is told. */
export async function close(run: Run): Promise<void> {
  const now = run.now();
  const closed = closingOf(run.file, now);
  const notices = run.guard.ask('closing', () => closingNotices(closed, now), []);
  await run.enter(closed.file, { kind: 'case-closed', details: { ...closed.closing }, notices });
}

/**
 * Waits until the last emails of a closed case are out, and for a reopening where the case was begun again for one.
 * Returns how the case ended; undefined if it was reopened. `failed` rejects when what runs beside the procedure does.
 */
export async function ended(run: Run, failed: Promise<undefined>): Promise<Closing | undefined> {
  const isReopened = () => run.file.closedOn === undefined;
  if (run.file.closedOn === run.carried.closedOn)
    await condition(isReopened, reopeningTakes, { summary: 'Closed: waits to be reopened' });
  await Promise.race([
    condition(() => isReopened() || (run.file.unsent.length === 0 && run.effects.areAtRest())),
    failed,
  ]);
  if (isReopened()) return undefined;
  await condition(allHandlersFinished);
  const { closedOn } = run.file;
  return closedOn === undefined ? undefined : { ending: endingOf(run.file), closedOn };
}
