/**
 * The parts that people have in a case. A profile gives each its title and says who holds it; what a role may decide
 * stands with each decision and may be replaced by the profile. Source: the procedure's own cast, steps 1 to 18.
 */
export const roles = [
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

export type Role = (typeof roles)[number];

/** The three delegated safeguarding partners. */
export const partners = ['la', 'police', 'health'] as const;
export type Partner = (typeof partners)[number];

export const partnerRoles = ['la-partner', 'police-partner', 'health-partner'] as const satisfies readonly Role[];
export const execRoles = ['la-exec', 'police-exec', 'health-exec'] as const satisfies readonly Role[];
/** The Business Unit: whoever in it is at the desk. */
export const businessUnit = ['business-manager', 'spr-coordinator', 'administrator'] as const satisfies readonly Role[];
