import { WorkflowExecutionAlreadyStartedError, type Client, type WorkflowIdConflictPolicy } from '@temporalio/client';
import { taskQueue } from '../procedure/contract';
import {
  outsideChanged,
  outsideWorkflowId,
  outsideWorkflowType,
  type OutsideCarried,
  type OutsideWorkflow,
} from '../procedure/outside-notification/contract';
import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import type { OutsideRuns } from './cases';

/** Makes a call with a time limit. Throws `CasesUnavailable`. */
type Within = <T>(ask: () => Promise<T>) => Promise<T>;

/** The workflows of notifications from outside, behind a client of Temporal. */
export function outsideRunsOn(client: Client, within: Within): OutsideRuns {
  const options = (number: ReceiptNumber) => ({
    workflowId: outsideWorkflowId(number),
    taskQueue,
    args: [{ number }] as [OutsideCarried],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
    staticSummary: `${number}: waits to be taken`,
  });
  const start = async (number: ReceiptNumber, conflict: WorkflowIdConflictPolicy): Promise<void> => {
    try {
      await within(() =>
        client.workflow.start<OutsideWorkflow>(outsideWorkflowType, {
          ...options(number),
          workflowIdConflictPolicy: conflict,
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
  return {
    begin: (number) => start(number, 'USE_EXISTING'),
    beginAnew: (number) => start(number, 'TERMINATE_EXISTING'),
    async changed(number) {
      await within(() =>
        client.workflow.signalWithStart<OutsideWorkflow, []>(outsideWorkflowType, {
          ...options(number),
          signal: outsideChanged,
          signalArgs: [],
        }),
      );
    },
  };
}
