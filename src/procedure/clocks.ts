import { closingInstant, dayOne, onOrAfter, onOrBefore, saySkipped, workingDay, workingDaysAfter } from './calendar';
import type { CaseFile, Fact, Forms } from './case-file';
import { addMonths, addYears, fromMillis, later, londonDate, sayDate, sayInstant, toMillis } from './dates';
import { fact, factsOf } from './facts';
import { oncePer } from './once-per';
import { isProceeding, outcome, reviewDecisionReopenings, reviewType, signedOff } from './position';
import { sayLength, statutoryLimit, type TimedLimit } from './statutory';
import type { StepId } from './step-ids';
import type { Instant, IsoDate } from './time';

/** A clock that runs beside the procedure's steps, with its source and how sure we are of it. */
export interface Clock {
  readonly id: string;
  readonly kind: 'statutory' | 'procedure';
  readonly title: string;
  readonly source: string;
  readonly confirmed: boolean;
  /** The step whose reminders run on it where it is the earlier. */
  readonly governs?: StepId;
  readonly due: IsoDate;
  readonly dueAt: Instant;
  readonly why: string;
  readonly metOn?: IsoDate;
  /** The moment it was met, where the clock runs in hours. */
  readonly metAt?: Instant;
  /** `at-least`: the date is the earliest, not the latest. */
  readonly bound: 'at-most' | 'at-least';
  readonly provisional: boolean;
}

/** Whether what the clock asks for came when it asks for it: by its date, or not before it; nothing while it has not come. */
export function isKept({ bound, metAt, metOn, due, dueAt }: Clock): boolean | undefined {
  if (metOn === undefined) return undefined;
  if (bound === 'at-least') return metOn >= due;
  return metAt === undefined ? metOn <= due : metAt <= dueAt;
}

const limitOf = (file: CaseFile, id: TimedLimit['id']): TimedLimit => statutoryLimit(id, londonDate(file.openedAt));

interface Made {
  readonly id: TimedLimit['id'];
  readonly from: IsoDate;
  /** What it counts from, in words. */
  readonly said: string;
  readonly governs?: StepId;
  readonly metOn?: IsoDate | undefined;
  /** It counts from a day that is only planned yet. */
  readonly provisional?: boolean;
}

function statutory(file: CaseFile, { id, from, said, governs, metOn, provisional = false }: Made): Clock {
  const limit = limitOf(file, id);
  const { count, unit } = limit.length;
  const exact =
    unit === 'working-days'
      ? workingDaysAfter(file.calendar, from, count)
      : unit === 'months'
        ? addMonths(from, count)
        : addYears(from, count);
  // A last day moves back to a working day, so that it is still in time; a first day moves on.
  const due = limit.bound === 'at-least' ? onOrAfter(file.calendar, exact) : onOrBefore(file.calendar, exact);
  const skips = unit === 'working-days' ? saySkipped(file.calendar, from, due) : '';
  const counted = provisional ? `${said}, planned for ${sayDate(from)}` : `${said}, ${sayDate(from)}`;
  const moved = due === exact ? '' : `, moved ${due < exact ? 'back' : 'on'} to a working day`;
  return {
    id,
    kind: 'statutory',
    title: limit.title,
    source: limit.source,
    confirmed: limit.confirmed,
    ...(governs === undefined ? {} : { governs }),
    due,
    dueAt: closingInstant(file.calendar, due),
    why: `${limit.bound === 'at-least' ? 'Not before' : 'By'} ${sayDate(due)}: ${sayLength(limit.length)} after ${counted}${skips === '' ? '' : `, ${skips}`}${moved} (statutory: ${limit.source}${limit.confirmed ? '' : '; not confirmed at its source'}).`,
    ...(metOn === undefined ? {} : { metOn }),
    bound: limit.bound === 'at-least' ? 'at-least' : 'at-most',
    provisional,
  };
}

/** The authority notifies within five working days of becoming aware. */
function notifyClock(file: CaseFile): readonly Clock[] {
  if (outcome(file) === 'not-to-proceed') return [];
  // A reopening begins the procedure anew: the authority became aware of the new facts then.
  const reopened = file.countsFrom > file.notification.receivedOn;
  const careLeaverAlone = file.notification.criteria.every((one) => one === 'care-leaver-death');
  return [
    statutory(file, {
      id: careLeaverAlone ? 'care-leaver-notified' : 'notify-panel',
      from: reopened ? file.countsFrom : file.notification.authorityAwareOn,
      said: reopened ? 'the case was reopened' : 'the authority became aware',
      governs: 'outcome',
      metOn: fact(file, 'recordOfstedNotification')?.on,
    }),
  ];
}

function rapidReviewClock(file: CaseFile): readonly Clock[] {
  if (outcome(file) !== undefined && !isProceeding(file)) return [];
  const notified = fact(file, 'recordOfstedNotification');
  const from = notified?.on ?? workingDay(file.calendar, dayOneOf(file), file.policy.windows.outcome.by);
  return [
    statutory(file, {
      id: 'rapid-review-to-panel',
      from,
      said: notified === undefined ? 'the notification is sent' : 'the notification was sent',
      governs: 'submission',
      metOn: fact(file, 'submitRapidReview')?.on,
      provisional: notified === undefined,
    }),
  ];
}

