import type { Calendar } from '../procedure/time/calendar';
import type { CalendarEntry } from '../procedure/case/calendar-change';
import type { CaseFile, Meetings } from '../procedure/case/case-file';
import { isoDate } from '../procedure/time/dates';
import type { Policy } from '../procedure/policy';
import { caseRoles, type Role } from '../procedure/roles';
import type { IsoDate, PersonId } from '../procedure/time/time';
import { buildCalendar, type HolidayMoved } from './holidays';
import type { Profile, ProfilePerson } from './load';

/**
 * The partnership as cases use it on a day: the profile, with what was added since in the console or through the API.
 */
export interface Partnership {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly people: CaseFile['people'];
  /** Everybody of the partnership, in the order of their ids. */
  readonly everybody: readonly PersonId[];
  /** Changes of the calendar beside the profile: who made each, when and why, in the order of the days. */
  readonly changes: readonly CalendarEntry[];
}

/** Closures, meetings and people that were added in the console or through the API. */
export interface Additions {
  readonly closures: readonly { readonly date: IsoDate; readonly reason: string }[];
  readonly meetings: readonly { readonly group: 'sub-group' | 'exec'; readonly on: IsoDate }[];
  readonly people: readonly Seated[];
  /** Bank holidays that were moved, taken away or added there and stand, the oldest change first. */
  readonly movedHolidays?: readonly HolidayMoved[];
  /** Every change of the calendar that was ever made there, those that were taken back too. */
  readonly changes?: readonly CalendarEntry[];
}

/** A person as far as a case needs them. */
type Seated = Pick<ProfilePerson, 'id' | 'roles'>;

/**
 * Years of calendar on either side of this one: a case may run and be reopened for years, and plans some years ahead.
 * Whole ones, so that a calendar is another only where its working days are, and once a year.
 */
const reach = { back: 12, ahead: 6 } as const;

const inOrder = (dates: readonly IsoDate[]): readonly IsoDate[] => [...new Set(dates)].sort();

/** Puts a profile and what was added to it together, as cases carry it. */
export function partnershipOn(
  today: IsoDate,
  profile: Profile,
  { closures, meetings, people, movedHolidays = [], changes = [] }: Additions,
): Partnership {
  const everybody: readonly Seated[] = [...profile.people, ...people];
  const { policy, holidays } = profile;
  const year = Number(today.slice(0, 4));
  return {
    policy,
    calendar: buildCalendar({
      region: holidays.region,
      from: isoDate(`${year - reach.back}-01-01`),
      until: isoDate(`${year + reach.ahead}-12-31`),
      closingHour: policy.closingHour,
      closures: Object.fromEntries([...profile.closures, ...closures].map(({ date, reason }) => [date, reason])),
      extraHolidays: holidays.extra,
      movedHolidays: [...(holidays.moved ?? []), ...movedHolidays],
    }),
    meetings: {
      subGroup: inOrder([
        ...profile.meetings.subGroup,
        ...meetings.filter(({ group }) => group === 'sub-group').map(({ on }) => on),
      ]),
      exec: inOrder([
        ...profile.meetings.exec,
        ...meetings.filter(({ group }) => group === 'exec').map(({ on }) => on),
      ]),
    },
    people: peopleByRole(everybody),
    everybody: everybody.map(({ id }) => id).sort(),
    changes,
  };
}

/**
 * Returns the people of each role in a case. The IT officer has none; the role of author is empty until the partners
 * appoint somebody.
 */
function peopleByRole(people: readonly Seated[]): CaseFile['people'] {
  const byRole: Partial<Record<Role, readonly PersonId[]>> = {};
  for (const role of caseRoles) {
    const holders = people.filter((person) => person.roles.includes(role)).map(({ id }) => id);
    if (holders.length > 0 && role !== 'author' && role !== 'identified-professional') byRole[role] = holders;
  }
  return byRole;
}
