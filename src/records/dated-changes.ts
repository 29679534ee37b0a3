import type { Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/* Tables of changes of single days, which can be withdrawn: closure days and changed bank holidays. */

/** A change of a day of the calendar. */
export interface DatedChange {
  /** The idempotency key under which it was made; it names the change. */
  readonly key: string;
  readonly date: IsoDate;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly withdrawn?: Withdrawal;
}

/** The person who withdrew a change, the moment, and the reason if one was given. */
export interface Withdrawal {
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason?: string;
}

/**
 * A table of such changes. Its name, columns and `days` go into statements unescaped, so none of them may come from
 * outside.
 */
interface Table<C extends DatedChange> {
  readonly name: 'closures' | 'holiday_changes';
  /** Columns that only this table has. */
  readonly own: readonly ('change' | 'to_date' | 'name')[];
  /** The days that a change takes, as an expression over its columns. */
  readonly days: 'ARRAY[date]' | 'ARRAY[date, to_date]';
  /** Values of this table's own columns, in the same order. */
  values(change: Omit<C, 'withdrawn'>): readonly (string | null)[];
  read(row: Row): C;
}

/** Attempts at adding a change while another change of that day is being withdrawn. */
const tries = 20;

/** The changes of one table. Nothing is deleted; a change can be withdrawn. */
export function datedChanges<C extends DatedChange>(db: Db, { name, own, days, values, read }: Table<C>) {
  const columns = ['key', 'date', 'reason', 'added_by', 'added_at', ...own];
  const all = [...columns, 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'].join(', ');
  const places = columns.map((_column, at) => `$${at + 1}`).join(', ');
  return {
    /**
     * Adds a change and returns the one that stands. The same key twice is one change. Of two changes of one day the
     * first stands.
     */
    async add(change: Omit<C, 'withdrawn'>, taken: readonly IsoDate[]): Promise<C> {
      const { key, date, reason, by, at } = change;
      for (let tried = 0; tried < tries; tried += 1) {
        await db.query(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places}) ON CONFLICT DO NOTHING`, [
          ...[key, date, reason, by, at],
          ...values(change),
        ]);
        const [row] = await db.query(
          `SELECT ${all} FROM ${name} WHERE key = $1 OR (withdrawn_at IS NULL AND ${days} && $2::date[])
           ORDER BY key = $1 DESC LIMIT 1`,
          [key, taken],
        );
        // Tries again if no row is found: the change that stood in the way was withdrawn in between.
        if (row !== undefined) return read(row);
      }
      throw new Error(`A change of ${date} in ${name} was neither made nor found.`);
    },

    /** Every change by date, the withdrawn ones too. */
    async list(): Promise<readonly C[]> {
      return (await db.query(`SELECT ${all} FROM ${name} ORDER BY date, added_at, key`)).map(read);
    },

    /** Withdraws a change; false if it was already, or there is none. */
    async withdraw(key: string, { by, at, reason }: Withdrawal): Promise<boolean> {
      const rows = await db.query(
        `UPDATE ${name} SET withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4
         WHERE key = $1 AND withdrawn_at IS NULL RETURNING key`,
        [key, by, at, reason ?? null],
      );
      return rows.length > 0;
    },
  };
}

/** Reads the columns that both tables have. */
export const readDated = (row: Row): DatedChange => ({
  key: row.text('key'),
  date: row.date('date'),
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
});
