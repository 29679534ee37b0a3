import type { CaseFile } from '../case/case-file';
import { later } from '../time/dates';
import type { Instant } from '../time/time';
import { mayRemindAt, nextReminderAt } from './reminders';

/** The next reminder of a case, and when the case wakes for it. Both undefined: nobody is to be reminded. */
export interface NextWake {
  /** The moment of the next reminder, as the deadlines have it. */
  readonly reminder: Instant | undefined;
  /** The first moment of office hours at or after the reminder, and never before now. */
  readonly wake: Instant | undefined;
}

export const nobodyToRemind: NextWake = { reminder: undefined, wake: undefined };

/**
 * Returns when a case wakes to remind somebody. A case that has waited for its own turn up to `waitedFor` sends what
 * fell due then, whatever was decided in between.
 */
export function nextWake(file: CaseFile, now: Instant, waitedFor?: Instant): NextWake {
  const reminder = waitedFor !== undefined && waitedFor <= now ? waitedFor : nextReminderAt(file);
  return reminder === undefined ? nobodyToRemind : { reminder, wake: mayRemindAt(file, later(reminder, now)) };
}
