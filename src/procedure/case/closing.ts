import type { Closing } from '../contract';
import { endingOf } from '../describe';
import { tell } from '../reminders/notice';
import { noticesOf } from '../reminders/notices';
import { caseClosed } from '../reminders/told-by-the-case';
import { londonDate } from '../time/dates';
import type { Instant } from '../time/time';
import type { CaseFile } from './case-file';
import type { Notice } from './record';

/** A case file that closes, with what its record says of that. */
export interface Closed {
  readonly file: CaseFile;
  readonly closing: Closing;
}

/** Closes a case of which nothing is left to be done, on the London day of `now`. Source: "Oversight". */
export function closingOf(file: CaseFile, now: Instant): Closed {
  const closedOn = londonDate(now);
  const closed = { ...file, closedOn };
  return { file: closed, closing: { ending: endingOf(closed), closedOn } };
}

/** Returns the notices to the people who are told that a case has closed. */
export function closingNotices({ file, closing }: Closed, now: Instant): readonly Notice[] {
  const act = { seq: file.seq + 1, at: now, on: closing.closedOn };
  return noticesOf(file, [tell(caseClosed)], act);
}
