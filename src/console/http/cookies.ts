import { parseCookie, stringifySetCookie } from 'cookie';

/* Cookies of the console: scripts cannot read them, and other sites cannot send them. */

/**
 * Browsers accept a `__Host-` cookie only over https, for this very host and all its paths. Over plain http the prefix
 * is not used.
 */
const prefixed = (name: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name;

/** A cookie for some paths only cannot have that prefix; browsers accept this one over https alone. */
const prefixedForPath = (name: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Secure-${name}` : name;

/** The name of the cookie that a browser keeps for a link in which the right code was typed. */
export const answerCookie = 'answer';

/**
 * Returns the cookies by their names without the prefix. If this installation uses the prefix, cookies without it are
 * ignored.
 */
export function readCookies(
  header: string | undefined,
  publicUrl: string,
): Readonly<Record<string, string | undefined>> {
  const given = parseCookie(header ?? '');
  const prefix = prefixed('', publicUrl);
  const ours = Object.entries(given)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const)
    .filter(([name]) => ourNames.test(name));
  return { ...Object.fromEntries(ours), [answerCookie]: given[prefixedForPath(answerCookie, publicUrl)] };
}

/** Each tab may be signing in or writing a form of its own; the names of those cookies end in an id. */
const ourNames = /^(?:session|notification|(?:signing-in|notification)-[\w-]{12})$/;

/** A cookie as it is set: for so many seconds, or until the browser closes. */
export const setCookie = (
  publicUrl: string,
  { name, value, seconds }: { readonly name: string; readonly value: string; readonly seconds?: number },
): string =>
  stringifySetCookie(prefixed(name, publicUrl), value, {
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    // With `strict`, whoever follows a link in an email would seem to be signed out.
    sameSite: 'lax',
    path: '/',
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  });

/** The cookie of a link, which the browser sends to its own pages only. */
export const setAnswerCookie = (
  publicUrl: string,
  { token, value, seconds }: { readonly token: string; readonly value: string; readonly seconds: number },
): string =>
  stringifySetCookie(prefixedForPath(answerCookie, publicUrl), value, {
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    sameSite: 'lax',
    path: `/answer/${token}`,
    maxAge: seconds,
  });

/** A cookie taken back. */
export const clearCookie = (publicUrl: string, name: string): string =>
  setCookie(publicUrl, { name, value: '', seconds: 0 });
