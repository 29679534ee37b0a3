import { colleaguesOf } from '../procedure/asking/colleagues';
import { isOfDomains } from '../procedure/asking/domains';
import { requestWith } from '../procedure/asking/links';
import type { CaseFile, DecisionName } from '../procedure/case/case-file';
import { refusedField, type Refusal } from '../procedure/refusals';
import { isRecord } from '../procedure/schema-parts';
import { findCorrespondent } from '../records/correspondents';
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
  const named = colleaguesOf(file).filter(({ contribution, state }) => contribution === id && state !== 'declined');
  const colleagues = await Promise.all(named.map((one) => findCorrespondent(office.records, file, one.id)));
  const answerers = requestWith(file, id)?.answerers ?? [];
  const known = office.profile.people.filter((one) => answerers.includes(one.id));
  return [...known, ...colleagues].flatMap((one) => (one === undefined ? [] : [one.email.toLowerCase()]));
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
  const { contribution, address } = form;
  if (typeof contribution !== 'string' || typeof address !== 'string') return undefined;
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
