import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import type { CaseReference } from '../procedure/time/time';

type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/**
 * Number of last events of a run that are read for the failure of its task. They are enough, since the server records
 * only the first of several failed attempts in a row.
 */
const lastEvents = 20;
/** Greatest length of a reason, in characters. */
const longest = 200;

const unknown = 'for a reason that Temporal does not say';

/** A run of a case. */
export interface RunOfCase {
  readonly reference: CaseReference;
  readonly runId: string;
}

/** The reason why the task of a run fails. */
export interface Reason {
  /** The message of the failure, on one line and without quoted text, which may be something that a person wrote. */
  readonly line: string;
  /** True if the worker did not answer within the time of a task, as on a busy machine, or when a worker is killed. */
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

/** Shortens a message to one line. Leaves out quoted text, which may be something that a person wrote. */
export function inALine(message: string): string {
  const line = message
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line === '') return unknown;
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
