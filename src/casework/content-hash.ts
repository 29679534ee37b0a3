import { createHash } from 'node:crypto';
import { canonical } from '../procedure/case/fingerprint';

/** Computes the digest of a request from its route and its content. The order of the fields makes no difference. */
export const printOf = (where: string, body: unknown): string =>
  createHash('sha256').update(where).update('\n').update(canonical(body)).digest('hex');
