import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** A token with which a program speaks to the API for a person. Only its hash is kept. */
export interface ApiToken {
  readonly id: number;
  /** Name of the token, which says what the token is for. */
  readonly name: string;
  readonly person: PersonId;
  readonly madeBy: PersonId;
  readonly madeAt: Instant;
  readonly expiresAt?: Instant;
  /** The last use, to within a minute. */
  readonly lastUsedAt?: Instant;
  readonly revoked?: { readonly by: PersonId; readonly at: Instant };
}

/** A token that is to be kept. */
export interface NewApiToken extends Omit<ApiToken, 'id' | 'lastUsedAt' | 'revoked'> {
  readonly hash: string;
}

/** The result of adding a token. `name-taken`: a usable token has this name. */
export type TokenAdded = { readonly kind: 'added'; readonly token: ApiToken } | { readonly kind: 'name-taken' };

const COLUMNS = 'id, name, person, made_by, made_at, expires_at, last_used_at, revoked_by, revoked_at';

/** True if a token may be used at a moment: neither revoked nor expired. */
export function isUsable({ expiresAt, revoked }: ApiToken, now: Instant): boolean {
  return revoked === undefined && (expiresAt === undefined || now < expiresAt);
}

/** The tokens of the API. None is deleted; one can be revoked. */
export function tokensRepository(db: Db) {
  return {
    /** Stores a token, unless a token of the same name is usable at that moment. */
    async add({ name, person, hash, madeBy, madeAt, expiresAt }: NewApiToken): Promise<TokenAdded> {
      // A name is free again once its token was revoked or has expired.
      await db.query(
        `UPDATE api_tokens SET sole_name = NULL
         WHERE sole_name = $1 AND (revoked_at IS NOT NULL OR expires_at <= $2)`,
        [name, madeAt],
      );
      const [row] = await db.query(
        `INSERT INTO api_tokens (name, sole_name, person, hash, made_by, made_at, expires_at)
         SELECT $1, $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (
           SELECT FROM api_tokens AS other
           WHERE other.name = $1 AND other.revoked_at IS NULL AND (other.expires_at IS NULL OR other.expires_at > $5))
         ON CONFLICT (sole_name) DO NOTHING RETURNING ${COLUMNS}`,
        [name, person, hash, madeBy, madeAt, expiresAt],
      );
      return row === undefined ? { kind: 'name-taken' } : { kind: 'added', token: tokenOf(row) };
    },

    /** Finds the token of this hash, even if it may no longer be used; see `isUsable`. */
    async byHash(hash: string): Promise<ApiToken | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM api_tokens WHERE hash = $1`, [hash]);
      return row && tokenOf(row);
    },

    /** Every token, the newest first. */
    async list(): Promise<readonly ApiToken[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM api_tokens ORDER BY made_at DESC, id DESC`)).map(tokenOf);
    },

    /** Revokes a token; false if it was already, or there is none. */
    async revoke(id: number, { by, at }: { readonly by: PersonId; readonly at: Instant }): Promise<boolean> {
      const rows = await db.query(
        'UPDATE api_tokens SET revoked_by = $2, revoked_at = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id',
        [id, by, at],
      );
      return rows.length > 0;
    },

    /** Notes that a token was used; it writes once a minute at most. */
    async used(id: number, at: Instant): Promise<void> {
      await db.query(
        `UPDATE api_tokens SET last_used_at = $2
         WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 minute')`,
        [id, at],
      );
    },
  };
}

/** The tokens of the API. */
export type TokensRepository = ReturnType<typeof tokensRepository>;

function tokenOf(row: Row): ApiToken {
  return {
    id: row.wholeNumber('id'),
    name: row.text('name'),
    person: row.person('person'),
    madeBy: row.person('made_by'),
    madeAt: row.moment('made_at'),
    ...(row.has('expires_at') && { expiresAt: row.moment('expires_at') }),
    ...(row.has('last_used_at') && { lastUsedAt: row.moment('last_used_at') }),
    ...(row.has('revoked_at') && { revoked: { by: row.person('revoked_by'), at: row.moment('revoked_at') } }),
  };
}
