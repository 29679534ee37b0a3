import type { CaseFile } from '../case/case-file';
import { isWithdrawn } from '../case/position';
import type { Notice } from '../case/record';
import { isShutOut } from '../case/shut-out';
import { readAgencies } from '../reminders/notice-values';
import type { CaseReference, PersonId } from '../time/time';
import { contributionsOf, type Contribution } from './contributions';

/*
 * Links by which somebody answers without an account. A link is of one request that a person is asked to answer, and
 * works until the answer is accepted. Source: DESIGN, "Asking and answering", Links.
 */

/** The request that a link is made for: one that one person is asked to answer in one case. */
export interface LinkOf {
  readonly reference: CaseReference;
  /** The request's id, such as `return:gp`. */
  readonly contribution: string;
  readonly person: PersonId;
}

/** A request to an agency. */
export interface AgencyRequest extends Contribution {
  readonly kind: 'return' | 'chronology' | 'further';
  readonly agency: string;
}

const isOfAgency = (one: Contribution): one is AgencyRequest => one.agency !== undefined;

const requestsIn = (file: CaseFile): readonly AgencyRequest[] => contributionsOf(file).filter(isOfAgency);

/** Returns the request of this id to an agency; undefined if the case has none. */
export const requestWith = (file: CaseFile, id: string): AgencyRequest | undefined =>
  requestsIn(file).find((one) => one.id === id);

/**
 * Whether a link works, and why it does not: its answer was accepted, the case was withdrawn or has closed, another
 * person answers now, the person's access is restricted, or nothing is asked any more.
 */
export type LinkStanding = 'works' | 'accepted' | 'withdrawn' | 'closed' | 'passed-over' | 'shut-out' | 'not-asked';

/** Says whether a link works as the case stands. A late answer is taken until the answers are collated. */
export function linkStanding(file: CaseFile, contribution: string, person: PersonId): LinkStanding {
  if (isShutOut(file, person)) return 'shut-out';
  if (isWithdrawn(file)) return 'withdrawn';
  if (file.closedOn !== undefined) return 'closed';
  const asked = requestWith(file, contribution);
  if (asked === undefined) return 'not-asked';
  if (asked.isOver) return 'accepted';
  return asked.answerers.includes(person) ? 'works' : 'passed-over';
}

/** A request that an email asks for, and the agency that it is asked of. */
export interface AskedInEmail {
  readonly contribution: string;
  readonly agency: string;
}

/** The kinds of email that ask several agencies of one person, with the kind of request. */
const ofSeveral: Readonly<Partial<Record<Notice['kind'], Contribution['kind']>>> = {
  'information-asked': 'return',
  'chronology-asked': 'chronology',
};

/** True if an email is about this request, of whichever person. */
function isAbout({ kind, values, lines }: Notice, request: AgencyRequest): boolean {
  if (kind === 'reminders') return lines.some(({ deadline }) => deadline === request.id);
  const several = ofSeveral[kind];
  return several === undefined
    ? values['contribution'] === request.id
    : several === request.kind && readAgencies(values['agency']).includes(request.agency);
}

/**
 * Lists the requests that an email asks its recipient for by link: none where it asks for something else, or asks
 * somebody who was not asked.
 */
export const contributionsIn = (file: CaseFile, notice: Notice): readonly AskedInEmail[] =>
  notice.as === 'agency-contact'
    ? requestsIn(file)
        .filter((one) => isAbout(notice, one) && linkStanding(file, one.id, notice.to) === 'works')
        .map(({ id, agency }) => ({ contribution: id, agency }))
    : [];

/** True if an email asks for nothing that cannot be done by its links: a reminder may be of other deadlines too. */
export const asksByLinkAlone = (file: CaseFile, { lines }: Pick<Notice, 'lines'>): boolean =>
  lines.every(({ deadline }) => requestWith(file, deadline) !== undefined);
