import { isReadable } from './written-text';

/* Rules for an email address, and for the name that stands beside it. */

const LOCAL_PART = /^[A-Za-z0-9_](?:[A-Za-z0-9_.+'&-]*[A-Za-z0-9_+-])?$/;
const DOMAIN_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * Says whether a text is one plain email address and nothing else. Stricter than the standard on purpose: no display
 * name, quotes, comments, route, address literal, line break or second address can hide in it.
 */
export function isEmailAddress(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@');
  if (rest.length > 0 || text.length > 254 || local.length > 64) return false;
  const labels = domain.split('.');
  return (
    LOCAL_PART.test(local) &&
    !local.includes('..') &&
    labels.length >= 2 &&
    labels.every((label) => DOMAIN_LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  );
}

/**
 * Says whether a text can stand as a person's name beside an address: one line, no control or direction characters, and
 * nothing that reads as an address itself.
 */
export function isDisplayName(text: string): boolean {
  return text.length <= 100 && text.trim() === text && isReadable(text) && !/[\p{C}\p{Zl}\p{Zp}<>@"\\]/u.test(text);
}
