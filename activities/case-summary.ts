import type { CaseFile } from '../src/procedure/case-file';
import { nextDeadline } from '../src/procedure/deadlines';
import { stageOf } from '../src/procedure/describe';
import { reviewType } from '../src/procedure/position';
import { openSteps } from '../src/procedure/steps';
import type { CaseSummary } from '../src/records/case-summary';

/** What a list shows of a case, worked out once when it is recorded. */
export function caseSummary(file: CaseFile): CaseSummary {
  const next = nextDeadline(file);
  return {
    reference: file.reference,
    partnership: file.policy.partnership.id,
    profile: file.policy.profile,
    practice: file.practice,
    stage: stageOf(file),
    steps: openSteps(file),
    nextDue: next?.due,
    nextDueAt: next?.dueAt,
    reviewType: reviewType(file),
    openedAt: file.openedAt,
    receivedOn: file.notification.receivedOn,
    agencies: file.notification.agencies,
    ...(file.closedOn === undefined ? {} : { closedOn: file.closedOn }),
  };
}
