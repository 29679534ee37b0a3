import type { CaseFile, DecisionName } from './case/case-file';
import { catalogue } from './catalogue';
import type { Policy } from './policy';
import { businessUnit, execRoles, ourRoles, partnerRoles, type Role } from './roles';
import { isShutOut, rolesIn } from './case/shut-out';
import type { StepId } from './step-ids';
import { mayTake } from './take';
import type { PersonId } from './time/time';

/*
 * Who may do what: one table, denied by default. API, console and docs/who-may-do-what.md are made from it. Who may
 * take a decision stands with the decision (`catalogue`); what stands here is everything else.
 */

/** Somebody who has signed in: who they are, and their roles in the partnership's profile. */
export interface Viewer {
  readonly id: PersonId;
  readonly roles: readonly Role[];
}

/** The pages of the console. */
export const pages = [
  'today',
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
  'guide',
] as const;
export type Page = (typeof pages)[number];

/** Who leads reviews: the Business Unit, the delegated and Exec partners, the Scrutineer, those who run the sub-group. */
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
 * Who may open each page. The bodies outside the partnership open none: what is theirs is put on the record for them.
 * What a page shows of a case is `sightOf` again, so a page open to many shows each only their own cases.
 */
export const mayOpen: Readonly<Record<Page, readonly Role[]>> = {
  /** What is one's own to do, so everybody who can have a part; the IT officer has none. */
  today: ourRoles,
  /** The list of cases, each viewer's own; the IT officer sees where each stands, to know what an outage holds up. */
  matrix: everybodyOfOurs,
  case: everybodyOfOurs,
  /** Where the engine runs a case: for whoever looks after the system, and of no use to anybody else. */
  'case-for-it': ['it-officer'],
  /** A decision is a part in a case; which of them one may take stands with each decision. */
  decide: ourRoles,
  /** Across cases, for those who lead reviews; members see the meetings of their own cases on the case. */
  meetings: leading,
  actions: leading,
  /** Every email of the installation, with what it says: the Business Unit's own, and not the IT officer's. */
  mailbox: businessUnit,
  /** Who is who and in which cases; replacing people across cases is the Business Manager's. */
  people: ['business-manager'],
  /** Sign-ins, API tokens and who is shut out: the IT officer sees them to look after them. */
  access: ['business-manager', 'it-officer'],
  /** Whether every open case runs: whoever looks after the servers, and whoever answers for the cases. */
  engine: ['business-manager', 'it-officer'],
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
  guide: everybodyOfOurs,
};

/** What people do beside the decisions of a case. */
export const acts = [
  'notify',
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

/** Who may do each act. */
export const mayDo: Readonly<Record<Act, readonly Role[] | 'everybody'>> = {
  /** Any agency may send the notification form, so nobody has to sign in for it. Source: step 1. */
  notify: 'everybody',
  /** To train staff and to try an installation out. */
  'open-practice-case': [...businessUnit, 'it-officer'],
  /** A practice case is shared: one person moving it on moves it for all who train on it. */
  'move-practice-forward': businessUnit,
  /** A closure plans every open case again. */
  'keep-calendar': ['business-manager'],
  /** Whoever is of the partnership can be given a part in a case and see it. */
  'keep-people': ['business-manager'],
  /** Whoever says which account is whose can read as anybody, so it is not with whoever runs the accounts. */
  'link-sign-in': ['business-manager'],
  /** A token reads and acts for somebody, as a sign-in does. */
  'make-token': ['business-manager'],
  /** Whoever first hears that one is lost ends it; ending one opens nothing. */
  'revoke-token': ['business-manager', 'it-officer'],
  /** It brings back what the record says, and decides nothing. */
  'restart-case': ['business-manager', 'it-officer'],
  /** IT knows the machines, and the Business Manager answers for the cases. */
  'answer-place': ['business-manager', 'it-officer'],
};

/** Who may change what a page shows, where it has such an act beside the decisions; everybody else reads. */
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

/** Whether somebody may do an act; nobody signed in may still do what is open to everybody. */
export function does(viewer: Pick<Viewer, 'roles'> | undefined, act: Act): boolean {
  const allowed = mayDo[act];
  return allowed === 'everybody' || (viewer !== undefined && share(viewer.roles, allowed));
}

/**
 * How much of a case somebody sees: nothing; its state (steps, dates, whose turn); also the words that people wrote;
 * also the names of children and family.
 */
export const sights = ['none', 'state', 'words', 'names'] as const;
export type Sight = (typeof sights)[number];

/** Those whose part cannot be done without knowing who the child is: they decide, and are answerable for the review. */
const seesNames: readonly Role[] = [...businessUnit, ...partnerRoles, 'scrutineer'];

/**
 * What somebody sees of a case. A conflict of interest comes before everything, the Business Manager's own included;
 * the Business Unit sees every case, anybody else those that they have a part in, by the part they have there. The IT
 * officer sees where a case stands and none of its content.
 */
export function sightOf(viewer: Viewer, file: Pick<CaseFile, 'people' | 'shutOut'>): Sight {
  if (isShutOut(file, viewer.id)) return 'none';
  if (share(viewer.roles, businessUnit)) return 'names';
  const parts = rolesIn(file, viewer.id);
  if (share(parts, seesNames)) return 'names';
  if (share(parts, ourRoles)) return 'words';
  return viewer.roles.includes('it-officer') ? 'state' : 'none';
}

/**
 * What somebody sees of every case that a list shows them, whatever their part in each: as much as a search across
 * cases may look into and a list may tell, so that neither says more of a case than its own page does.
 */
export function leastSight({ roles }: Pick<Viewer, 'roles'>): Sight {
  if (share(roles, businessUnit)) return 'names';
  if (roles.includes('it-officer')) return 'state';
  return share(roles, ourRoles) ? 'words' : 'none';
}

/** Whether one sight takes in another: whoever sees names sees words and state as well. */
export const takesIn = (sight: Sight, least: Sight): boolean => sights.indexOf(sight) >= sights.indexOf(least);

/** Which cases a list may show somebody: all but those they are shut out of, those they have a part in, or none. */
export type Visibility =
  | { readonly kind: 'all'; readonly except: PersonId }
  | { readonly kind: 'part'; readonly person: PersonId }
  | { readonly kind: 'none' };

/** The cases that a list may show somebody; what it shows of each is `sightOf`. */
export function visibility({ id, roles }: Viewer): Visibility {
  if (share(roles, [...businessUnit, 'it-officer'])) return { kind: 'all', except: id };
  return share(roles, ourRoles) ? { kind: 'part', person: id } : { kind: 'none' };
}

/** A decision and who may take it. */
export interface MayTakeRow {
  readonly decision: DecisionName;
  readonly title: string;
  readonly step?: StepId;
  readonly roles: readonly Role[];
}

/** Every decision with who may take it under a policy, in the procedure's order, those always open last. */
export const mayTakeTable = (policy: Policy): readonly MayTakeRow[] =>
  catalogue.map(({ name, title, step }) => ({
    decision: name,
    title,
    ...(step === undefined ? {} : { step }),
    roles: mayTake({ policy }, name),
  }));
