import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A value that nobody can guess: 256 bits from the system, as 43 letters, digits, hyphens and underscores. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Returns the SHA-256 of a secret. The hash alone is stored; only its holder has the secret itself. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares two secrets in constant time. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
