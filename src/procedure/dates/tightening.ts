import type { Policy, Window } from '../policy';
import { sayLength, statutoryAnchorWords, statutoryLimit } from './statutory';
import type { StatutoryLength, TimedLimit } from './statutory';
import type { StepId } from '../step-ids';
import type { IsoDate } from '../time/time';

/** The parts of a partnership's policy that the law limits. */
export type StatutoryTerms = Pick<Policy, 'windows' | 'displayMonths'>;

/** A setting that is looser than the law allows: where it stands, and why it cannot stay. */
export interface Loosening {
  readonly path: string;
  readonly sentence: string;
}

/** Steps whose windows the law limits. A limit that ends at a later step limits the earlier ones too. */
const governed: readonly (readonly [TimedLimit['id'], readonly StepId[]])[] = [
  ['notify-panel', ['front-door', 'decision-meeting', 'outcome']],
  ['rapid-review-to-panel', ['rapid-review-meeting', 'determination', 'submission']],
  ['published-within', ['publication']],
];

/**
 * The settings of a policy that are looser than the law on a day; empty where it is as strict or stricter. A profile
 * can tighten a statutory limit, never loosen it. Source: "Clocks" (statutory clocks).
 */
export function looserThanStatute(terms: StatutoryTerms, on: IsoDate): readonly Loosening[] {
  return governed.flatMap(([id, steps]) => {
    const limit = statutoryLimit(id, on);
    return steps.flatMap((step) => looserWindow(terms, step, limit));
  });
}

/** The statutory limit that a step's window may not be looser than, as it stands on a day; none for most steps. */
export function statutoryLimitOf(step: StepId, on: IsoDate): TimedLimit | undefined {
  const found = governed.find(([, steps]) => steps.includes(step));
  return found && statutoryLimit(found[0], on);
}

/**
 * True if the display that a policy asks for is shorter than the law's. That is not an error: the procedure's six
 * months are lengthened by the statutory year, and a profile has to say that it knows. Source: "Clocks" (statutory
 * clocks).
 */
export function displayIsLengthened(terms: Pick<StatutoryTerms, 'displayMonths'>, on: IsoDate): boolean {
  return terms.displayMonths < inMonths(statutoryLimit('publicly-available', on).length);
}

function looserWindow({ windows }: StatutoryTerms, step: StepId, limit: TimedLimit): readonly Loosening[] {
  const window = windows[step];
  if (window.anchor === 'notification-sent') return looserFromNotification(window, step, limit);
  const law = `${sayLength(limit.length)} (${limit.source})`;
  // A form may come in on a Saturday: day N of the case is then N whole working days after it, not N - 1.
  const unit = limit.length.unit === 'working-days' ? 'working-day' : 'months-after';
  if (window.anchor !== 'day-one' || window.unit !== unit) {
    const sentence = `This window cannot be compared with the statutory limit of ${law}; count it from day-one in ${unit}.`;
    return [{ path: `windows.${step}.unit`, sentence }];
  }
  if (window.by <= limit.length.count) return [];
  const said = unit === 'working-day' ? `Day ${window.by}` : `${window.by} months`;
  const sentence = `${said} is later than the law allows: the limit is ${law}. Settings may only tighten this limit. ${sayCompared(limit, said)}`;
  return [{ path: `windows.${step}.by`, sentence }];
}

/** Says from which days the two lengths count, for they are held against each other as if it were one day. */
function sayCompared(limit: TimedLimit, said: string): string {
  const from = statutoryAnchorWords[limit.countsFrom];
  const compared = `Compared are ${said.replace(/^D/, 'd')}, counted from Day 1, and ${sayLength(limit.length)} counted from ${from}, which need not come after Day 1.`;
  return limit.countsFrom === 'notification-sent'
    ? `${compared} To count from the notification as the law does, write { anchor: notification-sent, unit: working-days-after, by: ${limit.length.count} }.`
    : compared;
}

/** A window that counts from the day on which the notification was sent, as the law's own limit does. */
function looserFromNotification({ unit, by }: Window, step: StepId, limit: TimedLimit): readonly Loosening[] {
  const law = `${sayLength(limit.length)} (${limit.source})`;
  if (limit.countsFrom !== 'notification-sent' || unit !== 'working-days-after') {
    const sentence = `This window counts from the notification and the statutory limit of ${law} from ${statutoryAnchorWords[limit.countsFrom]}; count it from day-one.`;
    return [{ path: `windows.${step}.anchor`, sentence }];
  }
  if (by <= limit.length.count) return [];
  const sentence = `${by} working days after the notification is later than the law allows: the limit is ${law}, counted from the notification too. Settings may only tighten this limit.`;
  return [{ path: `windows.${step}.by`, sentence }];
}

function inMonths({ count, unit }: StatutoryLength): number {
  if (unit === 'working-days') throw new RangeError('Working days cannot be counted in months.');
  return unit === 'years' ? count * 12 : count;
}
