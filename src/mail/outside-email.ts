import { codeMinutes, codeTries } from '../procedure/emailed-codes';
import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import type { OutsideRung } from '../procedure/outside-notification/reminders';
import { sayInstant } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';
import { writable } from '../procedure/written-text';
import { domainOf, type Mailbox } from './address';
import { layOut } from './layout';
import { markdownToHtml, markdownToText } from './markdown';
import { messageOf, type Message } from './message';
import { asMarkdown } from './wording';

/*
 * Emails about a notification from outside. They name no child, nobody of a family and not the sender: the number and
 * the time of receipt are all that they say of it.
 */

/** The content of an email about a notification from outside. */
export type OutsideEmailContent =
  | { readonly kind: 'untaken'; readonly rung: OutsideRung; readonly mayTake: boolean }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'receipt' };

/** An email about a notification from outside, before it is in words. */
export interface OutsideEmailToWrite {
  /** The same key always gives the same Message-ID. */
  readonly key: string;
  readonly content: OutsideEmailContent;
  readonly number: ReceiptNumber;
  readonly receivedAt: Instant;
  readonly to: Mailbox;
  readonly from: Mailbox;
  readonly at: Instant;
  readonly partnership: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** The number of the office. */
  readonly telephone?: string;
}

interface Words {
  readonly subject: string;
  readonly body: string;
  readonly why: string;
}

const officesWhy: Readonly<Record<'office' | 'manager' | 'partners' | 'morning', string>> = {
  office: 'Nobody has taken it yet.',
  manager: 'Nobody took it in two working hours.',
  partners: 'Nobody in the Business Unit has taken it yet.',
  morning: 'Still nobody has taken it.',
};

function untakenWords(
  { number, receivedAt, publicUrl, telephone }: OutsideEmailToWrite,
  rung: OutsideRung,
  mayTake: boolean,
): Words {
  const when = sayInstant(receivedAt);
  const which = rung.startsWith('morning:') ? 'morning' : (rung as Exclude<OutsideRung, `morning:${string}`>);
  const what = mayTake
    ? `**What to do:** read it and take it, or set it aside with the reason.\n\n[Open the notification](${publicUrl}/received/${number})`
    : `**What to do:** ring the Business Unit${telephone === undefined ? '' : ` on ${telephone}`}, and ask them to take it today. Quote the number ${number}.`;
  return {
    subject: `${number}: a notification waits to be taken`,
    body: `A serious incident notification was received at ${when} from somebody who is not signed in. ${officesWhy[which]} No case is open until the Business Unit takes it. Day 1 counts from the day on which it was received all the same.\n\n${what}`,
    why: mayTake
      ? 'You get this email as a member of the Business Unit.'
      : 'You get this email as one of the delegated partners.',
  };
}

const codeWords = (code: string): Words => ({
  subject: 'Your code to confirm your email address',
  body: `The code is **${code}**. Type it on the page from which you sent the notification. It works for ${codeMinutes} minutes and ${codeTries} tries.\n\nIf you sent no notification, do nothing: somebody may have typed your address by mistake.`,
  why: 'You get this email because your address was typed beside a notification.',
});

const receiptWords = ({ number, receivedAt }: OutsideEmailToWrite): Words => ({
  subject: `${number}: your notification was received`,
  body: `Your notification was received at ${sayInstant(receivedAt)}. Its receipt number is **${number}**. The Business Unit reads it and may ask you for more. Quote the number when you write or ring, and never write a name or details in an email.`,
  why: 'You get this email because you sent a notification and confirmed your address.',
});

function wordsOf(email: OutsideEmailToWrite): Words {
  const { content } = email;
  switch (content.kind) {
    case 'untaken':
      return untakenWords(email, content.rung, content.mayTake);
    case 'code':
      return codeWords(content.code);
    case 'receipt':
      return receiptWords(email);
  }
}

/** Writes an email about a notification from outside. The same email always has the same Message-ID. */
export function writeOutsideEmail(email: OutsideEmailToWrite): Message {
  const { number, to, from, at, key, partnership, telephone } = email;
  const { subject, body, why } = wordsOf(email);
  const source = email.content.kind === 'untaken' ? `Dear ${asMarkdown(to.name)},\n\n${body}` : body;
  const laidOut = layOut({
    subject,
    practice: false,
    partnership,
    reference: number,
    why,
    ask: `If that is wrong, or anything is unclear, ${telephone === undefined ? '' : `ring us on ${telephone}, or `}ask the Business Unit of ${partnership}. Never write a name or details of a case in an email.`,
    text: markdownToText(source),
    html: markdownToHtml(source),
  });
  return messageOf(
    {
      subject: writable(subject),
      text: writable(laidOut.text),
      html: writable(laidOut.html),
      root: `<${number.toLowerCase()}.received@${domainOf(from)}>`,
      headers: { 'X-Receipt-Number': number },
    },
    { key, from, to, at },
  );
}
