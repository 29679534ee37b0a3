import { actionsOf, isFinished } from './case/actions';
import type { CaseFile } from './case/case-file';
import { fact } from './case/facts';
import { contributionsOf, type Contribution } from './asking/contributions';
import { isEscalated } from './case/position';
import { meetingsOfInvited } from './meetings/arranged-meetings';
import { isShutOut, rolesIn } from './case/shut-out';
import { toldIn } from './case/told';
import { openDeadlines, owing } from './dates/deadlines';
import { oncePer } from './once-per';
import { ownersOf, type Recipient } from './reminders/recipients';
import { businessUnit, execRoles, partnerRoles, type CaseRole, type Role } from './roles';
import type { PersonId } from './time/time';

/*
 * The parts that people have in a case: since when, until when, and what each of them shows. A part begins with an
 * entry of the record by which somebody is asked or told, and ends with one; what is not listed here is not seen.
 * Source: DESIGN, "Who sees what".
 */

/** A piece of a case that a part shows, beside the emails that somebody was sent and what they recorded themselves. */
export type Piece =
  /** Everything, with names. */
  | 'whole'
  /** The state of the case: its steps, its dates and whose turn it is. */
  | 'state'
  /** The notification, with names. */
  | 'notification'
  /** The request to an agency, and its answer. */
  | 'request'
  /** A meeting: day, place and papers. */
  | 'meeting'
  /** The family: what they were told and wish, with names. */
  | 'family'
  /** The planning with the author. */
  | 'planning'
  /** The publication: what is published, and when. */
  | 'publication'
  /** The drafts of the report, without names. */
  | 'drafts'
  /** The views of the three partners where they disagree. */
  | 'disagreement'
  /** An action that somebody owns. */
  | 'action'
  /** Every action, for those who oversee them. */
  | 'actions';

/** A part in a case, as the table has it. */
export interface PartInCase {
  readonly id: string;
  /** Roles that can have the part; empty for a part that goes with a name. */
  readonly roles: readonly CaseRole[];
  /** The beginning and the end of it, in words for the table in docs/. */
  readonly from: string;
  readonly until: string;
  readonly shows: readonly Piece[];
  /** True while this person has the part. */
  readonly has: (file: CaseFile, person: PersonId) => boolean;
}

const subGroupRoles = ['sub-group-chair', 'sub-group-coordinator', 'sub-group-member'] as const;

/** Lists those of these roles that the person holds; `partsIn` has seen to it that nobody is shut out. */
const held = (file: CaseFile, person: PersonId, roles: readonly CaseRole[]): readonly CaseRole[] =>
  roles.filter((role) => file.people[role]?.includes(person) === true);

const holds = (file: CaseFile, person: PersonId, roles: readonly CaseRole[]): boolean =>
  held(file, person, roles).length > 0;

/** True if the person holds one of these roles, and was told or asked something in it, or owes something in it now. */
function wasTold(file: CaseFile, person: PersonId, roles: readonly CaseRole[]): boolean {
  const theirs = held(file, person, roles);
  const told = toldIn(file)[person] ?? {};
  return theirs.some((role) => told[role] !== undefined) || owes(file, person, theirs);
}

const owes = (file: CaseFile, person: PersonId, as: readonly string[]): boolean =>
  owingIn(file).some((one) => one.person === person && as.includes(one.as));

/** Lists who owes an open deadline of the case. Cached by file: every person and part of a case asks for them. */
const owingIn = (file: CaseFile): readonly Recipient[] =>
  keptOwing(file, 'owing', () =>
    openDeadlines(file).flatMap((deadline) => owing(file, deadline).flatMap((owner) => ownersOf(file, owner))),
  );

const keptOwing = oncePer<readonly Recipient[]>();

const isPublished = (file: CaseFile): boolean => fact(file, 'recordPublication') !== undefined;

/** Lists the requests that a person was asked to answer, or that were passed on to them, until the answer is accepted. */
export const requestsOf = (file: CaseFile, person: PersonId): readonly Contribution[] =>
  contributionsOf(file).filter(
    ({ agency, answerers, isOver }) => agency !== undefined && answerers.includes(person) && !isOver,
  );

/**
 * Lists the roles that a person has in a case now: those that they were given, and that of an agency's contact while they
 * have a request to answer. Whoever a request was passed on to has no role beside it.
 */
export const rolesNow = (file: CaseFile, person: PersonId): readonly Role[] => {
  const given = rolesIn(file, person);
  const answers = !isShutOut(file, person) && requestsOf(file, person).length > 0;
  return answers && !given.includes('agency-contact') ? [...given, 'agency-contact'] : given;
};

/** Lists everybody who was asked to answer a request, or to whom one was passed on, each once. */
export const answeringIn = (file: CaseFile): readonly PersonId[] => [
  ...new Set(contributionsOf(file).flatMap(({ answerers }) => answerers)),
];

