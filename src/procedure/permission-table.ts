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
import { parts, type Piece } from './parts';
import type { Policy } from './policy';
import { businessUnit, roles, type Role } from './roles';

/* The table of permissions in words, for the page in docs/ and for whoever asks the console. */

export const pageTitles: Readonly<Record<Page, string>> = {
  today: 'Today: what is theirs to do',
  received: 'Notifications received: those that nobody has taken yet',
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
  readings: 'The reading log of all cases',
  'case-readings': 'The reading log of a case',
  guide: 'The guide',
};

export const actTitles: Readonly<Record<Act, string>> = {
  notify: 'Send the notification form',
  'settle-received': 'Take a notification that was received, or set it aside',
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

const sightWords: Readonly<Record<Sight, string>> = {
  none: 'nothing of the case, not even that it exists',
  part: 'what they are asked for or told, and what they answered',
  state: 'where the case stands: its steps, dates and whose turn it is',
  words: 'where it stands, and what people wrote in it',
  names: 'all of it, the names of the child and the family too',
};

/** The pieces of a case in words, for the table of parts. */
const pieceWords: Readonly<Record<Piece, string>> = {
  whole: 'all of it, the names of the child and the family too',
  state: 'where the case stands',
  notification: 'the notification, with names',
  request: 'the request, and their own agency’s answer',
  meeting: 'the arrangements of the meetings to which they are invited',
  family: 'what the family was told and wishes, with names',
  planning: 'the planning with the author, with names',
  publication: 'what is published, and when',
  drafts: 'the drafts of the report and the comments on them, without names',
  disagreement: 'the views of the three partners',
  action: 'that action',
  actions: 'every action',
};

/** A row of who sees what of a case: roles, or people in words; since when and until when; and what they see. */
export interface SeesRow {
  readonly who: readonly Role[] | string;
  readonly from: string;
  readonly until: string;
  readonly sees: string;
}

const ownToo = 'the emails that they were sent';

/** Parts that go with a name and no role, by whose they are. */
const byName: Readonly<Record<string, string>> = {
  'is-invited': 'whoever is invited to a meeting, by name',
  'owns-an-action': 'the owner of an action',
};

/** Lists who sees what of a case, since when and until when, by the rules. */
export const seesTable = (): readonly SeesRow[] => [
  { who: 'people whose access is restricted, whatever their role', from: '', until: '', sees: sightWords.none },
  { who: businessUnit, from: 'the opening of every case', until: '', sees: sightWords.names },
  ...parts.map(({ id, roles: theirs, from, until, shows }) => ({
    who: theirs.length === 0 ? (byName[id] ?? 'whoever is named') : theirs.filter((role) => !isOfTheUnit(role)),
    from,
    until,
    sees: [...shows.map((piece) => pieceWords[piece]), ...(shows.includes('whole') ? [] : [ownToo])].join('; '),
  })),
  { who: ['it-officer'], from: 'the opening of every case', until: '', sees: sightWords.state },
  {
    who: ['information-governance-officer'],
    from: 'the opening of every case',
    until: '',
    sees: 'who read it and when, whether it runs, and nothing of what is in it',
  },
  { who: 'anybody else', from: '', until: '', sees: sightWords.none },
];

const isOfTheUnit = (role: Role): boolean => businessUnit.some((one) => one === role);

/** A row of the table: everything that one role may do. */
export interface RoleRow {
  readonly role: Role;
  readonly title: string;
  readonly opens: readonly Page[];
  readonly changes: readonly Page[];
  readonly does: readonly Act[];
  readonly takes: readonly MayTakeRow[];
  /** Decisions that the role records on behalf of whoever took them. */
  readonly records: readonly MayTakeRow[];
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
    records: isOfTheUnit(role) ? decisions.filter(({ recordedFor }) => recordedFor.length > 0) : [],
  }));
};
