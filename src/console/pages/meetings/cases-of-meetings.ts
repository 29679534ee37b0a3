import { conflictsOf, plannedMeetings } from '../../../procedure/dates/conflicts';
import { visibility, type Viewer } from '../../../procedure/permissions';
import { stepIds, type StepId } from '../../../procedure/step-ids';
import type { ConsoleDependencies } from '../../http/dependencies';
import type { CaseOfMeetings } from './meetings-view';

/** The steps from the first draft to the Exec group's decision: a case at one of them has papers for a meeting. */
const fromDraftingOn: readonly StepId[] = stepIds.slice(
  stepIds.indexOf('author-material'),
  stepIds.indexOf('sign-off') + 1,
);

/** A plan takes a few milliseconds to work out, and a page is not kept waiting for more of them than this. */
const mostCases = 30;

/** The cases whose papers go to meetings; there may be more than are looked at. */
export interface LookedAt {
  readonly cases: readonly CaseOfMeetings[];
  readonly thereAreMore: boolean;
}

/**
 * Lists the open reviews from the drafting step on that the viewer may see, each with its planned meetings and their
 * conflicts, the next date first.
 */
export async function casesOfMeetings(
  { records }: Pick<ConsoleDependencies, 'records'>,
  viewer: Viewer,
  practice: boolean,
): Promise<LookedAt> {
  const { cases: listed, next } = await records.cases.list({
    visibleTo: visibility(viewer),
    stage: 'review',
    open: true,
    practice,
    order: 'due',
    limit: 200,
  });
  const drafting = listed.filter(({ summary }) => fromDraftingOn.some((step) => summary.steps.includes(step)));
  const known = await Promise.all(
    drafting.slice(0, mostCases).map(({ summary }) => records.cases.get(summary.reference)),
  );
  return {
    cases: known.flatMap((one) =>
      one === undefined
        ? []
        : [
            {
              reference: one.file.reference,
              meetings: plannedMeetings(one.file),
              conflicts: conflictsOf(one.file),
            },
          ],
    ),
    thereAreMore: drafting.length > mostCases || next !== undefined,
  };
}
