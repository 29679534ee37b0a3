import { closingInstant, dayNumber } from './time/calendar';
import type { CaseFile, DecisionName } from './case/case-file';
import { catalogue } from './catalogue';
import { clocksOf } from './dates/clocks';
import { conflictsOf, plannedMeetings, type Conflict, type PlannedMeeting } from './dates/conflicts';
import { londonDate } from './time/dates';
import { openDeadlines, type Deadline } from './dates/deadlines';
import { holdsOn } from './case/holds';
import { entriesForOthers, type ConfirmationState } from './case/recorded-for';
import { dayOneOf, plannedDates } from './dates/plan';
import {
  determination,
  isProceeding,
  isWithdrawn,
  outcome,
  replyOfPanel,
  publishes,
  reviewType,
  signedOff,
} from './case/position';
import { onlyIf } from './may-be-required';
import type { Role } from './roles';
import { isKept, type Clock } from './dates/statutory-clock';
import { stage, stagesOfCase, type Stage } from './stages';
import { stepIds, type StepId } from './step-ids';
import { stepNumber, stepTitle } from './step-names';
import { completion, isReached, isRequired, ownerOf, waitsFor } from './dates/steps';
import { whyNotOpen } from './not-open';
import { mayBeRecordedFor, mayTake } from './may-take';
import type { Instant, IsoDate, PersonId } from './time/time';

/** Returns the stage of a case in one word: the first stage with a step that is still to be done. */
export function stageOf(file: CaseFile): Stage {
  if (file.closedOn !== undefined) return 'closed';
  const isToBeDone = (id: StepId) => isRequired(file, id) && completion(file, id) === undefined;
  return stagesOfCase.find((name) => stage[name].steps.some(isToBeDone)) ?? 'actions';
}

/** Endings of a case, with `under-way` for one that has not ended. */
export const endings = [
  'withdrawn',
  'did-not-proceed',
  'criteria-not-met',
  'no-review',
  'practice-learning-review',
  'published',
  'improvements-only',
  'not-published',
  'under-way',
] as const;
export type Ending = (typeof endings)[number];

export function endingOf(file: CaseFile): Ending {
  if (isWithdrawn(file)) return 'withdrawn';
  if (outcome(file) === 'not-to-proceed') return 'did-not-proceed';
  if (outcome(file) === 'criteria-not-met') return 'criteria-not-met';
  switch (reviewType(file)) {
    case undefined:
      return 'under-way';
    case 'none':
      return 'no-review';
    case 'PLR':
      return 'practice-learning-review';
    case 'LCSPR':
      if (publishes(file)) return signedOff(file) === 'publish' ? 'published' : 'improvements-only';
      return signedOff(file) === 'not-to-publish' ? 'not-published' : 'under-way';
  }
}

export const stepStatuses = ['done', 'open', 'overdue', 'on-hold', 'not-yet', 'may-follow', 'not-required'] as const;
export type StepStatus = (typeof stepStatuses)[number];

export interface StepView {
  readonly id: StepId;
  readonly number: string | null;
  readonly title: string;
  readonly owner: Role;
  readonly windowFrom: IsoDate | null;
  readonly due: IsoDate | null;
  readonly dueAt: Instant | null;
  readonly original: IsoDate | null;
  readonly why: string;
  readonly provisional: boolean;
  readonly status: StepStatus;
  readonly waitsFor: readonly StepId[];
  readonly doneAt: IsoDate | null;
  readonly doneBy: PersonId | null;
}

export interface OpenDecision {
  readonly decision: DecisionName;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Roles on whose behalf the Business Unit may record it. */
  readonly mayBeRecordedFor: readonly Role[];
  readonly step: StepId | null;
  readonly due: IsoDate | null;
}

/** An entry that the Business Unit recorded on behalf of whoever decided it, and whether they have agreed. */
interface RecordedForOther {
  readonly entry: number;
  readonly decision: DecisionName;
  readonly role: Role;
  readonly person: PersonId | null;
  readonly state: ConfirmationState;
  /** The number of the entry by which they agreed or objected. */
  readonly answer: number | null;
}

/** A case as it is read: everything that anyone entitled can see, worked out from its file and a moment. */
export interface CaseView {
  readonly reference: string;
  readonly stage: Stage;
  readonly ending: Ending;
  readonly day: number;
  readonly dayOne: IsoDate;
  readonly practice: boolean;
  readonly asOf: Instant;
  readonly receivedOn: IsoDate;
  readonly closedOn: IsoDate | null;
  readonly reviewType: string | null;
  readonly panel: string | null;
  readonly steps: readonly StepView[];
  readonly open: readonly OpenDecision[];
  readonly recordedForOthers: readonly RecordedForOther[];
  readonly deadlines: readonly Deadline[];
  readonly conflicts: readonly Conflict[];
  readonly meetings: readonly PlannedMeeting[];
  readonly clocks: readonly (Clock & { readonly late: boolean })[];
}

