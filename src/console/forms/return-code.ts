import { randomBytes } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another when they are read out or copied from paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 24;
const group = 4;

/**
 * Returns a code with which somebody can come back to their notification on any machine: 120 bits, so nobody can guess
 * it.
 */
export const newReturnCode = (): string =>
  [...randomBytes(characters)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');

/** A code as people copy it: in groups of four. */
export const inGroups = (code: string): string => code.match(new RegExp(`.{1,${group}}`, 'g'))?.join('-') ?? code;

/** The code that was typed: with or without hyphens, in small letters, with O for nought or I and L for one. */
export function readReturnCode(typed: string): string | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return code.length === characters && new RegExp(`^[${alphabet}]*$`).test(code) ? code : undefined;
}
