import { fromMillis, toMillis } from '../../../procedure/time/dates';
import { opens, pages } from '../../../procedure/permissions';
import type { Instant, PersonId } from '../../../procedure/time/time';
import type { ProfilePerson, Profile } from '../../../profile/load';
import type { SignIn } from '../../../records/sign-ins';
import { isUsable, type ApiToken } from '../../../records/tokens';
import { withoutCase, type FieldContext } from '../../forms/context';
import type { Option } from '../../forms/questions';
import { nameOf } from '../../wording/name-of';
import type { IsoDate } from '../../../procedure/time/time';

type People = Pick<Profile, 'people'>;

/** Those whom a sign-in or a token may belong to: the bodies outside the partnership open nothing. */
const whoMaySignIn = ({ people }: People): readonly ProfilePerson[] =>
  people.filter((person) => pages.some((page) => opens(person, page)));

/** The person of this id, if they may sign in. */
export const personToSignIn = (profile: People, id: string): ProfilePerson | undefined =>
  whoMaySignIn(profile).find((person) => person.id === id);

/** A form that chooses among the people who may sign in. */
export function choosingPeople(profile: People, today: IsoDate): FieldContext {
  const options = whoMaySignIn(profile)
    .map(({ id, name, title }): Option => ({ value: id, text: `${name}, ${title}` }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'));
  return {
    ...withoutCase(today),
    candidates: (among) => (among === 'person' ? options : []),
    called: (_among, id) => nameOf(profile, id),
  };
}

/** An account that signed in, and whose it is. */
export const signInRow = (profile: People, { id, name, email, linked, firstSeenAt, lastSeenAt }: SignIn) => ({
  href: `/access/sign-ins/${id}`,
  name: name ?? 'No name given',
  email,
  firstSeenAt,
  lastSeenAt,
  whose: linked && nameOf(profile, linked.person),
  linkedBy: linked && (linked.by === undefined ? 'by the email address' : `by ${nameOf(profile, linked.by)}`),
  linkedAt: linked?.at,
});

const tokenStates = { usable: 'Can be used', expired: 'Expired', revoked: 'Revoked' } as const;

/** A token: never the token itself, of which only a fingerprint is kept. */
export function tokenRow(profile: People, token: ApiToken, now: Instant) {
  const { id, name, person, madeBy, madeAt, expiresAt, lastUsedAt, revoked } = token;
  const state = revoked !== undefined ? 'revoked' : isUsable(token, now) ? 'usable' : 'expired';
  return {
    id,
    name,
    person: nameOf(profile, person),
    madeBy: nameOf(profile, madeBy),
    madeAt,
    expiresAt,
    lastUsedAt,
    revokedBy: revoked && nameOf(profile, revoked.by),
    revokedAt: revoked?.at,
    isUsable: state === 'usable',
    state: tokenStates[state],
  };
}

const dayMillis = 86_400_000;

/** When a token made now for so many days expires. */
export const expiryAfter = (now: Instant, days: number): Instant => fromMillis(toMillis(now) + days * dayMillis);

/** Says in a sentence how many sessions were ended. */
export const signedOutSaid = (profile: People, person: PersonId, sessions: number): string =>
  sessions === 0
    ? `${nameOf(profile, person)} was signed in nowhere.`
    : `${nameOf(profile, person)} is signed out everywhere: ${sessions} ${sessions === 1 ? 'session was' : 'sessions were'} ended.`;
