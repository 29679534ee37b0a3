import type { CaseFile } from './case-file';
import { factsOf } from './facts';

/** Relations that a family member can have to the child, with the words for each. */
export const relationWords = {
  mother: 'Mother',
  father: 'Father',
  sibling: 'Brother or sister',
  grandparent: 'Grandparent',
  carer: 'Carer',
  'partner-of-parent': 'Partner of a parent',
  other: 'Other',
} as const;

/** The children and relatives of a case, by the codes that stand for them here; their names are in the records. */
export const familyOf = (file: CaseFile): readonly string[] => [
  ...file.notification.children.map((child) => child.ref),
  ...relativesOf(file),
];

/**
 * Codes of the people who are spoken to about the review and its publication: surviving children and relatives. Source:
 * initial planning meeting, step 16.
 */
export const familyToContact = (file: CaseFile): readonly string[] => [
  ...file.notification.children.filter((child) => !child.died).map((child) => child.ref),
  ...relativesOf(file),
];

/** True if the code was that of somebody who has been removed. A code is never given twice. */
export const hadBefore = (file: CaseFile, ref: string): boolean =>
  [...factsOf(file, 'removeChild'), ...factsOf(file, 'removeFamilyMember')].some((one) => one.form.ref === ref);

/** The next code for a child or a relative: higher than any that somebody of the case has or had. */
export function nextCode(file: CaseFile, kind: 'child' | 'family'): string {
  const gone = [...factsOf(file, 'removeChild'), ...factsOf(file, 'removeFamilyMember')].map((one) => one.form.ref);
  const numbers = [...familyOf(file), ...gone]
    .filter((ref) => ref.startsWith(`${kind}-`))
    .map((ref) => Number(ref.slice(kind.length + 1)));
  return `${kind}-${Math.max(0, ...numbers) + 1}`;
}

/** The relatives alone: those on the notification form, and those added since. */
export const relativesOf = (file: CaseFile): readonly string[] => [
  ...file.notification.family.map((relative) => relative.ref),
  ...factsOf(file, 'addFamilyMember')
    .map((one) => one.form.ref)
    .filter((ref) => !hadBefore(file, ref)),
];
