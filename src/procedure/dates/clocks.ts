import { closingInstant, onOrAfter, sayUnknownHolidays } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { addMonths, fromMillis, later, londonDate, sayDate, sayInstant, toMillis } from '../time/dates';
import { fact } from '../case/facts';
import { clockAsItStood } from './late';
import { oncePer } from '../once-per';
import { plannedDates } from './plan';
import { notifyClock, rapidReviewClock, sixMonthClocks, type PlannedOn } from './step-clocks';
import { statutoryClock, type Clock } from './statutory-clock';

function publicationClocks(file: CaseFile): readonly Clock[] {
  const notice = fact(file, 'sendNoticeOfIntent');
  const published = fact(file, 'recordPublication');
  return [
    ...(notice === undefined
      ? []
      : [
          statutoryClock(file, {
            id: 'report-before-publication',
            from: notice.on,
            said: 'the full report was sent',
            metOn: published?.on,
          }),
        ]),
    ...(published === undefined ? [] : [displayClock(file, published.on)]),
  ];
}

/** The procedure's months on the website, lengthened by the statutory year; the sentence says so. */
function displayClock(file: CaseFile, publishedOn: Clock['due']): Clock {
  const law = statutoryClock(file, {
    id: 'publicly-available',
    from: publishedOn,
    said: 'publication',
    metOn: fact(file, 'decideDisplay')?.on,
  });
  const own = addMonths(publishedOn, file.policy.displayMonths);
  const due = onOrAfter(file.calendar, later(own, law.due));
  const lengthened =
    own < law.limitDate
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
    limitDate: londonDate(dueAt),
    limitAt: dueAt,
    why: `By ${sayInstant(dueAt)}: 24 hours after the incident was known; it was received ${receivedAt <= dueAt ? 'in time' : 'late'}.`,
    metOn: receivedOn,
    metAt: receivedAt,
    bound: 'at-most',
    provisional: false,
  };
}

/** Every clock of the case, the procedure's own and the law's, in the order in which they begin. */
export const clocksOf = (file: CaseFile): readonly Clock[] =>
  keptClocks(file, 'all', () => {
    const plannedOn: PlannedOn = (step) => plannedDates(file, step).due;
    const clocks = [
      formClock(file),
      ...notifyClock(file),
      ...rapidReviewClock(file, plannedOn),
      ...sixMonthClocks(file, plannedOn),
      ...publicationClocks(file),
    ].map((clock) => clockAsItStood(file, clock));
    return clocks.map((clock) => sayUnknownHolidays(file.calendar, clock));
  });

const keptClocks = oncePer<readonly Clock[]>();
