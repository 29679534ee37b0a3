import {
  QueryNotRegisteredError,
  WorkflowNotFoundError,
  isGrpcServiceError,
  type Client,
  type WorkflowHandle,
} from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { queries, taskQueue, workflowType } from '../procedure/contract';
import type { CaseReference, Instant } from '../procedure/time/time';
import type { Cases, LastEntry, Listed, RunEnding, RunStatus, UnsentKeys } from './cases';
import { reasonOf } from './reason';
import { statusOf } from './unavailable';

/*
 * Reads from Temporal which cases run. Changes nothing, and decrypts nothing of a workflow but the failure of its task,
 * so that bad content in one workflow does not keep the others from being listed.
 */

const { WorkflowExecutionStatus, TaskQueueType } = temporal.api.enums.v1;

const [INVALID_ARGUMENT, NOT_FOUND] = [3, 5];
/** Statuses of gRPC that mean that no worker answered: CANCELLED, DEADLINE_EXCEEDED, UNAVAILABLE. */
const NOBODY_ANSWERED: readonly number[] = [1, 4, 14];
const pageSize = 1_000;
/**
 * The greatest history length of a run that is asleep: its start, its first task, the details for Temporal's UI, and
 * one timer. Anything that happens after that adds at least four events.
 */
const asleep = 6;
/**
 * The attempt of a workflow task from which the task counts as failing: it has failed twice, ten seconds apart. A
 * single failure may come from a worker that was just ending.
 */
const failedTwice = 3;
/** The time allowed for a list, in milliseconds. Ten thousand cases are listed in a few seconds. */
const listingTakes = 60_000;
/**
 * The time allowed for a case to say what it knows, in milliseconds. A case that is not cached has to be replayed
 * first.
 */
const sayingTakes = 5_000;
/** The longest time between two polls of a worker, in milliseconds. */
const asksWithin = 120_000;

const endings: Readonly<Partial<Record<number, RunEnding>>> = {
  [WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED]: 'completed',
  [WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED]: 'failed',
  [WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_CANCELED]: 'cancelled',
  [WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TERMINATED]: 'terminated',
  [WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_TIMED_OUT]: 'timed-out',
};

/** True if there is no such workflow, or it has ended: the server answers both with the same error. */
export const isNotFound = (error: unknown): boolean =>
  error instanceof WorkflowNotFoundError || (isGrpcServiceError(error) && error.code === NOT_FOUND);

async function idsOf(client: Client, query: string): Promise<ReadonlySet<string>> {
  const { namespace } = client.options;
  const ids = new Set<string>();
  let nextPageToken: Uint8Array = new Uint8Array();
  do {
    const page = await client.workflowService.listWorkflowExecutions({ namespace, query, pageSize, nextPageToken });
    for (const { execution } of page.executions ?? []) if (execution?.workflowId) ids.add(execution.workflowId);
    nextPageToken = page.nextPageToken ?? new Uint8Array();
  } while (nextPageToken.length > 0);
  return ids;
}

/** Asks Temporal within so many milliseconds. Throws `CasesUnavailable`. */
export type Within = <T>(ms: number, ask: () => Promise<T>) => Promise<T>;

/** The questions about many cases to Temporal's visibility, and those to the run of one case. */
export const questionsTo = (
  client: Client,
  within: Within,
): Pick<Cases, 'list' | 'suspects' | 'lastEntry' | 'unsent'> => ({
  list: () => within(listingTakes, () => listedBy(client)),
  suspects: (since) => within(listingTakes, () => suspectsBy(client, since)),
  lastEntry: (reference, runId) => within(sayingTakes, () => lastEntryOf(client, reference, runId)),
  unsent: (reference, runId) => within(sayingTakes, () => unsentOf(client, reference, runId)),
});

/** Lists the cases that run, and those of which a run ended in a way other than closing, by Temporal's visibility. */
async function listedBy(client: Client): Promise<Listed> {
  const of = (statuses: string): Promise<ReadonlySet<string>> =>
    idsOf(client, `WorkflowType = '${workflowType}' AND ExecutionStatus IN (${statuses})`);
  return {
    running: await of("'Running'"),
    endedOddly: await of("'Terminated', 'Failed', 'Canceled', 'TimedOut'"),
  };
}

