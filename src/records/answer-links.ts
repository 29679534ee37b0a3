import type { LinkOf } from '../procedure/asking/links';
import { codeTries } from '../procedure/emailed-codes';
import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';
import { taskValues, type OfficeTask } from './tasks';

/** A link by which somebody answers without an account, known by the digest of its token. */
export interface AnswerLink extends LinkOf {
  readonly digest: string;
  readonly lockedAt?: Instant;
}

/** A link as an email carries it; `keyId` names the key that its token was made with. */
export interface LinkMade extends LinkOf {
  readonly digest: string;
  readonly keyId: string;
  readonly at: Instant;
}

/** A code that was asked for. `hash` is absent where none is sent, because another address was typed. */
export interface CodeAskedFor {
  readonly hash: string | undefined;
  readonly at: Instant;
  /** The moment after which requests for codes are counted, and the most that are answered. */
  readonly countedFrom: Instant;
  readonly most: number;
}

/** Makes links, and finds them. */
const linking = (db: Db) => ({
  /** Notes a link that an email carries; one that was sent before stays as it is. */
  async made({ digest, reference, contribution, person, keyId, at }: LinkMade): Promise<void> {
    await db.query(
      `INSERT INTO answer_links (digest, reference, contribution, person, key_id, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (digest) DO NOTHING`,
      [digest, reference, contribution, person, keyId, at],
    );
  },

  /** Returns the name of the key that the last link for this was made with; undefined if there is no link yet. */
  async keyOf({ reference, contribution, person }: LinkOf): Promise<string | undefined> {
    const [row] = await db.query(
      `SELECT key_id FROM answer_links WHERE reference = $1 AND contribution = $2 AND person = $3
       ORDER BY made_at DESC, digest LIMIT 1`,
      [reference, contribution, person],
    );
    return row?.text('key_id');
  },

  /** Returns the link of this digest, if there is one. */
  async get(digest: string): Promise<AnswerLink | undefined> {
    const [row] = await db.query(
      'SELECT digest, reference, contribution, person, locked_at FROM answer_links WHERE digest = $1',
      [digest],
    );
    return row && linkOf(row);
  },
});

/** Counts and compares codes. */
const codes = (db: Db) => ({
  /**
   * Counts a request for a code, and keeps the code's digest in place of the one before. False if too many were asked
   * for, or the link is locked. The same statement whether a code is sent or not: neither its time nor its count tells.
   */
  async askFor(digest: string, { hash, at, countedFrom, most }: CodeAskedFor): Promise<boolean> {
    const rows = await db.query(
      `UPDATE answer_links SET
         asked_from = CASE WHEN asked_from > $4 THEN asked_from ELSE $3 END,
         asked = CASE WHEN asked_from > $4 THEN asked + 1 ELSE 1 END,
         code_hash = coalesce($2, code_hash),
         code_sent_at = CASE WHEN $2::text IS NULL THEN code_sent_at ELSE $3 END
       WHERE digest = $1 AND locked_at IS NULL AND (asked_from IS NULL OR asked_from <= $4 OR asked < $5)
       RETURNING digest`,
      [digest, hash ?? null, at, countedFrom, most],
    );
    return rows.length > 0;
  },

  /**
   * Counts a try. Returns the digest of the code that may be used, if there is one, and how many tries were made; undefined
   * if no try is left. `since` is the moment from which a code must have been sent.
   */
  async tryCode(
    digest: string,
    since: Instant,
  ): Promise<{ readonly hash: string | undefined; readonly tries: number } | undefined> {
    const [row] = await db.query(
      `UPDATE answer_links SET tries = tries + 1 WHERE digest = $1 AND locked_at IS NULL AND tries < $3
       RETURNING tries, CASE WHEN code_sent_at > $2 THEN code_hash END AS hash`,
      [digest, since, codeTries],
    );
    return row && { hash: row.has('hash') ? row.text('hash') : undefined, tries: row.wholeNumber('tries') };
  },

  /** Uses up a code and begins a session. False if the code was used meanwhile. */
  async confirm(
    digest: string,
    { hash, idHash, at, until }: { readonly hash: string; readonly idHash: string; at: Instant; until: Instant },
  ): Promise<boolean> {
    const rows = await db.query(
      `WITH used AS (
         UPDATE answer_links SET code_hash = NULL, tries = 0 WHERE digest = $1 AND code_hash = $2 RETURNING digest
       )
       INSERT INTO answer_sessions (id_hash, link, began_at, until)
       SELECT $3, digest, $4::timestamptz, $5::timestamptz FROM used RETURNING link`,
      [digest, hash, idHash, at, until],
    );
    return rows.length > 0;
  },
});

/** Locks links, and unlocks them. */
const locking = (db: Db) => ({
  /** Locks a link and gives the Business Unit a task, at once; a link that is locked stays as it is. */
  async lock(digest: string, { key, createdAt, ...task }: Omit<OfficeTask, 'reference'>): Promise<void> {
    await db.query(
      `WITH locked AS (
         UPDATE answer_links SET locked_at = $2, lock_task = $3, code_hash = NULL
         WHERE digest = $1 AND locked_at IS NULL RETURNING reference
       )
       INSERT INTO tasks (key, reference, created_at, kind, sentence, parts)
       SELECT $3, reference, $2::timestamptz, $4, $5, $6::jsonb FROM locked`,
      [digest, createdAt, key, ...taskValues(task)],
    );
  },

  /** Unlocks the link of a task and says that the task is done. False if somebody did so before. */
  async unlock(task: string, { at, by }: { readonly at: Instant; readonly by: PersonId }): Promise<boolean> {
    const rows = await db.query(
      `WITH unlocked AS (
         UPDATE answer_links SET locked_at = NULL, lock_task = NULL, tries = 0, asked = 0, asked_from = NULL
         WHERE lock_task = $1 RETURNING digest
       )
       UPDATE tasks SET done_at = $2, done_by = $3
       WHERE key = $1 AND done_at IS NULL AND EXISTS (SELECT FROM unlocked) RETURNING key`,
      [task, at, by],
    );
    return rows.length > 0;
  },
});

/** Browsers in which a code was typed. */
const sessions = (db: Db) => ({
  /** True if a browser has confirmed this link and the time for it is not over. */
  async isConfirmed(digest: string, { idHash, now }: { readonly idHash: string; now: Instant }): Promise<boolean> {
    const rows = await db.query('SELECT id_hash FROM answer_sessions WHERE id_hash = $1 AND link = $2 AND until > $3', [
      idHash,
      digest,
      now,
    ]);
    return rows.length > 0;
  },

  /** Deletes the sessions that ended before a moment. */
  async purgeSessions(before: Instant): Promise<void> {
    await db.query('DELETE FROM answer_sessions WHERE until < $1', [before]);
  },
});

/** Links by which people answer without an account. */
export const answerLinksRepository = (db: Db) => ({
  ...linking(db),
  ...codes(db),
  ...locking(db),
  ...sessions(db),
});

/** Links by which people answer without an account. */
export type AnswerLinksRepository = ReturnType<typeof answerLinksRepository>;

const linkOf = (row: Row): AnswerLink => ({
  digest: row.text('digest'),
  reference: row.reference(),
  contribution: row.text('contribution'),
  person: row.person('person'),
  ...(row.has('locked_at') && { lockedAt: row.moment('locked_at') }),
});
