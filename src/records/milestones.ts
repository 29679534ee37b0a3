import type { Milestones, OpenAction } from '../procedure/dates/milestones';
import type { Visibility } from '../procedure/permissions';
import type { CaseReference, IsoDate } from '../procedure/time/time';
import type { Db } from './db';
import { readJson } from './stored';
import { storedMilestones, storedOpenActions } from './stored-milestones';
import { visibleOnly } from './visibility';
import { Where } from './where';

/** The facts of one case that reports need. */
export interface MilestonesOfCase {
  readonly reference: CaseReference;
  readonly milestones: Milestones;
  readonly ending: string;
  readonly closedOn?: IsoDate;
  /** The distance by which a practice case's clock runs ahead of the wall clock, in milliseconds. */
  readonly practiceOffsetMs: number;
}

/** The open actions of one case. */
export interface OpenActionsOfCase {
  readonly reference: CaseReference;
  readonly actions: readonly OpenAction[];
  readonly practiceOffsetMs: number;
}

/** The cases of a report: those received from one day to another, both days included. */
export interface ReceivedBetween {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly visibleTo: Visibility;
  /** Practice cases and real ones never stand in one report. */
  readonly practice: boolean;
}

/** The facts of cases from which reports are made. Only a recording writes to them. */
export function milestonesRepository(db: Db) {
  return {
    /** The milestones of every case that was received in this time, in the order of receipt. */
    async received(question: ReceivedBetween): Promise<readonly MilestonesOfCase[]> {
      const where = receivedIn(question);
      const rows = await db.query(
        `SELECT c.reference, c.milestones, c.ending, c.closed_on, c.practice_offset_ms FROM cases AS c ${where.sql}
         ORDER BY c.received_on, c.reference`,
        where.values,
      );
      return rows.map((row) => ({
        reference: row.reference(),
        milestones: readJson(row, 'milestones', storedMilestones),
        ending: row.text('ending'),
        ...(row.has('closed_on') && { closedOn: row.date('closed_on') }),
        practiceOffsetMs: row.wholeNumber('practice_offset_ms'),
      }));
    },

    /** Returns a text that changes as soon as any of these cases is recorded again, joins them or leaves them. */
    async stateOfReceived(question: ReceivedBetween): Promise<string> {
      const where = receivedIn(question);
      // Every write to a row gives the row another transaction id.
      const [row] = await db.query(
        `SELECT concat_ws(' ', count(*), max(c.xmin::text::bigint), sum(c.xmin::text::bigint)) AS state
         FROM cases AS c ${where.sql}`,
        where.values,
      );
      return row?.text('state') ?? '';
    },

    /** The actions that are open now, of every case that has any, whenever it was received. */
    async openActions({
      visibleTo,
      practice,
    }: Pick<ReceivedBetween, 'visibleTo' | 'practice'>): Promise<readonly OpenActionsOfCase[]> {
      const where = new Where();
      // Reads only cases with a turn for an action: an open action always has one, and turns have an index.
      where.and(`c.reference IN (SELECT reference FROM case_turns WHERE id LIKE 'action:%')`);
      where.and(`c.practice = ${where.given(practice)}`).and('c.milestones IS NOT NULL');
      visibleOnly(where, visibleTo);
      const rows = await db.query(
        `SELECT c.reference, c.milestones -> 'openActions' AS actions, c.practice_offset_ms FROM cases AS c ${where.sql}`,
        where.values,
      );
      return rows.map((row) => ({
        reference: row.reference(),
        actions: readJson(row, 'actions', storedOpenActions),
        practiceOffsetMs: row.wholeNumber('practice_offset_ms'),
      }));
    },
  };
}

function receivedIn({ from, to, visibleTo, practice }: ReceivedBetween): Where {
  const where = new Where();
  where.and(`c.received_on BETWEEN ${where.given(from)}::date AND ${where.given(to)}::date`);
  where.and(`c.practice = ${where.given(practice)}`).and('c.milestones IS NOT NULL');
  visibleOnly(where, visibleTo);
  return where;
}

/** The facts of cases from which reports are made. */
export type MilestonesRepository = ReturnType<typeof milestonesRepository>;
