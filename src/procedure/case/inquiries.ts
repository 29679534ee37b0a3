import { passedOn } from '../asking/colleagues';
import { isCorrespondent, organisationsOf, whomAsked, type Asking } from '../asking/correspondents';
import type { CaseFile, Fact } from './case-file';
import { notBefore, type Taking } from '../decision';
import { personIdPattern } from '../forms';
import { keptOut } from './shut-out';
import type { Owner } from '../dates/owner';
import { answered, isOwed, type AnswerSoFar } from './answers';
import { fact, factsOf } from './facts';
import { writeAgencies } from '../reminders/notice-values';
import { ownersOf, type Recipient } from '../reminders/recipients';
import { refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import type { PersonId } from '../time/time';

/** Agencies are asked for information (step 5). */
export const information = {
  id: 'return',
  asked: 'askAgencies',
  returned: 'recordReturn',
  without: 'goAheadWithoutReturn',
  collated: 'recordChronology',
  step: 'information',
} as const;

/** In a review agencies are asked again, for their chronologies (step 9). */
export const chronologies = {
  id: 'chronology',
  asked: 'askChronologies',
  returned: 'recordChronologyReturn',
  without: 'goAheadWithoutChronology',
  collated: 'collateChronologies',
  step: 'planning',
} as const;

/** Both inquiries to agencies, in the order of the procedure. */
export const inquiries = [information, chronologies] as const;

/** An inquiry to agencies, by the names of its decisions and of its step: for information (step 5) or for chronologies (step 9). */
export type Inquiry = (typeof inquiries)[number];

/**
 * Returns the person who answers for an agency: its contact in the settings of the case. An organisation that the
 * settings do not have is asked through a person of the partnership, or by name and address; its code is the id of
 * whom it is asked through.
 */
function contactOf(file: CaseFile, agency: string): PersonId | undefined {
  const inSettings = file.policy.agencies[agency]?.contact;
  if (inSettings !== undefined) return inSettings;
  const known = isCorrespondent(agency) ? organisationsOf(file).some(({ id }) => id === agency) : true;
  return isOrganisation(agency) && known ? agency : undefined;
}

/** True if the code of an agency is the id of a person or a correspondent: an organisation beside the settings. */
export const isOrganisation = (agency: string): agency is PersonId =>
  personIdPattern().test(agency) || isCorrespondent(agency);

/** The name of an agency; undefined for an organisation beside the settings, which the records name. */
export const agencyName = (file: Pick<CaseFile, 'policy'>, agency: string): string | undefined =>
  isOrganisation(agency) ? undefined : (file.policy.agencies[agency]?.name ?? agency);

/** Lists who may answer a request to an agency: its contact, and the colleagues to whom the request was passed on. */
export const answerersOf = (file: CaseFile, contribution: string, agency: string): readonly PersonId[] => {
  const contact = contactOf(file, agency);
  const passedTo = passedOn(file, contribution).map(({ to }) => to);
  return [...(contact === undefined ? [] : [contact]), ...passedTo];
};

/**
 * Returns who owes the answer to a request: the agency's contact, or the colleague to whom the request was passed on
 * last to send the answer. Without a contact the Business Manager owes it, and finds one.
 */
export function answererOf(file: CaseFile, contribution: string, agency: string): Owner {
  const passed = passedOn(file, contribution).at(-1);
  const person = passed?.sends === 'colleague' ? passed.to : contactOf(file, agency);
  return person === undefined ? 'business-manager' : { person, as: 'agency-contact' };
}

const askingIn = (file: CaseFile, inquiry: Inquiry): readonly (Asking & Pick<Fact<unknown>, 'on'>)[] =>
  factsOf(file, inquiry.asked);

/** The entry by which an agency was asked first in an inquiry; undefined if none did. */
const firstAsked = (file: CaseFile, inquiry: Inquiry, agency: string) =>
  askingIn(file, inquiry).find((one) => whomAsked(file, one).includes(agency));

export const agenciesAsked = (file: CaseFile, inquiry: Inquiry): readonly string[] =>
  askingIn(file, inquiry).flatMap((one) => whomAsked(file, one));

/** The name of a request to one agency: "return:gp", "chronology:gp". It is in case files and never changes. */
export const requestTo = (inquiry: Inquiry, agency: string): string => `${inquiry.id}:${agency}`;

/** Says how far an agency has answered. */
export const answerOf = (file: CaseFile, inquiry: Inquiry, agency: string): AnswerSoFar => {
  const theirs = ({ form }: { readonly form: { readonly agency: string } }): boolean => form.agency === agency;
  return answered(file, requestTo(inquiry, agency), {
    answers: factsOf(file, inquiry.returned).filter(theirs),
    without: factsOf(file, inquiry.without).filter(theirs),
    collated: fact(file, inquiry.collated) !== undefined,
  });
};

/** Asked, and still owing: no answer, an answer in part, or one that was sent back with a question. */
export const agenciesOutstanding = (file: CaseFile, inquiry: Inquiry): readonly string[] =>
  agenciesAsked(file, inquiry).filter((one) => isOwed(answerOf(file, inquiry, one)));

/** Refuses a return, or going ahead without one, before any agency was asked. */
export const nothingAsked = (file: CaseFile, inquiry: Inquiry): Refusal | undefined =>
  factsOf(file, inquiry.asked).length === 0
    ? refusal('too-early', says`No agency has been asked yet${part.by(inquiry.asked)}.`)
    : undefined;

/**
 * Refuses a return from an agency that was not asked, by the contact of another agency, or dated before the agency was
 * asked. Undefined if the return can be recorded.
 */
export function returnRefused(file: CaseFile, inquiry: Inquiry, agency: string, taking: Taking): Refusal | undefined {
  const asked = firstAsked(file, inquiry, agency);
  if (asked === undefined)
    return refusal('against-the-record', says`${part.agency(agency)} has not been asked in this case.`);
  return answerRefused({ asked, agency, answerers: answerersOf(file, requestTo(inquiry, agency), agency) }, taking);
}

/** A request to an agency, as far as an answer to it is checked. */
interface RequestToAgency {
  readonly asked: Pick<Fact<unknown>, 'seq' | 'on'>;
  readonly agency: string;
  readonly answerers: readonly PersonId[];
}

/** Refuses an answer by the contact of another agency, or of a day before the agency was asked. */
export const answerRefused = (
  { asked, agency, answerers }: RequestToAgency,
  taking: Pick<Taking, 'by' | 'role' | 'on'>,
): Refusal | undefined =>
  taking.role === 'agency-contact' && !answerers.includes(taking.by)
    ? refusal(
        'wrong-role',
        says`${part.person(taking.by)} does not answer for ${part.agency(agency)}; a contact answers for their own agency only.`,
      )
    : notBefore(asked, taking, says`${part.agency(agency)} was asked on`);

/**
 * Refuses a collation dated before the last return, or before the last going ahead without one: it holds every return.
 */
export function lastReturn(file: CaseFile, inquiry: Inquiry, taking: Taking): Refusal | undefined {
  const later = factsOf(file, inquiry.returned).find((one) => one.on > taking.on);
  if (later !== undefined) return notBefore(later, taking, says`${part.agency(later.form.agency)} returned on`);
  const without = factsOf(file, inquiry.without).find((one) => one.on > taking.on);
  return (
    without && notBefore(without, taking, says`The case continued without ${part.agency(without.form.agency)} from`)
  );
}

/** Refuses to go ahead without an agency that owes nothing, or on a day before the agency was asked. */
export function withoutRefused(
  file: CaseFile,
  { inquiry, agency, what }: { readonly inquiry: Inquiry; readonly agency: string; readonly what: string },
  taking: Taking,
): Refusal | undefined {
  if (!agenciesOutstanding(file, inquiry).includes(agency)) {
    return refusal('against-the-record', says`No ${what} is outstanding from ${part.agency(agency)}.`);
  }
  const asked = firstAsked(file, inquiry, agency);
  return notBefore(asked, taking, says`${part.agency(agency)} was asked on`);
}

export function unknownAgencies(file: CaseFile, agencies: readonly string[]): Refusal | undefined {
  const unknown = agencies.filter((one) => contactOf(file, one) === undefined);
  const nobody = agencies
    .filter((one) => isOrganisation(one) && !isCorrespondent(one))
    .flatMap((one) => keptOut(file, one as PersonId) ?? [])[0];
  return unknown.length === 0
    ? nobody
    : refusal(
        'invalid',
        says`The settings have no agency ${unknown.join(', ')}. They have ${inList(Object.keys(file.policy.agencies).map(part.agency))}.`,
      );
}

/**
 * Returns the agency's contact, who is asked for it. If the contact is shut out of the case, the Business Manager is
 * asked and finds another.
 */
export const contactFor = (file: CaseFile, agency: string): readonly Recipient[] => {
  const contact = contactOf(file, agency);
  return contact === undefined ? [] : ownersOf(file, { person: contact, as: 'agency-contact' });
};

/** A person who is asked, for all the agencies that they answer for; `about` tells their email from another's. */
interface AskedContact {
  readonly to: readonly Recipient[];
  readonly agencies: readonly string[];
  readonly about: string;
  readonly values: { readonly agency: string };
}

/** Lists one email for each person who answers for agencies. The email names all of their agencies. */
export function contactsOf(file: CaseFile, agencies: readonly string[]): readonly AskedContact[] {
  const asked = new Map<string, { readonly to: readonly Recipient[]; readonly agencies: string[] }>();
  for (const agency of agencies) {
    const to = contactFor(file, agency);
    const who = to.map(({ person, as }) => `${person} ${as}`).join();
    const before = asked.get(who);
    if (before !== undefined) before.agencies.push(agency);
    else if (to.length > 0) asked.set(who, { to, agencies: [agency] });
  }
  return [...asked.values()].map(({ to, agencies: theirs }) => ({
    to,
    agencies: theirs,
    about: theirs.join('+'),
    values: { agency: writeAgencies(theirs) },
  }));
}
