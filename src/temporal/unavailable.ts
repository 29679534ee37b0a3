import { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { sayUnreadable } from '../procedure/case/unreadable';
import { CasesUnavailable, type WhyUnavailable } from './cases';

/* Says what a failed call to Temporal means. "Cannot be reached" is said only if nothing answered. */

/** Reasons for every gRPC status except OK. NOT_FOUND is mostly handled before this table is used. */
const reasons: Readonly<Record<number, WhyUnavailable>> = {
  1: 'too-slow', // CANCELLED
  2: 'engine-error', // UNKNOWN
  3: 'engine-error', // INVALID_ARGUMENT
  4: 'too-slow', // DEADLINE_EXCEEDED
  5: 'engine-error', // NOT_FOUND
  6: 'engine-error', // ALREADY_EXISTS
  7: 'turned-away', // PERMISSION_DENIED
  8: 'busy', // RESOURCE_EXHAUSTED
  9: 'engine-error', // FAILED_PRECONDITION
  10: 'engine-error', // ABORTED
  11: 'engine-error', // OUT_OF_RANGE
  12: 'engine-error', // UNIMPLEMENTED
  13: 'engine-error', // INTERNAL
  14: 'away', // UNAVAILABLE
  15: 'engine-error', // DATA_LOSS
  16: 'turned-away', // UNAUTHENTICATED
};

/** Finds the gRPC status with which a call failed, also in the cause of the error. */
export function statusOf(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && isGrpcServiceError(error.cause) ? error.cause.code : undefined;
}

/** Turns a failed call into `CasesUnavailable`. Returns any other error as it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError)
    return new CasesUnavailable('too-slow', { cause: error });
  const status = statusOf(error);
  return status === undefined ? error : new CasesUnavailable(reasons[status] ?? 'engine-error', { cause: error });
}

/** The case that gave no answer, and queries that find out why. */
export interface Diagnosing {
  readonly reference: string;
  /** Reads the state of the run. Throws `CasesUnavailable` if the server does not answer. */
  standing(): Promise<{ readonly kind: string; readonly fails?: string }>;
  isWorked(): Promise<boolean>;
}

/** Reasons that may lie with one case. The others concern the whole server, or this program. */
const mayBeTheCase: readonly WhyUnavailable[] = ['away', 'too-slow', 'busy', 'engine-error'];

/**
 * Finds out why one case gave no answer, by asking the server about it. If the server answers, Temporal can be reached.
 * The reason is then that the case's task fails, that no worker runs the cases, or that the case is slow.
 */
export async function diagnosed(error: unknown, { reference, standing, isWorked }: Diagnosing): Promise<unknown> {
  if (!(error instanceof CasesUnavailable) || !mayBeTheCase.includes(error.reason)) return error;
  try {
    const now = await standing();
    if (now.kind !== 'running') return error;
    if (now.fails !== undefined) return standsStill(reference, now.fails, error);
    if (!(await isWorked())) return new CasesUnavailable('no-worker', { cause: error });
  } catch {
    return error;
  }
  if (error.reason === 'busy') return error;
  const sentence = `Temporal answers, and ${reference} did not answer in time.`;
  return new CasesUnavailable('no-answer', { cause: error, sentence });
}

/** Makes the error for a case whose workflow task fails. Requests to such a case wait until it is restarted. */
export const standsStill = (reference: string, why: string, cause?: unknown): CasesUnavailable =>
  new CasesUnavailable('stands-still', {
    cause,
    sentence: `${reference} stands still: its workflow task fails (${why}). The Business Unit has a task within a minute: restart the case from its record under "Cases and the engine", or ask IT to.`,
  });

/**
 * Returns the answer of a case. Throws `CasesUnavailable` if it cannot be read here, because case and caller have
 * different keys.
 */
export function readable<T>(reference: string, answer: T): T {
  const why = sayUnreadable(answer);
  if (why === undefined) return answer;
  const sentence = `${reference} answered, and its answer cannot be read here. ${why} IT has to give every process the same keys; what the case decided is on its record.`;
  throw new CasesUnavailable('engine-error', { sentence });
}
