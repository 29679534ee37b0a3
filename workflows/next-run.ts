import { allHandlersFinished, condition, makeContinueAsNewFunc, workflowInfo } from '@temporalio/workflow';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { IncidentWorkflow } from '../src/procedure/contract';
import { stageOf } from '../src/procedure/describe';
import { isOver } from './ending';
import type { Run } from './run';

/** The time that moving on to a new run waits for an email that is being tried again; the next run sends it. */
const sendingTakes = '20 seconds';

/** Returns a condition that is true once a case is to go on in a new run, which is shorter and on the current code. */
export function timeForNewRun(run: Run): () => boolean {
  const begunIn = run.guard.ask('steps', () => stageOf(run.carried), undefined);
  return () =>
    (run.asked.newRun ||
      run.guard.ask('steps', () => stageOf(run.file), begunIn) !== begunIn ||
      workflowInfo().continueAsNewSuggested ||
      workflowInfo().targetWorkerDeploymentVersionChanged) &&
    !isOver(run);
}

/** Waits until nothing is under way, so that nothing is lost between this run and what comes after it. */
export async function quiet({ effects, asked }: Run): Promise<void> {
  await condition(() => allHandlersFinished() && effects.areAtRest() && asked.partnership === undefined, sendingTakes, {
    summary: 'Goes on in a new run: waits for emails',
  });
  await condition(() => allHandlersFinished() && effects.areRecorded() && asked.partnership === undefined);
}

/**
 * Goes on from the file. Where workers are versioned a run stays on the version that it began on; the next one begins
 * on the current version, or it would go on in new runs for ever to reach it.
 */
export function goOnInNewRun(file: CaseFile): Promise<never> {
  const initialVersioningBehavior = 'AUTO_UPGRADE';
  return makeContinueAsNewFunc<IncidentWorkflow>({ initialVersioningBehavior })(file);
}
