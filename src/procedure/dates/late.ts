import { closingInstant, onOrAfter, onOrBefore } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { sayDate } from '../time/dates';
import type { Clock } from './statutory-clock';
import type { StepId } from '../step-ids';
import type { IsoDate } from '../time/time';

/*
 * Dates that stand whatever becomes of the calendar: those of what was late when it changed, and those by which the law's
 * clocks were met. They are kept in the file by key: a step or task, `procedure:` and a step for the procedure's own
 * date, `clock:` and a clock for the law's.
 */

/** The key of the procedure's own date of a step. */
export const ownDateKey = (step: StepId): string => `procedure:${step}`;
/** The key of a clock's own date. */
export const clockKey = (id: string): string => `clock:${id}`;

const sayStood = (due: IsoDate): string =>
  `Was due by ${sayDate(due)}, which had passed when the calendar changed; what was late stays late.`;

/** A date as it stood where it was late when the calendar changed, and would now come later; else as it is. */
export function orAsLate<T extends { readonly due?: IsoDate; readonly why: string }>(
  file: Pick<CaseFile, 'late'>,
  key: string,
  dates: T,
): T {
  const stood = file.late?.[key];
  return stood === undefined || dates.due === undefined || stood >= dates.due
    ? dates
    : { ...dates, due: stood, why: `${sayStood(stood)} By the calendar as it is now: ${dates.why}` };
}

/** A clock with the date that it was met by, or was late against, when the calendar changed. */
export function clockAsItStood(file: Pick<CaseFile, 'calendar' | 'met' | 'late'>, clock: Clock): Clock {
  const key = clockKey(clock.id);
  const met = clock.metOn === undefined ? undefined : file.met[key];
  const stood = met ?? file.late?.[key];
  if (stood === undefined || stood === clock.limitDate) return clock;
  const due = clock.bound === 'at-least' ? onOrAfter(file.calendar, stood) : onOrBefore(file.calendar, stood);
  return {
    ...clock,
    due,
    dueAt: closingInstant(file.calendar, due),
    limitDate: stood,
    limitAt: closingInstant(file.calendar, stood),
    why: `${met === undefined ? sayStood(stood) : `Ended on ${sayDate(stood)}, and was met; dates already met do not move.`} By the calendar as it is now: ${clock.why}`,
  };
}
