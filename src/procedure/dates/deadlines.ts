import { closingInstant, sayUnknownHolidays } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { later } from '../time/dates';
import { taskAfterChases } from './chases';
import { orAsLate } from './late';
import { oncePer } from '../once-per';
import { extensionOf, plannedDates } from './plan';
import { isWithdrawn } from '../case/position';
import type { Owner } from './owner';
import { stepIds, type StepId } from '../step-ids';
import { stepLabel } from '../step-names';
import { membersToAnswer } from '../case/sub-group';
import { completion, isReached, isRequired, isSettled, openSteps, ownerOf } from './steps';
import { tasksOf } from './tasks';
import type { Instant, IsoDate } from '../time/time';

/** A date by which somebody must have done something, be it a step or a task. */
export interface Deadline {
  readonly id: string;
  readonly step?: StepId;
  /** The step that a task is part of. */
  readonly within?: StepId;
  readonly title: string;
  readonly owner: Owner;
  readonly due: IsoDate;
  readonly dueAt: Instant;
  readonly original?: IsoDate;
  readonly why: string;
}

const stepDeadline = (file: CaseFile, step: StepId): readonly Deadline[] => {
  const { due, original, why } = plannedDates(file, step);
  return due === undefined
    ? []
    : [
        {
          id: step,
          step,
          title: stepLabel(step),
          owner: ownerOf(file, step),
          due,
          dueAt: closingInstant(file.calendar, due),
          why,
          ...(original === undefined ? {} : { original }),
        },
      ];
};

const taskDeadlines = (file: CaseFile): readonly Deadline[] =>
  tasksOf(file).map((given) => {
    const task = orAsLate(file, given.id, given);
    const due = later(extensionOf(file, task.id) ?? task.due, task.due);
    return sayUnknownHolidays(file.calendar, {
      ...task,
      due,
      dueAt: closingInstant(file.calendar, due),
      ...(due === task.due ? {} : { original: task.due }),
    });
  });

/**
 * Lists who owes a deadline: for the comments the sub-group members who have not answered, for anything else its owner.
 * Source: step 13.
 */
export const owing = (file: CaseFile, deadline: Deadline): readonly Owner[] =>
  deadline.step === 'comments'
    ? membersToAnswer(file).map((person) => ({ person, as: 'sub-group-member' as const }))
    : [deadline.owner];

/**
 * Lists what can be done now, and by when: the open steps and every task. Empty once the case is withdrawn or closed.
 */
export const openDeadlines = (file: CaseFile): readonly Deadline[] =>
  keptDeadlines(file, 'open', () =>
    file.closedOn !== undefined || isWithdrawn(file)
      ? []
      : withUnanswered(file, [...openSteps(file).flatMap((step) => stepDeadline(file, step)), ...taskDeadlines(file)]),
  );

/** Adds the tasks of the Business Manager for what was reminded of for the last time. */
const withUnanswered = (file: CaseFile, deadlines: readonly Deadline[]): readonly Deadline[] => [
  ...deadlines,
  ...deadlines.flatMap((one): readonly Deadline[] => {
    const task = taskAfterChases(file, one);
    return task === undefined ? [] : [{ ...task, dueAt: closingInstant(file.calendar, task.due) }];
  }),
];

// Cached by file: reminders, what a case shows and whose turn it is all ask for the open deadlines.
const keptDeadlines = oncePer<readonly Deadline[]>();

/** Every deadline that an extension may name: unsettled steps, reached or not, and tasks. */
export const extendableDeadlines = (file: CaseFile): readonly Deadline[] => [
  ...stepIds.filter((step) => !isSettled(file, step)).flatMap((step) => stepDeadline(file, step)),
  ...taskDeadlines(file),
];

export const currentDue = (file: CaseFile, id: string): IsoDate | undefined =>
  extendableDeadlines(file).find((one) => one.id === id)?.due;

export const ownerOfDeadline = (file: CaseFile, id: string): Owner | undefined =>
  extendableDeadlines(file).find((one) => one.id === id)?.owner;

/**
 * The open deadlines of the case itself. What is asked of people within a step has dates of its own, before the step's:
 * they are theirs, and not how the case stands.
 */
export const ownDeadlines = (file: CaseFile): readonly Deadline[] =>
  openDeadlines(file).filter(({ within }) => within === undefined);

/** The next date in the case: the earliest of its own open deadlines. */
export const nextDeadline = (file: CaseFile): Deadline | undefined =>
  ownDeadlines(file).reduce<Deadline | undefined>(
    (next, one) => (next === undefined || one.due < next.due ? one : next),
    undefined,
  );

/** The due dates of everything that is done, kept before dates are worked out anew: dates already met do not move. */
export const metDates = (file: CaseFile): Readonly<Record<string, IsoDate>> =>
  Object.fromEntries(
    stepIds.flatMap((step) => {
      if (!isRequired(file, step) || completion(file, step) === undefined || !isReached(file, step)) return [];
      const { due } = plannedDates(file, step);
      return due === undefined ? [] : [[step, due] as const];
    }),
  );
