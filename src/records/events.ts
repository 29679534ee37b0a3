import type { Visibility } from '../procedure/permissions';
import type { CaseEvent } from '../procedure/case/record';
import type { CaseReference, Instant } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';
import { readStored } from './stored';
import { storedEvents } from './stored-event';
import { visibleOnly } from './visibility';
import { pageSize, Where } from './where';

/** An event with its case, and the moment at which it was recorded, by the wall clock. */
export interface EventInCase {
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly event: CaseEvent;
  readonly recordedAt: Instant;
}

/** A query for the events of all cases that were recorded after a moment. */
export interface Since {
  readonly visibleTo: Visibility;
  readonly after: Instant;
  readonly practice?: boolean;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

/** The record of each case, event by event. Only a recording writes to it. */
export function eventsRepository(db: Db) {
  return {
    /** Events of a case in order, those after a number where one is given. */
    async eventsOf(
      reference: CaseReference,
      { after = 0, limit }: { readonly after?: number; readonly limit: number },
    ): Promise<readonly CaseEvent[]> {
      const rows = await db.query(
        'SELECT event, version FROM case_events WHERE reference = $1 AND seq > $2 ORDER BY seq LIMIT $3',
        [reference, after, limit],
      );
      return rows.map(eventOf);
    },

    /** Lists the events of all cases that were recorded after a moment, newest first. */
    async since({ visibleTo, after, practice, limit }: Since): Promise<readonly EventInCase[]> {
      const where = new Where();
      where.and(`e.recorded_at > ${where.given(after)}::timestamptz`);
      if (practice !== undefined) where.and(`c.practice = ${where.given(practice)}`);
      visibleOnly(where, visibleTo);
      const rows = await db.query(
        `SELECT e.reference, e.event, e.version, e.recorded_at, c.practice
         FROM case_events AS e JOIN cases AS c USING (reference) ${where.sql}
         ORDER BY e.recorded_at DESC, e.reference DESC, e.seq DESC LIMIT ${pageSize(limit)}`,
        where.values,
      );
      return rows.map((row) => ({
        reference: row.reference(),
        practice: row.flag('practice'),
        event: eventOf(row),
        recordedAt: row.moment('recorded_at'),
      }));
    },

    /** Counts the recorded events of a case. */
    async count(reference: CaseReference): Promise<number> {
      const [row] = await db.query('SELECT count(*) AS events FROM case_events WHERE reference = $1', [reference]);
      return row?.wholeNumber('events') ?? 0;
    },
  };
}

/** The record of each case, event by event. */
export type EventsRepository = ReturnType<typeof eventsRepository>;

const eventOf = (row: Row): CaseEvent => readStored(row, 'event', storedEvents);
