import {
  Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
  isGrpcServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { ApplicationFailure, type DataConverter } from '@temporalio/common';
import type { Call } from '../procedure/decision';
import { summaryOf } from '../procedure/legible';
import type { Recording } from '../procedure/record';
import type { Refusal } from '../procedure/refusals';
import type { CaseReference } from '../procedure/time';
import { CasesUnavailable, type Cases, type Outcome } from './cases';
import { inTurn } from './in-turn';
import { severalAtOnce } from './several-at-once';
import { isNotFound, lastEntryOf, listedBy, standingOf } from './standing';
import { fastForward, setAhead, virtualNow } from './time-skipping';

/** The task queue of every case. */
export const taskQueue = 'incidents';
/** The type of a case's workflow. */
export const workflowType = 'incident';

/** The type and shape of what a refused Update fails with; `workflows/doors.ts` throws it. */
const refusedType = 'DecisionRefused';

const patience = 10_000;
/**
 * How many decisions are asked of one case at a time. The server refuses an eleventh Update in flight, and in refusing
 * it forgets the task in which the case has just taken another, whose entry may be on the record already.
 */
const decisionsAtATime = 4;
/** How long moving a case's clock forward may take, in milliseconds, with the move before it that it waits for. */
const movingTakes = 110_000;
/**
 * So many cases are told of something at the same time: one after another, ten thousand would take minutes, and whoever
 * decides meanwhile is to find the server free.
 */
const toldAtOnce = 16;
/** Ten thousand cases are listed in a few seconds. */
const listingTakes = 60_000;
/** How long a case is given to say how far it is: one that does not run has to be replayed first. */
const sayingTakes = 5_000;

interface Receipt {
  readonly seq: number;
  readonly recorded: boolean;
  readonly repeated: boolean;
}

const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;

/** Says what went wrong with the engine as one of two things: it is away, or it is too slow. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return new CasesUnavailable('too-slow', { cause: error });
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  if (!isGrpcServiceError(cause)) return error;
  const slow = cause.code === DEADLINE_EXCEEDED || cause.code === CANCELLED || cause.code === RESOURCE_EXHAUSTED;
  return new CasesUnavailable(slow ? 'too-slow' : 'away', { cause: error });
}

function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusedType) return undefined;
  const [refusal] = cause.details ?? [];
  // The detail of this type of failure is a refusal by the contract of the doors.
  return refusal as Refusal;
}

export interface CasesSettings {
  readonly connection: Connection;
  readonly namespace: string;
  /** How what Temporal stores is written and read; see `dataConverterOf`. */
  readonly dataConverter: DataConverter;
}

/** The engine behind a connection to Temporal. */
export function casesOn({ connection, namespace, dataConverter }: CasesSettings): Cases {
  const client = new Client({ connection, namespace, dataConverter });
  const ofOneCase = inTurn(decisionsAtATime);
  const clockOfOneCase = inTurn(1);

  const within = async <T>(ms: number, ask: () => Promise<T>): Promise<T> => {
    try {
      return await connection.withDeadline(Date.now() + ms, ask);
    } catch (error) {
      throw asUnavailable(error);
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

  async function answered(ask: () => Promise<Receipt>, withinMs = patience): Promise<Outcome> {
    if (withinMs <= 0) throw new CasesUnavailable('too-slow');
    try {
      return taken(await within(withinMs, ask));
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal !== undefined) return { kind: 'refused', refusal };
      if (isNotFound(error)) return { kind: 'no-such-case' };
      throw error;
    }
  }

  const argumentsOf = ({ by, on, key, form, madeFrom, reasonForPassing }: Call): [unknown] => [
    {
      by,
      key,
      form,
      ...(on === undefined ? {} : { on }),
      ...(madeFrom === undefined ? {} : { madeFrom }),
      ...(reasonForPassing === undefined ? {} : { reasonForPassing }),
    },
  ];

  return {
    async open({ file, events, notices }) {
      try {
        await within(patience, () =>
          client.workflow.start(workflowType, {
            ...startOptions(file),
            args: [file, { events, notices }],
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
          }),
        );
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },

    decide: (reference, call) =>
      ofOneCase(reference, (waitedMs) =>
        answered(
          () =>
            client.workflow.getHandle(reference).executeUpdate<Receipt, [unknown]>(call.name, {
              updateId: call.key,
              args: argumentsOf(call),
            }),
          patience - waitedMs,
        ),
      ),

    reopen: (file, call) =>
      answered(() =>
        client.workflow.executeUpdateWithStart<(file: Recording['file']) => Promise<unknown>, Receipt, [unknown]>(
          call.name,
          {
            updateId: call.key,
            args: argumentsOf(call),
            startWorkflowOperation: new WithStartWorkflowOperation(workflowType, {
              ...startOptions(file),
              args: [file],
              workflowIdReusePolicy: 'ALLOW_DUPLICATE',
              workflowIdConflictPolicy: 'USE_EXISTING',
            }),
          },
        ),
      ),

    async now(reference) {
      try {
        return await within(patience, () => virtualNow(client, reference));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },

    async advance(reference, to) {
      try {
        return await clockOfOneCase(reference, (waitedMs) => {
          const withinMs = movingTakes - waitedMs;
          if (withinMs <= 0) throw new CasesUnavailable('too-slow');
          return fastForward({ client, namespace, reference, to, withinMs });
        });
      } catch (error) {
        if (isNotFound(error)) return { kind: 'no-such-case' };
        throw asUnavailable(error);
      }
    },

    calendarChanged: (references) => tell(references, 'calendarChanged'),
    takeUpCurrentCode: (references) => tell(references, 'takeUpCurrentCode'),

    list: () => within(listingTakes, () => listedBy(client, workflowType)),
    standing: (reference) => within(patience, () => standingOf(client, reference)),
    lastEntry: (reference, runId) => within(sayingTakes, () => lastEntryOf(client, reference, runId)),

    async restart({ file, entry, inPlaceOf, aheadMs = 0 }) {
      const { reference } = file;
      if (inPlaceOf !== undefined) await end(reference, inPlaceOf);
      try {
        await within(patience, () =>
          client.workflow.start(workflowType, {
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

    async isReady() {
      try {
        await connection.withDeadline(Date.now() + 2_000, () =>
          client.workflowService.describeNamespace({ namespace }),
        );
        return true;
      } catch {
        return false;
      }
    },
  };

  /** Ends this very run: one that has come in its place since is another's. */
  async function end(reference: CaseReference, runId: string): Promise<void> {
    try {
      await within(patience, () =>
        client.workflow.getHandle(reference, runId).terminate('Restarted from the record, which it had parted from.'),
      );
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  async function tell(references: readonly CaseReference[], signal: string): Promise<number> {
    let told = 0;
    await severalAtOnce(toldAtOnce, references, async (reference) => {
      try {
        await within(patience, () => client.workflow.getHandle(reference).signal(signal));
        told += 1;
      } catch (error) {
        // One that closed a moment ago has nothing to be told.
        if (!isNotFound(error)) throw error;
      }
    });
    return told;
  }
}
