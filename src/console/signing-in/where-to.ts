/** Where somebody was going before they signed in: a page of ours, never another site. */
export function whereTo(said: string): string {
  const base = 'http://here.invalid';
  if (!said.startsWith('/') || !URL.canParse(said, base)) return '/';
  const { origin, pathname, search } = new URL(said, base);
  // An address that begins with two slashes, after whatever was in it was taken away, leads to another host.
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}` : '/';
}
