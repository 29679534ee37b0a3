import { onOrBefore } from '../time/calendar';
import type { CaseFile } from '../case/case-file';
import { addMonths, later, sayDate } from '../time/dates';
import { fact, factsOf } from '../case/facts';
import { reviewIsUnderWay } from '../case/position';
import { reviewDecidedOn } from '../dates/step-clocks';
import type { IsoDate } from '../time/time';

/** When the partners next check a review's progress and quality, and why then. */
export interface ProgressCheck {
  readonly due: IsoDate;
  readonly why: string;
}

/** The day on which the review began: its submission, or the decision that it follows where that came later. */
function begunOn(file: CaseFile): IsoDate | undefined {
  const submitted = fact(file, 'submitRapidReview')?.on;
  const decided = reviewDecidedOn(file);
  return submitted === undefined || decided === undefined ? submitted : later(submitted, decided);
}

/**
 * The number of the first period of so many months that no check answers for. A check counts for the period in which it
 * is held; one that is late counts for those before it, and its own period is still to come. So the day of the month
 * stays what it was, however early or late a check is.
 */
function firstUnchecked(begun: IsoDate, months: number, checks: readonly IsoDate[]): number {
  const end = (period: number) => addMonths(begun, period * months);
  return [...checks].sort().reduce((period, on) => {
    if (on <= end(period)) return on > end(period - 1) || period === 1 ? period + 1 : period;
    let next = period;
    while (end(next) < on) next += 1;
    return end(next) === on ? next + 1 : next;
  }, 1);
}

/** The next check while a review runs: every so many calendar months of the day on which it began. Source: reg. 14. */
export function progressCheck(file: CaseFile): ProgressCheck | undefined {
  const begun = reviewIsUnderWay(file) ? begunOn(file) : undefined;
  if (begun === undefined) return undefined;
  const months = file.policy.progressCheckMonths;
  const checks = factsOf(file, 'recordProgressCheck')
    .map(({ on }) => on)
    .filter((on) => on >= begun);
  const day = addMonths(begun, firstUnchecked(begun, months, checks) * months);
  const due = onOrBefore(file.calendar, day);
  const moved = due === day ? '' : `, moved back from ${sayDate(day)} to the working day before`;
  return {
    due,
    why: `Every ${months === 1 ? 'calendar month' : `${months} calendar months`} while the review runs, counted from ${sayDate(begun)}, whenever a check is held${moved} (reg. 14).`,
  };
}
