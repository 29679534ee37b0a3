import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import type { CaseReference } from '../procedure/time/time';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** So many of a run's last events hold the failure of its task: the server writes down the first try of a row alone. */
const lastEvents = 20;
/** A reason is a line. */
const longest = 200;

const unknown = 'for a reason that Temporal does not say';

/** Which run. */
export interface RunOfCase {
  readonly reference: CaseReference;
  readonly runId: string;
}

/** Why the task of a run fails. */
export interface Reason {
  /** A line: the message of the failure without what it quotes, which may be what somebody wrote. */
  readonly line: string;
  /** The worker did not answer in the time of a task, as happens on a busy machine too, or where a worker is killed. */
  readonly timedOut: boolean;
}

/** Says why the task of a run fails, from the last events of its history. */
export async function reasonOf(client: Client, { reference, runId }: RunOfCase): Promise<Reason> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId: reference, runId },
    maximumPageSize: lastEvents,
  });
  const ended = (history?.events ?? []).find(
    (event) => event.workflowTaskFailedEventAttributes != null || event.workflowTaskTimedOutEventAttributes != null,
  );
  return {
    line: ended === undefined ? unknown : await sayEnded(client, ended, reference),
    timedOut: ended?.workflowTaskTimedOutEventAttributes != null,
  };
}

async function sayEnded(client: Client, event: HistoryEvent, reference: CaseReference): Promise<string> {
  const failed = event.workflowTaskFailedEventAttributes;
  if (failed == null) return 'the worker took it and did not answer';
  try {
    const error = await decodeOptionalFailureToOptionalError(client.options.loadedDataConverter, failed.failure, {
      type: 'workflow',
      namespace: client.options.namespace,
      workflowId: reference,
    });
    return inALine(error?.message ?? '');
  } catch {
    return unknown;
  }
}

/** A message as a line: what it quotes is left out, for it may be what somebody wrote. */
export function inALine(message: string): string {
  const line = message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line === '') return unknown;
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
