import { sameSecret } from '../security/secret';
import type { Visitor } from './page';

/** What of a request tells where its form stood. */
export interface Sent {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: string;
}

/**
 * Whether a form was sent from a page of ours. The browser says from where; and a form of somebody signed in carries
 * the token of their session, which no other site can read.
 */
export function isOurs({ origin, fetchSite, token }: Sent, publicUrl: string, visitor: Visitor | undefined): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return false;
  // A browser that says neither is older than any that is still looked after.
  if (origin === undefined && fetchSite === undefined) return false;
  return visitor === undefined || sameSecret(token, visitor.session.csrf);
}
