import * as z from 'zod/mini';
import { namedAs } from '../named-answers';
import { notificationPeople, type ChildDetail } from './notification-people';

/* Answers about a child that are read with the name, where a case refers to them: corrections, and an added child. */

const named = (detail: z.core.$ZodType<string>) => z.optional(namedAs(detail));

/**
 * Returns the answers about a child that are read with the name, as fields of a decision. All may be left out: a child
 * of release 0.1.0 has none of them.
 */
export function namedChildDetails(): Record<ChildDetail, ReturnType<typeof named>> {
  const { childDetails } = notificationPeople();
  return {
    sex: named(childDetails.sex),
    diedOn: named(childDetails.diedOn),
    placement: named(childDetails.placement),
    plan: named(childDetails.plan),
    address: named(childDetails.address),
    localAuthority: named(childDetails.localAuthority),
    school: named(childDetails.school),
    gp: named(childDetails.gp),
    nhsNumber: named(childDetails.nhsNumber),
    ethnicGroup: named(childDetails.ethnicGroup),
    disability: named(childDetails.disability),
    disabilityDetails: named(childDetails.disabilityDetails),
  };
}

/** The names of the answers about a child that are read with the child's name, in the order of the form. */
export const childDetailNames: readonly ChildDetail[] = [
  'sex',
  'diedOn',
  'placement',
  'plan',
  'address',
  'localAuthority',
  'school',
  'gp',
  'nhsNumber',
  'ethnicGroup',
  'disability',
  'disabilityDetails',
];

/** True if this is the name of such an answer. */
export const isChildDetail = (name: string): name is ChildDetail => childDetailNames.some((one) => one === name);
