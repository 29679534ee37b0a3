import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { workflowType } from '../procedure/contract';
import { outsideWorkflowType } from '../procedure/outside-notification/contract';

const query = `WorkflowType IN ('${workflowType}', '${outsideWorkflowType}')`;
const emptyWithinMs = 120_000;

/** Counts the cases and notifications from outside of this namespace, running and closed. */
export const casesThere = async (client: Client): Promise<number> => (await client.workflow.count(query)).count;

/**
 * Deletes every case and notification from outside of this namespace with its history, so that each can be started again as if it had never run.
 * False if some are still there after two minutes, since the server deletes in the background.
 */
export async function deleteCases(client: Client): Promise<boolean> {
  const { namespace } = client.options;
  const until = Date.now() + emptyWithinMs;
  const asked = new Set<string>();
  while ((await casesThere(client)) > 0) {
    if (Date.now() > until) return false;
    for await (const { workflowId, runId } of client.workflow.list({ query })) {
      if (asked.has(runId)) continue;
      asked.add(runId);
      await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId, runId } });
    }
    await pause(500);
  }
  return true;
}
