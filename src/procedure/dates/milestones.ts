import { taskId } from './task-id';
import { notConfirmedIn, type ListedFact } from '../case/recorded-for';
import { actionsOf, type Action } from '../case/actions';
import { workingDaysBetween } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { clocksOf } from './clocks';
import { later } from '../time/dates';
import { endingOf, type Ending } from '../describe';
import { allOf, fact, factsOf } from '../case/facts';
import type { NotificationCriterion } from '../notification/notification';
import { dayOneOf, extensionOf, procedureDates } from './plan';
import {
  isWithdrawn,
  outcome,
  replyOfPanel,
  reviewDecisionReopening,
  reviewType,
  signedOff,
  type ReviewType,
} from '../case/position';
import { isKept, type Clock } from './statutory-clock';
import { stepIds, type StepId } from '../step-ids';
import { completion, isReached, isRequired, steps } from './steps';
import type { IsoDate, WordsReference } from '../time/time';

/** The limits that reports across cases are about, the procedure's own and the law's. */
export const limitNames = [
  'form-within-24-hours',
  'outcome',
  'rapid-review-by-the-procedure',
  'rapid-review-to-panel',
  'panel-reply',
  'six-months-from-day-one',
  'published-within',
] as const;
export type LimitName = (typeof limitNames)[number];

/** A limit as it stands in one case: its date, when it was met, and whether it was kept. */
export interface Limit {
  /** The date by the rule. An extension does not move it, so that a report says what was kept without one. */
  readonly due: IsoDate;
  /** The limit's own date where `due` moved back from it to a working day: a breach is a breach of it. */
  readonly limitDate?: IsoDate;
  /** The date that the limit was extended to; absent if it was not. */
  readonly extendedTo?: IsoDate;
  readonly metOn?: IsoDate;
  /** Absent while the limit is not met: the reader compares `due` with the day. */
  readonly kept?: boolean;
}

/** The time that a step took: when it could begin, when it was done, and the working days between. */
interface StepSpan {
  readonly from?: IsoDate;
  readonly on?: IsoDate;
  /** Working days from the one to the other, the first not counted: 0 for what was done on the day. */
  readonly workingDays?: number;
}

/**
 * The publication of a report, once the Exec group has decided: the day on which it was published, or is meant to be,
 * and where.
 */
export interface PublicationMilestone {
  readonly what: 'full' | 'improvements-only' | 'not-published';
  readonly on?: IsoDate;
  readonly intendedOn?: IsoDate;
  /** The link to what is published, or the one that the notice of intent gave for the Children's Case Matrix. */
  readonly link?: WordsReference;
}

/** An action that is not complete yet. */
export interface OpenAction extends Pick<Action, 'id' | 'number' | 'owner' | 'agency' | 'dueOn'> {
  readonly addedOn: IsoDate;
  /** The date that the action was extended to; absent if it was not. */
  readonly extendedTo?: IsoDate;
  /** A reference to the words that say what is to be done. */
  readonly text?: WordsReference;
}

/**
 * The milestones of a case: everything that reports across cases need of it, as one plain value. Worked out once when
 * the case is recorded, and kept beside it, so that no report opens a case file. The value is kept as JSON: what is not
 * known is absent.
 */
export interface Milestones {
  readonly receivedOn: IsoDate;
  readonly dayOne: IsoDate;
  readonly criteria: readonly NotificationCriterion[];
  readonly notifyingAgency: string;
  readonly within24Hours: boolean;
  readonly outcome?: 'notify' | 'not-to-proceed' | 'criteria-not-met' | 'withdrawn';
  readonly outcomeOn?: IsoDate;
  /** Only the limits that apply in this case as it was decided. */
  readonly limits: Readonly<Partial<Record<LimitName, Limit>>>;
  /** Only the steps that are required, or were done. */
  readonly steps: Readonly<Partial<Record<StepId, StepSpan>>>;
  readonly reviewType?: ReviewType;
  readonly panelReply?: NonNullable<ReturnType<typeof replyOfPanel>>['form']['reply'];
  readonly ending: Ending;
  readonly closedOn?: IsoDate;
  readonly publication?: PublicationMilestone;
  readonly openActions: readonly OpenAction[];
  /** The facts that were recorded on somebody's behalf and are not confirmed yet; absent where there are none. */
  readonly notConfirmed?: readonly ListedFact[];
}

