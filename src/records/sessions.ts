import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/**
 * States of a session. Only a `live` one may be used. `ended`: by a person; `idle`: not used for too long; `expired`:
 * past its greatest age.
 */
type SessionState = 'live' | 'ended' | 'idle' | 'expired';

/** A time during which somebody is signed in to the console. */
export interface Session {
  /** SHA-256 of the cookie's value; the value itself is kept nowhere. */
  readonly idHash: string;
  /** Left out while the account that signed in is not linked to a person. */
  readonly person?: PersonId;
  readonly signIn?: number;
  readonly csrf: string;
  readonly beganAt: Instant;
  readonly lastSeenAt: Instant;
  readonly idleUntil: Instant;
  readonly absoluteUntil: Instant;
  readonly endedAt?: Instant;
  /** The moment at which this person last used the console before this session. */
  readonly previousVisitAt?: Instant;
  /** The token that the identity provider wants back when the person signs out there too. */
  readonly idToken?: string;
}

/** A session and its state at the moment asked about. */
export type FoundSession = Session & { readonly state: SessionState };

const COLUMNS = `id_hash, person, sign_in, csrf, began_at, last_seen_at, idle_until, absolute_until, ended_at,
  previous_visit_at, id_token`;

/** Sessions of people in the console. */
export function sessionsRepository(db: Db) {
  return {
    /** Begins a session, and finds out when the person last used the console before. */
    async begin(session: Omit<Session, 'lastSeenAt' | 'endedAt' | 'previousVisitAt'>): Promise<Session> {
      const [row] = await db.query(
        `INSERT INTO sessions (${COLUMNS})
         VALUES ($1, $2, $3, $4, $5, $5, $6, $7, NULL, (SELECT max(last_seen_at) FROM sessions WHERE person = $2), $8)
         RETURNING ${COLUMNS}`,
        [
          session.idHash,
          session.person,
          session.signIn,
          session.csrf,
          session.beganAt,
          session.idleUntil,
          session.absoluteUntil,
          session.idToken,
        ],
      );
      if (row === undefined) throw new Error('The database gave no answer to a session that began.');
      return sessionOf(row);
    },

    /** Finds a session, a finished one too, with its present state. */
    async find(idHash: string, now: Instant): Promise<FoundSession | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM sessions WHERE id_hash = $1`, [idHash]);
      return row && withState(sessionOf(row), now);
    },

    /** Notes that the session was used, and how long it may now lie idle. False if it is over, or not there. */
    async touch(idHash: string, { at, idleUntil }: { readonly at: Instant; readonly idleUntil: Instant }) {
      const rows = await db.query(
        `UPDATE sessions SET last_seen_at = greatest(last_seen_at, $2), idle_until = greatest(idle_until, $3)
         WHERE id_hash = $1 AND ended_at IS NULL AND idle_until > $2 AND absolute_until > $2 RETURNING id_hash`,
        [idHash, at, idleUntil],
      );
      return rows.length > 0;
    },

    /** Ends the session. False if it had been ended, or is not there. */
    async end(idHash: string, at: Instant): Promise<boolean> {
      const rows = await db.query(
        'UPDATE sessions SET ended_at = $2 WHERE id_hash = $1 AND ended_at IS NULL RETURNING id_hash',
        [idHash, at],
      );
      return rows.length > 0;
    },

    /**
     * Ends all sessions of a person except the one in which they ask for it. Returns the number of live ones that it
     * ended.
     */
    async endAllOf(person: PersonId, at: Instant, { except }: { readonly except?: string } = {}): Promise<number> {
      const rows = await db.query(
        `UPDATE sessions SET ended_at = $2
         WHERE person = $1 AND ended_at IS NULL AND idle_until > $2 AND absolute_until > $2
           AND id_hash IS DISTINCT FROM $3 RETURNING id_hash`,
        [person, at, except],
      );
      return rows.length;
    },

    /** Every session of a person that is still kept, the one last used first. */
    async listOf(person: PersonId, now: Instant): Promise<readonly FoundSession[]> {
      const rows = await db.query(
        `SELECT ${COLUMNS} FROM sessions WHERE person = $1 ORDER BY last_seen_at DESC, id_hash`,
        [person],
      );
      return rows.map((row) => withState(sessionOf(row), now));
    },

    /**
     * Deletes sessions that were over before a moment, and returns their number. The last session of each person stays,
     * since it shows when they last used the console.
     */
    async purge(before: Instant): Promise<number> {
      const rows = await db.query(
        `DELETE FROM sessions AS old
         WHERE least(ended_at, idle_until, absolute_until) < $1 AND (person IS NULL OR EXISTS (
           SELECT FROM sessions AS later WHERE later.person = old.person
             AND (later.last_seen_at, later.id_hash) > (old.last_seen_at, old.id_hash)))
         RETURNING id_hash`,
        [before],
      );
      return rows.length;
    },
  };
}

/** Sessions of people in the console. */
export type SessionsRepository = ReturnType<typeof sessionsRepository>;

function withState(session: Session, now: Instant): FoundSession {
  return { ...session, state: stateOf(session, now) };
}

function stateOf({ endedAt, idleUntil, absoluteUntil }: Session, now: Instant): SessionState {
  if (endedAt !== undefined) return 'ended';
  if (absoluteUntil <= now) return 'expired';
  return idleUntil <= now ? 'idle' : 'live';
}

function sessionOf(row: Row): Session {
  return {
    idHash: row.text('id_hash'),
    ...(row.has('person') && { person: row.person('person') }),
    ...(row.has('sign_in') && { signIn: row.wholeNumber('sign_in') }),
    csrf: row.text('csrf'),
    beganAt: row.moment('began_at'),
    lastSeenAt: row.moment('last_seen_at'),
    idleUntil: row.moment('idle_until'),
    absoluteUntil: row.moment('absolute_until'),
    ...(row.has('ended_at') && { endedAt: row.moment('ended_at') }),
    ...(row.has('previous_visit_at') && { previousVisitAt: row.moment('previous_visit_at') }),
    ...(row.has('id_token') && { idToken: row.text('id_token') }),
  };
}
