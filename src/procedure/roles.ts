/**
 * The parts that people have in a case. A profile gives each its title and says who holds it; what a role may decide
 * stands with each decision and may be replaced by the profile. Source: the procedure's own cast, steps 1 to 18.
 */
export const caseRoles = [
  'administrator',
  'spr-coordinator',
  'business-manager',
  'service-director',
  'front-door',
  'la-partner',
  'police-partner',
  'health-partner',
  'la-exec',
  'police-exec',
  'health-exec',
  'exec-member',
  'scrutineer',
  'legal',
  'sub-group-chair',
  'sub-group-coordinator',
  'sub-group-member',
  'other-sub-group',
  'wider-partner',
  'agency-contact',
  'author',
  'identified-professional',
  'communications',
  'national-panel',
  'secretary-of-state',
  'ofsted',
] as const;
export type CaseRole = (typeof caseRoles)[number];

/**
 * Every role of a partnership: the parts in a case; the IT officer, who looks after the system; and the information
 * governance officer, who looks after how it is read. Those two have no part in a case.
 */
export const roles = [...caseRoles, 'it-officer', 'information-governance-officer'] as const;
export type Role = (typeof roles)[number];

/** The three delegated safeguarding partners. */
export const partners = ['la', 'police', 'health'] as const;
export type Partner = (typeof partners)[number];

export const partnerRoles = ['la-partner', 'police-partner', 'health-partner'] as const satisfies readonly Role[];
export const execRoles = ['la-exec', 'police-exec', 'health-exec'] as const satisfies readonly Role[];
/** Bodies outside the partnership: they are written to, sign in nowhere, and what is theirs is put on the record for them. */
export const outsideBodies = ['national-panel', 'secretary-of-state', 'ofsted'] as const satisfies readonly Role[];
/** The partnership's own people in a case: everybody but the bodies outside it. */
export const ourRoles = caseRoles.filter(
  (role): role is Exclude<CaseRole, (typeof outsideBodies)[number]> => !outsideBodies.some((body) => body === role),
);
/** The Business Unit: whoever in it is at the desk. */
export const businessUnit = ['business-manager', 'spr-coordinator', 'administrator'] as const satisfies readonly Role[];
