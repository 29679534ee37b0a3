import { setTimeout as pause } from 'node:timers/promises';
import type { CaseReference } from '../procedure/time/time';
import type { Cases } from '../temporal/cases';
import { severalAtOnce } from '../temporal/concurrency';

/** A clean stop has no more patience than this: whoever stops it waits. */
const limits = { waitMs: 15_000, pollMs: 100, together: 20 };

export interface MovingOn {
  readonly cases: Pick<Cases, 'standing' | 'takeUpCurrentCode'>;
  readonly references: readonly CaseReference[];
  readonly say: (sentence: string) => void;
  readonly limits?: typeof limits;
}

/**
 * Asks open cases to go on in a new run where anything happened since theirs began, and waits until they have: a worker
 * that ended before would leave them in the middle of it, which only the code that began it can finish. Answers those
 * that have not in time, those that there was no time to ask among them.
 */
export async function moveOn({
  cases,
  references,
  say,
  limits: { waitMs, pollMs, together } = limits,
}: MovingOn): Promise<readonly CaseReference[]> {
  const end = Date.now() + waitMs;
  const isLate = () => Date.now() > end;
  const left = new Map<CaseReference, string | undefined>(references.map((one) => [one, undefined]));
  await severalAtOnce(together, references, async (reference) => {
    if (isLate()) return;
    const standing = await cases.standing(reference);
    if (standing.kind !== 'running' || standing.isAsleep) {
      left.delete(reference);
      return;
    }
    left.set(reference, standing.runId);
    if (!isLate()) await cases.takeUpCurrentCode([reference]);
  });
  while (left.size > 0 && !isLate()) {
    await severalAtOnce(together, [...left], async ([reference, run]) => {
      if (isLate()) return;
      const standing = await cases.standing(reference);
      if (standing.kind !== 'running' || standing.runId !== run) left.delete(reference);
    });
    if (left.size > 0) await pause(pollMs);
  }
  if (left.size === 0) return [];
  const slow = [...left.keys()];
  say(
    `${slow.length} of ${references.length} open cases could not be moved on in time (${slow.slice(0, 5).join(', ')}): start this release once more before another.`,
  );
  return slow;
}
