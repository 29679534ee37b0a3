import { readTaskId, type TaskKind } from '../../procedure/dates/task-id';
import type { LimitName } from '../../procedure/dates/milestones';
import type { ActionAge, LimitStanding, ReportedOutcome } from '../../procedure/reports';
import { stepIds } from '../../procedure/step-ids';
import { stepLabel } from '../../procedure/step-names';
import { typographic } from './letters';

/* Names of the things that reports count. */

export const outcomeWords: Readonly<Record<ReportedOutcome, string>> = {
  notify: 'Notified to Ofsted and the National Panel',
  'not-to-proceed': 'Decided not to notify',
  'criteria-not-met': 'Notified, and the criteria proved not to be met',
  withdrawn: 'Withdrawn: opened in error, or a duplicate',
  undecided: 'Not decided yet',
};

/** Each limit by what people call it, and by its rule. */
export const limitWords: Readonly<Record<LimitName, { readonly short: string; readonly rule: string }>> = {
  'form-within-24-hours': { short: 'Form within 24 hours', rule: 'of the incident being known' },
  outcome: { short: 'Outcome and notification within 5 days', rule: 'step 4, by the procedure' },
  'rapid-review-by-the-procedure': {
    short: 'Rapid Review submitted by day 14',
    rule: 'step 8, by the procedure',
  },
  'rapid-review-to-panel': {
    short: 'Rapid Review with the Panel within 15 working days',
    rule: 'of the notification, by statute',
  },
  'panel-reply': { short: 'The Panel’s reply within 15 working days', rule: 'of the submission' },
  'six-months-from-day-one': { short: 'Published within six months of day 1', rule: 'step 18, the procedure’s target' },
  'published-within': {
    short: 'Published within six months of the decision',
    rule: 'to undertake the review, by statute',
  },
};

export const standingWords: Readonly<Record<LimitStanding, string>> = {
  kept: 'Kept',
  late: 'Late',
  overdue: 'Not yet, date passed',
  'not-yet': 'Not yet, in time',
  'does-not-apply': 'Does not apply yet, or at all',
};

export const ageWords: Readonly<Record<ActionAge, string>> = {
  'under-3-months': 'Under 3 months',
  '3-to-6-months': '3 to 6 months',
  '6-to-12-months': '6 to 12 months',
  'a-year-or-more': 'A year or more',
};

const taskWords: Readonly<Record<TaskKind, string>> = {
  action: 'An action to be completed',
  'action-look': 'A review of the impact of an action',
  hold: 'A hold to be reviewed',
  'delay-letter': 'A letter that explains a delay',
  process: 'The next date of a parallel process',
  'progress-check': 'A check of a review’s progress',
  display: 'Whether a review comes off the website',
  'home-authority': 'The home authority to be told',
  'family-told': 'The family to be told that nothing is published',
  naming: 'Agencies to ask, from a partner',
  summary: 'An agency summary',
  return: 'Information from an agency',
  chronology: 'A chronology from an agency',
  further: 'Further information from an agency',
  statement: 'The media statement',
  dissemination: 'The dissemination of a response to the National Panel',
  confirmation: 'An answer to what was recorded on somebody’s behalf',
  objection: 'An objection to be resolved',
  colleague: 'A colleague to be confirmed',
  unanswered: 'Something that was reminded of for the last time',
};

/** Returns the name of a step or task that is waited for, and its place in a list. */
export function waitingFor(what: string): { readonly label: string; readonly place: number } {
  const step = stepIds.find((one) => one === what);
  if (step !== undefined) return { label: typographic(stepLabel(step)), place: stepIds.indexOf(step) };
  const task = readTaskId(what);
  return { label: task === undefined ? 'Another task' : taskWords[task.kind], place: stepIds.length };
}
