/** The fields of a query that hold words that are sought: they may be a name, and no address carries them on. */
const sought = ['text', 'find'] as const;

/** Where somebody was going before they signed in: a page of ours, never another site, without words that were sought. */
export function whereTo(said: string): string {
  const base = 'http://here.invalid';
  if (!said.startsWith('/') || !URL.canParse(said, base)) return '/';
  const { origin, pathname, search, searchParams } = new URL(said, base);
  // An address that begins with two slashes, after whatever was in it was taken away, leads to another host.
  if (origin !== base || pathname.startsWith('//')) return '/';
  if (!sought.some((name) => searchParams.has(name))) return `${pathname}${search}`;
  sought.forEach((name) => {
    searchParams.delete(name);
  });
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams.toString()}`;
}
