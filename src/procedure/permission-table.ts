import {
  acts,
  mayChange,
  mayDo,
  mayOpen,
  mayTakeTable,
  pages,
  type Act,
  type MayTakeRow,
  type Page,
  type Sight,
} from './permissions';
import type { Policy } from './policy';
import { roles, type Role } from './roles';

/* The table of permissions in words, for the page in docs/ and for whoever asks the console. */

export const pageTitles: Readonly<Record<Page, string>> = {
  today: 'Today: what is theirs to do',
  matrix: "Children's Case Matrix",
  case: 'A case',
  'case-for-it': 'A case, for IT: where it runs in the engine',
  decide: 'Recording a decision',
  meetings: 'Meetings and their papers',
  actions: 'Actions of all cases',
  mailbox: 'Emails, sent and waiting',
  people: 'People and their roles in cases',
  access: 'Sign-ins, API tokens and restricted access',
  engine: 'Cases and the engine: whether every open case runs',
  calendar: 'Working days and scheduled meetings',
  profile: "The partnership's settings",
  practice: 'Practice cases',
  plan: 'Dates reckoned for a day',
  reports: 'Reports across cases',
  guide: 'The guide',
};

export const actTitles: Readonly<Record<Act, string>> = {
  notify: 'Send the notification form',
  'open-practice-case': 'Open a practice case',
  'move-practice-forward': 'Move a practice case forward in time',
  'keep-calendar': 'Add a closure day or a scheduled meeting; move, remove or add a bank holiday',
  'keep-people': 'Add a person to the partnership, or end one who was added',
  'link-sign-in': 'Say which sign-in is whose',
  'make-token': 'Make an API token',
  'revoke-token': 'Revoke an API token',
  'restart-case': 'Restart a case that does not run from its record',
  'answer-place': 'Say whether records that were started at another place go on there or are a copy',
};

export const sightWords: Readonly<Record<Sight, string>> = {
  none: 'nothing of the case, not even that it exists',
  state: 'where the case stands: its steps, dates and whose turn it is',
  words: 'where it stands, and what people wrote in it',
  names: 'all of it, the names of the child and the family too',
};

/** A row of the table: everything that one role may do. */
export interface RoleRow {
  readonly role: Role;
  readonly title: string;
  readonly opens: readonly Page[];
  readonly changes: readonly Page[];
  readonly does: readonly Act[];
  readonly takes: readonly MayTakeRow[];
}

/** Lists everything that is allowed, by role. Anything that is not listed is denied. */
export const permissionTable = (policy: Policy): readonly RoleRow[] => {
  const decisions = mayTakeTable(policy);
  return roles.map((role) => ({
    role,
    title: policy.roleTitles[role],
    opens: pages.filter((page) => mayOpen[page].includes(role)),
    changes: pages.filter((page) => mayChange[page]?.includes(role) === true),
    does: acts.filter((act) => mayDo[act] === 'everybody' || mayDo[act].includes(role)),
    takes: decisions.filter((row) => row.roles.includes(role)),
  }));
};
