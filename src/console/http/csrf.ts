import { sameSecret } from '../../security/secret';
import type { Visitor } from './page';

/** The parts of a request that show which page its form was sent from. */
export interface SentFrom {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: string;
  /** True if the address that the form is sent to is a secret, as that of a link is: no other site knows it. */
  readonly isSecret: boolean;
}

/**
 * Says where a form was sent from: another site, a page of ours from before this session, or a page of this session.
 * The browser's headers name the site. A form of somebody signed in carries the token of their session, which no other
 * site can read.
 */
export function sourceOf(
  sent: SentFrom,
  publicUrl: string,
  visitor: Visitor | undefined,
): 'elsewhere' | 'before-this-session' | 'this-session' {
  if (!isSameSite(sent, publicUrl)) return 'elsewhere';
  return visitor === undefined || sameSecret(sent.token, visitor.session.csrf) ? 'this-session' : 'before-this-session';
}

function isSameSite({ origin: sent, fetchSite, isSecret }: SentFrom, publicUrl: string): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  // The browser names no origin for a page that sends no referrer.
  const origin = sent === 'null' ? undefined : sent;
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return false;
  // Every supported browser sends at least one of the two over https.
  return origin !== undefined || fetchSite !== undefined || isSecret;
}
