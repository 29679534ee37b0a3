import type { CaseFile, DecisionName } from './case/case-file';
import { catalogue } from './catalogue';
import type { Policy } from './policy';
import { businessUnit, execRoles, ourRoles, partnerRoles, type Role } from './roles';
import { isShutOut } from './case/shut-out';
import { partsIn, piecesFor, type Piece } from './parts';
import type { StepId } from './step-ids';
import { mayBeRecordedFor, mayTake } from './may-take';
import type { PersonId } from './time/time';

/*
 * The table of permissions, denied by default. API, console and docs/who-may-do-what.md are made from it. The roles
 * that may take a decision stand with the decision (`catalogue`); everything else stands here.
 */

/** A person who has signed in: their id, and their roles in the partnership's profile. */
export interface Viewer {
  readonly id: PersonId;
  readonly roles: readonly Role[];
}

/** The pages of the console. */
export const pages = [
  'today',
  'received',
  'matrix',
  'case',
  'case-for-it',
  'decide',
  'meetings',
  'actions',
  'mailbox',
  'people',
  'access',
  'engine',
  'calendar',
  'profile',
  'practice',
  'plan',
  'reports',
  'readings',
  'case-readings',
  'guide',
] as const;
export type Page = (typeof pages)[number];

/**
 * Roles that lead reviews: the Business Unit, the delegated and Exec partners, the Scrutineer, those who run the
 * sub-group.
 */
const leading: readonly Role[] = [
  ...businessUnit,
  ...partnerRoles,
  ...execRoles,
  'scrutineer',
  'sub-group-chair',
  'sub-group-coordinator',
];
const everybodyOfOurs: readonly Role[] = [...ourRoles, 'it-officer'];

/**
 * Roles that may open each page. The bodies outside the partnership open none: what is theirs is put on the record for
 * them. `sightOf` limits what a page shows of a case, so a page open to many shows each only their own cases.
 */
export const mayOpen: Readonly<Record<Page, readonly Role[]>> = {
  /** The viewer's own work, so open to everybody who can have a part in a case; the IT officer has none. */
  today: ourRoles,
  /** Notifications that nobody has taken yet, with all that was sent: for those who take them. Source: step 1. */
  received: businessUnit,
  /** The list of cases, each viewer's own; the IT officer sees where each stands, to know what an outage holds up. */
  matrix: everybodyOfOurs,
  case: everybodyOfOurs,
  /** The engine's view of a case: for whoever looks after the system, and of no use to anybody else. */
  'case-for-it': ['it-officer'],
  /** A decision is a part in a case; which of them one may take stands with each decision. */
  decide: ourRoles,
  /** Across cases, for those who lead reviews; members see the meetings of their own cases on the case. */
  meetings: leading,
  actions: leading,
  /** Every email of the installation, with what it says: the Business Unit's own, and not the IT officer's. */
  mailbox: businessUnit,
  /** People and the cases that they are in; replacing people across cases is the Business Manager's. */
  people: ['business-manager'],
  /** Sign-ins, API tokens and who is shut out: the IT officer sees them to look after them. */
  access: ['business-manager', 'it-officer'],
  /**
   * The state of every open case's workflow: for whoever looks after the servers, and whoever answers for the cases or
   * for their integrity.
   */
  engine: ['business-manager', 'it-officer', 'information-governance-officer'],
  /** Working days and meetings explain every date, so those who plan by them may read them. */
  calendar: leading,
  /** The partnership's settings, with everybody's address: the unit that keeps it, and who installs it. */
  profile: [...businessUnit, 'it-officer'],
  /** Practice cases hold nobody's life, and everybody learns by them; the IT officer tries an upgrade on one. */
  practice: everybodyOfOurs,
  /** Reckons dates for a day that is typed in, of no case. */
  plan: everybodyOfOurs,
  /** Figures across cases, of small numbers: for those who answer for reviews. */
  reports: leading,
  /** The log of readings across cases: for whoever answers for how information is used, and nothing of what was read. */
  readings: ['information-governance-officer'],
  /** The log of readings of one case: for whoever answers for that case, and knows what is in it. */
  'case-readings': ['business-manager'],
  guide: everybodyOfOurs,
};

/** Acts of people beside the decisions of a case. */
export const acts = [
  'notify',
  'settle-received',
  'open-practice-case',
  'move-practice-forward',
  'keep-calendar',
  'keep-people',
  'link-sign-in',
  'make-token',
  'revoke-token',
  'restart-case',
  'answer-place',
] as const;
export type Act = (typeof acts)[number];

/** Roles that may do each act. */
export const mayDo: Readonly<Record<Act, readonly Role[] | 'everybody'>> = {
  /** Any agency may send the notification form, so nobody has to sign in for it. Source: step 1. */
  notify: 'everybody',
  /** The office decides whether what somebody sent without signing in opens a case. Source: step 1. */
  'settle-received': businessUnit,
  /** To train staff and to try an installation out. */
  'open-practice-case': [...businessUnit, 'it-officer'],
  /** A practice case is shared: one person moving it on moves it for all who train on it. */
  'move-practice-forward': businessUnit,
  /** A closure plans every open case again. */
  'keep-calendar': ['business-manager'],
  /** A person of the partnership can be given a part in a case and see it. */
  'keep-people': ['business-manager'],
  /** The person who says which account is whose can read as anybody, so it is not with whoever runs the accounts. */
  'link-sign-in': ['business-manager'],
  /** A token reads and acts for somebody, as a sign-in does. */
  'make-token': ['business-manager'],
  /** The person who first hears that a token is lost ends it; ending one opens nothing. */
  'revoke-token': ['business-manager', 'it-officer'],
  /** Restarting a case brings back what the record says, and decides nothing. */
  'restart-case': ['business-manager', 'it-officer'],
  /** IT knows the machines, and the Business Manager answers for the cases. */
  'answer-place': ['business-manager', 'it-officer'],
};

