import type { Request, RequestHandler } from 'express';
import type { Credential } from '../procedure/read-parts';
import type { ProfilePerson } from '../profile/load';
import { isUsable } from '../records/tokens';
import { isFromThisMachine } from '../http/this-machine';
import { FailedTries } from '../security/failed-tries';
import { hashOf, sameSecret } from '../security/secret';
import type { ApiDependencies } from './dependencies';
import { Problem, type ProblemCode } from './problems';

/** Prefix of a person's token; the installation's own token may begin with anything. */
export const personalPrefix = 'sir_';

/** Owner of a token: the installation, which may act for anybody, or a person, who acts only for themselves. */
type Caller = 'installation' | ProfilePerson;

type Needs = Pick<ApiDependencies, 'token' | 'signsIn' | 'records' | 'profile' | 'now' | 'log'>;

/** Of a token that was sent, `invalid_token` says that sending it again is of no use (RFC 6750). */
const unauthorised = (code: ProblemCode, sentence: string, error = ''): Problem =>
  new Problem(code, sentence, { headers: { 'WWW-Authenticate': error === '' ? 'Bearer' : `Bearer error="${error}"` } });

const noToken = (): Problem =>
  unauthorised(
    'token-missing',
    "Send an API token, the installation's or one of your own: Authorization: Bearer <token>.",
  );

/** Answers alike for an unknown token and a revoked one, so that nobody learns by trying which tokens existed. */
const notInUse = (): Problem =>
  unauthorised(
    'token-missing',
    'This API token is not in use here. Ask the Business Manager for another.',
    'invalid_token',
  );

/** Tells whoever holds the token itself that it has expired; how long it lasts was said when it was made. */
const expired = (): Problem =>
  unauthorised('token-expired', 'This API token has expired. Ask the Business Manager for a new one.', 'invalid_token');

/**
 * Refuses the installation's token from elsewhere: where people sign in, it would let anybody in without signing in.
 */
const fromElsewhere = (): Problem =>
  unauthorised(
    'token-missing',
    "The installation's token works on the machine of the application alone. Send a token of a person's own, which the Business Manager makes.",
    'invalid_token',
  );

const tooManyTries = (seconds: number): Problem =>
  new Problem('too-many-tries', 'Too many wrong API tokens were sent. Wait, and send the right one.', {
    headers: { 'Retry-After': String(seconds) },
  });

/** A caller, and the token by which they came. */
interface Found {
  readonly caller: Caller;
  readonly credential: Credential;
}

/**
 * Finds the caller by the token of the request. Throws a `Problem` without a valid one, and after too many wrong ones.
 */
async function callerOf(needs: Needs, tries: FailedTries, request: Request): Promise<Found> {
  const token = /^Bearer +([\x21-\x7e]+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (token === undefined) throw noToken();
  const given = { address: request.ip, token };
  const wait = tries.waitSeconds(given);
  if (wait !== undefined) throw tooManyTries(wait);
  const found = await holderOf(needs, request, token);
  if (found === undefined) {
    tries.failed(given);
    throw notInUse();
  }
  tries.succeeded(given);
  return found;
}

/**
 * Returns the owner of a token, or undefined if it is unknown or revoked. Throws a `Problem` if the token has expired,
 * or may not be used from elsewhere.
 */
async function holderOf(
  { token, signsIn, records, profile, now, log }: Needs,
  request: Request,
  given: string,
): Promise<Found | undefined> {
  if (sameSecret(given, token)) {
    if (signsIn === true && !isFromThisMachine(request)) throw fromElsewhere();
    return { caller: 'installation', credential: { kind: 'installation-token', name: '' } };
  }
  // A token is found by its hash, so that how long it takes says nothing of the tokens that there are.
  const known = given.startsWith(personalPrefix) ? await records.tokens.byHash(hashOf(given)) : undefined;
  const person = profile.people.find(({ id }) => id === known?.person);
  if (known === undefined || known.revoked !== undefined || person === undefined) return undefined;
  const at = now();
  if (!isUsable(known, at)) throw expired();
  await records.tokens
    .used(known.id, at)
    .catch((error: unknown) => log?.warn({ error: String(error) }, 'It is not noted that a token was used.'));
  return { caller: person, credential: { kind: 'token', name: String(known.id) } };
}

/** Finds the caller of each request once, before anything but an open route is answered. */
export class Callers {
  readonly #known = new WeakMap<Request, Found>();
  readonly #tries: FailedTries;

  constructor(private readonly dependencies: Needs) {
    this.#tries = new FailedTries(dependencies.now);
  }

  /** Lets nobody past without a token that is in use. */
  readonly gate: RequestHandler = async (request, _response, next) => {
    this.#known.set(request, await callerOf(this.dependencies, this.#tries, request));
    next();
  };

  /**
   * Returns the caller who reads: with a person's token, that person; with the installation's token, the person of
   * X-Acting-As, or the installation without that header. Throws a `Problem` if the header names another person than
   * the token's, or nobody of the profile.
   */
  reader(request: Request): Caller {
    const { caller } = this.#found(request);
    const named = request.get('x-acting-as') ?? '';
    if (caller !== 'installation') {
      if (named === '' || named === caller.id) return caller;
      throw new Problem(
        'acting-as-another',
        `This token is that of ${caller.id}, who can act for nobody else: leave X-Acting-As out.`,
      );
    }
    if (named === '') return 'installation';
    const person = this.dependencies.profile.people.find(({ id }) => id === named);
    if (person !== undefined) return person;
    throw new Problem(
      'unknown-person',
      'X-Acting-As names nobody in the partnership. Give the id of a person of the partnership, such as P01.',
    );
  }

  /** The person on whose authority something is to change. */
  actor(request: Request): ProfilePerson {
    const reader = this.reader(request);
    if (reader !== 'installation') return reader;
    throw new Problem(
      'acting-as-missing',
      'Say on whose authority this is done: X-Acting-As with the id of a person of the partnership, such as P01; or send a token of your own.',
    );
  }

  /** The token by which the caller came. */
  credential(request: Request): Credential {
    return this.#found(request).credential;
  }

  #found(request: Request): Found {
    const found = this.#known.get(request);
    if (found === undefined) throw noToken();
    return found;
  }
}