/**
 * Lists workflows that may be in trouble: those for which the server reports problems, as after some failed tasks in a
 * row, and those that began or ended since a moment, perhaps by hand.
 */
async function suspectsBy(client: Client, since: Instant): Promise<ReadonlySet<string>> {
  const found = await Promise.all([
    reported(client),
    idsOf(client, `ExecutionStatus = 'Running' AND StartTime > '${since}'`),
    idsOf(client, `ExecutionStatus IN ('Terminated', 'Failed', 'Canceled', 'TimedOut') AND CloseTime > '${since}'`),
  ]);
  return new Set(found.flatMap((ids) => [...ids]));
}

async function reported(client: Client): Promise<ReadonlySet<string>> {
  try {
    return await idsOf(client, "ExecutionStatus = 'Running' AND TemporalReportedProblems IS NOT NULL");
  } catch (error) {
    // Servers before 1.30 do not know the attribute. Failing tasks are then found when cases are looked at.
    if (statusOf(error) === INVALID_ARGUMENT) return new Set();
    throw error;
  }
}

/**
 * Reads the state of a case's latest run. Its task counts as failing from the attempt `failsFrom`; from the third at
 * the earliest if the worker only did not answer in time.
 */
export async function runStatusOf(
  client: Client,
  reference: CaseReference,
  failsFrom = failedTwice,
): Promise<RunStatus> {
  const { namespace } = client.options;
  try {
    const execution = { workflowId: reference };
    const described = await client.workflowService.describeWorkflowExecution({ namespace, execution });
    const { workflowExecutionInfo: info, workflowExtendedInfo: more, pendingWorkflowTask: task } = described;
    const how = endings[info?.status ?? 0];
    if (how !== undefined) return { kind: 'ended', how };
    const runId = info?.execution?.runId ?? '';
    const tried = task?.attempt ?? 0;
    const reason = tried >= failsFrom ? await reasonOf(client, { reference, runId }) : undefined;
    const fails = reason?.timedOut === true && tried < failedTwice ? undefined : reason?.line;
    return {
      kind: 'running',
      runId,
      wasReset: more?.lastResetTime != null,
      isAsleep: Number(info?.historyLength ?? 0) <= asleep,
      ...(fails === undefined ? {} : { fails }),
    };
  } catch (error) {
    if (isNotFound(error)) return { kind: 'not-there' };
    throw error;
  }
}

/** True if a worker has polled for tasks of cases lately. */
export async function isWorkedBy(client: Client): Promise<boolean> {
  const { pollers } = await client.workflowService.describeTaskQueue({
    namespace: client.options.namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const since = (Date.now() - asksWithin) / 1000;
  return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since);
}

/** Asks a run for the last entry that it knows. */
async function lastEntryOf(client: Client, reference: CaseReference, runId: string): Promise<LastEntry> {
  const asked = await queried(client.workflow.getHandle(reference, runId), queries.lastEntry);
  if (asked.kind !== 'answer') return asked.kind;
  return typeof asked.answer === 'number' ? asked.answer : 'cannot-say';
}

/** Asks a run for the notices that it has still to send. */
async function unsentOf(client: Client, reference: CaseReference, runId: string): Promise<UnsentKeys> {
  const asked = await queried(client.workflow.getHandle(reference, runId), queries.unsent);
  if (asked.kind !== 'answer') return asked.kind;
  const { answer } = asked;
  return Array.isArray(answer) && answer.every((key) => typeof key === 'string') ? answer : 'cannot-say';
}

type Queried = { readonly kind: 'answer'; readonly answer: unknown } | { readonly kind: Exclude<LastEntry, number> };

async function queried(run: Pick<WorkflowHandle, 'query'>, name: string): Promise<Queried> {
  try {
    return { kind: 'answer', answer: await run.query(name) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof QueryNotRegisteredError) return { kind: 'cannot-say' };
    const status = statusOf(error);
    return { kind: status !== undefined && NOBODY_ANSWERED.includes(status) ? 'no-answer' : 'cannot-say' };
  }
}