/** Puts in what is known and leaves out what is not: the value is kept as JSON. */
const known = <const K extends string, const V>(name: K, value: V | undefined): { readonly [P in K]?: V } =>
  // A computed key loses its name to the compiler.
  (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: V };

/** The day on which a step was done; step 4 at its notification, even if the criteria proved later not to be met. */
const doneOn = (file: CaseFile, step: StepId): IsoDate | undefined =>
  (
    (step === 'outcome' ? allOf(fact(file, 'recordOutcome'), fact(file, 'recordOfstedNotification')) : undefined) ??
    completion(file, step)
  )?.on;

/**
 * True if a step is called for in this case, or was done before its course changed. The actions have no end while one
 * may be added.
 */
const isOfThisCase = (file: CaseFile, step: StepId): boolean =>
  isRequired(file, step) || (step !== 'actions' && doneOn(file, step) !== undefined);

const limit = (due: IsoDate, metOn: IsoDate | undefined, extendedTo: IsoDate | undefined): Limit => ({
  due,
  ...known('extendedTo', extendedTo !== undefined && extendedTo > due ? extendedTo : undefined),
  ...known('metOn', metOn),
  ...known('kept', metOn === undefined ? undefined : metOn <= due),
});

/** The procedure's own window of a step, where the step is of this case and its date is no longer a forecast. */
function ofStep(file: CaseFile, step: StepId): Limit | undefined {
  const { due, provisional } = procedureDates(file, step);
  return due === undefined || provisional || !isOfThisCase(file, step)
    ? undefined
    : limit(due, doneOn(file, step), extensionOf(file, step));
}

/** A clock beside the steps; one that counts from what has not happened yet is a forecast and no limit. */
function ofClock(file: CaseFile, clocks: readonly Clock[], id: LimitName): Limit | undefined {
  const clock = clocks.find((one) => one.id === id && !one.provisional);
  if (clock === undefined) return undefined;
  const extendedTo = clock.governs === undefined ? undefined : extensionOf(file, clock.governs);
  return {
    ...limit(clock.due, clock.metOn, extendedTo),
    ...known('limitDate', clock.limitDate === clock.due ? undefined : clock.limitDate),
    ...known('kept', isKept(clock)),
  };
}

const limitsOf = (file: CaseFile, clocks: readonly Clock[]): Milestones['limits'] => ({
  ...known('form-within-24-hours', ofClock(file, clocks, 'form-within-24-hours')),
  ...known('outcome', ofStep(file, 'outcome')),
  ...known('rapid-review-by-the-procedure', ofStep(file, 'submission')),
  ...known('rapid-review-to-panel', ofClock(file, clocks, 'rapid-review-to-panel')),
  ...known('panel-reply', ofStep(file, 'panel-reply')),
  ...known('six-months-from-day-one', ofClock(file, clocks, 'six-months-from-day-one')),
  ...known('published-within', ofClock(file, clocks, 'published-within')),
});

/**
 * The day on which a step was called for by something other than the steps before it: the Panel's question, the answer
 * to it, or a reopening.
 */
function putUpOn(file: CaseFile, step: StepId): IsoDate | undefined {
  switch (step) {
    case 'panel-reply':
      return fact(file, 'answerPanel')?.on;
    case 'panel-answer':
      return factsOf(file, 'recordPanelReply').findLast((one) => one.form.reply === 'wants-more')?.on;
    case 'review-decision':
      return reviewDecisionReopening(file)?.on;
    default:
      return undefined;
  }
}

