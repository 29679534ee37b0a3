import type { Instant, IsoDate, PersonId } from '../procedure/time';
import type { Db } from './db';
import type { Row } from './row';

/** A day on which the partnership's office is closed, added after the profile was written. */
export interface Closure {
  /** The idempotency key under which it was added; it names the closure. */
  readonly key: string;
  readonly date: IsoDate;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly withdrawn?: { readonly by: PersonId; readonly at: Instant; readonly reason?: string };
}

const COLUMNS = 'key, date, reason, added_by, added_at, withdrawn_by, withdrawn_at, withdrawn_reason';

/** Closure days. Nothing is deleted; one can be withdrawn. */
export function closuresRepository(db: Db) {
  return {
    /**
     * Adds a closure and gives the one that stands for that day: the same key twice is one closure, and of two for one
     * day the first stands.
     */
    async add({ key, date, reason, by, at }: Omit<Closure, 'withdrawn'>): Promise<Closure> {
      await db.query(
        `INSERT INTO closures (key, date, reason, added_by, added_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING`,
        [key, date, reason, by, at],
      );
      const [row] = await db.query(
        `SELECT ${COLUMNS} FROM closures WHERE key = $1 OR (date = $2 AND withdrawn_at IS NULL)
         ORDER BY key = $1 DESC LIMIT 1`,
        [key, date],
      );
      if (row === undefined) throw new Error(`The closure of ${date} was withdrawn while it was being added.`);
      return closure(row);
    },

    /** Every closure by date, the withdrawn ones too. */
    async list(): Promise<readonly Closure[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM closures ORDER BY date, added_at, key`)).map(closure);
    },

    /** Withdraws a closure; false if it was already, or there is none. */
    async withdraw(key: string, { by, at, reason }: NonNullable<Closure['withdrawn']>): Promise<boolean> {
      const rows = await db.query(
        `UPDATE closures SET withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4
         WHERE key = $1 AND withdrawn_at IS NULL RETURNING key`,
        [key, by, at, reason ?? null],
      );
      return rows.length > 0;
    },
  };
}

/** Closure days. */
export type ClosuresRepository = ReturnType<typeof closuresRepository>;

function closure(row: Row): Closure {
  return {
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
  };
}
