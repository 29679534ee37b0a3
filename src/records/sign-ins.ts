import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** An account at the identity provider that has signed in, and the person it was linked to. */
export interface SignIn {
  readonly id: number;
  readonly issuer: string;
  readonly subject: string;
  /** Name and email as the provider last gave them; a provider need not give any. */
  readonly name?: string;
  readonly email?: string;
  readonly linked?: SignInLink;
  readonly firstSeenAt: Instant;
  readonly lastSeenAt: Instant;
}

/**
 * The person to whom an account was linked, the moment, and who linked it. Without `by`, the installation's settings
 * did.
 */
export interface SignInLink {
  readonly person: PersonId;
  readonly by?: PersonId;
  readonly at: Instant;
}

/** An entry in the log of an account. */
export interface SignInChange extends SignInLink {
  readonly signIn: number;
  readonly change: 'linked' | 'unlinked';
}

/** An account as the provider describes it at a sign-in. */
export interface SeenSignIn {
  readonly issuer: string;
  readonly subject: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly at: Instant;
}

const COLUMNS = 'id, issuer, subject, name, email, person, linked_by, linked_at, first_seen_at, last_seen_at';

/** Links or unlinks an account. Writes the previous link to the log as unlinked. Repeating a link changes nothing. */
const LINK = `
WITH before AS (
  SELECT id, person FROM sign_ins WHERE id = $1 AND person IS DISTINCT FROM $2::text FOR UPDATE
), changed AS (
  UPDATE sign_ins SET person = $2, linked_by = CASE WHEN $2::text IS NOT NULL THEN $3::text END,
    linked_at = CASE WHEN $2::text IS NOT NULL THEN $4::timestamptz END
  FROM before WHERE sign_ins.id = before.id RETURNING sign_ins.*
), noted AS (
  INSERT INTO sign_in_log (sign_in, change, person, by_person, at)
  SELECT id, 'unlinked', person, $3::text, $4::timestamptz FROM before WHERE person IS NOT NULL
  UNION ALL
  SELECT id, 'linked', $2::text, $3::text, $4::timestamptz FROM before WHERE $2::text IS NOT NULL
)
SELECT ${COLUMNS} FROM changed
UNION ALL
SELECT ${COLUMNS} FROM sign_ins WHERE id = $1 AND NOT EXISTS (SELECT FROM changed)`;

/** The accounts with which people sign in. Accounts are never deleted, and changes of their links are logged. */
export function signInsRepository(db: Db) {
  const linkTo = async (id: number, person: PersonId | null, { by, at }: Omit<SignInLink, 'person'>) => {
    const [row] = await db.query(LINK, [id, person, by, at]);
    return row && signInOf(row);
  };
  return {
    /** Notes that an account signed in, and returns what is known of it. */
    async seen({ issuer, subject, name, email, at }: SeenSignIn): Promise<SignIn> {
      const [row] = await db.query(
        `INSERT INTO sign_ins AS known (issuer, subject, name, email, first_seen_at, last_seen_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (issuer, subject) DO UPDATE SET name = coalesce(excluded.name, known.name),
           email = coalesce(excluded.email, known.email),
           last_seen_at = greatest(excluded.last_seen_at, known.last_seen_at)
         RETURNING ${COLUMNS}`,
        [issuer, subject, name, email, at],
      );
      if (row === undefined) throw new Error('The database gave no answer to a sign-in.');
      return signInOf(row);
    },

    /** Links an account to a person, in place of an earlier person; undefined if there is no such account. */
    async link(id: number, { person, by, at }: SignInLink): Promise<SignIn | undefined> {
      return linkTo(id, person, { at, ...(by !== undefined && { by }) });
    },

    /** Removes the link; undefined if there is no such account. */
    async unlink(id: number, { by, at }: Omit<SignInLink, 'person'>): Promise<SignIn | undefined> {
      return linkTo(id, null, { at, ...(by !== undefined && { by }) });
    },

    /** The account of this number, if there is one. */
    async get(id: number): Promise<SignIn | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM sign_ins WHERE id = $1`, [id]);
      return row && signInOf(row);
    },

    /** Every account, the one last seen first. */
    async list(): Promise<readonly SignIn[]> {
      return (await db.query(`SELECT ${COLUMNS} FROM sign_ins ORDER BY last_seen_at DESC, id`)).map(signInOf);
    },

    /** The accounts that are linked to a person, the one last seen first. */
    async ofPerson(person: PersonId): Promise<readonly SignIn[]> {
      const rows = await db.query(`SELECT ${COLUMNS} FROM sign_ins WHERE person = $1 ORDER BY last_seen_at DESC, id`, [
        person,
      ]);
      return rows.map(signInOf);
    },

    /** Lists the log of an account, in order. */
    async changesOf(id: number): Promise<readonly SignInChange[]> {
      const rows = await db.query(
        'SELECT sign_in, change, person, by_person, at FROM sign_in_log WHERE sign_in = $1 ORDER BY id',
        [id],
      );
      return rows.map((row) => ({
        signIn: row.wholeNumber('sign_in'),
        change: row.text('change') === 'linked' ? 'linked' : 'unlinked',
        person: row.person('person'),
        ...(row.has('by_person') && { by: row.person('by_person') }),
        at: row.moment('at'),
      }));
    },
  };
}

/** The accounts with which people sign in. */
export type SignInsRepository = ReturnType<typeof signInsRepository>;

function signInOf(row: Row): SignIn {
  return {
    id: row.wholeNumber('id'),
    issuer: row.text('issuer'),
    subject: row.text('subject'),
    ...(row.has('name') && { name: row.text('name') }),
    ...(row.has('email') && { email: row.text('email') }),
    ...(row.has('person') && {
      linked: {
        person: row.person('person'),
        ...(row.has('linked_by') && { by: row.person('linked_by') }),
        at: row.moment('linked_at'),
      },
    }),
    firstSeenAt: row.moment('first_seen_at'),
    lastSeenAt: row.moment('last_seen_at'),
  };
}
