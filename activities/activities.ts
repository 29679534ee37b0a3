import type { CalendarEntry } from '../src/procedure/case/calendar-change';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Recording } from '../src/procedure/case/record';
import type { CaseReference } from '../src/procedure/time/time';

/** The partnership's settings as they are now, for cases that take them up. */
export interface Partnership extends Pick<CaseFile, 'calendar' | 'meetings' | 'policy' | 'people' | 'everybody'> {
  /** The changes of the calendar: who made each, when and why. Absent from a result that an earlier release read. */
  readonly changes?: readonly CalendarEntry[];
}

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
  readPartnership(): Promise<Partnership>;
}
