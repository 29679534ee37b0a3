import {
  entryOfCorrespondent,
  isRequestToAgencies,
  organisationId,
  organisationsOf,
} from '../procedure/asking/correspondents';
import type { CaseFile, DecisionName } from '../procedure/case/case-file';
import { entryBySeq } from '../procedure/case/entries';
import { agenciesAsked, inquiries } from '../procedure/case/inquiries';
import { isOfBusinessUnit } from '../procedure/permissions';
import { refusedField, type Refusal } from '../procedure/refusals';
import { isRecord } from '../procedure/schema-parts';
import { part, says, type Sentence } from '../procedure/sentence';
import type { PersonId } from '../procedure/time/time';
import type { ProfilePerson } from '../profile/load';
import { readCorrespondents } from '../records/correspondents';
import type { Office } from './office';

/*
 * Rules for the addresses of organisations that are asked by name and address. A case has no address, so they are asked
 * at the door, before the case is. Source: DESIGN, "Asking and answering".
 */

/** A decision as it was read, with its words. */
interface ReadWithWords {
  readonly name: DecisionName;
  readonly form: unknown;
}

/** An address that somebody typed, the field that it is in, and the organisation of which it corrects the address. */
interface Typed {
  readonly field: string;
  readonly address: string;
  readonly of?: PersonId;
}

const addressIn = (one: unknown): string | undefined =>
  isRecord(one) && typeof one['address'] === 'string' ? one['address'].trim() : undefined;

/** Reads an address out of a correction of a request: of the address itself, or of all that names an organisation. */
function inCorrection(file: CaseFile, { entry, field, value }: Readonly<Record<string, unknown>>): readonly Typed[] {
  const [, at, of] = /^organisations\.(\d{1,3})(\.address)?$/.exec(String(field)) ?? [];
  const seq = Number(entry);
  if (at === undefined || !isRequestToAgencies(entryBySeq(file, seq)?.name ?? '')) return [];
  const id = organisationId(file.reference, seq, Number(at) + 1);
  const address = of === undefined ? addressIn(value) : value;
  return typeof address === 'string'
    ? [{ field: of === undefined ? 'value.address' : 'value', address: address.trim(), of: id }]
    : [];
}

/** Lists the addresses of organisations that a decision gives. */
function typedIn(file: CaseFile, { name, form }: ReadWithWords): readonly Typed[] {
  if (!isRecord(form)) return [];
  if (name === 'correctFact') return inCorrection(file, form);
  const { organisations } = form;
  if (!isRequestToAgencies(name) || !Array.isArray(organisations)) return [];
  return organisations.flatMap((one: unknown, at) => {
    const address = addressIn(one);
    return address === undefined ? [] : [{ field: `organisations.${at}.address`, address }];
  });
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Says of somebody of the partnership how they are asked instead. */
function askedOtherwise(
  { profile }: Pick<Office, 'profile'>,
  { policy }: CaseFile,
  person: Pick<ProfilePerson, 'id' | 'roles'>,
): Sentence {
  const all = { ...profile.policy.agencies, ...policy.agencies };
  const agency = Object.entries(all).find(([, { contact }]) => contact === person.id)?.[0];
  const whose = says`This is the address of ${part.person(person.id)}`;
  if (agency !== undefined) return says`${whose}, who answers for ${part.agency(agency)}. Choose that agency instead`;
  return isOfBusinessUnit(person)
    ? says`${whose} of the Business Unit. Give the address of the organisation’s contact`
    : says`${whose}, who is in the settings. Under People, give them the role of agency contact and choose them among the agencies`;
}

/** Says of an organisation that the case has asked before how it is asked again. */
function askedBefore(file: CaseFile, name: DecisionName, id: PersonId): Sentence {
  const inquiry = inquiries.find(({ asked }) => asked === name);
  const entry = entryOfCorrespondent(id);
  return inquiry === undefined || !agenciesAsked(file, inquiry).includes(id)
    ? says`This organisation was asked by entry ${entry}. Choose it among the agencies instead`
    : says`This organisation was asked by entry ${entry} already. Leave it out`;
}

/**
 * Refuses the address of an organisation that is given twice, is that of somebody of the partnership, or of an organisation
 * that the case has asked before. Throws `RecordsUnavailable`.
 */
export async function whyNotOrganisation(
  office: Pick<Office, 'records' | 'profile'>,
  file: CaseFile,
  read: ReadWithWords,
): Promise<Refusal | undefined> {
  const typed = typedIn(file, read);
  if (typed.length === 0) return undefined;
  const standing = organisationsOf(file).map(({ id }) => id);
  const known = (await readCorrespondents(office.records, file)).filter(({ id }) => standing.includes(id));
  for (const [at, { field, address, of }] of typed.entries()) {
    const refused = (said: string | Sentence) => refusedField('already-decided', { field, said });
    if (typed.slice(0, at).some((other) => isSame(other.address, address)))
      return refused('This address is in the form already. Ask each organisation through a contact of its own');
    const person = office.profile.people.find(({ email }) => isSame(email, address));
    if (person !== undefined) return refused(askedOtherwise(office, file, person));
    const before = known.find(({ id, email }) => id !== of && isSame(email, address));
    if (before !== undefined) return refused(askedBefore(file, read.name, before.id));
  }
  return undefined;
}
