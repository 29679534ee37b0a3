import type { CaseFile, DecisionName } from '../procedure/case/case-file';
import type { Refusal } from '../procedure/refusals';
import { whyNotColleague } from './colleagues-at-the-door';
import type { Office } from './office';
import { whyNotOrganisation } from './organisations-at-the-door';

/**
 * Refuses a decision by what the case itself cannot know: the addresses of people whom it writes to. Throws
 * `RecordsUnavailable`.
 */
export const whyNotAtTheDoor = async (
  office: Pick<Office, 'records' | 'profile'>,
  file: CaseFile,
  read: { readonly name: DecisionName; readonly form: unknown },
): Promise<Refusal | undefined> =>
  (await whyNotColleague(office, file, read)) ?? (await whyNotOrganisation(office, file, read));
