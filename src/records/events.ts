import type { CaseEvent } from '../procedure/record';
import type { CaseReference } from '../procedure/time';
import type { Db } from './db';

/** The record of each case, event by event. Only a recording writes to it. */
export function eventsRepository(db: Db) {
  return {
    /** Events of a case in order, those after a number where one is given. */
    async eventsOf(
      reference: CaseReference,
      { after = 0, limit }: { readonly after?: number; readonly limit: number },
    ): Promise<readonly CaseEvent[]> {
      const rows = await db.query(
        'SELECT event FROM case_events WHERE reference = $1 AND seq > $2 ORDER BY seq LIMIT $3',
        [reference, after, limit],
      );
      // Events are written from the same type, and are never rewritten.
      return rows.map((row) => row.object('event', 'seq', 'kind', 'at', 'details') as unknown as CaseEvent);
    },
  };
}

/** The record of each case, event by event. */
export type EventsRepository = ReturnType<typeof eventsRepository>;
