import type { Fields } from './page';

/** The one value of a field, without blanks around it; empty where it was not sent. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  return (typeof value === 'string' ? value : (value?.at(-1) ?? '')).trim();
}

/** Every value of a field that may come several times. */
export function every(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
