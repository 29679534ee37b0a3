import type { CaseFile } from './case-file';
import { fact } from './facts';
import { agenciesAsked, agenciesOutstanding, answersFor, chronologies, information, type Inquiry } from './inquiries';
import { isWithdrawn } from './position';
import type { Notice } from './record';
import { isShutOut } from './shut-out';
import { readAgencies } from '../reminders/notice-values';
import type { CaseReference, PersonId } from '../time/time';

/*
 * Links by which somebody answers without an account. A link is of one contribution that a person is asked for, and
 * works until the answer is accepted. Source: DESIGN, "Asking and answering", Links.
 */

/** What a link is made for: a contribution that one person is asked for in one case. */
export interface LinkOf {
  readonly reference: CaseReference;
  /** The contribution's id, such as `information:gp`. */
  readonly contribution: string;
  readonly person: PersonId;
}

/** What an agency is asked for: which of the two inquiries, and which agency. */
export interface AgencyContribution {
  readonly name: 'information' | 'chronologies';
  readonly inquiry: Inquiry;
  readonly agency: string;
}

const named = [
  { name: 'information', inquiry: information },
  { name: 'chronologies', inquiry: chronologies },
] as const;

/** Reads the id of a contribution; undefined if it is of no inquiry. */
export function readContribution(id: string): AgencyContribution | undefined {
  const colon = id.indexOf(':');
  const one = named.find(({ name }) => name === id.slice(0, colon));
  return one && { ...one, agency: id.slice(colon + 1) };
}

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
  const asked = readContribution(contribution);
  if (asked === undefined || !agenciesAsked(file, asked.inquiry).includes(asked.agency)) return 'not-asked';
  if (fact(file, asked.inquiry.collated) !== undefined) return 'accepted';
  return answersFor(file, person, asked.agency) ? 'works' : 'passed-over';
}

/** The kinds of email that ask agencies, with the contribution that each asks for. */
const askedBy: Readonly<Partial<Record<Notice['kind'], AgencyContribution['name']>>> = {
  'information-asked': 'information',
  'chronology-asked': 'chronologies',
};

/** A contribution that an email asks for, and the agency that it is asked of. */
export interface AskedInEmail {
  readonly contribution: string;
  readonly agency: string;
}

const askedOf = (name: AgencyContribution['name'], agencies: readonly string[]): readonly AskedInEmail[] =>
  agencies.map((agency) => ({ contribution: `${name}:${agency}`, agency }));

/** Lists the contributions that an email is about, of whichever person. */
function contributionsAbout(file: CaseFile, { kind, values, lines }: Notice): readonly AskedInEmail[] {
  const name = askedBy[kind];
  if (name !== undefined) return askedOf(name, readAgencies(values['agency']));
  if (kind !== 'reminders') return [];
  return named
    .filter(({ inquiry }) => lines.some(({ deadline }) => deadline === inquiry.step))
    .flatMap((one) => askedOf(one.name, agenciesOutstanding(file, one.inquiry)));
}

/**
 * Lists the contributions that an email asks its recipient for by link, in the order of the email: none where it asks
 * for something else, or asks somebody who is no contact of an agency.
 */
export const contributionsIn = (file: CaseFile, notice: Notice): readonly AskedInEmail[] =>
  notice.as === 'agency-contact'
    ? contributionsAbout(file, notice).filter(
        ({ contribution }) => linkStanding(file, contribution, notice.to) === 'works',
      )
    : [];

/** True if an email asks for nothing that cannot be done by its links: a reminder may be of other deadlines too. */
export const asksByLinkAlone = ({ lines }: Pick<Notice, 'lines'>): boolean =>
  lines.every(({ deadline }) => named.some(({ inquiry }) => deadline === inquiry.step));
