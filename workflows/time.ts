import { condition } from '@temporalio/workflow';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { CaseEvent, Notice } from '../src/procedure/case/record';
import { nextWake, nobodyToRemind } from '../src/procedure/reminders/next-wake';
import { nextReminderAt, ownTurn, remindersDue } from '../src/procedure/reminders/reminders';
import { fromMillis, londonDate, sayInstant, toMillis } from '../src/procedure/time/dates';
import type { Instant } from '../src/procedure/time/time';
import { isOver } from './ending';
import type { Run } from './run';

/**
 * The longest and the shortest sleep of a case, in milliseconds. The longest is for a case in which nobody is to be
 * reminded.
 */
const [longest, shortest] = [365 * 86_400_000, 1_000];
/** The calendar is read anew when it ends within this many days, so that no date falls off its end. */
const calendarMustReach = 500;

/**
 * Waits for the next reminder; nothing else in a case sleeps. Asks again whether a reminder is still true before it
 * goes out. A run begins with one timer whatever is due, so that another version of the code finds in its history
 * what it would have done itself.
 */
export async function keepTime(run: Run): Promise<never> {
  let waitedFor: Instant | undefined;
  for (;;) {
    const seen = run.file;
    const current = run.now();
    const { reminder, wake } = run.guard.ask('reminders', () => nextWake(seen, current, waitedFor), nobodyToRemind);
    if (wake === undefined || wake > current || !run.awake) {
      const turn = wake !== undefined && wake > current ? ownTurn(seen) : 0;
      const summary = wake === undefined ? 'Nobody is to be reminded' : `Next reminder: ${sayInstant(wake)}`;
      await condition(changesFrom(run, reminder), sleepsFor(run, wake, turn), { summary });
      waitedFor = wake;
      run.awake = true;
      continue;
    }
    waitedFor = undefined;
    await remind(run, current);
    if (run.file.calendar.until < londonDate(fromMillis(Date.now() + calendarMustReach * 86_400_000)))
      run.asked.partnership ??= 'calendar';
  }
}

async function remind(run: Run, now: Instant): Promise<void> {
  const notices = run.guard.ask('reminders', () => remindersDue(run.file, now), []);
  const reminded = { ...run.file, remindedUpTo: now };
  if (notices.length === 0) run.remember(reminded);
  else await run.enter(reminded, { kind: 'reminders-sent', details: saidIn(notices), notices });
}

/** Returns how long a case sleeps, in milliseconds: until its next reminder, or the longest time if there is none. */
function sleepsFor(run: Run, wake: Instant | undefined, turn: number): number {
  // Only a run that has yet to find out that it is over needs waking for it.
  if (wake === undefined) return isOver(run) && !run.awake ? shortest : longest;
  return Math.max(toMillis(wake) - Date.now() + turn, shortest);
}

/**
 * Returns a condition that is true once the next reminder has changed. The rules are asked once for each change of
 * the file, because they take a while.
 */
function changesFrom(run: Run, reminder: Instant | undefined): () => boolean {
  const nextReminder = (of: CaseFile) => run.guard.ask('reminders', () => nextReminderAt(of), undefined);
  let asked = run.file;
  let answer = false;
  return () => {
    if (run.file !== asked) {
      asked = run.file;
      answer = nextReminder(run.file) !== reminder;
    }
    return answer;
  };
}

/** Returns the details of a morning's reminders for the record: each deadline, and to whom. */
function saidIn(notices: readonly Notice[]): CaseEvent['details'] {
  return {
    to: notices.map(({ to }) => to),
    deadlines: [...new Set(notices.flatMap(({ lines }) => lines.map(({ deadline }) => deadline)))],
  };
}
