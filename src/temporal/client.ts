import {
  Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { ApplicationFailure, type DataConverter } from '@temporalio/common';
import {
  refusedType,
  signals,
  taskQueue,
  workflowType,
  type DecisionArguments,
  type IncidentWorkflow,
  type Receipt,
} from '../procedure/contract';
import type { Call } from '../procedure/decision';
import { summaryOf } from '../procedure/legible';
import type { Recording } from '../procedure/case/record';
import type { Refusal } from '../procedure/refusals';
import { refusalFrom } from '../procedure/stored-refusal';
import type { CaseReference } from '../procedure/time/time';
import { CasesUnavailable, type Cases, type Outcome, type RunStatus } from './cases';
import { inTurn } from './semaphore';
import { severalAtOnce } from './concurrency';
import { isNotFound, isWorkedBy, questionsTo, runStatusOf, type Within } from './run-status';
import { outsideRunsOn } from './outside-runs';
import { fastForward, setAhead, virtualNow } from './time-skipping';
import { asUnavailable, diagnosed, readable, standsStill } from './unavailable';

const patience = 10_000;
/**
 * Number of decisions sent to one case at a time. The server allows 10 in-flight Updates a workflow. On the 11th it
 * also fails the workflow task in progress, which may already have recorded an entry.
 */
const decisionsAtATime = 4;
/**
 * The time allowed for moving a case's clock forward, in milliseconds. It includes waiting for an earlier move to end.
 */
const movingTakes = 110_000;
/**
 * Number of cases that are signalled at the same time. One after another, ten thousand would take minutes. More at once
 * would slow down decisions that people take meanwhile.
 */
const toldAtOnce = 16;
/**
 * The attempt of a workflow task from which the task counts as failing while somebody waits for the case. The
 * comparison waits for one failure more.
 */
const failedOnce = 2;
/** The time allowed for finding out why a case gave no answer, in milliseconds. */
const lookingTakes = 3_000;

/** Finds the refusal in a failed Update. Throws `CasesUnavailable` where it cannot be decrypted here. */
function refusalIn(reference: CaseReference, error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusedType) return undefined;
  return refusalFrom(readable(reference, cause.details?.[0]), cause.message);
}

export interface CasesSettings {
  readonly connection: Connection;
  readonly namespace: string;
  /** Encrypts and decrypts what Temporal stores; see `dataConverterOf`. */
  readonly dataConverter: DataConverter;
}

