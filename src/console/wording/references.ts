import type { CaseFile } from '../../procedure/case/case-file';
import { factsOf } from '../../procedure/case/facts';
import { relationWords } from '../../procedure/case/family';
import { openingSeq, personOf } from '../../procedure/case/opening-entry';
import { wordOf } from './letters';

/** A child or relative by the code that a case has for them, "Child 1"; any other text as it is. */
export const codeSays = (ref: string): string =>
  ref.replace(/^child-(\d+)$/, 'Child $1').replace(/^family-(\d+)$/, 'Family member $1');

/** Returns a family member's relation to the child, such as "mother"; undefined for a child. */
export function relationSays(file: CaseFile, ref: string): string | undefined {
  const relation =
    file.notification.family.find((one) => one.ref === ref)?.relation ??
    factsOf(file, 'addFamilyMember').find(({ form }) => form.ref === ref)?.form.relation;
  return relation === undefined ? undefined : wordOf(relationWords, relation).toLowerCase();
}

/** Says who somebody is to the child, as forms have it: "Mother"; empty where that is not known. */
export const relationSaid = (relation: string | undefined): string =>
  relation === undefined ? '' : relation === 'child' ? 'Child' : wordOf(relationWords, relation);

/** Returns whose a field of the notification is, to stand before its title: "Child 1: "; empty if it is nobody's. */
export function ofWhom(entry: number, field: string): string {
  const ref = entry === openingSeq ? personOf(field) : undefined;
  return ref === undefined ? '' : `${codeSays(ref)}: `;
}
