/** An address with these parts of a query; what is empty is left out. */
export function addressWith(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') said.set(name, value);
  return said.size === 0 ? path : `${path}?${said.toString()}`;
}
