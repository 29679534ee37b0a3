import { isReadable } from '../procedure/written-text';

/** Sender or recipient of a message: a display name and an address, never one string with both. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

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

/** Reads a sender as an operator writes it, `reviews@example.org` or `Reviews <reviews@example.org>`; undefined if it is neither. */
export function readMailbox(text: string): Mailbox | undefined {
  const [, name, bracketed] = /^\s*([^<>]*?)\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  const address = bracketed ?? text.trim();
  if (!isEmailAddress(address)) return undefined;
  const said = name === undefined || name === '' ? '' : name.replace(/^"([^"]*)"$/, '$1');
  return said === '' || isDisplayName(said) ? { name: said, address } : undefined;
}

/** The domain of an address that was checked. */
export function domainOf({ address }: Mailbox): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
