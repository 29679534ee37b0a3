import type { Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** Whether a session may be used: ended by somebody, or over because nobody used it or it has lasted long enough. */
export type SessionState = 'live' | 'ended' | 'idle' | 'expired';

/** A time during which somebody is signed in to the console. */
export interface Session {
  /** SHA-256 of the cookie's value; the value itself is kept nowhere. */
  readonly idHash: string;
  /** Nobody, where who signed in is not linked to a person yet. */
  readonly person?: PersonId;
  readonly signIn?: number;
  readonly csrf: string;
  readonly beganAt: Instant;
  readonly lastSeenAt: Instant;
  readonly idleUntil: Instant;
  readonly absoluteUntil: Instant;
  readonly endedAt?: Instant;
  /** When this person last used the console before this session. */
  readonly previousVisitAt?: Instant;
  /** What the provider wants to see again when they sign out there too. */
  readonly idToken?: string;
}

/** A session, and whether it may be used at the moment it was asked for. */
export type FoundSession = Session & { readonly state: SessionState };

const COLUMNS = `id_hash, person, sign_in, csrf, began_at, last_seen_at, idle_until, absolute_until, ended_at,
  previous_visit_at, id_token`;

/** Who is signed in to the console. */
export function sessionsRepository(db: Db) {
  return {
    /** Begins a session, and finds out when the person was last here before it. */
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

    /** The session, one that is over too, with what can be said of it now. */
    async find(idHash: string, now: Instant): Promise<FoundSession | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM sessions WHERE id_hash = $1`, [idHash]);
      return row && withState(sessionOf(row), now);
    },

    /** Says that it was used, and how long it now may lie idle. False if it is over, or there is none. */
    async touch(idHash: string, { at, idleUntil }: { readonly at: Instant; readonly idleUntil: Instant }) {
      const rows = await db.query(
        `UPDATE sessions SET last_seen_at = greatest(last_seen_at, $2), idle_until = greatest(idle_until, $3)
         WHERE id_hash = $1 AND ended_at IS NULL AND idle_until > $2 AND absolute_until > $2 RETURNING id_hash`,
        [idHash, at, idleUntil],
      );
      return rows.length > 0;
    },

    /** Ends it. False if it had been ended, or there is none. */
    async end(idHash: string, at: Instant): Promise<boolean> {
      const rows = await db.query(
        'UPDATE sessions SET ended_at = $2 WHERE id_hash = $1 AND ended_at IS NULL RETURNING id_hash',
        [idHash, at],
      );
      return rows.length > 0;
    },

    /** Signs a person out everywhere, but for the session in which they ask for it; says how many were live. */
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
     * Forgets sessions that were over before a moment, and says how many. The last of each person stays: it says when
     * they were last here.
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

/** Who is signed in to the console. */
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
