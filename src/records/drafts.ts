import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';

/** An unfinished form: a decision before its answers are checked, or a notification that its writer will return to. */
export interface Draft {
  /** SHA-256 of the id that the writer holds; the id itself is not stored. */
  readonly idHash: string;
  readonly kind: string;
  /** Left out for a notification from outside. */
  readonly person?: PersonId;
  readonly reference?: CaseReference;
  /** JSON, which the reader has to check. */
  readonly body: unknown;
  /** The idempotency key under which it will be decided. */
  readonly key: string;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly expiresAt: Instant;
  /** The version of the stored draft, another after each write. Leave it out in `put`. */
  readonly version?: string;
}

/** Unfinished forms. A draft is deleted when it is sent, or when it expires. */
export function draftsRepository(db: Db) {
  return {
    /** Stores a draft, in place of one with the same id. */
    async put(draft: Omit<Draft, 'changedAt'>): Promise<void> {
      await db.query(
        `INSERT INTO drafts (id_hash, kind, person, reference, body, key, made_at, changed_at, expires_at)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $7, $8)
         ON CONFLICT (id_hash) DO UPDATE SET kind = excluded.kind, person = excluded.person,
           reference = excluded.reference, body = excluded.body, key = excluded.key, made_at = excluded.made_at,
           changed_at = excluded.changed_at, expires_at = excluded.expires_at`,
        [
          draft.idHash,
          draft.kind,
          draft.person,
          draft.reference,
          JSON.stringify(draft.body ?? null),
          draft.key,
          draft.madeAt,
          draft.expiresAt,
        ],
      );
    },

    /** The draft, if it is there and has not expired. */
    async get(idHash: string, now: Instant): Promise<Draft | undefined> {
      const [row] = await db.query(
        `SELECT id_hash, kind, person, reference, body, key, made_at, changed_at, expires_at, xmin::text AS version
         FROM drafts
         WHERE id_hash = $1 AND expires_at > $2`,
        [idHash, now],
      );
      return (
        row && {
          idHash: row.text('id_hash'),
          kind: row.text('kind'),
          ...(row.has('person') && { person: row.person('person') }),
          ...(row.has('reference') && { reference: row.reference() }),
          body: row.json('body'),
          key: row.text('key'),
          madeAt: row.moment('made_at'),
          changedAt: row.moment('changed_at'),
          expiresAt: row.moment('expires_at'),
          version: row.text('version'),
        }
      );
    },

    /**
     * Stores the present content. False if the draft has expired, is not there, or is of another version than the one
     * given.
     */
    async change(idHash: string, body: unknown, at: Instant, version?: string): Promise<boolean> {
      const rows = await db.query(
        `UPDATE drafts SET body = $2::jsonb, changed_at = $3
         WHERE id_hash = $1 AND expires_at > $3 AND ($4::text IS NULL OR xmin::text = $4)
         RETURNING id_hash`,
        [idHash, JSON.stringify(body ?? null), at, version ?? null],
      );
      return rows.length > 0;
    },

    /** Deletes a draft, if there is one. */
    async remove(idHash: string): Promise<void> {
      await db.query('DELETE FROM drafts WHERE id_hash = $1', [idHash]);
    },

    /** Deletes expired drafts, and returns their number. */
    async purge(now: Instant): Promise<number> {
      return (await db.query('DELETE FROM drafts WHERE expires_at <= $1 RETURNING id_hash', [now])).length;
    },
  };
}

/** Unfinished forms. */
export type DraftsRepository = ReturnType<typeof draftsRepository>;
