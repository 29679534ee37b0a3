import { toMillis } from '../../procedure/time/dates';
import type { Instant } from '../../procedure/time/time';
import { hashOf, newSecret } from '../../security/secret';
import { absoluteUntil, idleUntil } from '../../security/session-limits';
import type { ProfilePerson } from '../../profile/load';
import type { FoundSession } from '../../records/sessions';
import { whyNot } from '../../records/unavailable';
import type { ConsoleDependencies } from './dependencies';
import type { Visitor } from './page';

/** The shortest time between two notes that a session was used, in milliseconds. */
const touchEveryMs = 60_000;

/** The visitor that a session cookie stands for; or nobody, perhaps with the session that is over. */
export type Arrival =
  { readonly kind: 'visitor'; readonly visitor: Visitor } | { readonly kind: 'nobody'; readonly was?: FoundSession };

type Needs = Pick<ConsoleDependencies, 'records' | 'profile'>;

/** Returns who is signed in by this cookie, if anybody. This does not count as using the session. */
export async function visitorOf(
  { records, profile }: Needs,
  cookie: string | undefined,
  now: Instant,
): Promise<Visitor | undefined> {
  const session = cookie === undefined || cookie === '' ? undefined : await records.sessions.find(hashOf(cookie), now);
  const person = profile.people.find(({ id }) => id === session?.person);
  return session?.state === 'live' && person !== undefined ? { person, session } : undefined;
}

/** Finds out who comes, and notes that the session was used. */
export async function arrivalOf(
  { records, profile }: Needs,
  cookie: string | undefined,
  now: Instant,
): Promise<Arrival> {
  if (cookie === undefined || cookie === '') return { kind: 'nobody' };
  const found = await records.sessions.find(hashOf(cookie), now);
  if (found === undefined) return { kind: 'nobody' };
  // A person who is no longer in the profile has no access, even with a live session.
  const person = profile.people.find(({ id }) => id === found.person);
  if (found.state !== 'live' || person === undefined) return { kind: 'nobody', was: found };
  if (toMillis(now) - toMillis(found.lastSeenAt) >= touchEveryMs) {
    // Lets the session end as if it had not been used, where the use cannot be noted, as on a full disk.
    await whyNot(() => records.sessions.touch(found.idHash, { at: now, idleUntil: idleUntil(now) }));
  }
  return { kind: 'visitor', visitor: { person, session: found } };
}

/** Begins a session for a person, and answers the cookie's value. A new sign-in is always a new session. */
export async function beginSession(
  { records, now }: Pick<ConsoleDependencies, 'records' | 'now'>,
  { id }: Pick<ProfilePerson, 'id'>,
  of: { readonly signIn?: number; readonly idToken?: string } = {},
): Promise<string> {
  const cookie = newSecret();
  const at = now();
  await records.sessions.begin({
    idHash: hashOf(cookie),
    person: id,
    csrf: newSecret(),
    beganAt: at,
    idleUntil: idleUntil(at),
    absoluteUntil: absoluteUntil(at),
    ...of,
  });
  return cookie;
}
