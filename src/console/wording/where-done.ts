import { contributionsOf } from '../../procedure/asking/contributions';
import type { CaseFile, DecisionName } from '../../procedure/case/case-file';
import type { Viewer } from '../../procedure/permissions';
import { mayRecordSeveral } from '../../procedure/several-at-once';

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
