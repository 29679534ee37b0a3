import { isOrganisation } from '../../procedure/case/inquiries';
import type { Policy } from '../../procedure/policy';
import { organisationOf, type People } from './name-of';

/** The name of an agency: by the settings of the case, or of an organisation beside them, by the person who was asked. */
export function agencyNameOf(
  { profile, policy: { agencies } }: { readonly profile: People; readonly policy: Pick<Policy, 'agencies'> },
  code: string,
): string {
  if (isOrganisation(code)) return organisationOf(profile, code);
  return Object.hasOwn(agencies, code) ? (agencies[code]?.name ?? code) : code;
}