/** The day from which a step could be done: when the last of those before it was, or it was put up since. */
function openFrom(file: CaseFile, step: StepId, on: IsoDate | undefined): IsoDate | undefined {
  if (step === 'notification') return file.notification.receivedOn;
  if (on === undefined && !isReached(file, step)) return undefined;
  const before = steps[step].after
    // A review decision that was up again does not undo what went on beside it.
    .filter((one) => one !== 'review-decision')
    .flatMap((one) => doneOn(file, one) ?? []);
  const putUp = putUpOn(file, step);
  // A step that was done before a reopening gave the case another Day 1 could be done from the day of receipt.
  const begun = on !== undefined && on < file.countsFrom ? file.notification.receivedOn : file.countsFrom;
  return [...before, ...(putUp === undefined ? [] : [putUp])].reduce<IsoDate>(later, begun);
}

function spanOf(file: CaseFile, step: StepId): StepSpan {
  const on = doneOn(file, step);
  const from = openFrom(file, step, on);
  return {
    ...known('from', from),
    ...known('on', on),
    // A correction of a day may have put the one before the other.
    ...known(
      'workingDays',
      from === undefined || on === undefined || on < from ? undefined : workingDaysBetween(file.calendar, from, on),
    ),
  };
}

const spansOf = (file: CaseFile): Milestones['steps'] =>
  Object.fromEntries(stepIds.filter((step) => isOfThisCase(file, step)).map((step) => [step, spanOf(file, step)]));

const outcomeOn = (file: CaseFile): IsoDate | undefined =>
  (fact(file, 'withdrawCase') ?? fact(file, 'recordCriteriaNotMet') ?? fact(file, 'recordOutcome'))?.on;

const whatIsPublished = {
  publish: 'full',
  'improvements-only': 'improvements-only',
  'not-to-publish': 'not-published',
} as const;

/**
 * Returns what is published of the report. Undefined until the Exec group has decided. The intended day is that of the
 * notice of intent, or the one that communications were told.
 */
function publicationOf(file: CaseFile): PublicationMilestone | undefined {
  const signed = signedOff(file);
  if (reviewType(file) !== 'LCSPR' || signed === undefined || signed === 'further-action') return undefined;
  const what = whatIsPublished[signed];
  if (what === 'not-published') return { what };
  const notice = fact(file, 'sendNoticeOfIntent');
  const published = fact(file, 'recordPublication');
  return {
    what,
    ...known('on', published?.on),
    ...known('intendedOn', notice?.form.publishOn ?? fact(file, 'tellCommunications')?.form.expectedOn),
    ...known('link', published?.form.link ?? notice?.form.matrixLink),
  };
}

const openActionsOf = (file: CaseFile): readonly OpenAction[] =>
  actionsOf(file)
    .filter(({ completedOn }) => completedOn === undefined)
    .map(({ id, number, owner, agency, dueOn, addedBySeq }) => {
      const added = factsOf(file, 'addAction').find((one) => one.seq === addedBySeq);
      const extendedTo = extensionOf(file, taskId({ kind: 'action', code: id }));
      return {
        id,
        number,
        owner,
        addedOn: added?.on ?? file.notification.receivedOn,
        dueOn,
        ...known('agency', agency),
        ...known('extendedTo', extendedTo !== undefined && extendedTo > dueOn ? extendedTo : undefined),
        ...known('text', added?.form.action),
      };
    });

const unlessEmpty = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

/** Works out the milestones of a case from its file alone. Source: "Clocks"; the table of steps. */
export function milestonesOf(file: CaseFile): Milestones {
  const { receivedOn, criteria, notifyingAgency, receivedAt } = file.notification;
  const clocks = clocksOf(file);
  const form = clocks.find(({ id }) => id === 'form-within-24-hours');
  return {
    receivedOn,
    dayOne: dayOneOf(file),
    criteria,
    notifyingAgency,
    within24Hours: form !== undefined && receivedAt <= form.dueAt,
    ...known('outcome', isWithdrawn(file) ? 'withdrawn' : outcome(file)),
    ...known('outcomeOn', outcomeOn(file)),
    limits: limitsOf(file, clocks),
    steps: spansOf(file),
    ...known('reviewType', reviewType(file)),
    ...known('panelReply', replyOfPanel(file)?.form.reply),
    ending: endingOf(file),
    ...known('closedOn', file.closedOn),
    ...known('publication', publicationOf(file)),
    openActions: openActionsOf(file),
    ...known('notConfirmed', unlessEmpty(notConfirmedIn(file))),
  };
}
