import type { CaseFile } from '../../../procedure/case/case-file';
import { sayDate } from '../../../procedure/time/dates';
import type { CaseView, StepView } from '../../../procedure/describe';
import { stepLabel } from '../../../procedure/step-names';
import { dayOfCase, statusWords } from '../../wording/case-status';
import { typographic } from '../../wording/letters';

/** Returns the remark in a row of the table, beside its dates. */
function remarkOn({ status, doneAt, waitsFor }: StepView): string {
  if (status === 'done' && doneAt !== null) return `Done on ${sayDate(doneAt)}`;
  if (status === 'not-yet')
    return `Not yet open: waits for ${waitsFor.map((step) => typographic(stepLabel(step))).join('; ')}`;
  return statusWords[status];
}

/** The plan as a table: a row a step, with what the picture shows and why each date is what it is. */
export const planRows = (file: CaseFile, view: CaseView) =>
  view.steps
    .filter(({ status }) => status !== 'not-required')
    .map((step) => ({
      title: typographic(stepLabel(step.id)),
      from: step.windowFrom,
      due: step.due,
      day: step.due === null ? undefined : dayOfCase(file, view.dayOne, step.due),
      expected: step.provisional && step.status !== 'done',
      original: step.original,
      why: typographic(step.why),
      overdue: step.status === 'overdue',
      says: remarkOn(step),
      conflicts: view.conflicts.filter(({ steps }) => steps.includes(step.id)).length,
    }));

const groupNames = { subGroup: 'CSPR sub-group', exec: 'Exec group' } as const;

/** The scheduled meetings that the plan picks, and when their papers are due. */
export const plannedMeetingsOf = ({ meetings }: Pick<CaseView, 'meetings'>) =>
  meetings.map(({ group, ...rest }) => ({ name: groupNames[group], ...rest }));
