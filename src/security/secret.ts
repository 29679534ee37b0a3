import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A value that nobody can guess: 256 bits from the system, as 43 letters, digits, hyphens and underscores. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: its SHA-256. The secret itself is with its holder alone. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether two secrets are the same; the comparison takes as long whatever differs. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