/** The actions that a person owns and that have not had their last look. */
export const ownActions = (file: CaseFile, person: PersonId): readonly string[] =>
  actionsOf(file)
    .filter((action) => action.owner === person && !isFinished(file, action))
    .map(({ id }) => id);

const told =
  (...roles: readonly CaseRole[]) =>
  (file: CaseFile, person: PersonId): boolean =>
    wasTold(file, person, roles);

/** The table of parts. A person may have several; then they see what any of them shows. */
export const parts: readonly PartInCase[] = [
  {
    id: 'leads',
    roles: [...businessUnit, ...partnerRoles, 'scrutineer'],
    from: 'the opening of the case',
    until: '',
    shows: ['whole'],
    has: (file, person) => holds(file, person, [...businessUnit, ...partnerRoles, 'scrutineer']),
  },
  {
    id: 'oversees',
    roles: ['service-director', 'front-door'],
    from: 'the notification sent to them',
    until: '',
    shows: ['state', 'notification'],
    has: told('service-director', 'front-door'),
  },
  {
    id: 'answers',
    roles: ['agency-contact'],
    from: 'the request to their agency',
    until: 'the answer is accepted',
    shows: ['request'],
    has: (file, person) => requestsOf(file, person).length > 0,
  },
  {
    id: 'meets',
    roles: ['legal'],
    from: 'the invitation',
    until: 'the minutes are filed',
    shows: ['meeting'],
    has: (file, person) => wasTold(file, person, ['legal']) && fact(file, 'fileMinutes') === undefined,
  },
  {
    id: 'is-invited',
    roles: [],
    from: 'the invitation',
    until: 'the meeting was held or cancelled; of the Rapid Review, the minutes are filed',
    shows: ['meeting'],
    has: (file, person) => meetingsOfInvited(file, person).length > 0,
  },
  {
    id: 'writes',
    roles: ['author'],
    from: 'the appointment',
    until: 'publication',
    shows: ['whole'],
    has: (file, person) => holds(file, person, ['author']) && !isPublished(file),
  },
  {
    id: 'meets-the-family',
    roles: ['identified-professional'],
    from: 'being named',
    until: 'publication',
    shows: ['family', 'planning', 'publication'],
    has: (file, person) => holds(file, person, ['identified-professional']) && !isPublished(file),
  },
  {
    id: 'owns-an-action',
    roles: [],
    from: 'the action',
    until: 'its last review of impact',
    shows: ['action'],
    has: (file, person) => ownActions(file, person).length > 0,
  },
  {
    id: 'answers-for-partners',
    roles: [...execRoles, 'exec-member'],
    from: 'being told: an escalation, the submission, a breach, papers',
    until: '',
    shows: ['state'],
    has: told(...execRoles, 'exec-member'),
  },
  {
    id: 'settles-a-disagreement',
    roles: execRoles,
    from: 'being asked about a disagreement',
    until: '',
    shows: ['disagreement'],
    has: (file, person) => wasTold(file, person, execRoles) && isEscalated(file),
  },
  {
    id: 'oversees-reviews',
    roles: subGroupRoles,
    from: 'being told: the entry on the Matrix, the determination, the draft',
    until: '',
    shows: ['state', 'drafts', 'actions'],
    has: told(...subGroupRoles),
  },
  {
    id: 'communicates',
    roles: ['communications'],
    from: 'being told',
    until: 'publication',
    shows: ['publication'],
    has: (file, person) => wasTold(file, person, ['communications']) && !isPublished(file),
  },
  {
    id: 'learns',
    roles: ['other-sub-group', 'wider-partner'],
    from: 'publication',
    until: '',
    shows: ['publication'],
    has: (file, person) => wasTold(file, person, ['other-sub-group', 'wider-partner']) && isPublished(file),
  },
  {
    id: 'was-told',
    roles: ['other-sub-group', 'wider-partner'],
    from: 'being told',
    until: '',
    shows: [],
    has: told('other-sub-group', 'wider-partner'),
  },
];

/** Lists the parts that a person has in a case now: none where their access is restricted. */
export const partsIn = (file: CaseFile, person: PersonId): readonly PartInCase[] =>
  keptParts(file, person, () => (isShutOut(file, person) ? [] : parts.filter(({ has }) => has(file, person))));

// Cached by file and person: a page asks for them with every entry of the record.
const keptParts = oncePer<readonly PartInCase[]>();

/** Lists the pieces of a case that a person sees, whatever else they are in the partnership. */
export function piecesFor(file: CaseFile, person: PersonId): ReadonlySet<Piece> {
  const shown = new Set(partsIn(file, person).flatMap(({ shows }) => shows));
  return shown.has('whole') ? whole : shown;
}

const whole: ReadonlySet<Piece> = new Set(['whole']);
