import { parseInstant } from '../procedure/time/dates';
import type { Visibility } from '../procedure/permissions';
import type { SentenceWithParts } from '../procedure/refusals';
import type { NoticeKind } from '../procedure/reminders/notice';
import type { Notice } from '../procedure/case/record';
import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';
import { readStored } from './stored';
import { storedNotices } from './stored-notice';
import { taskValues } from './tasks';
import { visibleOnly } from './visibility';
import { waitingInAllCases } from './waiting-notices';
import { pageSize, Where } from './where';

/** States that a notice can be in. */
export const noticeStates = ['waiting', 'sent', 'refused', 'no-longer-true'] as const;
export type NoticeState = (typeof noticeStates)[number];

/** The state of a notice. A waiting notice is tried again; the other states are final. */
export type NoticeStanding =
  | { readonly state: 'waiting' }
  | { readonly state: 'sent'; readonly at: Instant; readonly messageId: string }
  | { readonly state: 'refused'; readonly at: Instant; readonly answer: string }
  /** `why` is in words; release 0.1.0 did not keep it. */
  | { readonly state: 'no-longer-true'; readonly at: Instant; readonly why?: string };

/** A notice on the record, and what became of it. */
export interface NoticeOnRecord {
  readonly reference: CaseReference;
  readonly notice: Notice;
  readonly standing: NoticeStanding;
  readonly attempts: number;
  readonly lastAttemptAt?: Instant;
  readonly lastProblem?: string;
}

