import type { CaseFile } from './case-file';
import { notBefore, refusal, type Taking, type Telling } from '../decision';
import { factsOf } from './facts';
import { ownersOf, type Recipient } from '../reminders/notices';
import type { Refusal } from '../refusals';

/** Agencies are asked for information (step 5). */
export const information = {
  asked: 'askAgencies',
  returned: 'recordReturn',
  without: 'goAheadWithoutReturn',
} as const;

/** In a review agencies are asked again, for their chronologies (step 9). */
export const chronologies = {
  asked: 'askChronologies',
  returned: 'recordChronologyReturn',
  without: 'goAheadWithoutChronology',
} as const;

/** What agencies are asked for, by the decisions in which it is done. */
export type Inquiry = typeof information | typeof chronologies;

export const agenciesAsked = (file: CaseFile, inquiry: Inquiry): readonly string[] =>
  factsOf(file, inquiry.asked).flatMap((one) => one.form.agencies);

/** Asked, and neither returned, nor answered nil, nor gone ahead without. */
export function agenciesOutstanding(file: CaseFile, inquiry: Inquiry): readonly string[] {
  const settled = new Set(
    [...factsOf(file, inquiry.returned), ...factsOf(file, inquiry.without)].map((one) => one.form.agency),
  );
  return agenciesAsked(file, inquiry).filter((one) => !settled.has(one));
}

/** Nothing can be returned, or gone ahead without, before anybody was asked. */
export const nothingAsked = (file: CaseFile, inquiry: Inquiry): Refusal | undefined =>
  factsOf(file, inquiry.asked).length === 0
    ? refusal('too-early', `No agency has been asked yet (${inquiry.asked}).`)
    : undefined;

/** An agency returns what it was asked for, by its own contact or through the Business Unit, and not before it was asked. */
export function returnRefused(file: CaseFile, inquiry: Inquiry, agency: string, taking: Taking): Refusal | undefined {
  const asked = factsOf(file, inquiry.asked).find((one) => one.form.agencies.includes(agency));
  if (asked === undefined) return refusal('against-the-record', `${agency} has not been asked in this case.`);
  if (taking.role === 'agency-contact' && file.policy.agencies[agency]?.contact !== taking.by) {
    return refusal(
      'wrong-role',
      `${taking.by} does not answer for ${agency}; a contact answers for their own agency only.`,
    );
  }
  return notBefore(asked, taking, `${agency} was asked on`);
}

/** A collation holds every return, so its day is not before the last return, or the last going ahead without one. */
export function lastReturn(file: CaseFile, inquiry: Inquiry, taking: Taking): Refusal | undefined {
  const later = factsOf(file, inquiry.returned).find((one) => one.on > taking.on);
  if (later !== undefined) return notBefore(later, taking, `${later.form.agency} returned on`);
  const without = factsOf(file, inquiry.without).find((one) => one.on > taking.on);
  return without && notBefore(without, taking, `The case went ahead without ${without.form.agency} on`);
}

/** Nobody goes ahead without an agency that owes nothing, or before it was asked. */
export function withoutRefused(
  file: CaseFile,
  { inquiry, agency, what }: { readonly inquiry: Inquiry; readonly agency: string; readonly what: string },
  taking: Taking,
): Refusal | undefined {
  if (!agenciesOutstanding(file, inquiry).includes(agency)) {
    return refusal('against-the-record', `No ${what} is outstanding from ${agency}.`);
  }
  const asked = factsOf(file, inquiry.asked).find((one) => one.form.agencies.includes(agency));
  return notBefore(asked, taking, `${agency} was asked on`);
}

export function unknownAgencies(file: CaseFile, agencies: readonly string[]): Refusal | undefined {
  const unknown = agencies.filter((one) => file.policy.agencies[one] === undefined);
  return unknown.length === 0
    ? undefined
    : refusal(
        'invalid',
        `The profile has no agency ${unknown.join(', ')}; it has ${Object.keys(file.policy.agencies).join(', ')}.`,
      );
}

/** Who is asked for these agencies: their contact, or the Business Manager, who finds another where they are shut out. */
export const contactFor = (file: CaseFile, agency: string): readonly Recipient[] => {
  const contact = file.policy.agencies[agency]?.contact;
  return contact === undefined ? [] : ownersOf(file, { person: contact, as: 'agency-contact' });
};

/** One email to whoever answers for agencies, however many of them; it lists them all. */
export function contactsOf(
  file: CaseFile,
  agencies: readonly string[],
  kind: 'information-asked' | 'chronology-asked',
): readonly Telling[] {
  const asked = new Map<string, { readonly to: readonly Recipient[]; readonly agencies: string[] }>();
  for (const agency of agencies) {
    const to = contactFor(file, agency);
    const who = to.map(({ person, as }) => `${person} ${as}`).join();
    const before = asked.get(who);
    if (before !== undefined) before.agencies.push(agency);
    else if (to.length > 0) asked.set(who, { to, agencies: [agency] });
  }
  return [...asked.values()].map(({ to, agencies: theirs }): Telling => {
    // The kind is one of two, and the union of tellings wants to know which.
    const rest = { to, about: theirs.join('+'), values: { agency: theirs.join(',') } };
    return kind === 'information-asked' ? { kind, ...rest } : { kind, ...rest };
  });
}