/** Roles that may change what a page shows, where it has such an act beside the decisions; everybody else reads. */
export const mayChange: Readonly<Partial<Record<Page, readonly Role[]>>> = {
  access: ['business-manager', 'it-officer'],
  engine: ['business-manager', 'it-officer'],
  people: ['business-manager'],
  calendar: ['business-manager'],
  profile: ['business-manager'],
  practice: businessUnit,
};

const share = (theirs: readonly Role[], allowed: readonly Role[]): boolean =>
  allowed.some((role) => theirs.includes(role));

export const opens = (viewer: Pick<Viewer, 'roles'>, page: Page): boolean => share(viewer.roles, mayOpen[page]);
export const changes = (viewer: Pick<Viewer, 'roles'>, page: Page): boolean =>
  share(viewer.roles, mayChange[page] ?? []);

/** True if somebody may do an act. A person who has not signed in may do what is open to everybody. */
export function does(viewer: Pick<Viewer, 'roles'> | undefined, act: Act): boolean {
  const allowed = mayDo[act];
  return allowed === 'everybody' || (viewer !== undefined && share(viewer.roles, allowed));
}

/**
 * Levels of what somebody sees of a case: nothing; what their own part shows (`parts`); its state (steps, dates, whose
 * turn); also the words that people wrote; also the names of children and family.
 */
export const sights = ['none', 'part', 'state', 'words', 'names'] as const;
export type Sight = (typeof sights)[number];

/** True for the Business Unit, who see all of every case. */
export const isOfBusinessUnit = ({ roles }: Pick<Viewer, 'roles'>): boolean => share(roles, businessUnit);

/**
 * Returns what somebody sees of a case as a whole. A conflict of interest comes before everything, the Business
 * Manager's own included. The Business Unit sees every case. Anybody else sees what their parts in the case show, from
 * the entry that asks them on. The IT officer sees where a case stands and none of its content.
 */
export function sightOf(viewer: Viewer, file: CaseFile): Sight {
  if (isShutOut(file, viewer.id)) return 'none';
  if (isOfBusinessUnit(viewer)) return 'names';
  const shown = piecesFor(file, viewer.id);
  if (shown.has('whole')) return 'names';
  if (shown.has('state') || viewer.roles.includes('it-officer')) return 'state';
  return partsIn(file, viewer.id).length > 0 ? 'part' : 'none';
}

/** True if somebody sees this piece of a case, by whatever part. */
export const seesPiece = (viewer: Viewer, file: CaseFile, piece: Piece): boolean =>
  sightOf(viewer, file) === 'names' || (!isShutOut(file, viewer.id) && piecesFor(file, viewer.id).has(piece));

/**
 * True if somebody may learn that there is a case, and nothing of what is in it: the information governance officer, of
 * every case that they are not shut out of.
 */
export const knowsOf = (viewer: Viewer, file: Pick<CaseFile, 'shutOut'>): boolean =>
  viewer.roles.includes('information-governance-officer') && !isShutOut(file, viewer.id);

/** True if one sight includes another: whoever sees names sees words and state as well. */
export const takesIn = (sight: Sight, least: Sight): boolean => sights.indexOf(sight) >= sights.indexOf(least);

/** The least that somebody must see of a case for a list to show it: their own part, its state, or all of it. */
export type ListedFrom = 'part' | 'state' | 'whole';

/** Cases that a list may show somebody: all but those they are shut out of, those they see this much of, or none. */
export type Visibility =
  | { readonly kind: 'all'; readonly except: PersonId }
  | { readonly kind: 'part'; readonly person: PersonId; readonly from: ListedFrom }
  | { readonly kind: 'none' };

/** The cases that a list may show somebody; what it shows of each is `sightOf`. */
export function visibility({ id, roles }: Viewer, from: ListedFrom = 'state'): Visibility {
  if (share(roles, [...businessUnit, 'it-officer'])) return { kind: 'all', except: id };
  return share(roles, ourRoles) ? { kind: 'part', person: id, from } : { kind: 'none' };
}

/**
 * The texts in which a search may look: the references alone; all words, without names; everything; or everything in
 * the cases that one person sees all of, and the references of the others. A search says no more of a case than its own
 * page does.
 */
export type Searched = 'references' | 'words' | 'everything' | { readonly seenWholeBy: PersonId };

/** Returns the texts in which somebody's search looks. */
export function searchedBy({ id, roles }: Viewer): Searched {
  if (isOfBusinessUnit({ roles })) return 'everything';
  return share(roles, ourRoles) ? { seenWholeBy: id } : 'references';
}

/** True if lists of cases name people to this viewer: whose turn it is. The IT officer reads roles alone. */
export const readsPeople = ({ roles }: Pick<Viewer, 'roles'>): boolean => share(roles, ourRoles);

/** A decision and who may take it. */
export interface MayTakeRow {
  readonly decision: DecisionName;
  readonly title: string;
  readonly step?: StepId;
  readonly roles: readonly Role[];
  /** Roles on whose behalf the Business Unit may record it; none for most decisions. */
  readonly recordedFor: readonly Role[];
}

/** Every decision with who may take it under a policy, in the procedure's order, those always open last. */
export const mayTakeTable = (policy: Policy): readonly MayTakeRow[] =>
  catalogue.map(({ name, title, step }) => ({
    decision: name,
    title,
    ...(step === undefined ? {} : { step }),
    roles: mayTake({ policy }, name),
    recordedFor: mayBeRecordedFor({ policy }, name),
  }));
