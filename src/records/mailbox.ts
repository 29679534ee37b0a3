import { parseInstant } from '../procedure/time/dates';
import { isReceiptNumber, type ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import type { Visibility } from '../procedure/permissions';
import type { CaseReference, Instant } from '../procedure/time/time';
import { readCursor, writeCursor } from './cursor';
import type { Db } from './db';
import type { Row } from './row';
import { visibleOnly } from './visibility';
import { pageSize, Where } from './where';

/** A message that stayed inside the application, as it would have gone out. */
export interface MailboxMessage {
  readonly messageId: string;
  /** The case that it is about, or the notification from outside. */
  readonly reference: CaseReference | ReceiptNumber;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly practice: boolean;
  /** The calendar file that came with it; absent for most. */
  readonly calendar?: string;
}

/** A page of messages, newest first, and the cursor of the next page if there is one. */
export interface MailboxPage {
  readonly messages: readonly MailboxMessage[];
  readonly next?: string;
}

/** Conditions on messages: those of one case or of all. */
export interface MailboxFilter {
  readonly reference?: CaseReference | ReceiptNumber;
  readonly visibleTo?: Visibility;
  /** Words sought in the subject and in the recipient's name and address. */
  readonly text?: string;
  readonly cursor?: string;
  /** At most this many, and at most 200. */
  readonly limit: number;
}

const COLUMNS = 'message_id, reference, to_name, to_address, subject, plain, html, headers, at, practice, calendar';

/**
 * The mailbox inside the application. It takes all mail if there is no SMTP server, and always that of practice cases.
 */
export function mailboxRepository(db: Db) {
  return {
    /** Stores a message. The same Message-ID twice is one message. */
    async put(message: MailboxMessage): Promise<void> {
      await db.query(
        `INSERT INTO mailbox (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11)
         ON CONFLICT (message_id) DO NOTHING`,
        valuesOf(message),
      );
    },

    /** Lists a page of messages, newest first, at most 200. Throws `InvalidCursor`. */
    async list(which: MailboxFilter): Promise<MailboxPage> {
      const where = new Where();
      if (which.reference !== undefined) where.and(`m.reference = ${where.given(which.reference)}`);
      visibleMessages(where, which.visibleTo);
      for (const word of (which.text ?? '').split(/\s+/).filter((one) => one !== '')) {
        const sought = where.given(`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
        where.and(`(m.subject || ' ' || m.to_name || ' ' || m.to_address) ILIKE ${sought}`);
      }
      if (which.cursor !== undefined) {
        const [at, id] = readCursor(which.cursor, [(part) => parseInstant(part) === part, (part) => part !== '']);
        where.and(`(m.at, m.message_id) < (${where.given(at)}::timestamptz, ${where.given(id)})`);
      }
      const limit = pageSize(which.limit);
      const cases = which.visibleTo === undefined ? '' : 'LEFT JOIN cases AS c USING (reference)';
      const rows = await db.query(
        `SELECT m.* FROM mailbox AS m ${cases} ${where.sql} ORDER BY m.at DESC, m.message_id DESC LIMIT ${limit + 1}`,
        where.values,
      );
      const messages = rows.slice(0, limit).map(message);
      const last = rows.length > limit ? messages.at(-1) : undefined;
      return last === undefined ? { messages } : { messages, next: writeCursor(last.at, last.messageId) };
    },

    /** Returns the message with this Message-ID, if there is one. */
    async get(messageId: string): Promise<MailboxMessage | undefined> {
      const [row] = await db.query(`SELECT ${COLUMNS} FROM mailbox WHERE message_id = $1`, [messageId]);
      return row && message(row);
    },
  };
}

/** The values of a message, in the order of the columns. */
const valuesOf = ({ messageId, reference, to, subject, text, html, ...message }: MailboxMessage) => [
  ...[messageId, reference, to.name, to.address, subject, text, html, JSON.stringify(message.headers)],
  ...[message.at, message.practice, message.calendar ?? null],
];

/** The mailbox inside the application. */
export type MailboxRepository = ReturnType<typeof mailboxRepository>;

/** Whoever sees every case sees what is about a notification from outside, which belongs to none. */
function visibleMessages(where: Where, visibleTo: Visibility | undefined): void {
  if (visibleTo?.kind === 'all')
    where.and(`(m.reference LIKE 'REC-%' OR ${where.given(visibleTo.except)}::text <> ALL (c.shut_out))`);
  else visibleOnly(where, visibleTo);
}

function aboutOf(row: Row): MailboxMessage['reference'] {
  const about = row.text('reference');
  return isReceiptNumber(about) ? about : row.reference();
}

function message(row: Row): MailboxMessage {
  return {
    messageId: row.text('message_id'),
    reference: aboutOf(row),
    to: { name: row.text('to_name'), address: row.text('to_address') },
    subject: row.text('subject'),
    text: row.text('plain'),
    html: row.text('html'),
    headers: Object.fromEntries(Object.entries(row.object('headers')).map(([name, value]) => [name, String(value)])),
    at: row.moment('at'),
    practice: row.flag('practice'),
    ...(row.has('calendar') ? { calendar: row.text('calendar') } : {}),
  };
}
