import { colleaguesOf } from '../procedure/asking/colleagues';
import { isOfDomains } from '../procedure/asking/domains';
import { requestWith } from '../procedure/asking/links';
import type { CaseFile, DecisionName } from '../procedure/case/case-file';
import { refusedField, type Refusal } from '../procedure/refusals';
import { isRecord } from '../procedure/schema-parts';
import { readCorrespondents } from '../records/correspondents';
import type { Office } from './office';

/*
 * Rules for the address of a colleague to whom a request is passed on. A case has no address, so they are asked at the
 * door, before the case is. Source: DESIGN, "Asking and answering", Links.
 */

/** True if an address is in a domain that the settings of today list for the agency of a request. */
export function isOfAgency(
  { profile }: Pick<Office, 'profile'>,
  file: CaseFile,
  { contribution, address }: { readonly contribution: string; readonly address: string },
): boolean {
  const { agencies } = profile.policy;
  const agency = requestWith(file, contribution)?.agency ?? '';
  return Object.hasOwn(agencies, agency) && isOfDomains(address, agencies[agency]?.domains);
}

/** Lists the addresses of those who have a request, or wait to be confirmed, in small letters. */
async function addressesOf(office: Pick<Office, 'records' | 'profile'>, file: CaseFile, id: string) {
  const named = colleaguesOf(file)
    .filter(({ contribution, state }) => contribution === id && state !== 'declined')
    .map((one) => one.id);
  const have = [...named, ...(requestWith(file, id)?.answerers ?? [])];
  const correspondents = await readCorrespondents(office.records, file);
  const known = [...office.profile.people, ...correspondents].filter((one) => have.includes(one.id));
  return known.map(({ email }) => email.toLowerCase());
}

/**
 * Refuses a colleague outside the domains of the agency who is to get the request at once, and an address that has the
 * request already. Throws `RecordsUnavailable`.
 */
export async function whyNotColleague(
  office: Pick<Office, 'records' | 'profile'>,
  file: CaseFile,
  { name, form }: { readonly name: DecisionName; readonly form: unknown },
): Promise<Refusal | undefined> {
  if ((name !== 'passToColleague' && name !== 'nameColleague') || !isRecord(form)) return undefined;
  const { contribution, address: typed } = form;
  if (typeof contribution !== 'string' || typeof typed !== 'string') return undefined;
  const address = typed.trim();
  if ((await addressesOf(office, file, contribution)).includes(address.toLowerCase()))
    return refusedField('already-decided', {
      field: 'address',
      said: 'Somebody with this address has the request, or waits to be confirmed',
    });
  return name === 'nameColleague' || isOfAgency(office, file, { contribution, address })
    ? undefined
    : refusedField('invalid', {
        field: 'address',
        said: 'This address is not in a domain that the settings list for the agency. Name the colleague for the Business Unit to confirm (nameColleague)',
      });
}
