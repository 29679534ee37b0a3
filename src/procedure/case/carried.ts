import type { CaseFile } from './case-file';
import { describeCase } from '../describe';
import { attributesOf, detailsOf } from '../legible';
import { milestonesOf } from '../dates/milestones';
import { nextReminderAt, remindersDue } from '../reminders/reminders';
import type { Instant } from '../time/time';
import { turnsOf } from '../reminders/turns';
import { upcast, type Stored } from './upcast';

/**
 * Says why this release cannot continue a case file that another release wrote; undefined if it can. Works out
 * everything that the workflow, the pages, the reminders and the reports will ask of the file.
 */
export function whyNotCarried(stored: Stored | CaseFile, now: Instant): string | undefined {
  try {
    const file: CaseFile = upcast(stored);
    describeCase(file, now);
    attributesOf(file, now);
    detailsOf(file, now);
    nextReminderAt(file);
    remindersDue(file, now);
    milestonesOf(file);
    turnsOf(file);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
