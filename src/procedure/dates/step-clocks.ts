import { closingInstant, dayOne, onOrBefore } from '../time/calendar';
import type { CaseFile, Fact, Forms } from '../case/case-file';
import { addMonths, sayDate } from '../time/dates';
import { fact, factsOf } from '../case/facts';
import { isProceeding, outcome, reviewDecisionReopenings, reviewType, signedOff } from '../case/position';
import { sayDue, statutoryClock, type Clock } from './statutory-clock';
import type { StepId } from '../step-ids';
import type { IsoDate } from '../time/time';

/* The clocks that a step runs on. What they count from may be a step to come, so the plan hands its dates in. */

/** The date for which a step is planned: the earlier of the procedure's and the law's, or as it was extended to. */
export type PlannedOn = (step: StepId) => IsoDate | undefined;

/** Day 1: the day of receipt if that is a working day, else the next one. */
export const dayOneOf = (file: CaseFile): IsoDate => dayOne(file.calendar, file.countsFrom);

/** The day of the reopening after which the outcome of step 4 is decided anew, if there was one. */
const decidedAnewOn = (file: CaseFile): IsoDate | undefined =>
  factsOf(file, 'reopenCase').findLast(({ seq }) =>
    file.superseded.some(({ name, by }) => name === 'recordOutcome' && by === seq),
  )?.on;

/** The authority notifies within five working days of becoming aware. */
export function notifyClock(file: CaseFile): readonly Clock[] {
  if (outcome(file) === 'not-to-proceed') return [];
  // A reopening begins the procedure anew: the authority became aware of the new facts then.
  const reopenedOn = decidedAnewOn(file);
  const careLeaverAlone = file.notification.criteria.every((one) => one === 'care-leaver-death');
  return [
    statutoryClock(file, {
      id: careLeaverAlone ? 'care-leaver-notified' : 'notify-panel',
      from: reopenedOn ?? file.notification.authorityAwareOn,
      said: reopenedOn === undefined ? 'the authority became aware' : 'the case was reopened',
      governs: 'outcome',
      metOn: fact(file, 'recordOfstedNotification')?.on,
    }),
  ];
}

/** The Rapid Review reaches the Panel within fifteen working days of the notification, sent or planned. */
export function rapidReviewClock(file: CaseFile, plannedOn: PlannedOn): readonly Clock[] {
  if (outcome(file) !== undefined && !isProceeding(file)) return [];
  const notified = fact(file, 'recordOfstedNotification');
  const from = notified?.on ?? plannedOn('outcome');
  if (from === undefined) return [];
  return [
    statutoryClock(file, {
      id: 'rapid-review-to-panel',
      from,
      said: notified === undefined ? 'the notification is sent' : 'the notification was sent',
      governs: 'submission',
      metOn: fact(file, 'submitRapidReview')?.on,
      provisional: notified === undefined,
    }),
  ];
}

/** When a local review was decided on: by step 7, by the Panel's response where that decided it, or when taken again. */
export const reviewDecidedOn = (file: CaseFile): IsoDate | undefined => {
  const decided = reviewDecision(file);
  if (decided === undefined) return undefined;
  const reopening = reviewDecisionReopenings(file).findLast((one) => one.seq < decided.seq);
  const reply = factsOf(file, 'recordPanelReply').find((one) => one.seq === reopening?.seq);
  return reply?.on ?? decided.on;
};

/** The decision by which a local review began: the first that has not been taken back since. */
export const reviewDecision = (file: CaseFile): Fact<Forms['recordDetermination']> | undefined => {
  const all = [...factsOf(file, 'recordDetermination'), ...factsOf(file, 'decideReviewAgain')].sort(
    (a, b) => a.seq - b.seq,
  );
  return all[all.findLastIndex((one) => one.form.reviewType !== 'LCSPR') + 1];
};

/** The procedure's own target: six calendar months after Day 1. Source: step 18. */
function ownTarget(file: CaseFile): Clock {
  const window = file.policy.windows.publication;
  const first = dayOneOf(file);
  const limitDate = addMonths(first, window.by);
  const due = onOrBefore(file.calendar, limitDate);
  const published = fact(file, 'recordPublication')?.on;
  return {
    id: 'six-months-from-day-one',
    kind: 'procedure',
    title: "Publication, by the procedure's own target",
    source: 'step 18',
    confirmed: true,
    due,
    dueAt: closingInstant(file.calendar, due),
    limitDate,
    limitAt: closingInstant(file.calendar, limitDate),
    why: `${sayDue(due, limitDate, "the target's")}: ${window.by} calendar months after Day 1, ${sayDate(first)} (step 18).`,
    ...(published === undefined ? {} : { metOn: published }),
    bound: 'at-most',
    provisional: reviewType(file) === undefined,
  };
}

/** Six months, twice: the procedure's own target from Day 1, and the statutory limit from the decision to review. */
export function sixMonthClocks(file: CaseFile, plannedOn: PlannedOn): readonly Clock[] {
  const type = reviewType(file);
  if (outcome(file) !== undefined && !isProceeding(file)) return [];
  if ((type !== undefined && type !== 'LCSPR') || signedOff(file) === 'not-to-publish') return [];
  const decided = reviewDecidedOn(file);
  const from = decided ?? plannedOn('determination');
  if (from === undefined) return [ownTarget(file)];
  return [
    ownTarget(file),
    statutoryClock(file, {
      id: 'published-within',
      from,
      said: 'the decision to undertake the review',
      governs: 'publication',
      metOn: fact(file, 'recordPublication')?.on,
      provisional: decided === undefined,
    }),
  ];
}

/** Only those that may govern the step, for this is asked of every step of every page. */
function clocksOfStep(file: CaseFile, step: StepId, plannedOn: PlannedOn): readonly Clock[] {
  if (step === 'outcome') return notifyClock(file);
  if (step === 'submission') return rapidReviewClock(file, plannedOn);
  return step === 'publication' ? sixMonthClocks(file, plannedOn) : [];
}

/** The statutory clock that a step's reminders run on: where it ends before the procedure's own date. */
export function governing(
  file: CaseFile,
  { step, due }: { readonly step: StepId; readonly due: IsoDate | undefined },
  plannedOn: PlannedOn,
): Clock | undefined {
  if (due === undefined) return undefined;
  return clocksOfStep(file, step, plannedOn).find((clock) => clock.governs === step && clock.due < due);
}