/** True if a local review or a practice learning review may still be decided on. */
const mayFollow = (file: CaseFile): boolean =>
  determination(file) === undefined && (outcome(file) === undefined || isProceeding(file)) && !isWithdrawn(file);

function statusOf(file: CaseFile, step: StepId, dueAt: Instant | undefined, now: Instant): StepStatus {
  const undecided = outcome(file) === undefined && !isWithdrawn(file);
  if (!isRequired(file, step)) {
    // A step that was done stays done, though the course has changed since.
    if (step !== 'actions' && completion(file, step) !== undefined) return 'done';
    const conditional = onlyIf.includes(step);
    return !conditional && (undecided || mayFollow(file)) ? 'may-follow' : 'not-required';
  }
  if (completion(file, step) !== undefined && (step !== 'actions' || isReached(file, step))) return 'done';
  if (holdsOn(file, step).length > 0) return 'on-hold';
  if (!isReached(file, step)) return 'not-yet';
  return dueAt !== undefined && dueAt < now ? 'overdue' : 'open';
}

function viewStep(file: CaseFile, step: StepId, now: Instant): StepView {
  const { windowFrom, due, original, why, provisional } = plannedDates(file, step);
  const dueAt = due === undefined ? undefined : closingInstant(file.calendar, due);
  const status = statusOf(file, step, dueAt, now);
  const done = status === 'done' ? completion(file, step) : undefined;
  return {
    id: step,
    number: stepNumber(step) ?? null,
    title: stepTitle(step),
    owner: ownerOf(file, step),
    windowFrom: windowFrom ?? null,
    due: due ?? null,
    dueAt: dueAt ?? null,
    original: original ?? null,
    why,
    provisional,
    status,
    waitsFor: status === 'not-yet' ? waitsFor(file, step) : [],
    doneAt: done?.on ?? null,
    doneBy: done?.by ?? null,
  };
}

/** The decisions that can be taken now, those of the steps first. */
export const openDecisions = (file: CaseFile): readonly OpenDecision[] =>
  catalogue
    .filter(({ name }) => whyNotOpen(file, name) === undefined)
    .map(({ name, title, step }) => ({
      decision: name,
      title,
      roles: mayTake(file, name),
      mayBeRecordedFor: mayBeRecordedFor(file, name),
      step: step ?? null,
      due: step === undefined ? null : (plannedDates(file, step).due ?? null),
    }));

/** Every step with its dates, whether it is done, due, waiting or not required. */
export const planOf = (file: CaseFile, now: Instant): readonly StepView[] =>
  stepIds.map((step) => viewStep(file, step, now));

/** Lists the entries that were recorded on somebody's behalf and hold, with whether they have agreed. */
const recordedForOthers = (file: CaseFile): readonly RecordedForOther[] =>
  entriesForOthers(file).map(({ name, fact, recordedFor, confirmation }) => ({
    entry: fact.seq,
    decision: name,
    role: recordedFor.role,
    person: recordedFor.person ?? null,
    state: confirmation.state,
    answer: confirmation.answer?.seq ?? null,
  }));

const isLate = (clock: Clock, now: Instant): boolean => {
  const kept = isKept(clock);
  return kept === undefined ? clock.limitAt < now : !kept;
};

/** The whole of a case at a moment of its own clock. */
export function describeCase(file: CaseFile, now: Instant): CaseView {
  const first = dayOneOf(file);
  return {
    reference: file.reference,
    stage: stageOf(file),
    ending: endingOf(file),
    day: dayNumber(file.calendar, first, file.closedOn ?? londonDate(now)),
    dayOne: first,
    practice: file.practice,
    asOf: now,
    receivedOn: file.notification.receivedOn,
    closedOn: file.closedOn ?? null,
    reviewType: reviewType(file) ?? null,
    panel: replyOfPanel(file)?.form.reply ?? null,
    steps: planOf(file, now),
    open: openDecisions(file),
    recordedForOthers: recordedForOthers(file),
    deadlines: openDeadlines(file),
    conflicts: conflictsOf(file),
    meetings: plannedMeetings(file),
    clocks: clocksOf(file).map((clock) => ({
      ...clock,
      late: clock.bound === 'at-most' && isLate(clock, now),
    })),
  };
}
