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

/** Addresses a rendered notice. Source: DESIGN, "Emails" (a Message-ID made from the key, threaded by case). */
export function composeMessage(rendered: RenderedNotice, { key, reference, from, to, at }: Envelope): Message {
  const root = caseThread(reference, from);
  return {
    ...rendered,
    messageId: messageIdOf(key, from),
    from,
    to,
    at,
    inReplyTo: root,
    references: [root],
    headers: { 'X-Case-Reference': reference, 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en-GB' },
  };
}

/** The Message-ID of a notice: its key says who and when, so only a digest of it leaves the house. */
export function messageIdOf(key: string, from: Mailbox): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domainOf(from)}>`;
}

/** The root that all emails of a case answer to, though it was never sent. */
export function caseThread(reference: CaseReference, from: Mailbox): string {
  return `<${reference.toLowerCase()}.case@${domainOf(from)}>`;
}