/** Day 1: the day of receipt if that is a working day, else the next one. */
export const dayOneOf = (file: CaseFile): IsoDate => dayOne(file.calendar, file.countsFrom);

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

/** Six months, twice: the procedure's own target from Day 1, and the statutory limit from the decision to review. */
function sixMonthClocks(file: CaseFile): readonly Clock[] {
  const type = reviewType(file);
  if (outcome(file) !== undefined && !isProceeding(file)) return [];
  if ((type !== undefined && type !== 'LCSPR') || signedOff(file) === 'not-to-publish') return [];
  const window = file.policy.windows.publication;
  const first = dayOneOf(file);
  const target = onOrBefore(file.calendar, addMonths(first, window.by));
  const published = fact(file, 'recordPublication')?.on;
  const decided = reviewDecidedOn(file);
  const from = decided ?? workingDay(file.calendar, first, file.policy.windows.determination.by);
  return [
    {
      id: 'six-months-from-day-one',
      kind: 'procedure',
      title: "Publication, by the procedure's own target",
      source: 'step 18',
      confirmed: true,
      due: target,
      dueAt: closingInstant(file.calendar, target),
      why: `By ${sayDate(target)}: ${window.by} calendar months after Day 1, ${sayDate(first)} (step 18).`,
      ...(published === undefined ? {} : { metOn: published }),
      bound: 'at-most',
      provisional: type === undefined,
    },
    statutory(file, {
      id: 'published-within',
      from,
      said: 'the decision to undertake the review',
      governs: 'publication',
      metOn: published,
      provisional: decided === undefined,
    }),
  ];
}

function publicationClocks(file: CaseFile): readonly Clock[] {
  const notice = fact(file, 'sendNoticeOfIntent');
  const published = fact(file, 'recordPublication');
  return [
    ...(notice === undefined
      ? []
      : [
          statutory(file, {
            id: 'report-before-publication',
            from: notice.on,
            said: 'the full report was sent',
            ...(published === undefined ? {} : { metOn: published.on }),
          }),
        ]),
    ...(published === undefined ? [] : [displayClock(file, published.on)]),
  ];
}

/** The procedure's months on the website, lengthened by the statutory year; the sentence says so. */
function displayClock(file: CaseFile, publishedOn: IsoDate): Clock {
  const law = statutory(file, {
    id: 'publicly-available',
    from: publishedOn,
    said: 'publication',
    metOn: fact(file, 'decideDisplay')?.on,
  });
  const own = addMonths(publishedOn, file.policy.displayMonths);
  const due = onOrAfter(file.calendar, later(own, law.due));
  const lengthened =
    own < law.due
      ? ` The procedure's ${file.policy.displayMonths} months, to ${sayDate(own)}, are lengthened by this.`
      : '';
  return { ...law, due, dueAt: closingInstant(file.calendar, due), why: `${law.why}${lengthened}` };
}

/** The form is due within 24 hours of the incident being known; being late is recorded, never refused. */
function formClock(file: CaseFile): Clock {
  const { knownAt, receivedAt, receivedOn } = file.notification;
  const dueAt = fromMillis(toMillis(knownAt) + 24 * 60 * 60 * 1000);
  return {
    id: 'form-within-24-hours',
    kind: 'procedure',
    title: 'The notification form is received within 24 hours of the incident being known',
    source: 'points of note: serious incidents',
    confirmed: true,
    due: londonDate(dueAt),
    dueAt,
    why: `By ${sayInstant(dueAt)}: 24 hours after the incident was known; it was received ${receivedAt <= dueAt ? 'in time' : 'late'}.`,
    metOn: receivedOn,
    metAt: receivedAt,
    bound: 'at-most',
    provisional: false,
  };
}

/** Every clock of the case, the procedure's own and the law's, in the order in which they begin. */
export const clocksOf = (file: CaseFile): readonly Clock[] =>
  keptClocks(file, 'all', () => [
    formClock(file),
    ...notifyClock(file),
    ...rapidReviewClock(file),
    ...sixMonthClocks(file),
    ...publicationClocks(file),
  ]);

const keptClocks = oncePer<readonly Clock[]>();

/** Only those that may govern the step, for this is asked of every step of every page. */
function clocksOfStep(file: CaseFile, step: StepId): readonly Clock[] {
  if (step === 'outcome') return notifyClock(file);
  if (step === 'submission') return rapidReviewClock(file);
  return step === 'publication' ? sixMonthClocks(file) : [];
}

/** The statutory clock that a step's reminders run on: where it ends before the procedure's own date. */
export function governing(file: CaseFile, step: StepId, own: IsoDate | undefined): Clock | undefined {
  if (own === undefined) return undefined;
  return clocksOfStep(file, step).find((clock) => clock.governs === step && clock.due < own);
}
