import type { PartnershipNow } from '../../../src/procedure/case/with-partnership';
import { addDays, isoDate } from '../../../src/procedure/time/dates';
import type { IsoDate } from '../../../src/procedure/time/time';
import { buildCalendar } from '../../../src/profile/holidays';
import { kirklees } from '../../support/partnership';

/**
 * The test server's clock starts at the machine's and only goes forward. So that dates can be written down, its cases
 * are of 2037 and 2038, whose days fall on the weekdays of 2026 and 2027.
 */
const yearsAhead = 11;
/** Two years of weeks: cases of then are over by now, and their days fall on the same weekdays. */
const daysBack = 728;

const ahead = (date: string): IsoDate => isoDate(`${Number(date.slice(0, 4)) + yearsAhead}${date.slice(4)}`);
const back = (date: string): IsoDate => addDays(isoDate(date), -daysBack);

/** Kirklees with its closure days and meetings eleven years on, and the bank holidays of those years. */
export const partnershipOfTheFuture = (closures: Readonly<Record<string, string>> = {}): PartnershipNow =>
  partnershipMoved(ahead, { from: '2036-01-01', until: '2042-12-31', closures });

/** The same two years ago, with a calendar that reaches beyond today: that is when reminders go out. */
export const partnershipOfThePast = (): PartnershipNow =>
  partnershipMoved(back, { from: '2023-01-01', until: '2031-12-31', closures: {} });

interface Reach {
  readonly from: string;
  readonly until: string;
  readonly closures: Readonly<Record<string, string>>;
}

function partnershipMoved(moved: (date: string) => IsoDate, { from, until, closures }: Reach): PartnershipNow {
  const { policy, calendar, meetings, people, everybody } = kirklees();
  const own = Object.fromEntries(Object.entries(calendar.closures).map(([date, reason]) => [moved(date), reason]));
  return {
    policy,
    people,
    ...(everybody === undefined ? {} : { everybody }),
    meetings: { subGroup: meetings.subGroup.map(moved), exec: meetings.exec.map(moved) },
    calendar: buildCalendar({
      region: calendar.region,
      closingHour: calendar.closingHour,
      closures: { ...own, ...closures },
      from: isoDate(from),
      until: isoDate(until),
    }),
  };
}
