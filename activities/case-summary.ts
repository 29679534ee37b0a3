import type { CaseFile } from '../src/procedure/case-file';
import { openDeadlines } from '../src/procedure/deadlines';
import { stageOf } from '../src/procedure/describe';
import { reviewType } from '../src/procedure/position';
import { openSteps } from '../src/procedure/steps';
import type { CaseSummary } from '../src/records/case-summary';

/** What a list shows of a case, worked out once when it is recorded. */
export function caseSummary(file: CaseFile): CaseSummary {
  const next = openDeadlines(file).reduce<{ due: CaseSummary['nextDue']; dueAt: CaseSummary['nextDueAt'] }>(
    (first, { due, dueAt }) => (first.dueAt === undefined || dueAt < first.dueAt ? { due, dueAt } : first),
    { due: undefined, dueAt: undefined },
  );
  return {
    reference: file.reference,
    partnership: file.policy.partnership.id,
    profile: file.policy.profile,
    practice: file.practice,
    stage: stageOf(file),
    steps: openSteps(file),
    nextDue: next.due,
    nextDueAt: next.dueAt,
    reviewType: reviewType(file),
    openedAt: file.openedAt,
    receivedOn: file.notification.receivedOn,
    agencies: file.notification.agencies,
    ...(file.closedOn === undefined ? {} : { closedOn: file.closedOn }),
  };
}
