import {
  closingInstant,
  onOrAfter,
  onOrBefore,
  saySkipped,
  skipped,
  workingDaysAfter,
  type Calendar,
} from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { addMonths, addYears, later, londonDate, sayDate } from '../time/dates';
import { oncePer } from '../once-per';
import { sayLength, statutoryLimit, type TimedLimit } from './statutory';
import type { StepId } from '../step-ids';
import type { Instant, IsoDate } from '../time/time';

/** A clock that runs beside the procedure's steps, with its source and how sure we are of it. */
export interface Clock {
  readonly id: string;
  readonly kind: 'statutory' | 'procedure';
  readonly title: string;
  readonly source: string;
  readonly confirmed: boolean;
  /** The step whose reminders run on it where it is the earlier. */
  readonly governs?: StepId;
  /** The partnership's own working day: the last on or before the limit's date, or the first that an `at-least` allows. */
  readonly due: IsoDate;
  readonly dueAt: Instant;
  /** The limit's own date, which no weekend, holiday or closure moves once it is counted: a breach is a breach of it. */
  readonly limitDate: IsoDate;
  /** The moment at which that date closes. */
  readonly limitAt: Instant;
  readonly why: string;
  readonly metOn?: IsoDate;
  /** The moment it was met, where the clock runs in hours. */
  readonly metAt?: Instant;
  /** `at-least`: the date is the earliest, not the latest. */
  readonly bound: 'at-most' | 'at-least';
  readonly provisional: boolean;
}

/** True if what the clock asks for came when the limit asks for it; undefined while it has not come. */
export function isKept({ bound, metAt, metOn, limitDate, limitAt }: Clock): boolean | undefined {
  if (metOn === undefined) return undefined;
  if (bound === 'at-least') return metOn >= limitDate;
  return metAt === undefined ? metOn <= limitDate : metAt <= limitAt;
}

const keptLawCalendars = oncePer<Calendar>();

/** The law's working days: weekends and bank holidays are left out, the partnership's closure days count. Source: "Words". */
const lawCalendar = (calendar: Calendar): Calendar =>
  keptLawCalendars(calendar, 'law', () => ({ ...calendar, closures: {} }));

/** A statutory clock as it is to be made. */
export interface StatutoryClock {
  readonly id: TimedLimit['id'];
  readonly from: IsoDate;
  /** Words for the event that the clock counts from. */
  readonly said: string;
  readonly governs?: StepId;
  readonly metOn?: IsoDate | undefined;
  /** True if the clock counts from a day that is only planned yet. */
  readonly provisional?: boolean;
}

/** The limit's own date: so many of the law's working days, or months or years, after a day. */
function limitDateOf(calendar: Calendar, { length: { count, unit } }: TimedLimit, from: IsoDate): IsoDate {
  switch (unit) {
    case 'working-days':
      return workingDaysAfter(lawCalendar(calendar), from, count);
    case 'months':
      return addMonths(from, count);
    case 'years':
      return addYears(from, count);
  }
}

/** The partnership's day: in time for a limit of "at most"; the later of both counts for one of "at least". */
function dueOf(calendar: Calendar, { bound, length }: TimedLimit, from: IsoDate, limitDate: IsoDate): IsoDate {
  if (bound !== 'at-least') return onOrBefore(calendar, limitDate);
  const first = onOrAfter(calendar, limitDate);
  return length.unit === 'working-days' ? later(first, workingDaysAfter(calendar, from, length.count)) : first;
}

/** Says that the partnership's day is another than the limit's own date, "" where it is the same. */
const sayMoved = (due: IsoDate, limitDate: IsoDate, whose: string): string =>
  due === limitDate
    ? ''
    : `, moved ${due < limitDate ? 'back' : 'on'} to a working day from ${whose} own date, ${sayDate(limitDate)}`;

/** Words that end the first part of a clock's sentence: "By Friday 9 April 2027, moved back to a working day from …". */
export const sayDue = (due: IsoDate, limitDate: IsoDate, whose: string): string =>
  `By ${sayDate(due)}${sayMoved(due, limitDate, whose)}`;

/** A clock of the law as it stands in a case, counted by the limits under which the case opened. */
export function statutoryClock(file: CaseFile, made: StatutoryClock): Clock {
  const { id, from, said, governs, metOn, provisional = false } = made;
  const { calendar } = file;
  const limit = statutoryLimit(id, londonDate(file.openedAt));
  const limitDate = limitDateOf(calendar, limit, from);
  const due = dueOf(calendar, limit, from, limitDate);
  const first = limit.bound === 'at-least';
  const counted = provisional ? `${said}, planned for ${sayDate(from)}` : `${said}, ${sayDate(from)}`;
  const by = first
    ? `Not before ${sayDate(due)}${sayMoved(due, limitDate, "the law's")}`
    : sayDue(due, limitDate, "the law's");
  return {
    id,
    kind: 'statutory',
    title: limit.title,
    source: limit.source,
    confirmed: limit.confirmed,
    ...(governs === undefined ? {} : { governs }),
    due,
    dueAt: closingInstant(calendar, due),
    limitDate,
    limitAt: closingInstant(calendar, limitDate),
    why: `${by}: ${sayLength(limit.length)} after ${counted}${sayCounted(calendar, limit, from, limitDate)} (statutory: ${limit.source}${limit.confirmed ? '' : '; not confirmed at its source'}).`,
    ...(metOn === undefined ? {} : { metOn }),
    bound: first ? 'at-least' : 'at-most',
    provisional,
  };
}

/** The days that the law skips, and that it counts the partnership's closure days where there are any among them. */
function sayCounted(calendar: Calendar, { length }: TimedLimit, from: IsoDate, limitDate: IsoDate): string {
  if (length.unit !== 'working-days') return '';
  const skips = saySkipped(lawCalendar(calendar), from, limitDate);
  const shut = skipped(calendar, from, limitDate).some(
    ({ date }) => calendar.holidays[date] === undefined && date > from,
  );
  return `${skips === '' ? '' : `, ${skips}`}${shut ? ', closure days counting as working days' : ''}`;
}
