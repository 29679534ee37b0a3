import type { Instant, IsoDate, PersonId } from '../procedure/time';
import type { Db } from './db';
import type { Row } from './row';

/** The ways in which a bank holiday can be another than the calendar's package has it. */
export const holidayChangeKinds = ['moved', 'removed', 'added'] as const;
export type HolidayChangeKind = (typeof holidayChangeKinds)[number];

/** A bank holiday that was moved, taken away or added after the profile was written. */
export interface HolidayChange {
  /** The idempotency key under which it was recorded; it names the change. */
  readonly key: string;
  readonly change: HolidayChangeKind;
  /** The holiday's day; of one that was added its new day. */
  readonly date: IsoDate;
  /** The day to which it was moved. */
  readonly to?: IsoDate;
  readonly name?: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly withdrawn?: { readonly by: PersonId; readonly at: Instant; readonly reason?: string };
}

const COLUMNS =
  'key, change, date, to_date, name, reason, added_by, added_at, withdrawn_by, withdrawn_at, withdrawn_reason';

/** Changes of bank holidays. Nothing is deleted; one can be withdrawn. */
export function holidayChangesRepository(db: Db) {
  return {
    /**
     * Records a change and gives the one that stands for that day: the same key twice is one change, and of two for one
     * day the first stands.
     */
    async add({
      key,
      change,
      date,
      to,
      name,
      reason,
      by,
      at,
    }: Omit<HolidayChange, 'withdrawn'>): Promise<HolidayChange> {
      await db.query(
        `INSERT INTO holiday_changes (key, change, date, to_date, name, reason, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
        [key, change, date, to ?? null, name ?? null, reason, by, at],
      );
      const [row] = await db.query(
        `SELECT ${COLUMNS} FROM holiday_changes WHERE key = $1 OR (date = $2 AND withdrawn_at IS NULL)
         ORDER BY key = $1 DESC LIMIT 1`,
        [key, date],
      );
      if (row === undefined) throw new Error(`The change of ${date} was withdrawn while it was being recorded.`);
      return holidayChange(row);
    },

    /** Every change by date, the withdrawn ones too. */
    async list(): Promise<readonly HolidayChange[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM holiday_changes ORDER BY date, added_at, key`)).map(holidayChange);
    },

    /** Withdraws a change; false if it was already, or there is none. */
    async withdraw(key: string, { by, at, reason }: NonNullable<HolidayChange['withdrawn']>): Promise<boolean> {
      const rows = await db.query(
        `UPDATE holiday_changes SET withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4
         WHERE key = $1 AND withdrawn_at IS NULL RETURNING key`,
        [key, by, at, reason ?? null],
      );
      return rows.length > 0;
    },
  };
}

/** Changes of bank holidays. */
export type HolidayChangesRepository = ReturnType<typeof holidayChangesRepository>;

function holidayChange(row: Row): HolidayChange {
  const change = holidayChangeKinds.find((known) => known === row.text('change'));
  if (change === undefined) throw new TypeError(`The records know no change "${row.text('change')}" of a holiday.`);
  return {
    key: row.text('key'),
    change,
    date: row.date('date'),
    ...(row.has('to_date') && { to: row.date('to_date') }),
    ...(row.has('name') && { name: row.text('name') }),
    reason: row.text('reason'),
    by: row.person('added_by'),
    at: row.moment('added_at'),
    ...(row.has('withdrawn_at') && {
      withdrawn: {
        by: row.person('withdrawn_by'),
        at: row.moment('withdrawn_at'),
        ...(row.has('withdrawn_reason') && { reason: row.text('withdrawn_reason') }),
      },
    }),
  };
}
