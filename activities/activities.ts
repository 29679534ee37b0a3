import type { Recording } from '../src/procedure/case/record';
import type { PartnershipNow } from '../src/procedure/case/with-partnership';
import type { OutsideStanding } from '../src/procedure/outside-notification/contract';
import type { ReceiptNumber } from '../src/procedure/outside-notification/receipt-number';
import type { CaseReference, Instant } from '../src/procedure/time/time';

/**
 * The activities of a case and of a notification from outside. Temporal may run an activity more than once, so each is idempotent: a second run leaves
 * everything as the first did.
 */
export interface Activities {
  /** Appends to the case's record, with its notices and the file as it now stands. */
  record(recording: Recording): Promise<void>;
  /** Sends the notices with these keys that are waiting and still true. */
  sendNotices(order: { readonly reference: CaseReference; readonly keys: readonly string[] }): Promise<void>;
  /** Lists the keys of the notices of a case that wait on the record. */
  waitingNotices(order: { readonly reference: CaseReference }): Promise<readonly string[]>;
  /** Reads the profile, people, holidays, closures and meetings. */
  readPartnership(): Promise<PartnershipNow>;
  /** Sends what is due at this moment about a notification from outside, and says how it stands. */
  watchOutside(order: { readonly number: ReceiptNumber; readonly at: Instant }): Promise<OutsideStanding>;
}
