import { availableParallelism } from 'node:os';
import { Client, type Connection } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { DataConverter } from '@temporalio/common';
import type { CaseReference } from '../procedure/time/time';
import { isNotFound } from './run-status';

/** A case with which the workflows of this build cannot go on, and the error of its replay. */
export interface CannotGoOn {
  readonly reference: CaseReference;
  readonly why: string;
}

export interface OpenCases {
  readonly connection: Connection;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
  /** The workflows of this build. */
  readonly bundle: string;
  readonly references: readonly CaseReference[];
}

/** Number of histories that each replayer fetches at a time. Ten thousand would not fit into memory. */
const together = 20;
/** Number of failures after which the replay stops. More would say the same. */
const enough = 10;
/**
 * Greatest number of replayers. Each takes a thread and a compiled copy of the workflows; nothing else runs at that
 * time.
 */
const atMost = 4;

/**
 * Replays in threads. By default the SDK replays on the main thread, where it leaves a hook on every promise for good:
 * the whole program is slower from then on.
 */
export const inThreads = { debugMode: false } as const;

/**
 * Replays the history of every open case with the workflows of this build, and lists those that cannot go on with them.
 * Takes no task and changes nothing. A case at rest has a history of a few events, so ten thousand cases take minutes.
 */
export async function replayOpenCases(open: OpenCases): Promise<readonly CannotGoOn[]> {
  const { bundle, dataConverter, references } = open;
  const found: CannotGoOn[] = [];
  const isEnough = (): boolean => found.length >= enough;
  // Shares the portions among the replayers, because histories differ in length: whichever is done takes the next.
  const portions = inPortions(references);
  const replayOn = async (): Promise<void> => {
    const options = { workflowBundle: { codePath: bundle }, dataConverter, ...inThreads };
    const replayed = Worker.runReplayHistories(options, histories(open, portions, isEnough));
    for await (const { workflowId, error } of replayed) {
      if (error !== undefined) found.push({ reference: workflowId as CaseReference, why: error.message });
    }
  };
  const replayers = Math.max(1, Math.min(atMost, availableParallelism(), Math.ceil(references.length / together)));
  await Promise.all(Array.from({ length: replayers }, replayOn));
  return found.sort((one, other) => (one.reference < other.reference ? -1 : 1));
}

function* inPortions(references: readonly CaseReference[]): Generator<readonly CaseReference[]> {
  for (let at = 0; at < references.length; at += together) yield references.slice(at, at + together);
}

async function* histories(
  { connection, namespace }: OpenCases,
  portions: Iterable<readonly CaseReference[]>,
  isEnough: () => boolean,
) {
  const client = new Client({ connection, namespace });
  const historyOf = async (workflowId: CaseReference) => {
    try {
      return [{ workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() }];
    } catch (error) {
      // Skips a case that Temporal does not know: it has no history that could fail. The comparison finds such lost
      // cases.
      if (isNotFound(error)) return [];
      throw error;
    }
  };
  for (const portion of portions) {
    if (isEnough()) return;
    yield* (await Promise.all(portion.map(historyOf))).flat();
  }
}
