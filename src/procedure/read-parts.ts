import type { Page } from './permissions';

/* Names of what can be read of cases, as the reading log says them. */

/** The parts that a line of the reading log may name, with their words. A name never changes: it is in the log for years. */
export const readPartWords = {
  overview: 'Overview',
  plan: 'Plan',
  record: 'Record',
  people: 'People of the case',
  family: 'Family of the case',
  meeting: 'Meetings of the case',
  actions: 'Actions of the case',
  holds: 'Parallel processes and holds',
  emails: 'Emails of the case',
  'for-it': 'For IT',
  decision: 'Form of a decision',
  'decision-check': 'A decision, to be checked',
  'decision-recorded': 'A decision, as it was recorded',
  'moving-forward': 'Moving a practice case forward',
  'case-readings': 'Reading log of the case',
  today: 'Today',
  matrix: 'Children’s Case Matrix',
  search: 'Search of the Matrix',
  'matrix-file': 'Excel file of the Matrix',
  'open-actions': 'Actions of all cases',
  meetings: 'Meetings and their cases',
  'practice-cases': 'Practice cases',
  guide: 'Guide, along a practice case',
  mailbox: 'List of emails',
  'mailbox-search': 'Search of the emails',
  email: 'An email',
  'waiting-emails': 'Emails that wait or were refused',
  tasks: 'Tasks of the Business Unit',
  received: 'Notifications received',
  'received-notification': 'A notification received',
  reports: 'Reports',
  'reports-print': 'Reports, for paper',
  'reports-chart': 'Picture in the reports',
  'reports-file': 'Excel file of the reports',
  engine: 'Cases and the engine',
  'people-and-roles': 'People and roles, with restricted access',
  access: 'Sign-ins and restricted access',
  readings: 'Reading log',
  request: 'Request to an agency, and its answer',
  'temporal-pages': 'Temporal’s own pages',
  backup: 'Backup of the records',
} as const;

/** A part of what the pages and the API show of cases. */
export type ReadPart = keyof typeof readPartWords;

/** Every part that can be read. */
// The keys of this object are its own and no others.
export const readParts = Object.keys(readPartWords) as readonly ReadPart[];

/**
 * Parts whose opening is a reading though no case is named: a search that finds nothing, figures across cases, the log
 * itself. Of any other part across cases, an answer that names no case has shown nothing of one.
 */
export const readWithoutCases: readonly ReadPart[] = [
  'search',
  'mailbox-search',
  'matrix-file',
  'reports',
  'reports-print',
  'reports-chart',
  'reports-file',
  'readings',
];

/** The part of cases that a route shows, whose opening is a reading; or nothing. */
export type Shows = ReadPart | 'nothing';

/** The part of cases that each page shows. Pages that belong to one case name their part themselves. */
export const shownByPage: Readonly<Record<Page, Shows>> = {
  today: 'today',
  matrix: 'matrix',
  case: 'overview',
  'case-for-it': 'for-it',
  decide: 'nothing',
  meetings: 'meetings',
  actions: 'open-actions',
  mailbox: 'mailbox',
  received: 'received',
  people: 'people-and-roles',
  access: 'access',
  engine: 'engine',
  calendar: 'nothing',
  profile: 'nothing',
  practice: 'practice-cases',
  plan: 'nothing',
  reports: 'reports',
  readings: 'readings',
  'case-readings': 'case-readings',
  guide: 'guide',
};

/** The kinds of credential by which somebody reads. */
export const credentialKinds = ['session', 'token', 'link', 'installation-token', 'codec-token', 'command'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export const credentialWords: Readonly<Record<CredentialKind, string>> = {
  session: 'Signed in',
  token: 'API token',
  link: 'Link without an account',
  'installation-token': 'The installation’s token',
  'codec-token': 'The codec’s token',
  command: 'Command line',
};

/**
 * The credential by which somebody reads. `name` tells it from others of its kind, and is no secret: when the session
 * began, the number of the token, the contribution that a link is for, the address of the page that asked for decoding, or
 * the machine's user who ran the command;
 * empty for the installation's.
 */
export interface Credential {
  readonly kind: CredentialKind;
  readonly name: string;
}
