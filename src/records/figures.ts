import type { Instant } from '../procedure/time/time';
import type { Connections } from './db';
import { standingStillFact, standingStillIn, type StandingStill } from './standing-still';

/** The state of the whole installation in numbers. Practice cases are not counted unless a field says so. */
export interface Figures {
  readonly openCases: number;
  /** Number of overdue turns in open cases, by step; turns of no step are under `none`. */
  readonly overdue: ReadonlyMap<string, number>;
  readonly notices: { readonly waiting: number; readonly refused: number; readonly waitingSince?: Instant };
  /** The moment of the last backup; undefined before the first. */
  readonly backedUpAt?: Instant;
  /** The open cases that did not go on when they were looked at last, practice cases too. */
  readonly standingStill: readonly StandingStill[];
  /** Faults of rules in cases that are still to be put right; practice cases too. */
  readonly ruleFaults: number;
}

/** The connections of this process to the database. */
export interface PoolFigures {
  readonly open: number;
  readonly idle: number;
  /** Number of callers that wait for a connection. */
  readonly waiting: number;
}

/** Name of the fact that holds the moment of the last backup. */
export const lastBackup = 'last-backup';

const OVERDUE = `SELECT coalesce(t.step, 'none') AS step, count(*) AS turns
FROM case_turns AS t JOIN cases AS c USING (reference)
WHERE t.due_at < $1 AND c.closed_on IS NULL AND NOT c.practice GROUP BY 1`;

// Reads each number from a partial index, or from few rows.
const COUNTS = `SELECT
  (SELECT count(*) FROM cases WHERE closed_on IS NULL AND NOT practice) AS open,
  (SELECT count(*) FROM notices WHERE state = 'waiting' AND NOT practice) AS waiting,
  (SELECT min(at) FROM notices WHERE state = 'waiting' AND NOT practice) AS since,
  (SELECT count(*) FROM notices WHERE state = 'refused' AND NOT practice) AS refused,
  (SELECT count(*) FROM tasks WHERE kind = 'rule-failed' AND done_at IS NULL) AS rule_faults,
  (SELECT recorded_at FROM installation WHERE fact = '${lastBackup}') AS backed_up,
  (SELECT value FROM installation WHERE fact = '${standingStillFact}') AS standing_still`;

/** Reads the state of the installation, for monitoring. */
export function figuresRepository(db: Connections) {
  return {
    /** Reads the numbers at this moment. */
    async read(now: Instant): Promise<Figures> {
      const [overdue, [counts]] = await Promise.all([db.query(OVERDUE, [now]), db.query(COUNTS)]);
      return {
        openCases: counts?.wholeNumber('open') ?? 0,
        overdue: new Map(overdue.map((row) => [row.text('step'), row.wholeNumber('turns')])),
        notices: {
          waiting: counts?.wholeNumber('waiting') ?? 0,
          refused: counts?.wholeNumber('refused') ?? 0,
          ...(counts?.has('since') && { waitingSince: counts.moment('since') }),
        },
        ruleFaults: counts?.wholeNumber('rule_faults') ?? 0,
        standingStill: standingStillIn(counts?.json('standing_still')),
        ...(counts?.has('backed_up') && { backedUpAt: counts.moment('backed_up') }),
      };
    },

    /** Counts the connections of this process; needs no query. */
    pool: (): PoolFigures => db.pool(),
  };
}

/** Reads the state of the installation. */
export type FiguresRepository = ReturnType<typeof figuresRepository>;
