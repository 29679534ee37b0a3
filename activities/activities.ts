import type { CalendarEntry } from '../src/procedure/case/calendar-change';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Recording } from '../src/procedure/case/record';
import type { CaseReference } from '../src/procedure/time/time';

/** The partnership's settings as they are now, for cases that take them up. */
export interface Partnership extends Pick<CaseFile, 'calendar' | 'meetings' | 'policy' | 'people' | 'everybody'> {
  /** Who changed the calendar, when and why; absent from what an earlier release read. */
  readonly changes?: readonly CalendarEntry[];
}

/** What a case asks of the world. Each may happen more than once and must then leave the same behind. */
export interface Activities {
  /** Appends to the case's record, with its notices and the file as it now stands. */
  record(recording: Recording): Promise<void>;
  /** Sends the notices with these keys that are waiting and still true. */
  sendNotices(order: { readonly reference: CaseReference; readonly keys: readonly string[] }): Promise<void>;
  /** Reads the profile, people, holidays, closures and meetings. */
  readPartnership(): Promise<Partnership>;
}
