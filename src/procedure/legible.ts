import type { CaseFile } from './case/case-file';
import { londonDate, sayDate } from './time/dates';
import { nextDeadline, openDeadlines } from './dates/deadlines';
import { endingOf, planOf, stageOf, type StepStatus } from './describe';
import { reviewType } from './case/position';
import { openSteps } from './dates/steps';
import { stage } from './stages';
import { stepLabel } from './step-names';
import type { Instant } from './time/time';
import { whoseTurn } from './reminders/turns';

/* Text about a case for a technical person in Temporal UI. No name and no text that people wrote is in any of it. */

const statusWords: Readonly<Record<StepStatus, string>> = {
  done: 'done',
  open: '**open**',
  overdue: '**OVERDUE**',
  'on-hold': 'on hold',
  'not-yet': 'not yet',
  'may-follow': 'depends on decision',
  'not-required': 'not needed',
};

/** The values of the search attributes at a moment. */
export function attributesOf(file: CaseFile, now: Instant) {
  const deadlines = openDeadlines(file);
  return {
    stage: stageOf(file),
    steps: openSteps(file),
    nextDeadline: nextDeadline(file)?.dueAt,
    overdue: deadlines.some(({ dueAt }) => dueAt < now),
    reviewType: reviewType(file) ?? 'undecided',
    practice: file.practice,
    partnership: file.policy.partnership.id,
  };
}

/** Returns the line of a case in Temporal's list of workflows; 200 bytes at most. */
export const summaryOf = (file: CaseFile): string =>
  `${file.practice ? 'PRACTICE: ' : ''}serious incident review ${file.reference}, received ${sayDate(file.notification.receivedOn)}`;

// The UI draws its tables without any room between columns.
const apart = '\u2003';
const unbroken = (date: string): string => date.replaceAll('-', '\u2011');

/** The page at the top of a case: where it stands, whom it waits for, what comes next, the steps with their dates. */
export function detailsOf(file: CaseFile, now: Instant): string {
  const title = (role: keyof typeof file.policy.roleTitles) => file.policy.roleTitles[role];
  const open = openSteps(file);
  const deadlines = [...openDeadlines(file)].sort((a, b) => (a.due < b.due ? -1 : 1));
  const next = deadlines[0];
  const waiting = open.map((step) => `- ${stepLabel(step)}: waits for ${title(whoseTurn(file, step))}`);
  const rows = planOf(file, now)
    .filter(({ status }) => status !== 'not-required')
    .map(
      ({ number, title: name, due, doneAt, status }) =>
        `| ${number ?? '–'} | ${name} | ${unbroken(due ?? '–')}${apart} | ${doneAt === null ? statusWords[status] : `done ${unbroken(doneAt)}`} |`,
    );
  return [
    `# ${file.reference}${file.practice ? ' (practice)' : ''}`,
    `**${stage[stageOf(file)].title}**${file.closedOn === undefined ? '' : ` on ${sayDate(file.closedOn)}: ${endingOf(file)}`}. As of ${sayDate(londonDate(now))}.`,
    '',
    ...(waiting.length === 0 ? [] : ['## Whom it waits for', ...waiting, '']),
    ...(next === undefined
      ? []
      : [
          '## What comes next',
          `${next.title} by **${sayDate(next.due)}**${next.dueAt < now ? ' (overdue)' : ''}.`,
          '',
        ]),
    '## Steps',
    '| step | | due | |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
