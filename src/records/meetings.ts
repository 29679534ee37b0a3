import type { Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** The groups whose meetings papers go to. */
export const meetingGroups = ['sub-group', 'exec'] as const;
export type MeetingGroup = (typeof meetingGroups)[number];

/** A scheduled meeting, added after the profile was written. */
export interface ScheduledMeeting {
  readonly group: MeetingGroup;
  readonly on: IsoDate;
  readonly by: PersonId;
  readonly at: Instant;
  /** Absent for meetings that release 0.1.0 cancelled. */
  readonly cancelled?: { readonly by: PersonId; readonly at: Instant; readonly reason?: string };
}

const COLUMNS = 'meeting_group, date, added_by, added_at, cancelled_by, cancelled_at, cancelled_reason';

/** Scheduled meetings of the sub-group and the Exec group. Nothing is deleted; one can be cancelled, and set again. */
export function meetingsRepository(db: Db) {
  return {
    /** Adds a meeting. False if the group has a meeting on that day already, which then stands. */
    async add({ group, on, by, at }: Omit<ScheduledMeeting, 'cancelled'>): Promise<boolean> {
      const rows = await db.query(
        `INSERT INTO meetings (meeting_group, date, added_by, added_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING id`,
        [group, on, by, at],
      );
      return rows.length > 0;
    },

    /** Every meeting by date, the cancelled ones too. */
    async list(): Promise<readonly ScheduledMeeting[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM meetings ORDER BY date, meeting_group, id`)).map(meeting);
    },

    /** Cancels the group's meeting on that day; false if there is none. */
    async cancel({
      group,
      on,
      by,
      at,
      reason,
    }: Omit<ScheduledMeeting, 'cancelled'> & { readonly reason: string }): Promise<boolean> {
      const rows = await db.query(
        `UPDATE meetings SET cancelled_by = $3, cancelled_at = $4, cancelled_reason = $5
         WHERE meeting_group = $1 AND date = $2 AND cancelled_at IS NULL RETURNING id`,
        [group, on, by, at, reason],
      );
      return rows.length > 0;
    },
  };
}

/** Scheduled meetings of the sub-group and the Exec group. */
export type MeetingsRepository = ReturnType<typeof meetingsRepository>;

function meeting(row: Row): ScheduledMeeting {
  const group = meetingGroups.find((known) => known === row.text('meeting_group'));
  if (group === undefined) throw new TypeError(`The records know no group "${row.text('meeting_group')}".`);
  return {
    group,
    on: row.date('date'),
    by: row.person('added_by'),
    at: row.moment('added_at'),
    ...(row.has('cancelled_at') && {
      cancelled: {
        by: row.person('cancelled_by'),
        at: row.moment('cancelled_at'),
        ...(row.has('cancelled_reason') && { reason: row.text('cancelled_reason') }),
      },
    }),
  };
}
