import { fromMillis, toMillis } from './time/dates';
import type { Instant } from './time/time';

/* Codes of six digits that are emailed, and typed on a page by whoever reads that address. */

const minute = 60_000;

/** Minutes for which a code can be used. */
export const codeMinutes = 15;
/** Wrong codes that may be typed. */
export const codeTries = 5;

/** The moment from which a code must have been sent to be used now. */
export const codesSince = (now: Instant): Instant => fromMillis(toMillis(now) - codeMinutes * minute);

/** Makes a six-digit code of a random number. */
export const codeOf = (random: number): string => String(Math.abs(Math.trunc(random)) % 1_000_000).padStart(6, '0');

/** The code that was typed, without blanks and hyphens; undefined if it is not six digits. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
