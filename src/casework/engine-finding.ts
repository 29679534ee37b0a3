import type { CaseReference } from '../procedure/time/time';
import type { OpenCase } from '../records/cases';
import type { LastEntry, RunEnding, RunStatus } from '../temporal/cases';

/** The fault found in an open case that has to be restarted from its record. */
export type Finding =
  /** The workflow has ended, though the case is open. */
  | { readonly kind: RunEnding }
  /** Temporal has no such workflow. */
  | { readonly kind: 'not-there' }
  /** The workflow runs, but was reset to an earlier moment of its history. */
  | { readonly kind: 'reset'; readonly runId: string }
  /** The workflow runs, but does not know the last entries of its record. */
  | { readonly kind: 'behind'; readonly runId: string; readonly knows: number; readonly onRecord: number }
  /**
   * The workflow runs, but wrote another entry in the place of one that is on the record. Nothing of it is recorded
   * since.
   */
  | { readonly kind: 'contradicts'; readonly runId: string; readonly entry: number }
  /**
   * The workflow runs, but its workflow task fails again and again, for this reason. No decision can be taken in it.
   */
  | { readonly kind: 'task-fails'; readonly runId: string; readonly reason: string }
  /** The workflow runs, but does not answer, though other cases do. */
  | { readonly kind: 'no-answer'; readonly runId: string };

export type FindingKind = Finding['kind'];

/** An open case that does not go on as it should. */
export interface FoundCase {
  readonly reference: CaseReference;
  readonly finding: Finding;
}

/** Words for each finding, as the end of a sentence that begins with the case. */
const said: Readonly<Record<FindingKind, string>> = {
  completed: 'is open on the record, and its workflow has ended as if it were closed',
  failed: 'has stopped running: its workflow failed',
  cancelled: 'has stopped running: its workflow was cancelled in Temporal',
  terminated: 'has stopped running: its workflow was terminated in Temporal',
  'timed-out': 'has stopped running: its workflow timed out',
  'not-there': 'is not in Temporal at all',
  reset: 'was reset in Temporal, and may do again what it has done already',
  behind: 'runs in Temporal without knowing the last entries of its record',
  contradicts: 'has parted from its record in Temporal, and nothing more of it is recorded',
  'task-fails': 'stands still: its workflow task fails again and again',
  'no-answer': 'stands still: it does not answer in Temporal, though other cases do',
};

const isFindingKind = (value: unknown): value is FindingKind => typeof value === 'string' && Object.hasOwn(said, value);

/** Says in one sentence what was found of a case, with Temporal's reason if there is one. */
export const sayFinding = (reference: CaseReference, finding: Finding): string =>
  `${reference} ${said[finding.kind]}${finding.kind === 'task-fails' ? ` (${finding.reason})` : ''}.`;

/**
 * True if the case may be restarted without a person's order. A case whose task fails may fail again after the restart,
 * because the fault is in the program, and would be restarted for ever. A case that gives no answer may only be slow.
 */
export const restartsByItself = ({ kind }: Finding): boolean => kind !== 'task-fails' && kind !== 'no-answer';

/** Says why a case was restarted, for its record. `found` is the finding that the entry names. */
export const restartedBecause = (found: unknown): string =>
  isFindingKind(found) ? `The case ${said[found]}.` : 'It did not run in Temporal.';

/**
 * Compares an open case with what Temporal says of it. Returns undefined if the case goes on as it should. `lastEntry`
 * shows whether a running case is behind. Ask for it after the record was read, because the case goes on meanwhile.
 */
export function findingOf(
  { seq, contradicted }: Pick<OpenCase, 'seq' | 'contradicted'>,
  standing: RunStatus,
  lastEntry: LastEntry = 'cannot-say',
): Finding | undefined {
  if (standing.kind === 'not-there') return { kind: 'not-there' };
  if (standing.kind === 'ended') return { kind: standing.how };
  const { runId, wasReset } = standing;
  if (contradicted !== undefined) return { kind: 'contradicts', runId, entry: contradicted };
  if (wasReset) return { kind: 'reset', runId };
  if (standing.fails !== undefined) return { kind: 'task-fails', runId, reason: standing.fails };
  return typeof lastEntry === 'number' && lastEntry < seq
    ? { kind: 'behind', runId, knows: lastEntry, onRecord: seq }
    : undefined;
}
