/** Query fields that hold search texts. These may be names, so no address carries them on. */
const sought = ['text', 'find'] as const;

/** Returns the address to go to after signing in: a page of this site, without search texts; "/" for anything else. */
export function whereTo(said: string): string {
  const base = 'http://here.invalid';
  if (!said.startsWith('/') || !URL.canParse(said, base)) return '/';
  const { origin, pathname, search, searchParams } = new URL(said, base);
  // An address that still begins with two slashes would lead to another host.
  if (origin !== base || pathname.startsWith('//')) return '/';
  if (!sought.some((name) => searchParams.has(name))) return `${pathname}${search}`;
  sought.forEach((name) => {
    searchParams.delete(name);
  });
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
}
