import type { CalendarEntry } from '../procedure/case/calendar-change';
import { londonDate } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import type { HolidayMoved } from '../profile/holidays';
import type { Profile } from '../profile/load';
import { partnershipOn, type Additions, type Partnership } from '../profile/partnership';
import type { Closure } from '../records/closures';
import type { HolidayChange } from '../records/holiday-changes';
import type { ScheduledMeeting } from '../records/meetings';
import type { Records } from '../records/records';

/** Sources from which the partnership as it stands today is worked out. */
interface Sources {
  readonly profile: Profile;
  readonly records: Pick<Records, 'closures' | 'holidayChanges' | 'meetings' | 'people'>;
  now(): Instant;
}

/** Answers the partnership as it stands today: its profile, with what was added beside it and stands. */
export function currentPartnership({ profile, records, now }: Sources): () => Promise<Partnership> {
  let known: { readonly asOf: string; readonly partnership: Partnership } | undefined;
  return async () => {
    const additions = await additionsTo(records);
    const today = londonDate(now());
    // Working out twenty years of holidays takes a while, and they change with these alone.
    const asOf = JSON.stringify([today, additions]);
    if (known?.asOf !== asOf) known = { asOf, partnership: partnershipOn(today, profile, additions) };
    return known.partnership;
  };
}

/** Closures, holidays, meetings and people that the records have beside the profile, and who changed the calendar. */
export async function additionsTo(records: Sources['records']): Promise<Additions> {
  const [closures, holidays, meetings, people] = await Promise.all([
    records.closures.list(),
    records.holidayChanges.list(),
    records.meetings.list(),
    records.people.added(),
  ]);
  return {
    closures: closures.filter(({ withdrawn }) => withdrawn === undefined).map(({ date, reason }) => ({ date, reason })),
    movedHolidays: holidays
      .filter(({ withdrawn }) => withdrawn === undefined)
      .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      .map(asMoved),
    meetings: meetings.filter(({ cancelled }) => cancelled === undefined).map(({ group, on }) => ({ group, on })),
    people: people.filter(({ ended }) => ended === undefined).map(({ id, roles }) => ({ id, roles })),
    changes: [
      ...closures.flatMap(entriesOfClosure),
      ...holidays.flatMap(entriesOfHoliday),
      ...meetings.flatMap(entriesOfMeeting),
    ],
  };
}

function asMoved({ change, date, to, name }: HolidayChange): HolidayMoved {
  const called = name === undefined ? {} : { name };
  if (change === 'added') return { to: date, ...called };
  return to === undefined ? { from: date } : { from: date, to, ...called };
}

const because = (why: string | undefined) => (why === undefined ? {} : { why });

function entriesOfClosure({ date, reason, by, at, withdrawn }: Closure): readonly CalendarEntry[] {
  const day = { what: 'closure', date } as const;
  return [
    { ...day, change: 'added', by, at, why: reason },
    ...(withdrawn === undefined
      ? []
      : [{ ...day, change: 'removed', by: withdrawn.by, at: withdrawn.at, ...because(withdrawn.reason) } as const]),
  ];
}

function entriesOfHoliday(one: HolidayChange): readonly CalendarEntry[] {
  const { change, date, to, reason, by, at, withdrawn } = one;
  const days = [
    { date, change: change === 'added' ? 'added' : 'removed' } as const,
    ...(to === undefined ? [] : [{ date: to, change: 'added' } as const]),
  ];
  const back = { added: 'removed', removed: 'added' } as const;
  return days.flatMap((day): readonly CalendarEntry[] => [
    { what: 'holiday', ...day, by, at, why: reason },
    ...(withdrawn === undefined
      ? []
      : [
          {
            what: 'holiday',
            date: day.date,
            change: back[day.change],
            by: withdrawn.by,
            at: withdrawn.at,
            ...because(withdrawn.reason),
          } as const,
        ]),
  ]);
}

function entriesOfMeeting({ group, on, by, at, cancelled }: ScheduledMeeting): readonly CalendarEntry[] {
  const day = { what: group === 'exec' ? 'exec-meeting' : 'sub-group-meeting', date: on } as const;
  return [
    { ...day, change: 'added', by, at },
    ...(cancelled === undefined
      ? []
      : [{ ...day, change: 'removed', by: cancelled.by, at: cancelled.at, ...because(cancelled.reason) } as const]),
  ];
}
