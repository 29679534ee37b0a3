import type { Partnership } from '../../../activities/activities';
import { isoDate } from '../../../src/procedure/dates';
import type { IsoDate } from '../../../src/procedure/time';
import { buildCalendar } from '../../../src/profile/holidays';
import { kirklees } from '../../support/partnership';

/**
 * The test server's clock starts at the machine's and only goes forward. So that dates can be written down, its cases
 * are of 2037 and 2038, whose days fall on the weekdays of 2026 and 2027.
 */
const yearsAhead = 11;

const ahead = (date: string): IsoDate => isoDate(`${Number(date.slice(0, 4)) + yearsAhead}${date.slice(4)}`);

/** Kirklees with its closure days and meetings eleven years on, and the bank holidays of those years. */
export function partnershipOfTheFuture(closures: Readonly<Record<string, string>> = {}): Partnership {
  const { policy, calendar, meetings, people, everybody } = kirklees();
  const own = Object.fromEntries(Object.entries(calendar.closures).map(([date, reason]) => [ahead(date), reason]));
  return {
    policy,
    people,
    ...(everybody === undefined ? {} : { everybody }),
    meetings: { subGroup: meetings.subGroup.map(ahead), exec: meetings.exec.map(ahead) },
    calendar: buildCalendar({
      region: calendar.region,
      closingHour: calendar.closingHour,
      closures: { ...own, ...closures },
      from: isoDate('2036-01-01'),
      until: isoDate('2042-12-31'),
    }),
  };
}
