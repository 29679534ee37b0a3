import { onOrBefore, saySkipped, sayUnknownHolidays, workingDay, workingDaysAfter } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { addDays, addMonths, sayDate } from '../time/dates';
import { fact, factsOf } from '../case/facts';
import { orAsLate, ownDateKey } from './late';
import { oncePer } from '../once-per';
import type { Anchor, Window } from '../policy';
import { determination, replyOfPanel, reviewDecisionReopening } from '../case/position';
import { dayOneOf, governing, type PlannedOn } from './step-clocks';
import { completion, steps } from './steps';
import type { StepId } from '../step-ids';
import { actionsOf } from '../case/actions';
import type { IsoDate } from '../time/time';

/** A step's dates. Due is the end of that day, at the policy's closing hour in London. */
export interface PlannedDates {
  readonly windowFrom?: IsoDate;
  readonly due?: IsoDate;
  /** The date by which the step was due before it was extended; absent if it was not. */
  readonly original?: IsoDate;
  /** The rule, its source, the day it counts from and the days it skipped. */
  readonly why: string;
  /**
   * True if the date counts from an event that has not happened yet. The event is then taken to happen on its own due
   * date.
   */
  readonly provisional: boolean;
}

/** The day that a window counts from in this case, with the words for it. */
interface Counted {
  readonly from: IsoDate;
  readonly said: string;
  readonly provisional: boolean;
}

export { dayOneOf };

/** The last day that a step's due date was extended to, with who agreed on the record. */
export const extensionOf = (file: CaseFile, deadline: string): IsoDate | undefined =>
  lastExtension(file, deadline)?.form.to;

const lastExtension = (file: CaseFile, deadline: string) =>
  factsOf(file, 'extendDeadline').findLast((one) => one.form.deadline === deadline);

const happened = (on: IsoDate, said: string): Counted => ({
  from: on,
  said: `${said}, ${sayDate(on)}`,
  provisional: false,
});

const planned = (file: CaseFile, step: StepId, said: string): Counted | undefined => {
  const { due } = plannedDates(file, step);
  return due === undefined ? undefined : { from: due, said: `${said}, planned for ${sayDate(due)}`, provisional: true };
};

function counted(file: CaseFile, anchor: Exclude<Anchor, 'set-by-decision'>): Counted | undefined {
  switch (anchor) {
    case 'day-one': {
      const first = dayOneOf(file);
      const since = file.countsFrom === file.notification.receivedOn ? 'received' : 'begun';
      const moved = first === file.countsFrom ? '' : ` (${since} on ${sayDate(file.countsFrom)}, not a working day)`;
      return { from: first, said: `Day 1, ${sayDate(first)}${moved}`, provisional: false };
    }
    case 'notification-sent': {
      const sent = fact(file, 'recordOfstedNotification');
      return sent === undefined
        ? planned(file, 'outcome', 'the sending of the notification')
        : happened(sent.on, 'the day the notification was sent');
    }
    case 'submission': {
      const answered = fact(file, 'answerPanel');
      if (answered !== undefined) return happened(answered.on, 'the answer to the Panel');
      const submitted = fact(file, 'submitRapidReview');
      return submitted === undefined
        ? planned(file, 'submission', 'the submission to the Panel')
        : happened(submitted.on, 'the submission to the Panel');
    }
    case 'panel-reply': {
      const reply = replyOfPanel(file);
      return reply === undefined
        ? planned(file, 'panel-reply', "the Panel's reply")
        : happened(reply.on, "receipt of the Panel's reply");
    }
    case 'review-decision-reopened': {
      const reopened = reviewDecisionReopening(file);
      return reopened === undefined ? undefined : happened(reopened.on, 'the day the review decision was put up again');
    }
    case 'draft-shared': {
      const shared = fact(file, 'shareDraft');
      return shared === undefined
        ? planned(file, 'draft-to-sub-group', 'sharing the draft')
        : happened(shared.on, 'the day the draft was shared');
    }
    case 'amendments-sent': {
      const sent = fact(file, 'sendAmendments');
      return sent === undefined
        ? planned(file, 'amendments', 'sending the amendments')
        : happened(sent.on, 'the day the amendments were sent');
    }
    case 'sign-off': {
      const signed = fact(file, 'recordSignOff');
      return signed === undefined
        ? planned(file, 'sign-off', "the Exec group's decision")
        : happened(signed.on, "the Exec group's decision");
    }
  }
}

function countOn(file: CaseFile, window: Window, from: IsoDate, n: number): IsoDate {
  switch (window.unit) {
    case 'working-day':
      return workingDay(file.calendar, from, n);
    case 'working-days-after':
      return workingDaysAfter(file.calendar, from, n);
    case 'days-after':
      return onOrBefore(file.calendar, addDays(from, n));
    case 'months-after':
      return onOrBefore(file.calendar, addMonths(from, n));
  }
}

/** The date that a window in calendar days or months comes to before it moves to a working day. */
function calendarDate({ unit, by }: Window, from: IsoDate): IsoDate | undefined {
  if (unit === 'days-after') return addDays(from, by);
  return unit === 'months-after' ? addMonths(from, by) : undefined;
}

function sayRule(window: Window, said: string): string {
  switch (window.unit) {
    case 'working-day':
      return `the end of day ${window.by}, in working days from ${said}`;
    case 'working-days-after':
      return `${window.by} working days after ${said}, that day not counted`;
    case 'days-after':
      return `${window.by} calendar days after ${said}`;
    case 'months-after':
      return `${window.by} calendar months after ${said}`;
  }
}

