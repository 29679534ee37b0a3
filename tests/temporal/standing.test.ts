import { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { runStatusOf } from '../../src/temporal/run-status';
import type { CaseReference } from '../../src/procedure/time/time';

/* What the server says of a case's task, and whether that is a fault. */

const { DescribeWorkflowExecutionResponse, GetWorkflowExecutionHistoryReverseResponse } =
  temporal.api.workflowservice.v1;

const timedOut = { workflowTaskTimedOutEventAttributes: {} };
const failed = { workflowTaskFailedEventAttributes: { failure: { message: 'no such day' } } };

/** A client whose server says that a task is tried for the nth time, and how the try before it ended. */
function aClient(attempt: number, ended: object): Client {
  const client = new Client();
  const { workflowService } = client;
  const described = DescribeWorkflowExecutionResponse.create({
    workflowExecutionInfo: { execution: { runId: 'a-run' } },
    pendingWorkflowTask: { attempt },
  });
  const history = GetWorkflowExecutionHistoryReverseResponse.create({ history: { events: [ended] } });
  jest.spyOn(workflowService, 'describeWorkflowExecution').mockImplementation(() => Promise.resolve(described));
  jest.spyOn(workflowService, 'getWorkflowExecutionHistoryReverse').mockImplementation(() => Promise.resolve(history));
  return client;
}

const failsWith = async (attempt: number, ended: object, failsFrom?: number) => {
  const standing = await runStatusOf(aClient(attempt, ended), 'SIN-2026-0001' as CaseReference, failsFrom);
  return standing.kind === 'running' ? standing.fails : standing.kind;
};

test('A case whose worker was slow once, or was killed, does not stand still, though somebody waits for it', async () => {
  expect(await failsWith(2, timedOut, 2)).toBeUndefined();
});

test('A case whose worker never answers in time stands still', async () => {
  expect(await failsWith(3, timedOut, 2)).toBe('the worker took it and did not answer');
  expect(await failsWith(3, timedOut)).toBe('the worker took it and did not answer');
});

test('A case whose task failed once stands still for whoever waits for it, and for the comparison when it failed twice', async () => {
  expect(await failsWith(2, failed, 2)).toBe('no such day');
  expect(await failsWith(2, failed)).toBeUndefined();
  expect(await failsWith(3, failed)).toBe('no such day');
});
