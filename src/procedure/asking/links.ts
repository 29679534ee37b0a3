import type { CaseFile } from '../case/case-file';
import { everOf } from '../case/facts';
import { inquiries, requestTo } from '../case/inquiries';
import { isWithdrawn } from '../case/position';
import type { Notice } from '../case/record';
import { isShutOut } from '../case/shut-out';
import { readAgencies } from '../reminders/notice-values';
import type { CaseReference, PersonId } from '../time/time';
import { colleaguesOf } from './colleagues';
import { contributionsOf, type Contribution } from './contributions';
import { isCorrespondent, whomAsked, type Asking } from './correspondents';
import { furtherId } from './further';

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

/** Every request by which an agency or an organisation was asked, those too that were set aside. */
const everAsked = (file: CaseFile, agency: string): readonly string[] => [
  ...inquiries.flatMap((inquiry) => {
    const asked: readonly Asking[] = everOf(file, inquiry.asked);
    return asked.some((one) => whomAsked(file, one).includes(agency)) ? [requestTo(inquiry, agency)] : [];
  }),
  ...everOf(file, 'askFurther').flatMap((one) =>
    whomAsked(file, one).includes(agency) ? [furtherId(one.seq, agency)] : [],
  ),
];

/**
 * Returns the request to which an email leads a correspondent, who can open nothing else: one of theirs that is open, else
 * one that was, whose page says that it is over.
 */
function requestOf(file: CaseFile, person: PersonId): readonly AskedInEmail[] {
  const named = colleaguesOf(file).find(({ id }) => id === person)?.contribution;
  const all = [
    ...requestsIn(file).filter(({ answerers }) => answerers.includes(person)),
    ...[...(named === undefined ? [] : [named]), ...everAsked(file, person)].map((id) => ({ id, agency: person })),
  ];
  const first = all.find(({ id }) => linkStanding(file, id, person) === 'works') ?? all[0];
  return first === undefined ? [] : [{ contribution: first.id, agency: first.agency }];
}

/**
 * Lists the requests that an email asks its recipient for by link: none where it asks for something else, or asks
 * somebody who was not asked. Every email to a correspondent leads to a request: they can open nothing else.
 */
export function contributionsIn(file: CaseFile, notice: Notice): readonly AskedInEmail[] {
  if (notice.as !== 'agency-contact') return [];
  const asked = requestsIn(file)
    .filter((one) => isAbout(notice, one) && linkStanding(file, one.id, notice.to) === 'works')
    .map(({ id, agency }) => ({ contribution: id, agency }));
  return asked.length === 0 && isCorrespondent(notice.to) ? requestOf(file, notice.to) : asked;
}

/** True if an email asks for nothing that cannot be done by its links: a reminder may be of other deadlines too. */
export const asksByLinkAlone = (file: CaseFile, { lines }: Pick<Notice, 'lines'>): boolean =>
  lines.every(({ deadline }) => requestWith(file, deadline) !== undefined);
