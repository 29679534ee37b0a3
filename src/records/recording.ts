import { changesNames } from '../procedure/names';
import type { Recording } from '../procedure/case/record';
import type { CaseSummary } from './case-summary';
import type { ContentRepository } from './content';
import type { Db } from './db';
import { versionOf, type KeptFiles } from './case-file-cache';
import type { OnRecorded } from './live';
import { eventVersion } from './stored-event';
import { noticeVersion } from './stored-notice';
import { summaryColumns, summaryValues } from './summary-columns';

/** The names of cases, as far as a recording changes them. */
type NamesKept = Pick<ContentRepository, 'bringUpToDate'>;

/**
 * A recording, and the distance by which a practice case's clock then runs ahead of the wall clock. It never shrinks.
 */
export interface ToRecord extends Recording {
  readonly practiceOffsetMs?: number;
}

/** The result of a recording. */
export interface Recorded {
  /** Number of events that were not on the record before. */
  readonly newEvents: number;
  /** Number of notices that were not on the record before. */
  readonly newNotices: number;
  /**
   * Numbers of events that the record already has with other content. The case's history in Temporal was rewritten, as
   * by a reset, or Temporal lost entries that the record has. The record stands.
   */
  readonly contradicted: readonly number[];
  /**
   * True if nothing was recorded, because this recording or an earlier one contradicts the record. Further recordings
   * are refused until the case has been restarted from the record.
   */
  readonly refused: boolean;
}

/** The columns of a case's row that are written anew, given in this order from $3. */
const ROW = ['reference', 'seq', 'summary_seq', 'file', ...summaryColumns];
const VALUES = ['$3', '$4', '$4', '$5', ...summaryColumns.map((_column, i) => `$${i + 7}`)];

/**
 * Records in one statement, hence in one transaction and one round trip. Writes the file and its columns only if no
 * later recording came first. Leaves events and notices that are there as they are. Adds a task for each rule that
 * failed. An act may be done again because a worker died before Temporal knew that the act was done. Such a repeat
 * differs only in its moment, which does not contradict the record.
 */
const RECORD = {
  name: 'record',
  text: `
WITH given AS (
  SELECT (event->>'seq')::integer AS seq, event FROM jsonb_array_elements($1::jsonb) AS event
), contradicted AS (
  SELECT seq FROM given JOIN case_events AS known USING (seq)
  WHERE known.reference = $3 AND known.event - 'at' <> given.event - 'at'
), refused AS (
  SELECT FROM contradicted
  UNION ALL
  SELECT FROM cases WHERE reference = $3 AND cases.contradicted IS NOT NULL
    AND NOT EXISTS (SELECT FROM given WHERE event->>'kind' = 'case-restarted')
), stored AS (
  INSERT INTO cases AS known (${ROW.join(', ')}, practice_offset_ms) VALUES (${VALUES.join(', ')}, $6)
  ON CONFLICT (reference) DO UPDATE SET
    ${ROW.map((column) => `${column} = excluded.${column}`).join(', ')}, recorded_at = now(), contradicted = NULL,
    practice_offset_ms = greatest(known.practice_offset_ms, excluded.practice_offset_ms)
  WHERE excluded.seq >= known.seq AND NOT EXISTS (SELECT FROM refused)
  RETURNING ${versionOf('known')} AS version
), written AS (
  INSERT INTO case_events (reference, seq, kind, at, decision, step, event, version)
  SELECT $3, seq, event->>'kind', (event->>'at')::timestamptz, event->>'decision', event->>'step', event,
    ${eventVersion} FROM given
  WHERE NOT EXISTS (SELECT FROM refused)
  ON CONFLICT (reference, seq) DO NOTHING
  RETURNING seq
), tasked AS (
  INSERT INTO tasks (key, reference, kind, sentence, created_at)
  SELECT $3 || '/rule-failed/' || seq, $3, 'rule-failed', event->'details'->>'sentence', (event->>'at')::timestamptz
  FROM given WHERE event->>'kind' = 'rule-failed' AND NOT EXISTS (SELECT FROM refused)
  ON CONFLICT (key) DO NOTHING
), decided AS (
  INSERT INTO notices (key, reference, kind, recipient, at, practice, notice, version)
  SELECT notice->>'key', $3, notice->>'kind', notice->>'to', (notice->>'at')::timestamptz,
    (notice->>'practice')::boolean, notice, ${noticeVersion}
  FROM jsonb_array_elements($2::jsonb) AS notice WHERE NOT EXISTS (SELECT FROM refused)
  ON CONFLICT (key) DO NOTHING
  RETURNING key
)
SELECT (SELECT count(*) FROM written) AS new_events, (SELECT count(*) FROM decided) AS new_notices,
  ARRAY(SELECT seq::text FROM contradicted ORDER BY seq) AS contradicted,
  (SELECT version FROM stored) AS version, EXISTS (SELECT FROM refused) AS refused`,
} as const;

/**
 * Marks the case in a second statement, since one statement must not write to a row twice. If this is not reached,
 * Temporal retries the refused recording, which then marks the case.
 */
const MARK = 'UPDATE cases SET contradicted = $2 WHERE reference = $1 AND contradicted IS NULL';

/** Records what happened in a case. Recording the same twice has the effect of recording it once. */
export function recordingRepository(
  db: Db,
  { kept, tell, content }: { readonly kept: KeptFiles; readonly tell: OnRecorded; readonly content: NamesKept },
) {
  return {
    /** Puts the events, the notices and the file after them on the record, all or nothing. */
    async record(recording: ToRecord, summary: CaseSummary): Promise<Recorded> {
      const [row] = await db.query(RECORD, [
        JSON.stringify(recording.events),
        JSON.stringify(recording.notices),
        summary.reference,
        recording.file.seq,
        JSON.stringify(recording.file),
        Math.round(recording.practiceOffsetMs ?? 0),
        ...summaryValues(summary),
      ]);
      if (row === undefined) throw new Error('The database gave no answer to a recording.');
      if (row.has('version')) {
        // Updates the names before listeners are told, so that the next reader sees them. If the recording breaks off
        // here, it is retried and comes here again.
        if (recording.events.some(changesNames)) await content.bringUpToDate(recording.file);
        // Caches the file, because the maker of the decision reads the case next.
        kept.keep(summary.reference, { version: row.text('version'), file: recording.file });
        tell(summary.reference, recording.file.seq);
      }
      const contradicted = row.texts('contradicted').map(Number);
      if (contradicted[0] !== undefined) await db.query(MARK, [summary.reference, contradicted[0]]);
      return {
        newEvents: row.wholeNumber('new_events'),
        newNotices: row.wholeNumber('new_notices'),
        contradicted,
        refused: row.flag('refused'),
      };
    },
  };
}

/** Records what happened in a case. */
export type RecordingRepository = ReturnType<typeof recordingRepository>;
