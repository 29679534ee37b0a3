import { fromMillis, toMillis } from '../time/dates';
import type { Instant } from '../time/time';

/* The code by which the sender of a notification from outside confirms their email address. */

const minute = 60_000;

/** Minutes for which a code can be used. */
export const codeMinutes = 15;
/** Codes that may be typed for each code that was sent. */
export const codeTries = 5;
/** Codes that are sent for one notification, and to one address in a day. */
const codesForOne = 5;
const codesToAddressADay = 5;

/** The moment from which a code must have been sent to be used now. */
export const codesSince = (now: Instant): Instant => fromMillis(toMillis(now) - codeMinutes * minute);

/** Says why no further code is sent; undefined if one is. */
export function whyNoCode(sent: { readonly forThis: number; readonly toAddress: number }): string | undefined {
  if (sent.forThis >= codesForOne)
    return 'No more codes are sent for this notification. It was received all the same: the Business Unit has it.';
  if (sent.toAddress >= codesToAddressADay)
    return 'No more codes are sent to this address today. Your notification was received all the same.';
  return undefined;
}

/** Makes a six-digit code of a random number. */
export const codeOf = (random: number): string => String(Math.abs(Math.trunc(random)) % 1_000_000).padStart(6, '0');

/** The code that was typed, without blanks and hyphens; undefined if it is not six digits. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
