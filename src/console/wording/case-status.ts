import { dayNumber } from '../../procedure/time/calendar';
import { actionNumber } from '../../procedure/case/actions';
import type { CaseFile } from '../../procedure/case/case-file';
import { sayDate } from '../../procedure/time/dates';
import { stage as stageOfProcedure } from '../../procedure/stages';
import type { CaseView, Ending, StepStatus } from '../../procedure/describe';
import { processesOf, processWords } from '../../procedure/case/parallel-processes';
import { extendableDeadlines } from '../../procedure/dates/deadlines';
import { readTaskId } from '../../procedure/dates/task-id';
import { stepIds } from '../../procedure/step-ids';
import { stepLabel } from '../../procedure/step-names';
import type { IsoDate } from '../../procedure/time/time';
import { endingSays } from './endings';
import { typographic, wordOf } from './letters';

/* Sentences about the state of a case. */

export const statusWords: Readonly<Record<StepStatus, string>> = {
  done: 'Done',
  open: 'Open',
  overdue: 'Overdue',
  'on-hold': 'On hold',
  'not-yet': 'Not yet open',
  'may-follow': 'Depends on decision',
  'not-required': 'Not needed',
};

const endsEarly: readonly Ending[] = ['withdrawn', 'did-not-proceed', 'criteria-not-met'];

/** The number of the working day that a date is in its case; nothing before day 1. */
export function dayOfCase(file: Pick<CaseFile, 'calendar'>, first: IsoDate, on: IsoDate): number | undefined {
  const { from, until } = file.calendar;
  // Dates outside the calendar have no number.
  if (on < from || on > until) return undefined;
  const day = dayNumber(file.calendar, first, on);
  return day > 0 ? day : undefined;
}

/** Says in a sentence how the case stands. */
export function standsIn(view: CaseView, file: CaseFile): string {
  const { closedOn, ending, day, dayOne, stage } = view;
  if (closedOn !== null) return `Closed on ${sayDate(closedOn)}: ${endingSays[ending]}.`;
  if (ending === 'withdrawn') return 'The case was withdrawn, and is about to close.';
  const next = [...view.deadlines].sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const when = day > 0 ? `Day ${day}` : `Day 1 is ${sayDate(dayOne)}`;
  const what = endsEarly.includes(ending)
    ? `${endingSays[ending]}, and what it left to do is open`
    : stageOfProcedure[stage].underWay;
  if (next === undefined) return `${when}: ${what}.`;
  const overdue = view.deadlines.filter(({ dueAt }) => dueAt < view.asOf).length;
  const late = overdue === 0 ? '' : `, and ${overdue === 1 ? '1 thing is' : `${overdue} things are`} overdue`;
  return `${when}: ${what}${late}; ${overdue === 0 ? 'next is' : 'the first is'} ${typographic(deadlineTitle(next, file)).replace(/^The /, 'the ')}, due by ${sayDate(next.due)}.`;
}

/** Returns the title of a deadline. Processes and holds are called by what they are, never by their codes. */
export function deadlineTitle(deadline: { readonly id: string; readonly title: string }, file: CaseFile): string {
  const task = readTaskId(deadline.id);
  if (task?.kind === 'process') return `the next date of ${processSays(file, task.code ?? '')}`;
  return deadline.title;
}

/** The title of a task that is settled. */
function settledTitle(file: CaseFile, id: string): string {
  const task = readTaskId(id);
  if (task?.kind === 'action' || task?.kind === 'action-look') return `Action ${actionNumber(file, task.code ?? '')}`;
  if (task?.kind === 'confirmation') return `The answer to entry ${task.code ?? ''}`;
  if (task?.kind === 'objection') return `The objection to entry ${task.code ?? ''}`;
  return task?.kind === 'progress-check' ? 'The check of progress' : id;
}

/** Returns the title of a deadline by its code, even of one that is settled. */
export function deadlineCalled(file: CaseFile, id: string): string {
  const step = stepIds.find((known) => known === id);
  if (step !== undefined) return typographic(stepLabel(step));
  const known = extendableDeadlines(file).find((one) => one.id === id);
  return deadlineTitle(known ?? { id, title: settledTitle(file, id) }, file);
}

/**
 * Says why a deadline has its date. Processes and holds have sentences of their own, for the rules name them by codes.
 */
export function deadlineWhy(deadline: { readonly id: string; readonly why: string }): string {
  const kind = readTaskId(deadline.id)?.kind;
  if (kind === 'process') return 'Its next date, as it was last recorded.';
  if (kind === 'hold') return 'The date set to review this hold.';
  return typographic(deadline.why);
}

/** A parallel process, by its kind, and by its number where there are several of that kind. */
export function processSays(file: CaseFile, id: string): string {
  const all = processesOf(file);
  const found = all.find((one) => one.id === id);
  if (found === undefined) return 'a parallel process';
  const alike = all.filter(({ kind }) => kind === found.kind);
  const number = alike.length > 1 ? ` (${alike.indexOf(found) + 1})` : '';
  return `the parallel process “${wordOf(processWords, found.kind)}”${number}`;
}
