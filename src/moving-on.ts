import type { CaseReference } from './procedure/time';
import type { Cases } from './temporal/cases';

/** A clean stop has no more patience than this: whoever stops it waits. */
const limits = { waitMs: 15_000, pollMs: 100, together: 20 };

export interface MovingOn {
  readonly cases: Pick<Cases, 'standing' | 'takeUpCurrentCode'>;
  readonly references: readonly CaseReference[];
  readonly say: (sentence: string) => void;
  readonly limits?: typeof limits;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks open cases to go on in a new run, and waits until they have: a worker that ended before would leave them in the
 * middle of one, which only the code that began it can finish. Answers those that have not in time.
 */
export async function moveOn({
  cases,
  references,
  say,
  limits: { waitMs, pollMs, together } = limits,
}: MovingOn): Promise<readonly CaseReference[]> {
  const runOf = async (reference: CaseReference): Promise<string | undefined> => {
    const standing = await cases.standing(reference);
    return standing.kind === 'running' ? standing.runId : undefined;
  };
  const end = Date.now() + waitMs;
  const left = new Map<CaseReference, string>();
  for (const some of inPortions(references, together)) {
    const runs = await Promise.all(some.map(async (one) => [one, await runOf(one)] as const));
    for (const [reference, run] of runs) if (run !== undefined) left.set(reference, run);
  }
  await cases.takeUpCurrentCode(references);
  for (;;) {
    for (const some of inPortions([...left], together)) {
      const runs = await Promise.all(some.map(async ([one]) => [one, await runOf(one)] as const));
      for (const [reference, run] of runs) if (run !== left.get(reference)) left.delete(reference);
    }
    if (left.size === 0) return [];
    if (Date.now() > end) break;
    await pause(pollMs);
  }
  const slow = [...left.keys()];
  say(
    `${slow.length} of ${references.length} open cases could not be moved on in time (${slow.slice(0, 5).join(', ')}): start this release once more before another.`,
  );
  return slow;
}

function* inPortions<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
