import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import type { Instant } from '../procedure/time/time';
import type { Db } from './db';

/** The name in place of a person's id of the sender, to whom the receipt is acknowledged. */
export const toSender = 'sender';

/** An email about a notification from outside. */
export interface OutsideEmail {
  readonly key: string;
  /** The occasion: a rung of the reminders, or `receipt`. */
  readonly rung: string;
  /** A person's id, or `sender`. */
  readonly recipient: string;
  readonly at: Instant;
  readonly state: string;
  readonly attempts: number;
}

/** Decides emails, and lists them. */
const deciding = (db: Db) => ({
  /** Decides emails; one of the same key is decided once. */
  async decide(
    number: ReceiptNumber,
    emails: readonly Pick<OutsideEmail, 'key' | 'rung' | 'recipient'>[],
    at: Instant,
  ): Promise<void> {
    await db.query(
      `INSERT INTO outside_emails (key, number, rung, recipient, at)
       SELECT one->>'key', $1::text, one->>'rung', one->>'recipient', $3::timestamptz
       FROM jsonb_array_elements($2::jsonb) AS one
       ON CONFLICT (key) DO NOTHING`,
      [number, JSON.stringify(emails), at],
    );
  },

  /** Lists the emails about a notification, the oldest first. */
  async list(number: ReceiptNumber): Promise<readonly OutsideEmail[]> {
    const rows = await db.query(
      `SELECT key, rung, recipient, at, state, attempts FROM outside_emails WHERE number = $1 ORDER BY at, key`,
      [number],
    );
    return rows.map((row) => ({
      key: row.text('key'),
      rung: row.text('rung'),
      recipient: row.text('recipient'),
      at: row.moment('at'),
      state: row.text('state'),
      attempts: row.wholeNumber('attempts'),
    }));
  },
});

/** Notes what became of them. */
const settling = (db: Db) => ({
  /** Settles a waiting email. */
  async settle(
    key: string,
    { state, at, answer }: { readonly state: 'sent' | 'refused' | 'no-longer-true'; at: Instant; answer?: string },
  ): Promise<void> {
    await db.query(
      `UPDATE outside_emails SET state = $2, settled_at = $3, answer = $4, attempts = attempts + 1
       WHERE key = $1 AND state = 'waiting'`,
      [key, state, at, answer ?? null],
    );
  },

  /** Counts a try that came to nothing. */
  async failed(key: string, answer: string): Promise<void> {
    await db.query('UPDATE outside_emails SET attempts = attempts + 1, answer = $2 WHERE key = $1', [key, answer]);
  },
});

/** Emails about notifications from outside, and what became of each. */
export const outsideEmailsRepository = (db: Db) => ({
  ...deciding(db),
  ...settling(db),
});

/** Emails about notifications from outside. */
export type OutsideEmailsRepository = ReturnType<typeof outsideEmailsRepository>;
