import type { Client } from '@temporalio/client';
import { isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { fromMillis, toMillis } from '../procedure/time/dates';
import type { CaseReference, Instant } from '../procedure/time/time';
import type { Advance } from './cases';

/*
 * Moves a practice case forward. Temporal's own server skips time for one workflow, and only while nothing is in
 * flight.
 */

const UNIMPLEMENTED = 12;
const INVALID_ARGUMENT = 3;
const FAILED_PRECONDITION = 9;

/** The answer to a poll that the server ended before the fast-forward was done: poll again. */
const POLL_TIMEOUT = 1;

/** Number of wake-ups after which the server stops a session; more than any case has in a year. */
const wakeUps = 5_000;

interface Timestamp {
  readonly seconds?: unknown;
  readonly nanos?: unknown;
}

const millisOf = ({ seconds, nanos }: Timestamp): number =>
  Number(seconds ?? 0) * 1000 + Math.floor(Number(nanos ?? 0) / 1_000_000);

/** Reads a case's own clock: the wall clock, unless time was skipped for the case. */
export async function virtualNow(client: Client, reference: CaseReference): Promise<Instant> {
  const described = await client.workflow.getHandle(reference).describe();
  const current = described.raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return fromMillis(current == null ? Date.now() : Math.max(Date.now(), millisOf(current)));
}

interface ClockOfCase {
  readonly client: Client;
  readonly namespace: string;
  readonly reference: CaseReference;
}

interface FastForward extends ClockOfCase {
  readonly to: Instant;
  /** The time that the move may take on the wall clock, in milliseconds. */
  readonly withinMs: number;
}

const cannotSkip = (sentence: string): Advance => ({ kind: 'cannot-skip', sentence });

interface Asked extends ClockOfCase {
  readonly id: string;
  readonly duration: number;
}

async function askFor({ client, namespace, reference, id, duration }: Asked): Promise<void> {
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution: { workflowId: reference },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        maxSessionSkipCount: wakeUps,
        fastForwardConfig: { id, duration: msToTs(duration) },
      },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
}

/** The server's reason for refusing to skip time; undefined for any other error. */
const whyNot = (error: unknown): string | undefined =>
  isGrpcServiceError(error) &&
  (error.code === UNIMPLEMENTED || error.code === INVALID_ARGUMENT || error.code === FAILED_PRECONDITION)
    ? error.details
    : undefined;

interface Ahead extends ClockOfCase {
  readonly aheadMs: number;
}

/**
 * Asks the server to move a newly started case ahead of the wall clock, as soon as the case is at rest. Does not wait
 * for that, and needs no worker yet. If the server cannot skip time, the case stays on the wall clock.
 */
export async function setAhead({ client, namespace, reference, aheadMs }: Ahead): Promise<void> {
  try {
    await askFor({ client, namespace, reference, id: `ahead-by-${aheadMs}`, duration: aheadMs });
  } catch (error) {
    if (whyNot(error) === undefined) throw error;
  }
}

/**
 * Moves one case's clock forward to a moment; the case wakes for every timer on the way. The server is given a
 * duration, not a moment: of two moves at once the second would begin wherever the first had come to.
 */
export async function fastForward({ client, namespace, reference, to, withinMs }: FastForward): Promise<Advance> {
  const { workflowService } = client;
  const before = await virtualNow(client, reference);
  const duration = toMillis(to) - toMillis(before);
  if (duration <= 0) return { kind: 'moved', now: before };
  const workflowExecution = { workflowId: reference };
  const id = `to-${to}-from-${before}`;
  try {
    await askFor({ client, namespace, reference, id, duration });
    const poll = () =>
      workflowService.pollWorkflowExecutionTimeSkipping({ namespace, workflowExecution, fastForwardId: id });
    await client.connection.withDeadline(Date.now() + withinMs, async () => {
      // The server ends a poll after some twenty seconds, even if the fast-forward is still going on.
      while ((await poll()).fastForwardPollingResult === POLL_TIMEOUT);
    });
  } catch (error) {
    const why = whyNot(error);
    if (why !== undefined) {
      return cannotSkip(
        `This Temporal server cannot move a case's time forward: ${why}. Use the embedded server, or switch time skipping on.`,
      );
    }
    throw error;
  }
  return { kind: 'moved', now: await virtualNow(client, reference) };
}
