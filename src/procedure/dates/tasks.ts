import { actionsOf, lookDue } from '../case/actions';
import { workingDaysAfter } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { clocksOf } from './clocks';
import { sayDate } from '../time/dates';
import { fact, factsOf } from '../case/facts';
import { familyToContact } from '../case/family';
import { holdsOf, letterOf } from '../case/holds';
import { processesOf } from '../case/parallel-processes';
import { plannedDates } from './plan';
import { reviewType } from '../case/position';
import { progressCheck } from '../reminders/progress-check';
import { awaited, type Contribution } from '../asking/contributions';
import type { StepId } from '../step-ids';
import type { Owner } from './owner';
import { colleagueTasks } from './colleague-tasks';
import { confirmationTasks } from './confirmation-tasks';
import { taskId } from './task-id';
import { stepLabel } from '../step-names';
import type { IsoDate } from '../time/time';

/** A task: something with a date that is not a step, such as an action, a look at a hold or a check of progress. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly owner: Owner;
  readonly due: IsoDate;
  readonly why: string;
  /** The step that it is part of: a hold on the step holds it too. */
  readonly within?: StepId;
}

/** The task by which the family is told that nothing is published. */
export const familyTold = taskId({ kind: 'family-told' });

/** Working days in which a delay letter goes out once a step is held past its date: our own choice. */
const delayLetterDays = 5;

const actionTasks = (file: CaseFile): readonly Task[] =>
  actionsOf(file).flatMap((action): readonly Task[] => {
    if (action.completedOn === undefined) {
      return [
        {
          id: taskId({ kind: 'action', code: action.id }),
          title: `Action ${action.number}`,
          owner: { person: action.owner, as: 'wider-partner' },
          due: action.dueOn,
          why: `Action ${action.number} was given this date when it was added or reassigned.`,
        },
      ];
    }
    return file.policy.actionLooks.flatMap((months) => {
      const due = lookDue(file, action.id, months);
      return due === undefined || action.looks.includes(months)
        ? []
        : [
            {
              id: taskId({ kind: 'action-look', code: action.id, months }),
              title: `Review the impact of action ${action.number}`,
              owner: 'sub-group-chair' as const,
              due,
              why: `${months} calendar months after action ${action.number} was complete.`,
            },
          ];
    });
  });

const holdTasks = (file: CaseFile): readonly Task[] =>
  holdsOf(file).flatMap((hold): readonly Task[] => {
    if (hold.liftedOn !== undefined) return [];
    const stepDue = plannedDates(file, hold.step).due;
    const letter = letterOf(file, hold.id);
    const late = stepDue !== undefined && hold.lookAgainOn > stepDue;
    return [
      {
        id: taskId({ kind: 'hold', code: hold.id }),
        title: `Review the hold on ${stepLabel(hold.step)}`,
        owner: 'business-manager',
        due: hold.lookAgainOn,
        why: `The date set to review hold ${hold.id}.`,
      },
      ...(late && !letter.sent
        ? [
            {
              id: taskId({ kind: 'delay-letter', code: hold.id }),
              title: 'Explain the delay to the Panel and the Secretary of State',
              owner: 'business-manager' as const,
              due: workingDaysAfter(file.calendar, hold.placedOn, delayLetterDays),
              why: `${stepLabel(hold.step)} is held past its date; ${delayLetterDays} working days after the hold was placed (local rule).`,
            },
          ]
        : []),
    ];
  });

const processTasks = (file: CaseFile): readonly Task[] =>
  processesOf(file).flatMap((process) =>
    process.nextOn === undefined
      ? []
      : [
          {
            id: taskId({ kind: 'process', code: process.id }),
            title: `Parallel process ${process.id}: its next date`,
            owner: 'business-manager' as const,
            due: process.nextOn,
            why: `The next date of parallel process ${process.id}, as last recorded.`,
          },
        ],
  );

function progressCheckTask(file: CaseFile): readonly Task[] {
  const check = progressCheck(file);
  return check === undefined
    ? []
    : [
        {
          id: taskId({ kind: 'progress-check' }),
          title: "The partners' check of the review's progress and quality",
          owner: 'business-manager',
          ...check,
        },
      ];
}

function displayTask(file: CaseFile): readonly Task[] {
  if (fact(file, 'decideDisplay') !== undefined) return [];
  const clock = clocksOf(file).find((one) => one.id === 'publicly-available');
  return clock === undefined
    ? []
    : [
        {
          id: taskId({ kind: 'display' }),
          title: 'Decide whether the review comes off the website',
          owner: 'business-manager',
          due: clock.due,
          why: clock.why,
        },
      ];
}

function homeAuthorityTask(file: CaseFile): readonly Task[] {
  if (file.notification.homeAuthority === undefined || fact(file, 'tellHomeAuthority') !== undefined) return [];
  const { due, why } = plannedDates(file, 'outcome');
  if (due === undefined) return [];
  return [
    {
      id: taskId({ kind: 'home-authority' }),
      title: 'Tell the home authority',
      owner: 'business-manager',
      due,
      why: `With step 4: the authority where it happened leads, the home authority is told. ${why}`,
    },
  ];
}

/**
 * Asks the identified professional to tell the family that nothing is published. Each member is told, or the reason why
 * not is given, on the record after the Exec group's decision. Due by the date of step 16, which the task stands in
 * for. The procedure does not make closure wait for it.
 */
function familyToTell(file: CaseFile): readonly Task[] {
  const decided = fact(file, 'recordSignOff');
  if (reviewType(file) !== 'LCSPR' || decided?.form.outcome !== 'not-to-publish') return [];
  const told = factsOf(file, 'recordFamilyInvolvement').filter(({ seq }) => seq > decided.seq);
  const { due } = plannedDates(file, 'family-contact');
  const isTold = familyToContact(file).every((ref) => told.some(({ form }) => form.familyMember === ref));
  return due === undefined || isTold
    ? []
    : [
        {
          id: familyTold,
          title: 'Tell the family that the review is not published',
          owner: 'identified-professional',
          due,
          why: `In place of step 16, by its date: ${sayDate(due)}.`,
        },
      ];
}

/** Contributions whose date stands elsewhere: in the step of the comments, and with what is left to do with an entry. */
const datedElsewhere: readonly Contribution['kind'][] = ['comments', 'confirmation'];

/**
 * Lists what is waited for from people. A case that began before requests had settings has no dates for them: whoever owes
 * the step is reminded, as before.
 */
const contributionTasks = (file: CaseFile): readonly Task[] =>
  (file.policy.requests === undefined ? [] : awaited(file)).flatMap(({ id, kind, title, owner, since, due, step }) =>
    datedElsewhere.includes(kind) || due === undefined
      ? []
      : [
          {
            id,
            title,
            owner,
            due,
            why: `Asked for on ${sayDate(since)}, by ${sayDate(due)}.`,
            ...(step === undefined ? {} : { within: step }),
          },
        ],
  );

/** Lists everything with a date beside the steps. */
export const tasksOf = (file: CaseFile): readonly Task[] => [
  ...contributionTasks(file),
  ...homeAuthorityTask(file),
  ...holdTasks(file),
  ...processTasks(file),
  ...progressCheckTask(file),
  ...actionTasks(file),
  ...displayTask(file),
  ...familyToTell(file),
  ...confirmationTasks(file),
  ...colleagueTasks(file),
];
