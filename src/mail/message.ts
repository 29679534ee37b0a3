import { createHash } from 'node:crypto';
import type { CaseReference, Instant } from '../procedure/time/time';
import { domainOf } from './address';
import type { Mailbox } from './address';
import type { RenderedNotice } from './render-notice';

/** Complete email to one recipient, as a postman sends it and the mailbox inside the application keeps it. */
export interface Message {
  readonly messageId: string;
  readonly from: Mailbox;
  /** The only recipient; there is no Cc or Bcc. */
  readonly to: Mailbox;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The case's own root, which no message has: mail programs put all emails of a case into one thread. */
  readonly inReplyTo: string;
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** A calendar file for its recipient; most emails have none. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string };
  /** When it was made, by the case's own clock, which in a practice case runs ahead of the wall's. */
  readonly at: Instant;
}

/** Addresses of a message, with the key and the case from which its Message-ID and thread are made. */
export interface Envelope {
  /** The notice's key: the same notice always has the same Message-ID, however often it is tried. */
  readonly key: string;
  readonly reference: CaseReference;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly at: Instant;
}

/** The words of an email, the root of its thread, and its headers beside those that every email has. */
interface Written extends Pick<Message, 'subject' | 'text' | 'html'> {
  readonly root: string;
  readonly headers: Message['headers'];
}

/** Makes a message of written words: the Message-ID from the key, threaded under the root. */
export const messageOf = (
  { root, headers, ...words }: Written,
  { key, from, to, at }: Omit<Envelope, 'reference'>,
): Message => ({
  ...words,
  messageId: messageIdOf(key, from),
  from,
  to,
  at,
  inReplyTo: root,
  references: [root],
  headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en-GB' },
});

/** Addresses a rendered notice. Source: DESIGN, "Emails" (a Message-ID made from the key, threaded by case). */
export const composeMessage = (rendered: RenderedNotice, { reference, ...addressed }: Envelope): Message =>
  messageOf(
    { ...rendered, root: caseThread(reference, addressed.from), headers: { 'X-Case-Reference': reference } },
    addressed,
  );

/** The Message-ID of a notice: its key says who and when, so only a digest of it leaves the house. */
export function messageIdOf(key: string, from: Mailbox): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domainOf(from)}>`;
}

/** The root that all emails of a case answer to, though it was never sent. */
export function caseThread(reference: CaseReference, from: Mailbox): string {
  return `<${reference.toLowerCase()}.case@${domainOf(from)}>`;
}
