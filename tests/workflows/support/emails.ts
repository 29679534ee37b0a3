import { londonDate, londonTime, weekday } from '../../../src/procedure/time/dates';
import type { Sent } from './world';

/**
 * The emails that went out, a line for each time, kind and content, in the order in which they went; those of one
 * moment, which are sent beside each other, in the order in which they were decided:
 * `Mon 2037-11-23 10:00 | case-opened | business-manager, spr-coordinator`.
 */
export function emailsOf(sent: readonly Sent[]): readonly string[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { notice, at } of sent.toSorted(byDecision)) {
    const date = londonDate(at);
    const said =
      notice.kind === 'reminders'
        ? notice.lines.map(({ deadline, tone }) => `${deadline} ${tone}`).join(' + ')
        : notice.kind;
    const row = `${weekday(date).slice(0, 3)} ${date} ${quarter(londonTime(at))} | ${said} | `;
    const to = rows.get(row) ?? new Map<string, number>();
    to.set(notice.as, (to.get(notice.as) ?? 0) + 1);
    rows.set(row, to);
  }
  return [...rows]
    .map(([row, to]) => row + [...to].map(([role, n]) => (n === 1 ? role : `${role} x${n}`)).join(', '))
    .sort(byTime);
}

/** Two entries of one moment differ by their number, which is in the key of what they send. */
function byDecision({ notice: one }: Sent, { notice: other }: Sent): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  const [first, second] = [one, other].map(({ key }) => Number(key.split('/')[1]));
  return first === undefined || second === undefined || Number.isNaN(first - second) ? 0 : first - second;
}

/** The server's clock runs on while people decide; the quarter of an hour is as fine as a reader wants it. */
const quarter = (time: string): string =>
  `${time.slice(0, 3)}${String(Math.floor(Number(time.slice(3)) / 15) * 15).padStart(2, '0')}`;

const byTime = (a: string, b: string): number => {
  const [one, other] = [a.slice(4, 20), b.slice(4, 20)];
  return one < other ? -1 : one > other ? 1 : 0;
};
