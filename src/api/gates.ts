import express from 'express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { whyNotKeepable } from '../casework/storable-text';
import { isUtf8, isUtf8Encoded } from '../http/utf8';
import { Problem } from './problems';

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

/** Largest body of a request, in bytes. */
const largestBody = 100 * 1024;

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
  express.json({
    limit: largestBody,
    type: 'application/json',
    verify: (_request, _response, bytes, encoding) => {
      if (encoding !== 'utf-8') throw new Problem('not-json', 'Send the body as application/json in UTF-8.');
      if (!isUtf8(bytes)) {
        throw new Problem('malformed', 'The body is not UTF-8. Encode it as UTF-8 and send it again.', {
          nothingBegun: true,
        });
      }
    },
  }),
];

/** Refuses an address in which something is percent-encoded that is not UTF-8. */
export const requireUtf8Address: RequestHandler = (request, _response, next) => {
  if (!isUtf8Encoded(request.originalUrl)) {
    throw new Problem('malformed', 'The address is not UTF-8. Encode it as UTF-8 and send it again.');
  }
  next();
};

/** Throws a `malformed` problem if a value holds text that the records cannot store. */
export function requireKeepable(value: unknown): void {
  const why = whyNotKeepable(value);
  if (why !== undefined) throw new Problem('malformed', why, { nothingBegun: true });
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
