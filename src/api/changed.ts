import { changesOf, type Kept } from '../casework/partnership-since';
import type { Refusal } from '../procedure/refusals';
import type { ApiDependencies } from './dependencies';
import { Problem, problemOfRefusal } from './problems';

/** Answers a change of the calendar or of the people that was refused before anything was begun, with the changes since. */
export async function refusedChange(
  kept: Kept,
  dependencies: Pick<ApiDependencies, 'records'>,
  { refusal, madeFrom = 0 }: { readonly refusal: Refusal; readonly madeFrom: number | undefined },
): Promise<Problem> {
  if (refusal.code !== 'changed-since') return problemOfRefusal(refusal, { begun: false });
  const made = await changesOf(kept, dependencies);
  const changes = made
    .slice(Math.min(madeFrom, made.length))
    .map(({ says, by, at, reason = null }) => ({ says, by, at, reason }));
  return new Problem(refusal.code, refusal.sentence, {
    nothingBegun: true,
    extra: { changes },
    headers: { ETag: `"${made.length}"` },
  });
}
