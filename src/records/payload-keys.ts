import type { Instant } from '../procedure/time/time';
import type { Db } from './db';

/**
 * Name and mark of a key that encrypted Temporal's payloads. The mark tells it from other keys of that name; the key
 * itself is not in the database.
 */
export interface NotedKey {
  readonly id: string;
  readonly mark: string;
}

/** Payloads that were decrypted for somebody to look at. */
export interface Decoding {
  readonly at: Instant;
  /** The address of the page that asked; undefined for a program. */
  readonly origin: string | undefined;
  /** References of the cases that the payloads belong to. */
  readonly cases: readonly string[];
  readonly payloads: number;
}

/** Keys that were used to encrypt, and decodings outside a case's own work. Neither is ever deleted. */
export function payloadKeysRepository(db: Db) {
  return {
    /** Lists the keys that were used to encrypt, the earliest first. */
    async list(): Promise<readonly NotedKey[]> {
      const rows = await db.query('SELECT id, mark FROM payload_keys ORDER BY first_used_at, id');
      return rows.map((row) => ({ id: row.text('id'), mark: row.text('mark') }));
    },

    /** Notes that a key is used to encrypt. A key that is known stays as it is. */
    async note({ id, mark }: NotedKey): Promise<void> {
      await db.query('INSERT INTO payload_keys (id, mark) VALUES ($1, $2) ON CONFLICT DO NOTHING', [id, mark]);
    },

    /** Records that payloads were decrypted for a person or a program. */
    async noteDecoding({ at, origin, cases, payloads }: Decoding): Promise<void> {
      await db.query('INSERT INTO payload_decodings (at, origin, cases, payloads) VALUES ($1, $2, $3, $4)', [
        at,
        origin,
        cases,
        payloads,
      ]);
    },

    /** Lists the decodings, newest first. */
    async decodings(limit: number): Promise<readonly Decoding[]> {
      const rows = await db.query(
        'SELECT at, origin, cases, payloads FROM payload_decodings ORDER BY at DESC, id DESC LIMIT $1',
        [limit],
      );
      return rows.map((row) => ({
        at: row.moment('at'),
        origin: row.has('origin') ? row.text('origin') : undefined,
        cases: row.texts('cases'),
        payloads: row.wholeNumber('payloads'),
      }));
    },
  };
}

/** Keys that were used to encrypt, and decodings outside a case's own work. */
export type PayloadKeysRepository = ReturnType<typeof payloadKeysRepository>;
