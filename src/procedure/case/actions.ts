import { onOrAfter } from '../time/calendar';
import type { CaseFile } from './case-file';
import { addMonths } from '../time/dates';
import { everOf, factsOf } from './facts';
import type { IsoDate, PersonId } from '../time/time';

/** An action as it stands: who is to do it, by when, and what has been seen of its effect. */
export interface Action {
  readonly id: string;
  /** The number by which people call it within its case: the first action that was added is 1, even once it is set aside. */
  readonly number: number;
  readonly addedBySeq: number;
  readonly owner: PersonId;
  readonly agency?: string;
  readonly dueOn: IsoDate;
  readonly completedOn?: IsoDate;
  /** Months after completion at which it has been looked at again. */
  readonly looks: readonly number[];
}

/** Every action of the case, in the order they were added. */
export function actionsOf(file: CaseFile): readonly Action[] {
  const everAdded = [...new Set(everOf(file, 'addAction').map(({ seq }) => seq))];
  return factsOf(file, 'addAction').map((added) => {
    const id = `A${added.seq}`;
    const reassigned = factsOf(file, 'reassignAction').filter((one) => one.form.action === id);
    const completed = factsOf(file, 'completeAction').find((one) => one.form.action === id);
    return {
      id,
      number: everAdded.indexOf(added.seq) + 1,
      addedBySeq: added.seq,
      owner: reassigned.at(-1)?.form.owner ?? added.form.owner,
      dueOn: reassigned.findLast((one) => one.form.dueOn !== undefined)?.form.dueOn ?? added.form.dueOn,
      looks: factsOf(file, 'lookAtActionAgain')
        .filter((one) => one.form.action === id)
        .map((one) => one.form.months),
      ...(added.form.agency === undefined ? {} : { agency: added.form.agency }),
      ...(completed === undefined ? {} : { completedOn: completed.on }),
    };
  });
}

export const actionOf = (file: CaseFile, id: string): Action | undefined =>
  actionsOf(file).find((one) => one.id === id);

/** The number by which people know an action; its id where it is not on the record. */
export const actionNumber = (file: CaseFile, id: string): string => String(actionOf(file, id)?.number ?? id);

/** When an action is looked at again: so many calendar months after it was complete, on a working day. */
export function lookDue(file: CaseFile, id: string, months: number): IsoDate | undefined {
  const completedOn = actionOf(file, id)?.completedOn;
  return completedOn === undefined ? undefined : onOrAfter(file.calendar, addMonths(completedOn, months));
}

/** Complete, and looked at as often as the policy asks. */
export const isFinished = (file: CaseFile, action: Action): boolean =>
  action.completedOn !== undefined && file.policy.actionLooks.every((months) => action.looks.includes(months));
