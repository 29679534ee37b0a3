import { contributionsOf } from '../../procedure/asking/contributions';
import type { CaseFile, DecisionName } from '../../procedure/case/case-file';
import { readTaskId } from '../../procedure/dates/task-id';
import type { Viewer } from '../../procedure/permissions';
import { mayRecordSeveral } from '../../procedure/several-at-once';
import type { StepId } from '../../procedure/step-ids';

/** The page of a request in its case, or a page that leads on from there. */
export const requestAddress = (
  reference: string,
  id: string,
  page: 'request' | 'nil' | 'pass-on' = 'request',
): string => `/cases/${reference}/requests/${encodeURIComponent(id)}/${page}`;

/** The family page of a case. */
const familyAddress = (reference: string): string => `/cases/${reference}/family`;

const familyStep: StepId = 'family-contact';

const decisionsFor = {
  naming: 'nameAgencies',
  summary: 'recordAgencySummary',
  statement: 'recordMediaStatement',
  dissemination: 'recordDissemination',
  confirmation: 'confirmEntry',
} as const;

/**
 * Returns the address at which a task is done in one act: the request, or the form. Undefined for a task that has no
 * page of its own.
 */
export function whereDone(reference: string, id: string): string | undefined {
  const task = readTaskId(id);
  switch (task?.kind) {
    case 'return':
    case 'chronology':
    case 'further':
      return requestAddress(reference, id);
    case 'naming':
    case 'summary':
      return `/cases/${reference}/decisions/${decisionsFor[task.kind]}?partner=${task.code ?? ''}`;
    case 'statement':
    case 'dissemination':
      return `/cases/${reference}/decisions/${decisionsFor[task.kind]}`;
    case 'colleague':
      return `/cases/${reference}/decisions/settleColleague?colleague=${task.code ?? ''}`;
    case 'family-told':
      return familyAddress(reference);
    case undefined:
      return id === familyStep ? familyAddress(reference) : undefined;
    case 'confirmation':
      return `/cases/${reference}/decisions/${decisionsFor.confirmation}?entry=${task.code ?? ''}`;
    default:
      return undefined;
  }
}

/** True if an open date of a case is that of a contribution. */
export const isOfContribution = (file: CaseFile, id: string): boolean =>
  contributionsOf(file).some((one) => one.id === id);

/** The address of the page on which a decision is recorded for several owners at once. */
export const severalAddress = (reference: string, decision: string): string =>
  `/cases/${reference}/decisions/${decision}/several`;

/** The address at which this person records a decision for several owners at once; undefined where they cannot. */
export const severalFrom = (
  { file, viewer }: { readonly file: CaseFile; readonly viewer: Viewer },
  name: DecisionName | undefined,
): string | undefined =>
  name !== undefined && mayRecordSeveral(file, name, viewer.id) ? severalAddress(file.reference, name) : undefined;
