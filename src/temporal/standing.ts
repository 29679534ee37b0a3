import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { CaseReference } from '../procedure/time';
import type { LastEntry, Listed, RunEnding, Standing } from './cases';

/* What Temporal says of which cases run. Nothing here changes anything. */

/** The name of the query by which a case says how far it is; `workflows/case.ts` answers it. */
const lastEntryQuery = 'lastEntry';

const NOT_FOUND = 5;
/** Cancelled, out of time, unavailable. */
const NOBODY_ANSWERED: readonly number[] = [1, 4, 14];
const pageSize = 1_000;
/**
 * A run that has done its first task has no longer a history than this: begun, that task, what Temporal UI shows, and
 * one timer. Whatever happens in it then adds four events or more.
 */
const asleep = 6;

const endings: Readonly<Partial<Record<string, RunEnding>>> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};

/** There is no such workflow, or it has ended: the server says both alike. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && error.code === NOT_FOUND);

/** Which cases run, and which ever ended oddly, by Temporal's visibility. */
export async function listedBy(client: Client, workflowType: string): Promise<Listed> {
  const idsOf = async (statuses: string): Promise<ReadonlySet<string>> => {
    const ids = new Set<string>();
    const query = `WorkflowType = '${workflowType}' AND ExecutionStatus IN (${statuses})`;
    for await (const { workflowId } of client.workflow.list({ query, pageSize })) ids.add(workflowId);
    return ids;
  };
  return {
    running: await idsOf("'Running'"),
    endedOddly: await idsOf("'Terminated', 'Failed', 'Canceled', 'TimedOut'"),
  };
}

/** What Temporal says of a case's latest run. */
export async function standingOf(client: Client, reference: CaseReference): Promise<Standing> {
  try {
    const { status, runId, historyLength, raw } = await client.workflow.getHandle(reference).describe();
    const how = endings[status.name];
    return how === undefined
      ? {
          kind: 'running',
          runId,
          wasReset: raw.workflowExtendedInfo?.lastResetTime != null,
          isAsleep: historyLength <= asleep,
        }
      : { kind: 'ended', how };
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not-there' };
    throw error;
  }
}

/** Asks a run how far it is. */
export async function lastEntryOf(client: Client, reference: CaseReference, runId: string): Promise<LastEntry> {
  try {
    return await client.workflow.getHandle(reference, runId).query<number>(lastEntryQuery);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const cause = isGrpcServiceError(error) ? error : error.cause;
    return isGrpcServiceError(cause) && NOBODY_ANSWERED.includes(cause.code) ? 'no-answer' : 'cannot-say';
  }
}
