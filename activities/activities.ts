import type { Recording } from '../src/procedure/case/record';
import type { PartnershipNow } from '../src/procedure/case/with-partnership';
import type { CaseReference } from '../src/procedure/time/time';

/**
 * The activities of a case. Temporal may run an activity more than once, so each is idempotent: a second run leaves
 * everything as the first did.
 */
export interface Activities {
  /** Appends to the case's record, with its notices and the file as it now stands. */
  record(recording: Recording): Promise<void>;
  /** Sends the notices with these keys that are waiting and still true. */
  sendNotices(order: { readonly reference: CaseReference; readonly keys: readonly string[] }): Promise<void>;
  /** Reads the profile, people, holidays, closures and meetings. */
  readPartnership(): Promise<PartnershipNow>;
}
