import { createHash, timingSafeEqual } from 'node:crypto';
import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { ProfilePerson } from '../profile/load';
import type { Dependencies } from './dependencies';
import { Problem } from './problems';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets nobody past who does not send the token; the comparison takes as long whatever is wrong with it. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request, _response, next) => {
    const given = /^Bearer +([\x21-\x7e]+)$/i.exec(request.get('authorization') ?? '')?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return next();
    throw new Problem('token-missing', 'Send the API token of this installation: Authorization: Bearer <token>.', {
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  };
}

/** The person that a request names, where it names one; somebody who is not in the profile may do nothing. */
export function actorOf({ profile }: Pick<Dependencies, 'profile'>, request: Request): ProfilePerson | undefined {
  const id = request.get('x-acting-as');
  if (id === undefined || id === '') return undefined;
  const person = profile.people.find((one) => one.id === id);
  if (person === undefined) {
    throw new Problem(
      'unknown-person',
      'X-Acting-As names nobody of the partnership profile; give the id of a person of it, such as P01.',
    );
  }
  return person;
}

/** The person on whose authority something is to change. */
export function requireActor(dependencies: Pick<Dependencies, 'profile'>, request: Request): ProfilePerson {
  const actor = actorOf(dependencies, request);
  if (actor !== undefined) return actor;
  throw new Problem(
    'acting-as-missing',
    'Say on whose authority this is done: X-Acting-As with the id of a person of the profile, such as P01.',
  );
}

/** The key under which something is to change once. */
export function requireKey(request: Request): string {
  const key = request.get('idempotency-key') ?? '';
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem(
    'key-missing',
    key === ''
      ? 'Send an Idempotency-Key, such as a new UUID: should the answer be lost, the same key asks for it again.'
      : 'An Idempotency-Key has at most 200 letters, digits and signs, without blanks or accents.',
  );
}

/** What a body may weigh. */
export const largestBody = 100 * 1024;

/** Reads a JSON body; a request without one has an empty form. */
export const readBody: readonly RequestHandler[] = [
  (request, _response, next) => {
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.get('content-length') ?? 0) > 0;
    if (hasBody && request.is('application/json') === false) {
      throw new Problem('not-json', 'Send the body as application/json.');
    }
    next();
  },
  express.json({ limit: largestBody, type: 'application/json' }),
];

const deepest = 32;

/** Whether every text in a value can be kept: PostgreSQL takes neither NUL nor half a character. */
export function requireKeepable(value: unknown): void {
  const rest: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value: one, depth } = next;
    if (typeof one === 'string' && (one.includes('\0') || /\p{Surrogate}/u.test(one))) {
      throw new Problem('malformed', 'A text contains a character that cannot be kept.', { nothingBegun: true });
    }
    if (typeof one !== 'object' || one === null) continue;
    if (depth > deepest) throw new Problem('malformed', 'The body is nested too deeply.', { nothingBegun: true });
    for (const [key, inside] of Object.entries(one)) {
      rest.push({ value: key, depth: depth + 1 }, { value: inside, depth: depth + 1 });
    }
  }
}

/** Answers for whoever takes too long; what was begun goes on, and the same key asks for its outcome. */
export function timeLimit(ms: number): RequestHandler {
  return (_request: Request, response: Response, next: NextFunction) => {
    const timer = setTimeout(() => {
      next(
        new Problem(
          'too-slow',
          'It took too long to answer. Send it again with the same Idempotency-Key: what was done is not done twice.',
          {
            headers: { 'Retry-After': '5' },
          },
        ),
      );
    }, ms);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
