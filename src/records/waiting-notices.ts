import type { CaseReference, Instant } from '../procedure/time/time';
import type { Db } from './db';

/* Looks at the notices of all cases at once, to see whether they are sent as they should be. */

/** Numbers about the sending of notices in the whole installation. */
interface NoticeCounts {
  readonly waiting: number;
  readonly refused: number;
  /** The moment at which the notice that has waited longest was decided. */
  readonly waitingSince?: Instant;
  /** The mail server's last answer to a notice that still waits. */
  readonly lastProblem?: string;
}

/** Notices of a case that wait, by their keys. */
export interface WaitingOfCase {
  readonly reference: CaseReference;
  readonly keys: readonly string[];
}

/** Notices that wait, over all cases. */
export const waitingInAllCases = (db: Db) => ({
  /** Counts the notices that wait and those that were refused, for the health page. */
  async counts(): Promise<NoticeCounts> {
    const [row] = await db.query(
      `SELECT count(*) AS waiting, min(at) AS since,
         (array_agg(last_problem ORDER BY last_attempt_at DESC NULLS LAST))[1] AS problem,
         (SELECT count(*) FROM notices WHERE state = 'refused') AS refused
       FROM notices WHERE state = 'waiting'`,
    );
    return {
      waiting: row?.wholeNumber('waiting') ?? 0,
      refused: row?.wholeNumber('refused') ?? 0,
      ...(row?.has('since') && { waitingSince: row.moment('since') }),
      ...(row?.has('problem') && { lastProblem: row.text('problem') }),
    };
  },

  /**
   * Lists the cases of which notices have waited on the record for so many milliseconds or longer, with the keys of
   * those notices; the case with the oldest first. Counts by the wall clock, for practice cases too.
   */
  async waitingFor(ms: number): Promise<readonly WaitingOfCase[]> {
    const rows = await db.query(
      `SELECT reference, array_agg(key ORDER BY at, key) AS keys FROM notices
       WHERE state = 'waiting' AND recorded_at <= now() - make_interval(secs => $1::float8 / 1000)
       GROUP BY reference ORDER BY min(recorded_at), reference`,
      [ms],
    );
    return rows.map((row) => ({ reference: row.reference(), keys: row.texts('keys') }));
  },
});
