import nodemailer from 'nodemailer';
import type { NodemailerError, SMTPPoolOptions } from 'nodemailer';
import { isDisplayName } from '../procedure/email-address';
import type { Mailbox } from './address';
import type { Message } from './message';
import { refuseAddress } from './postman';
import type { Posted, Postman } from './postman';
import { readSmtpUrl } from './smtp-url';

/** Time limits of the relay, in milliseconds. */
export interface SmtpPatience {
  readonly connection: number;
  readonly greeting: number;
  /** Without a word from the relay. */
  readonly silence: number;
  /** For one message in all, waiting for its turn included. */
  readonly message: number;
}

export interface SmtpSettings {
  /** `smtp://…` or `smtps://…`, with user and password where the relay asks for them. */
  readonly url: string;
  /** Sender that the relay is given in place of a message's own. */
  readonly from: Mailbox;
  /** True if mail must go over TLS; by default for every relay but one on this machine. */
  readonly requireTls?: boolean;
  readonly patience?: Partial<SmtpPatience>;
}

const PATIENCE: SmtpPatience = { connection: 10_000, greeting: 10_000, silence: 20_000, message: 45_000 };

/**
 * A postman that hands emails to a mail relay by SMTP, a few at a time over connections that are kept for a while. A
 * message whose fate is unknown is never sent again by itself: whoever posts it decides, and posts the same Message-ID.
 * Throws a RangeError for a URL that cannot be read.
 */
export function smtpPostman(settings: SmtpSettings): Postman {
  const patience = { ...PATIENCE, ...settings.patience };
  const transport = nodemailer.createTransport(transportOptions(settings, patience));
  const underWay = new Set<Promise<Posted>>();

  async function send(message: Message): Promise<Posted> {
    const refusal = refuseAddress(message);
    if (refusal !== undefined) return refusal;
    try {
      const signal = AbortSignal.timeout(patience.message);
      const info = await transport.sendMail({ ...mailOf(message, settings.from), signal });
      return { kind: 'sent', messageId: info.messageId };
    } catch (error) {
      return postedOf(asSmtpError(error));
    }
  }

  return {
    post(message) {
      const posting = send(message).finally(() => underWay.delete(posting));
      underWay.add(posting);
      return posting;
    },
    async close() {
      // Idle connections close at once; a delivery that is under way ends first, in its own time limits.
      transport.close();
      await Promise.allSettled(underWay);
    },
  };
}

/** Returns nodemailer's options for a relay. */
export function transportOptions(
  settings: SmtpSettings,
  patience: SmtpPatience = PATIENCE,
): SMTPPoolOptions & { pool: true } {
  const { host, port, secure, loopback, auth } = readSmtpUrl(settings.url);
  const requireTLS = settings.requireTls ?? !loopback;
  return {
    pool: true,
    host,
    port,
    secure,
    requireTLS: requireTLS && !secure,
    // A relay on this machine rarely has a certificate that anybody signed.
    ignoreTLS: loopback && !requireTLS,
    tls: { minVersion: 'TLSv1.2' },
    ...(auth === undefined ? {} : { auth }),
    connectionTimeout: patience.connection,
    dnsTimeout: patience.connection,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    socketCloseTimeout: 1_000,
    maxConnections: 3,
    maxMessages: 50,
    idleTimeout: 10_000,
    // nodemailer would send again by itself what was cut off; it may have arrived.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    allowInternalNetworkInterfaces: loopback,
  };
}

function mailOf(message: Message, sender: Mailbox) {
  const { to, from } = message;
  return {
    messageId: message.messageId,
    from: named(from),
    to: named(to),
    envelope: { from: sender.address, to: [to.address] },
    subject: message.subject,
    text: message.text,
    html: message.html,
    inReplyTo: message.inReplyTo,
    references: [...message.references],
    headers: { ...message.headers },
    // The method stands in the MIME type and in the file: without it a mail program offers no answer.
    ...(message.calendar === undefined ? {} : { icalEvent: { ...message.calendar, filename: 'meeting.ics' } }),
    xMailer: false as const,
    maxRecipients: 1,
  };
}

/** A name that could be read as something else than a name is left out; the address alone is enough. */
function named({ name, address }: Mailbox): Mailbox {
  return { name: isDisplayName(name) ? name : '', address };
}

/**
 * Refused is what the relay says for good about the recipient or the message. What it says about us (sender, login,
 * relaying, its own state) passes once somebody has put it right, and so is tried again.
 */
function postedOf(error: NodemailerError): Posted {
  const answer = oneLineOf(error.response ?? error.message);
  const aboutMessage = error.command === 'RCPT TO' || error.command === 'DATA';
  const aboutUs = /\b5(?:30|35|38)\b|relay(?:ing)? (?:access )?(?:denied|not permitted)|unable to relay/i.test(answer);
  if (error.permanent === true && aboutMessage && !aboutUs) return { kind: 'refused', answer };
  return { kind: 'try-again', problem: error.code === undefined ? answer : `${answer} (${error.code})` };
}

function asSmtpError(error: unknown): NodemailerError {
  return error instanceof Error ? error : new Error(String(error));
}

function oneLineOf(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
