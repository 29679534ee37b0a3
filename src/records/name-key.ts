import { searchKey } from './search-key';

/** Parts of names that many families share. Sharing only such a part does not make two names alike. */
const PARTICLES: ReadonlySet<string> = new Set(
  'abu al ap bin bint da de del della den der di do dos du el ibn la le mac mc o st van von y'.split(' '),
);

/** A name without case, accents, spaces and hyphens: "Zoë Anne-Marie" and "ZOE ANNEMARIE" have the same key. */
export function nameKey(name: string): string {
  return searchKey(name).replaceAll(' ', '');
}

/** The parts of a name that can be shared with another: "Anne-Marie de Souza" has "anne", "marie" and "souza". */
export function nameParts(name: string): readonly string[] {
  const parts = searchKey(name).split(' ');
  return [...new Set(parts.filter((part) => part.length > 1 && !PARTICLES.has(part)))];
}
