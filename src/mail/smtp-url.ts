/** A relay as its URL names it. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`), in place of STARTTLS. */
  readonly secure: boolean;
  readonly loopback: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/;

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`. Throws a RangeError that never quotes the URL, which holds a
 * password. Settings after a question mark are refused: nodemailer would let them switch TLS off.
 */
export function readSmtpUrl(text: string): Relay {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new RangeError("The mail relay's address must look like smtp://host:587 or smtps://host:465.");
  }
  if (url.search !== '' || url.hash !== '' || !['', '/'].includes(url.pathname)) {
    throw new RangeError("The mail relay's address ends with the port. Remove what comes after it.");
  }
  const secure = url.protocol === 'smtps:';
  const relay = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    loopback: LOOPBACK.test(url.hostname),
  };
  if (url.username === '') return relay;
  return { ...relay, auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } };
}
