import { randomUUID } from 'node:crypto';
import type { Instant } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** A request that changes something, by the key its sender gave it. */
export interface KeyedRequest {
  /** The sender and the route. The same key in another scope is another key. */
  readonly scope: string;
  readonly key: string;
  readonly bodyHash: string;
  /** The time that the holder may take, in milliseconds. After that another request may take the key over. */
  readonly leaseMs: number;
}

/** The right to answer under a key. The first request to begin gets it. */
export interface Lease {
  readonly scope: string;
  readonly key: string;
  readonly holder: string;
}

/** An answer that is given again whenever the same request comes again. */
export interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The verdict on a request under its key: answer it, wait for another holder, refuse it, or repeat the kept answer. */
export type Beginning =
  | { readonly kind: 'fresh'; readonly lease: Lease }
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'another-body' }
  /** The request was answered, but the answer is no longer kept. */
  | { readonly kind: 'forgotten'; readonly status: number }
  | ({ readonly kind: 'done' } & KeptAnswer);

/**
 * Commits without waiting for the disk. A crash of the database can lose a lease or a kept answer here. The same
 * request then goes to the case again, which knows its key. The case's own entry is never written like this.
 */
const AT_ONCE = "set_config('synchronous_commit', 'off', true)";

/**
 * Takes a lease by the database's clock, which all processes share. The WHERE of the conflict lets a request with the
 * same body take over a lease that ran out before it was finished.
 */
const TAKE = {
  name: 'idempotency-begin',
  text: `
INSERT INTO idempotency_keys AS known (scope, key, body_hash, holder, leased_until)
SELECT $1, $2, $3, $4, clock_timestamp() + $5::float8 * interval '1 ms' FROM ${AT_ONCE}
ON CONFLICT (scope, key) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until
WHERE known.status IS NULL AND known.body_hash = excluded.body_hash AND known.leased_until <= clock_timestamp()
RETURNING holder`,
} as const;

const FINISH = {
  name: 'idempotency-finish',
  text: `UPDATE idempotency_keys SET status = $3, body = $4::json FROM ${AT_ONCE}
    WHERE scope = $1 AND key = $2 AND status IS NULL RETURNING key`,
} as const;

/** Idempotency keys of the API: one key, one answer. */
export function idempotencyRepository(db: Db) {
  return {
    /**
     * Begins a request, or says why not. If the holder of a key dies, the key is free again when its lease has run out.
     */
    async begin({ scope, key, bodyHash, leaseMs }: KeyedRequest): Promise<Beginning> {
      const holder = randomUUID();
      const taken = await db.query(TAKE, [scope, key, bodyHash, holder, leaseMs]);
      if (taken.length > 0) return { kind: 'fresh', lease: { scope, key, holder } };
      const [row] = await db.query(
        'SELECT body_hash, status, body, body IS NULL AS forgotten FROM idempotency_keys WHERE scope = $1 AND key = $2',
        [scope, key],
      );
      // No row: the key was forgotten a moment ago, so the sender may try again.
      return row === undefined ? { kind: 'in-progress' } : standing(row, bodyHash);
    },

    /**
     * Keeps the answer until `forgetAnswers`, since it may contain what somebody wrote. False if an answer is kept
     * already: the first one stands.
     */
    async finish({ scope, key }: Lease, { status, body }: KeptAnswer): Promise<boolean> {
      const rows = await db.query(FINISH, [scope, key, status, JSON.stringify(body ?? null)]);
      return rows.length > 0;
    },

    /**
     * Deletes the answers to requests that began before a moment, and returns their number. The status and the digest
     * of the request stay, so that the key never comes to stand for another request.
     */
    async forgetAnswers(before: Instant): Promise<number> {
      const rows = await db.query(
        'UPDATE idempotency_keys SET body = NULL WHERE recorded_at < $1 AND body IS NOT NULL RETURNING key',
        [before],
      );
      return rows.length;
    },

    /** Gives the lease back without an answer. The same request may be sent again under the same key at once. */
    async release({ scope, key, holder }: Lease): Promise<void> {
      await db.query(
        `UPDATE idempotency_keys SET leased_until = '-infinity'
         WHERE scope = $1 AND key = $2 AND holder = $3 AND status IS NULL`,
        [scope, key, holder],
      );
    },

    /**
     * Gives the lease back and deletes the key, because nothing was begun. The key may come again with another body.
     */
    async forget({ scope, key, holder }: Lease): Promise<void> {
      await db.query('DELETE FROM idempotency_keys WHERE scope = $1 AND key = $2 AND holder = $3 AND status IS NULL', [
        scope,
        key,
        holder,
      ]);
    },
  };
}

/** Idempotency keys of the API. */
export type IdempotencyRepository = ReturnType<typeof idempotencyRepository>;

function standing(row: Row, bodyHash: string): Beginning {
  if (row.text('body_hash') !== bodyHash) return { kind: 'another-body' };
  if (!row.has('status')) return { kind: 'in-progress' };
  if (row.flag('forgotten')) return { kind: 'forgotten', status: row.wholeNumber('status') };
  return { kind: 'done', status: row.wholeNumber('status'), body: row.json('body') };
}
