import type { CaseFile } from './case-file';
import { describeCase } from '../describe';
import { attributesOf, detailsOf } from '../legible';
import { milestonesOf } from '../dates/milestones';
import type { CaseEvent } from './record';
import { refusal, type Refusal } from '../refusals';
import { nextReminderAt } from '../reminders/reminders';
import { turnsOf } from '../reminders/turns';
import type { Instant } from '../time/time';

/* Rules that throw: a bug of the rules, which must not stop the case that shows it. */

/** Questions that rules are asked, with the words for each in "could not work out …". */
const askedOfRules = {
  reminders: 'who is to be reminded, and when',
  'current-details': 'what Temporal shows of the case',
  steps: 'which steps are done',
  procedure: 'how the procedure goes on',
  calendar: 'the dates under the new calendar or settings',
  closing: 'whom to tell that the case closes',
} as const;

export type AskedOfRules = keyof typeof askedOfRules;

/** A rule threw: what it was asked for, and what it threw, in one line. */
export interface RuleFault {
  readonly asked: AskedOfRules;
  readonly problem: string;
}

const longestProblem = 200;

/** Says what was thrown in one line of 200 characters at most. */
export function sayThrown(error: unknown): string {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : 'Something was thrown that is no error.';
  return said.replaceAll(/\s+/g, ' ').slice(0, longestProblem);
}

/** The name of a fault within a case: the same fault is recorded once. */
export const nameOfFault = ({ asked, problem }: RuleFault): string => `${asked}: ${problem}`;

/** Returns the details of a fault for the record. `sentence` is also the task of the Business Manager and IT. */
export const detailsOfFault = ({ asked, problem }: RuleFault, { reference }: Pick<CaseFile, 'reference'>) =>
  ({
    asked,
    problem,
    sentence: `The system could not work out ${askedOfRules[asked]} in ${reference}. What is recorded stands and the case goes on: look after its dates by hand, and have IT report the fault (${problem}).`,
  }) satisfies CaseEvent['details'];

/** Refuses a decision of which a rule could not say what would come of it. */
export const refusalOfFault = (problem: string): Refusal =>
  refusal(
    'invalid',
    `The system could not work out what would come of this, so nothing was decided (${problem}). Have IT report the fault.`,
  );

/**
 * Works out all that recording and showing a case works out. Throws what a rule throws: a decision after which one does
 * is not taken.
 */
export function workOutAll(file: CaseFile, now: Instant): void {
  nextReminderAt(file);
  detailsOf(file, now);
  attributesOf(file, now);
  turnsOf(file);
  milestonesOf(file);
  describeCase(file, now);
}
