import { isDisplayName, isEmailAddress } from '../procedure/email-address';

/** Sender or recipient of a message: a display name and an address, never one string with both. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
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
