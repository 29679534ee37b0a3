import type { CaseFile } from './case-file';
import { notBefore, type Taking } from '../decision';
import { factsOf } from './facts';
import { writeAgencies } from '../reminders/notice-values';
import { ownersOf, type Recipient } from '../reminders/recipients';
import { refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import type { PersonId } from '../time/time';

/** Agencies are asked for information (step 5). */
export const information = {
  asked: 'askAgencies',
  returned: 'recordReturn',
  without: 'goAheadWithoutReturn',
  collated: 'recordChronology',
  step: 'information',
} as const;

/** In a review agencies are asked again, for their chronologies (step 9). */
export const chronologies = {
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

/** True if a person is the contact who answers for an agency, as the settings of the case have it. */
export const answersFor = (file: CaseFile, person: PersonId, agency: string): boolean =>
  file.policy.agencies[agency]?.contact === person;

export const agenciesAsked = (file: CaseFile, inquiry: Inquiry): readonly string[] =>
  factsOf(file, inquiry.asked).flatMap((one) => one.form.agencies);

/** Asked, and neither returned, nor answered nil, nor gone ahead without. */
export function agenciesOutstanding(file: CaseFile, inquiry: Inquiry): readonly string[] {
  const settled = new Set(
    [...factsOf(file, inquiry.returned), ...factsOf(file, inquiry.without)].map((one) => one.form.agency),
  );
  return agenciesAsked(file, inquiry).filter((one) => !settled.has(one));
}

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
  const asked = factsOf(file, inquiry.asked).find((one) => one.form.agencies.includes(agency));
  if (asked === undefined)
    return refusal('against-the-record', says`${part.agency(agency)} has not been asked in this case.`);
  if (taking.role === 'agency-contact' && !answersFor(file, taking.by, agency)) {
    return refusal(
      'wrong-role',
      says`${part.person(taking.by)} does not answer for ${part.agency(agency)}; a contact answers for their own agency only.`,
    );
  }
  return notBefore(asked, taking, says`${part.agency(agency)} was asked on`);
}

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
  const asked = factsOf(file, inquiry.asked).find((one) => one.form.agencies.includes(agency));
  return notBefore(asked, taking, says`${part.agency(agency)} was asked on`);
}

export function unknownAgencies(file: CaseFile, agencies: readonly string[]): Refusal | undefined {
  const unknown = agencies.filter((one) => file.policy.agencies[one] === undefined);
  return unknown.length === 0
    ? undefined
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
  const contact = file.policy.agencies[agency]?.contact;
  return contact === undefined ? [] : ownersOf(file, { person: contact, as: 'agency-contact' });
};

/** A person who is asked, for all the agencies that they answer for; `about` tells their email from another's. */
interface AskedContact {
  readonly to: readonly Recipient[];
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
    about: theirs.join('+'),
    values: { agency: writeAgencies(theirs) },
  }));
}