const argumentsOf = ({ by, on, key, form, madeFrom, reasonForPassing, onBehalf }: Call): [DecisionArguments] => [
  {
    by,
    key,
    form,
    ...(on === undefined ? {} : { on }),
    ...(madeFrom === undefined ? {} : { madeFrom }),
    ...(reasonForPassing === undefined ? {} : { reasonForPassing }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
  },
];

/** Makes the cases behind a connection to Temporal. */
export function casesOn({ connection, namespace, dataConverter }: CasesSettings): Cases {
  const client = new Client({ connection, namespace, dataConverter });
  const ofOneCase = inTurn(decisionsAtATime);
  const clockOfOneCase = inTurn(1);
  /** Cases that stood still at the last look. */
  const stoodStill = new Set<CaseReference>();

  const within: Within = async (ms, ask) => {
    try {
      return await connection.withDeadline(Date.now() + ms, ask);
    } catch (error) {
      throw asUnavailable(error);
    }
  };

  const look = async (reference: CaseReference, ms: number, failsFrom?: number): Promise<RunStatus> => {
    const standing = await within(ms, () => runStatusOf(client, reference, failsFrom));
    if (standing.kind === 'running' && standing.fails !== undefined) stoodStill.add(reference);
    else stoodStill.delete(reference);
    return standing;
  };

  /**
   * Does the same as `within` for one case, and finds out the reason if the case gives no answer. Looks first if the
   * case stood still at the last look: a request waiting in such a case would be lost at its restart.
   */
  const ofCase = async <T>(reference: CaseReference, ms: number, ask: () => Promise<T>): Promise<T> => {
    if (stoodStill.has(reference)) {
      const standing = await look(reference, lookingTakes, failedOnce);
      if (standing.kind === 'running' && standing.fails !== undefined) throw standsStill(reference, standing.fails);
    }
    try {
      return await within(ms, ask);
    } catch (error) {
      throw await diagnosed(error, {
        reference,
        standing: () => look(reference, lookingTakes, failedOnce),
        isWorked: () => within(lookingTakes, () => isWorkedBy(client)),
      });
    }
  };

  const startOptions = (file: Recording['file']) => ({
    workflowId: file.reference,
    taskQueue,
    args: [file],
    staticSummary: summaryOf(file),
    staticDetails: `A case of ${file.policy.partnership.name}. Its page is under "Current details"; decisions are its Updates.`,
  });

  const taken = (outcome: Receipt): Outcome => ({ kind: 'taken', ...outcome });

  async function answered(
    reference: CaseReference,
    ask: () => Promise<Receipt>,
    withinMs = patience,
  ): Promise<Outcome> {
    if (withinMs <= 0) throw new CasesUnavailable('no-answer');
    try {
      return taken(readable(reference, await ofCase(reference, withinMs, ask)));
    } catch (error) {
      const refusal = refusalIn(reference, error);
      if (refusal !== undefined) return { kind: 'refused', refusal };
      if (isNotFound(error)) return { kind: 'no-such-case' };
      throw error;
    }
  }

  return {
    outside: outsideRunsOn(client, (ask) => within(patience, ask)),

    async open({ file, events, notices }) {
      try {
        await within(patience, () =>
          client.workflow.start<IncidentWorkflow>(workflowType, {
            ...startOptions(file),
            args: [file, { events, notices }],
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          }),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
        if (!(await makeRoom(file.reference))) return;
        await within(patience, () =>
          client.workflow.start<IncidentWorkflow>(workflowType, {
            ...startOptions(file),
            args: [file, { events, notices }],
            workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          }),
        );
      }
    },

    decide: (reference, call) =>
      ofOneCase(reference, (waitedMs) =>
        answered(
          reference,
          () =>
            client.workflow.getHandle(reference).executeUpdate<Receipt, [DecisionArguments]>(call.name, {
              updateId: call.key,
              args: argumentsOf(call),
            }),
          patience - waitedMs,
        ),
      ),

    reopen: (file, call) =>
      answered(file.reference, () =>
        client.workflow.executeUpdateWithStart<IncidentWorkflow, Receipt, [DecisionArguments]>(call.name, {
          updateId: call.key,
          args: argumentsOf(call),
          startWorkflowOperation: new WithStartWorkflowOperation(workflowType, {
            ...startOptions(file),
            args: [file],
            workflowIdReusePolicy: 'ALLOW_DUPLICATE',
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        }),
      ),

    async now(reference) {
      try {
        return await ofCase(reference, patience, () => virtualNow(client, reference));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async advance(reference, to) {
      try {
        return await clockOfOneCase(reference, (waitedMs) => {
          const withinMs = movingTakes - waitedMs;
          if (withinMs <= 0) throw new CasesUnavailable('no-answer');
          return ofCase(reference, withinMs, () => fastForward({ client, namespace, reference, to, withinMs }));
        });
      } catch (error) {
        if (isNotFound(error)) return { kind: 'no-such-case' };
        throw error;
      }
    },

    calendarChanged: (references) => tell(references, signals.calendarChanged),
    takeUpCurrentCode: (references) => tell(references, signals.takeUpCurrentCode),
    sendWaiting: (references) => tell(references, signals.sendWaiting),

    standing: (reference) => look(reference, patience),
    isWorked: () => within(patience, () => isWorkedBy(client)),
    ...questionsTo(client, within),

    async restart({ file, entry, inPlaceOf, aheadMs = 0 }) {
      const { reference } = file;
      if (inPlaceOf !== undefined) await end(reference, inPlaceOf);
      try {
        await within(patience, () =>
          client.workflow.start<IncidentWorkflow>(workflowType, {
            ...startOptions(file),
            args: entry === undefined ? [file] : [file, entry],
            workflowIdReusePolicy: 'ALLOW_DUPLICATE',
            workflowIdConflictPolicy: 'FAIL',
          }),
        );
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
        throw error;
      }
      if (aheadMs > 0) await within(patience, () => setAhead({ client, namespace, reference, aheadMs }));
      return true;
    },

    async whyNotReady() {
      try {
        await within(2_000, () => client.workflowService.describeNamespace({ namespace }));
        return undefined;
      } catch (error) {
        if (error instanceof CasesUnavailable) return error.message;
        throw error;
      }
    },
  };

  /**
   * Says whether a case may be started although its reference has had a run. True if that run fails (it was started by
   * hand, and is ended here), or has ended in a way other than closing. False if it goes on: it is the case itself,
   * started a moment ago.
   */
  async function makeRoom(reference: CaseReference): Promise<boolean> {
    const standing = await look(reference, patience, failedOnce);
    if (standing.kind !== 'running') return standing.kind === 'ended' && standing.how !== 'completed';
    if (standing.fails === undefined) return false;
    await end(reference, standing.runId);
    return true;
  }

  /** Ends this run only. A newer run under the same reference is left alone. */
  async function end(reference: CaseReference, runId: string): Promise<void> {
    try {
      await within(patience, () =>
        client.workflow.getHandle(reference, runId).terminate('Another run takes its place, from the record.'),
      );
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async function tell(references: readonly CaseReference[], signal: keyof typeof signals): Promise<number> {
    let told = 0;
    await severalAtOnce(toldAtOnce, references, async (reference) => {
      try {
        await within(patience, () => client.workflow.getHandle(reference).signal(signal));
        told += 1;
      } catch (error) {
        // A case that closed a moment ago needs no signal.
        if (!isNotFound(error)) throw error;
      }
    });
    return told;
  }
}
