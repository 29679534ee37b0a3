import { parseInstant } from '../procedure/dates';
import type { CaseReference, Instant } from '../procedure/time';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';

/** A message that stayed inside the application, as it would have gone out. */
export interface MailboxMessage {
  readonly messageId: string;
  readonly reference: CaseReference;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly practice: boolean;
}

/** One page of messages, newest first, and the cursor of the next page if there is one. */
export interface MailboxPage {
  readonly messages: readonly MailboxMessage[];
  readonly next?: string;
}

const COLUMNS = 'message_id, reference, to_name, to_address, subject, plain, html, headers, at, practice';

/** The mailbox inside the application: where mail goes without an SMTP server, and that of practice cases always. */
export function mailboxRepository(db: Db) {
  return {
    /** Puts a message in; the same Message-ID twice is one message. */
    async put(message: MailboxMessage): Promise<void> {
      await db.query(
        `INSERT INTO mailbox (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10)
         ON CONFLICT (message_id) DO NOTHING`,
        [
          message.messageId,
          message.reference,
          message.to.name,
          message.to.address,
          message.subject,
          message.text,
          message.html,
          JSON.stringify(message.headers),
          message.at,
          message.practice,
        ],
      );
    },

    /** One page of messages, newest first, at most 200. Throws `InvalidCursor`. */
    async list(which: {
      readonly reference?: CaseReference;
      readonly cursor?: string;
      readonly limit: number;
    }): Promise<MailboxPage> {
      const limit = Math.min(Math.max(Math.trunc(which.limit), 1), 200);
      const [at, id] =
        which.cursor === undefined
          ? []
          : readCursor(which.cursor, [(part) => parseInstant(part) === part, (part) => part !== '']);
      const rows = await db.query(
        `SELECT ${COLUMNS} FROM mailbox
         WHERE ($1::text IS NULL OR reference = $1) AND ($2::text IS NULL OR (at, message_id) < ($2::timestamptz, $3))
         ORDER BY at DESC, message_id DESC LIMIT $4`,
        [which.reference, at, id, limit + 1],
      );
      const messages = rows.slice(0, limit).map(message);
      const last = rows.length > limit ? messages.at(-1) : undefined;
      return last === undefined ? { messages } : { messages, next: writeCursor(last.at, last.messageId) };
    },

    /** One message, if it is there. */
    async get(messageId: string): Promise<MailboxMessage | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM mailbox WHERE message_id = $1`, [messageId]);
      return row && message(row);
    },
  };
}

/** The mailbox inside the application. */
export type MailboxRepository = ReturnType<typeof mailboxRepository>;

function message(row: Row): MailboxMessage {
  return {
    messageId: row.text('message_id'),
    reference: row.reference(),
    to: { name: row.text('to_name'), address: row.text('to_address') },
    subject: row.text('subject'),
    text: row.text('plain'),
    html: row.text('html'),
    headers: Object.fromEntries(Object.entries(row.object('headers')).map(([name, value]) => [name, String(value)])),
    at: row.moment('at'),
    practice: row.flag('practice'),
  };
}