/** Conditions on notices across cases. */
export interface NoticeFilter {
  readonly state?: NoticeState;
  readonly visibleTo?: Visibility;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

/** A page of notices, newest first, and the cursor of the next page if there is one. */
export interface NoticePage {
  readonly notices: readonly NoticeOnRecord[];
  readonly next?: string;
}

/** A query for waiting notices: by key, by case, or all together. */
export type WaitingQuestion =
  { readonly keys: readonly string[] } | { readonly reference: CaseReference } | { readonly limit: number };

/** The task that a refused address gives the Business Unit. */
export interface TaskOfRefusal extends SentenceWithParts {
  readonly kind: string;
}

const COLUMNS = `n.reference, n.notice, n.version, n.state, n.settled_at, n.message_id, n.answer, n.attempts, n.last_attempt_at,
  n.last_problem, n.why_not_sent`;

/** Emails that were decided, and what became of each. Only a recording adds to them. */
export function noticesRepository(db: Db) {
  const read = async (rest: string, values: readonly unknown[]): Promise<readonly NoticeOnRecord[]> =>
    (await db.query(`SELECT ${COLUMNS} FROM notices AS n ${rest}`, values)).map(noticeOnRecord);
  const change = async (text: string, values: readonly unknown[]): Promise<boolean> =>
    (await db.query(`${text} RETURNING key`, values)).length > 0;
  return {
    /** Every notice of a case, in the order in which they were decided. */
    async noticesOf(reference: CaseReference): Promise<readonly NoticeOnRecord[]> {
      return read('WHERE reference = $1 ORDER BY at, key', [reference]);
    },

    /** A case's notices to one person, those of one kind or all, in the order in which they were decided. */
    async noticesTo(
      reference: CaseReference,
      { to, kind }: { readonly to: PersonId; readonly kind?: NoticeKind },
    ): Promise<readonly NoticeOnRecord[]> {
      return kind === undefined
        ? read('WHERE reference = $1 AND recipient = $2 ORDER BY at, key', [reference, to])
        : read('WHERE reference = $1 AND recipient = $2 AND kind = $3 ORDER BY at, key', [reference, to, kind]);
    },

    /** Those of a case's notices that have one of these keys, in the order in which they were decided. */
    async noticesWith(reference: CaseReference, keys: readonly string[]): Promise<readonly NoticeOnRecord[]> {
      return read('WHERE reference = $1 AND key = ANY ($2::text[]) ORDER BY at, key', [reference, keys]);
    },

    /** Lists a page of the notices of all cases, newest first. Throws `InvalidCursor`. */
    async list({ state, visibleTo, cursor, limit: most }: NoticeFilter): Promise<NoticePage> {
      const where = new Where();
      if (state !== undefined) where.and(`n.state = ${where.given(state)}`);
      visibleOnly(where, visibleTo);
      if (cursor !== undefined) {
        const [at, key] = readCursor(cursor, [(part) => parseInstant(part) === part, (part) => part !== '']);
        where.and(`(n.at, n.key) < (${where.given(at)}::timestamptz, ${where.given(key)})`);
      }
      const limit = pageSize(most);
      const cases = visibleTo === undefined ? '' : 'JOIN cases AS c USING (reference)';
      const rows = await read(`${cases} ${where.sql} ORDER BY n.at DESC, n.key DESC LIMIT ${limit + 1}`, where.values);
      const notices = rows.slice(0, limit);
      const last = rows.length > limit ? notices.at(-1)?.notice : undefined;
      return last === undefined ? { notices } : { notices, next: writeCursor(last.at, last.key) };
    },

    /** Notices that are still to be sent, the oldest first. */
    async waiting(question: WaitingQuestion): Promise<readonly NoticeOnRecord[]> {
      if ('keys' in question) {
        return read(`WHERE state = 'waiting' AND key = ANY ($1::text[]) ORDER BY at, key`, [question.keys]);
      }
      if ('reference' in question) {
        return read(`WHERE state = 'waiting' AND reference = $1 ORDER BY at, key`, [question.reference]);
      }
      return read(`WHERE state = 'waiting' ORDER BY at, key LIMIT $1`, [question.limit]);
    },

    /**
     * Marks a notice as sent, whatever its state was before: a sent email cannot be taken back. False if it was marked
     * already.
     */
    async markSent(key: string, sent: { readonly at: Instant; readonly messageId: string }): Promise<boolean> {
      return change(
        `UPDATE notices SET state = 'sent', settled_at = $2, last_attempt_at = $2, message_id = $3,
           attempts = attempts + 1 WHERE key = $1 AND state <> 'sent'`,
        [key, sent.at, sent.messageId],
      );
    },

    /**
     * Marks a notice as refused for good, with the mail server's answer. In the same statement adds the task that
     * follows for the Business Unit. False if the notice was settled before.
     */
    async markRefused(
      key: string,
      refused: { readonly at: Instant; readonly answer: string; readonly task?: TaskOfRefusal },
    ): Promise<boolean> {
      const rows = await db.query(
        `WITH refused AS (
           UPDATE notices SET state = 'refused', settled_at = $2, last_attempt_at = $2, answer = $3, last_problem = $3,
             attempts = attempts + 1 WHERE key = $1 AND state = 'waiting' RETURNING key, reference
         ), given AS (
           INSERT INTO tasks (key, reference, kind, sentence, created_at, parts)
           SELECT key, reference, $4, $5, $2, $6::jsonb FROM refused WHERE $4::text IS NOT NULL
           ON CONFLICT (key) DO NOTHING
         )
         SELECT key FROM refused`,
        [key, refused.at, refused.answer, ...taskValues(refused.task)],
      );
      return rows.length > 0;
    },

    /** Marks a notice as not sent because it was no longer true, and why. False if it was settled before. */
    async markNoLongerTrue(key: string, { at, why }: { readonly at: Instant; readonly why: string }): Promise<boolean> {
      return change(
        `UPDATE notices SET state = 'no-longer-true', settled_at = $2, why_not_sent = $3
         WHERE key = $1 AND state = 'waiting'`,
        [key, at, why],
      );
    },

    /** Records a failed attempt; the notice still waits. False if it was settled before. */
    async noteAttempt(key: string, attempt: { readonly at: Instant; readonly problem: string }): Promise<boolean> {
      return change(
        `UPDATE notices SET attempts = attempts + 1, last_attempt_at = $2, last_problem = $3
         WHERE key = $1 AND state = 'waiting'`,
        [key, attempt.at, attempt.problem],
      );
    },
    ...waitingInAllCases(db),
  };
}

/** Emails that were decided, and what became of each. */
export type NoticesRepository = ReturnType<typeof noticesRepository>;

function noticeOnRecord(row: Row): NoticeOnRecord {
  return {
    reference: row.reference(),
    notice: readStored(row, 'notice', storedNotices),
    standing: standing(row),
    attempts: row.wholeNumber('attempts'),
    ...(row.has('last_attempt_at') && { lastAttemptAt: row.moment('last_attempt_at') }),
    ...(row.has('last_problem') && { lastProblem: row.text('last_problem') }),
  };
}

function standing(row: Row): NoticeStanding {
  const state = row.text('state');
  switch (state) {
    case 'waiting':
      return { state };
    case 'sent':
      return { state, at: row.moment('settled_at'), messageId: row.text('message_id') };
    case 'refused':
      return { state, at: row.moment('settled_at'), answer: row.text('answer') };
    case 'no-longer-true':
      return {
        state,
        at: row.moment('settled_at'),
        ...(row.has('why_not_sent') && { why: row.text('why_not_sent') }),
      };
    default:
      throw new TypeError(`The records know no notice that is "${state}".`);
  }
}
