import { isReadable } from '../../procedure/written-text';
import type { Fields } from './page';

/** Returns the single value of a field without blanks around it; empty if it was not sent or has nothing to read. */
export function one(fields: Fields, name: string): string {
  const value = fields[name];
  const text = typeof value === 'string' ? value : (value?.at(-1) ?? '');
  return isReadable(text) ? text.trim() : '';
}

/** Every value of a field that may come several times. */
export function every(fields: Fields, name: string): readonly string[] {
  const value = fields[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
