import { parseCookie, stringifySetCookie } from 'cookie';

/* Cookies of the console: nothing that a script can read, nothing that another site can send. */

/** Browsers hold a `__Host-` cookie to https, to this very host and to the whole of it; over plain http there is none. */
const prefixed = (name: string, publicUrl: string): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name;

/** The cookies by their names without the prefix. Without it, one that has it on this installation is not taken. */
export function readCookies(
  header: string | undefined,
  publicUrl: string,
): Readonly<Record<string, string | undefined>> {
  const given = parseCookie(header ?? '');
  const prefix = prefixed('', publicUrl);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const)
      .filter(([name]) => ourNames.test(name)),
  );
}

/** Each tab may have a sign-in and a form of its own under way: those cookies end in an id of theirs. */
const ourNames = /^(?:session|notification|(?:signing-in|notification)-[\w-]{12})$/;

/** A cookie as it is set: for so many seconds, or until the browser closes. */
export const setCookie = (
  publicUrl: string,
  { name, value, seconds }: { readonly name: string; readonly value: string; readonly seconds?: number },
): string =>
  stringifySetCookie(prefixed(name, publicUrl), value, {
    httpOnly: true,
    secure: publicUrl.startsWith('https:'),
    // Strict would greet everybody who follows a link in an email as a stranger.
    sameSite: 'lax',
    path: '/',
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  });

/** A cookie taken back. */
export const clearCookie = (publicUrl: string, name: string): string =>
  setCookie(publicUrl, { name, value: '', seconds: 0 });
