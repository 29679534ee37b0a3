import { sameSecret } from '../../security/secret';
import type { Visitor } from './page';

/** What of a request tells where its form stood. */
export interface Sent {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: string;
}

/**
 * Where a form was sent from: another site, a page of ours from before this session, or a page of this session. The
 * browser says which site; and a form of somebody signed in carries the token of their session, which no other can read.
 */
export function sourceOf(
  sent: Sent,
  publicUrl: string,
  visitor: Visitor | undefined,
): 'elsewhere' | 'before-this-session' | 'this-session' {
  if (!isSameSite(sent, publicUrl)) return 'elsewhere';
  return visitor === undefined || sameSecret(sent.token, visitor.session.csrf) ? 'this-session' : 'before-this-session';
}

function isSameSite({ origin, fetchSite }: Sent, publicUrl: string): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return false;
  // A browser that says neither is older than any that is still looked after.
  return origin !== undefined || fetchSite !== undefined;
}
