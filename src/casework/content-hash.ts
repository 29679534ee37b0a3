import { createHash } from 'node:crypto';
import { canonical } from '../procedure/case/fingerprint';

/** Tells one request from another: where it went, and what it said. The order of its fields makes no difference. */
export const printOf = (where: string, body: unknown): string =>
  createHash('sha256').update(where).update('\n').update(canonical(body)).digest('hex');
