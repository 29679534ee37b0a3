import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import { codeTries } from '../procedure/emailed-codes';
import type { Instant } from '../procedure/time/time';
import type { Db } from './db';

/** A code that is to be sent to the sender of a notification. */
export interface NewCode {
  readonly address: string;
  /** Digest of the code; the code itself is not stored. */
  readonly hash: string;
  /** Digest of the address, by which the codes that went to it are counted. */
  readonly toHash: string;
  readonly at: Instant;
}

/** Counts and stores the codes that are sent. */
const sending = (db: Db) => ({
  /** Counts the codes that were sent for a notification, and those that went to an address after a moment. */
  async codesSent(
    number: ReceiptNumber,
    { toHash, after }: { readonly toHash: string; readonly after: Instant },
  ): Promise<{ readonly forThis: number; readonly toAddress: number }> {
    const [row] = await db.query(
      `SELECT count(*) FILTER (WHERE number = $1) AS for_this,
         count(*) FILTER (WHERE to_hash = $2 AND at > $3) AS to_address
       FROM outside_notification_log WHERE what = 'code-sent' AND (number = $1 OR to_hash = $2)`,
      [number, toHash, after],
    );
    return { forThis: row?.wholeNumber('for_this') ?? 0, toAddress: row?.wholeNumber('to_address') ?? 0 };
  },

  /** Stores a new code in place of the one before. False if the address was confirmed already. */
  async newCode(number: ReceiptNumber, { address, hash, toHash, at }: NewCode): Promise<boolean> {
    const rows = await db.query(
      `WITH stored AS (
         UPDATE outside_notifications SET address = $2, code_hash = $3, code_sent_at = $4, code_tries = 0
         WHERE number = $1 AND address_confirmed_at IS NULL RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at, to_hash)
       SELECT number, 'code-sent', $4::timestamptz, $5::text FROM stored RETURNING number`,
      [number, address, hash, at, toHash],
    );
    return rows.length > 0;
  },
});

/** Compares the codes that are typed. */
const confirming = (db: Db) => ({
  /**
   * Counts a try and returns the digest of the code that it is compared with; undefined if no code can be used any
   * more. `since` is the moment from which a code must have been sent.
   */
  async tryCode(number: ReceiptNumber, since: Instant): Promise<string | undefined> {
    const [row] = await db.query(
      `UPDATE outside_notifications SET code_tries = code_tries + 1
       WHERE number = $1 AND code_hash IS NOT NULL AND code_sent_at > $2 AND code_tries < $3
       RETURNING code_hash`,
      [number, since, codeTries],
    );
    return row?.text('code_hash');
  },

  /** Notes that the sender confirmed the address; the code is of no use afterwards. */
  async confirm(number: ReceiptNumber, at: Instant): Promise<void> {
    await db.query(
      `WITH confirmed AS (
         UPDATE outside_notifications SET address_confirmed_at = $2, code_hash = NULL
         WHERE number = $1 AND address_confirmed_at IS NULL AND address IS NOT NULL RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at)
       SELECT number, 'address-confirmed', $2::timestamptz FROM confirmed`,
      [number, at],
    );
  },
});

/** Email addresses of the senders of notifications, and the codes by which they confirm them. */
export const outsideAddressesRepository = (db: Db) => ({
  ...sending(db),
  ...confirming(db),
});

/** Addresses of the senders of notifications. */
export type OutsideAddressesRepository = ReturnType<typeof outsideAddressesRepository>;
