import { roles, type Role } from '../procedure/roles';

/**
 * The titles of roles that came after 0.1.0, which a profile may leave out together with the role: profiles of 0.1.0
 * still load, and nobody holds the role then.
 */
export const titlesOfLaterRoles = {
  'information-governance-officer': 'Information Governance Officer',
} as const satisfies Partial<Record<Role, string>>;

/** A role that somebody has to hold. */
type NeededRole = keyof typeof neededFor;

const isNeeded = (role: Role): role is NeededRole => role in neededFor;

/**
 * The step at which the procedure first needs each role. All roles are needed whichever pathways are on: the practice
 * learning review is carried by roles that the Rapid Review needs as well.
 */
export const neededFor: Readonly<Record<Exclude<Role, keyof typeof titlesOfLaterRoles>, string>> = {
  administrator: 'step 1, to receive the notification',
  'spr-coordinator': 'step 4, to notify Ofsted and the National Panel',
  'business-manager': 'step 3, to receive the outcome',
  'service-director': 'step 2, for oversight',
  'front-door': 'step 2, to receive the notification',
  'la-partner': 'step 3, for the decision meeting',
  'police-partner': 'step 3, for the decision meeting',
  'health-partner': 'step 3, for the decision meeting',
  'la-exec': 'step 8, to be told of the submission',
  'police-exec': 'step 8, to be told of the submission',
  'health-exec': 'step 8, to be told of the submission',
  'exec-member': 'step 15, for sign-off',
  scrutineer: 'step 8, to submit to the National Panel',
  legal: 'step 6, for the Rapid Review meeting',
  'sub-group-chair': 'step 12, to receive the draft',
  'sub-group-coordinator': 'step 12, to receive the draft',
  'sub-group-member': 'step 13, to comment on the draft',
  'other-sub-group': 'step 18, to be told of the publication',
  'wider-partner': 'step 7, to be told of the decision',
  'agency-contact': 'step 5, to be asked for information',
  author: 'step 10, to write the draft',
  'identified-professional': 'step 16, to contact the family',
  communications: 'step 14, for the media statement',
  'national-panel': 'step 8, to receive the Rapid Review',
  'secretary-of-state': 'step 17, to receive the full report',
  ofsted: 'step 17, to receive the full report',
  'it-officer': 'the system itself, to look after sign-ins and upgrades; it has no role in a case',
};

/** The roles that somebody has to hold. */
export const neededRoles: readonly NeededRole[] = roles.filter(isNeeded);