/** Dates that a decision set: a practice learning review's, and the last of the actions'. */
function setByDecision(file: CaseFile, step: StepId): PlannedDates {
  if (step === 'practice-learning-review') {
    const dueOn = determination(file)?.form.dueOn;
    return dueOn === undefined
      ? { why: 'Set with the decision to hold one (local rule).', provisional: true }
      : {
          due: dueOn,
          why: `Set with the decision that it follows: ${sayDate(dueOn)} (local rule).`,
          provisional: false,
        };
  }
  const last = actionsOf(file)
    .map(({ dueOn }) => dueOn)
    .sort()
    .at(-1);
  return {
    why:
      last === undefined
        ? 'No action has been added; each will have a date of its own.'
        : `Each action has a date of its own; the last is due by ${sayDate(last)}.`,
    provisional: last === undefined,
  };
}

function byProcedure(file: CaseFile, step: StepId): PlannedDates {
  const window = file.policy.windows[step];
  if (window.anchor === 'set-by-decision') return setByDecision(file, step);
  const anchor = counted(file, window.anchor);
  if (anchor === undefined)
    return { why: 'Its date is known once what it counts from has happened.', provisional: true };
  const due = countOn(file, window, anchor.from, window.by);
  const skips = saySkipped(file.calendar, anchor.from, due);
  const exact = calendarDate(window, anchor.from);
  const moved = exact === undefined || exact === due ? '' : ', moved back to the working day before';
  return {
    ...(window.from === undefined ? {} : { windowFrom: countOn(file, window, anchor.from, window.from) }),
    due,
    why: `Due by ${sayDate(due)}: ${sayRule(window, anchor.said)}${exact === undefined && skips !== '' ? `, ${skips}` : ''}${moved} (${steps[step].source}).`,
    provisional: anchor.provisional,
  };
}

/**
 * Returns when a step is due and why: by the procedure, by statute if that is earlier, or as it was extended to. A step
 * that was done before the calendar, the profile or Day 1 changed keeps the date it was met by.
 */
export const plannedDates = (file: CaseFile, step: StepId): PlannedDates =>
  keptDates(file, step, () => sayUnknownHolidays(file.calendar, workOutDates(file, step)));

const keptDates = oncePer<PlannedDates>();

/** The date that what is done was met by, where the calendar, the profile or Day 1 has changed since. */
function metBy(file: CaseFile, step: StepId): PlannedDates | undefined {
  const frozen = file.met[step];
  return frozen === undefined || completion(file, step) === undefined
    ? undefined
    : {
        due: frozen,
        why: `Was due by ${sayDate(frozen)}, and done; dates already met do not move.`,
        provisional: false,
      };
}

/** The procedure's own date of a step, neither tightened by statute nor extended: what reports are held against. */
export const procedureDates = (file: CaseFile, step: StepId): PlannedDates =>
  metBy(file, step) ?? orAsLate(file, ownDateKey(step), byProcedure(file, step));

const plannedOnIn =
  (file: CaseFile): PlannedOn =>
  (step) =>
    plannedDates(file, step).due;

/** The procedure's own date, or the law's where that is the earlier. */
function ownOrLaws(file: CaseFile, step: StepId): PlannedDates {
  const own = byProcedure(file, step);
  const law = governing(file, { step, due: own.due }, plannedOnIn(file));
  return law === undefined
    ? own
    : {
        ...own,
        due: law.due,
        why: `${law.why} The procedure alone would say: ${own.why}`,
        provisional: law.provisional,
      };
}

/** The notice that gives the day of step 18; nothing for any other step. */
const noticeFor = (file: CaseFile, step: StepId) =>
  step === 'publication' ? fact(file, 'sendNoticeOfIntent') : undefined;

/** Step 18 on the day that the notice of intent gave, once there is one. Source: step 18. */
function asNotified(file: CaseFile, step: StepId): PlannedDates | undefined {
  const notice = noticeFor(file, step);
  if (notice === undefined) return undefined;
  const { publishOn } = notice.form;
  return {
    due: publishOn,
    why: `Due on ${sayDate(publishOn)}: the day of publication that the notice of intent of ${sayDate(notice.on)} gave (steps 17 and 18). Before the notice: ${ownOrLaws(file, step).why}`,
    provisional: false,
  };
}

/** A step's dates by the rules alone: neither kept from before a change of the calendar, nor extended. */
export const unextendedDates = (file: CaseFile, step: StepId): PlannedDates =>
  asNotified(file, step) ?? ownOrLaws(file, step);

function workOutDates(file: CaseFile, step: StepId): PlannedDates {
  const met = metBy(file, step);
  if (met !== undefined) return met;
  const dates = orAsLate(file, step, unextendedDates(file, step));
  const extension = lastExtension(file, step);
  // The day notified replaces what was extended before it.
  if (extension === undefined || extension.seq < (noticeFor(file, step)?.seq ?? 0)) return dates;
  // An extension gives a later date; where the date itself has come to lie later, it has nothing left to extend.
  if (dates.due === undefined || extension.form.to <= dates.due) return dates;
  const { to } = extension.form;
  return { ...dates, due: to, original: dates.due, why: `Extended to ${sayDate(to)}. Before: ${dates.why}` };
}
