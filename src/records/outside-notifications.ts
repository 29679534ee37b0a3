import type { ReceivedLately } from '../procedure/outside-notification/limits';
import { isReceiptNumber, type ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import { asideReasons, type AsideReason } from '../procedure/outside-notification/setting-aside';
import type { CaseReference, Instant, PersonId } from '../procedure/time/time';
import type { Db } from './db';
import type { Row } from './row';

/** States of a notification from outside: nobody has taken it; a case opens from it; no case does. */
export const outsideStates = ['waiting', 'taken', 'set-aside'] as const;
export type OutsideState = (typeof outsideStates)[number];

/** A notification from outside as it is kept. */
export interface OutsideNotification {
  readonly number: ReceiptNumber;
  readonly receivedAt: Instant;
  /** The form as it was sent, which the reader has to check; undefined once it was taken out. */
  readonly form?: unknown;
  readonly state: OutsideState;
  /** The person who took it or set it aside, and when. */
  readonly settled?: Settling;
  /** The doubts that the office confirmed when it took the notification, by their codes. */
  readonly confirmed: readonly string[];
  /** The case that opened from it, or that it repeats. */
  readonly reference?: CaseReference;
  readonly aside?: { readonly reason: AsideReason; readonly why: string };
  /** The address that the sender gave for the receipt, and when they confirmed it. */
  readonly address?: string;
  readonly addressConfirmedAt?: Instant;
}

/** A notification that is to be kept. */
export interface ToReceive {
  readonly number: ReceiptNumber;
  /** The idempotency key of the form with its digest: sent twice, it is kept once. */
  readonly allottedFor: string;
  readonly receivedAt: Instant;
  readonly form: unknown;
  /** Digest of the network address that sent it. */
  readonly sentFrom?: string;
}

/** A change from waiting to another state: by whom, when, under which key. */
export interface Settling {
  readonly by: PersonId;
  readonly at: Instant;
  readonly key: string;
}

/** A taking of a notification. */
export interface TakenFromOutside extends Settling {
  /** The doubts that the office confirmed, by their codes. */
  readonly confirmed?: readonly string[];
}

/** A line of what happened to a notification from outside. */
export interface OutsideLogLine {
  readonly what: string;
  readonly at: Instant;
  readonly by?: PersonId;
}

const COLUMNS = `number, received_at, form, state, settled_at, settled_by, settling_key, reference, reason, why, address,
  address_confirmed_at, confirmed`;

/** Keeps notifications, and finds them. */
const keeping = (db: Db) => ({
  /** Keeps a notification and returns it; the one that is kept already where the same form came before. */
  async receive({ number, allottedFor, receivedAt, form, sentFrom }: ToReceive): Promise<OutsideNotification> {
    await db.query(
      `WITH kept AS (
         INSERT INTO outside_notifications (number, allotted_for, received_at, form, sent_from)
         VALUES ($1, $2, $3, $4::jsonb, $5) ON CONFLICT DO NOTHING RETURNING number, received_at
       )
       INSERT INTO outside_notification_log (number, what, at) SELECT number, 'received', received_at FROM kept`,
      [number, allottedFor, receivedAt, JSON.stringify(form), sentFrom ?? null],
    );
    const kept = await receivedFor(db, allottedFor);
    if (kept === undefined) throw new Error(`The number ${number} is another notification's.`);
    return kept;
  },

  /** The notification that was kept for this key and form before, if there is one. */
  receivedFor: (allottedFor: string): Promise<OutsideNotification | undefined> => receivedFor(db, allottedFor),

  /** The notification of this number, if there is one. */
  async get(number: ReceiptNumber): Promise<OutsideNotification | undefined> {
    const [row] = await db.query(`SELECT ${COLUMNS} FROM outside_notifications WHERE number = $1`, [number]);
    return row && notificationOf(row);
  },

  /** Lists those of a state: the waiting ones oldest first, the others by when they were settled, latest first. */
  async list(state: OutsideState, limit: number): Promise<readonly OutsideNotification[]> {
    const order = state === 'waiting' ? 'received_at, number' : 'settled_at DESC, number';
    const rows = await db.query(
      `SELECT ${COLUMNS} FROM outside_notifications WHERE state = $1 ORDER BY ${order} LIMIT $2`,
      [state, limit],
    );
    return rows.map(notificationOf);
  },

  /** Lists what happened to a notification, in order. */
  async log(number: ReceiptNumber): Promise<readonly OutsideLogLine[]> {
    const rows = await db.query(
      'SELECT what, at, by_person FROM outside_notification_log WHERE number = $1 ORDER BY id',
      [number],
    );
    return rows.map((row) => ({
      what: row.text('what'),
      at: row.moment('at'),
      ...(row.has('by_person') && { by: row.person('by_person') }),
    }));
  },
});

/** Finds those with which something has to be done, and counts those that came lately. */
const watching = (db: Db) => ({
  /** Lists those that were taken before a moment, and of which no case is noted yet. */
  async unopened(before: Instant): Promise<readonly OutsideNotification[]> {
    const rows = await db.query(
      `SELECT ${COLUMNS} FROM outside_notifications
       WHERE state = 'taken' AND reference IS NULL AND settled_at < $1 ORDER BY settled_at`,
      [before],
    );
    return rows.map(notificationOf);
  },

  /** Lists those whose workflow has something to do: nobody has settled them, or an email about them waits. */
  async toWatch(): Promise<readonly ReceiptNumber[]> {
    const rows = await db.query(
      `SELECT number FROM outside_notifications AS n WHERE state = 'waiting'
         OR EXISTS (SELECT FROM outside_emails AS e WHERE e.number = n.number AND e.state = 'waiting')
       ORDER BY received_at`,
    );
    return rows.map(receiptNumberIn);
  },

  /** Lists those whose sender confirmed an address before a moment, and was not told yet that it was received. */
  async unacknowledged(before: Instant): Promise<readonly ReceiptNumber[]> {
    const rows = await db.query(
      `SELECT number FROM outside_notifications AS n WHERE address_confirmed_at < $1 AND address IS NOT NULL
         AND NOT EXISTS (SELECT FROM outside_emails AS e WHERE e.number = n.number AND e.rung = 'receipt')`,
      [before],
    );
    return rows.map(receiptNumberIn);
  },

  /** Counts those received after a moment, in all and from the address of this digest. */
  async receivedSince(after: Instant, sentFrom: string): Promise<ReceivedLately> {
    const [row] = await db.query(
      `SELECT count(*) AS in_all, count(*) FILTER (WHERE sent_from = $2) AS from_address
       FROM outside_notifications WHERE received_at > $1`,
      [after, sentFrom],
    );
    return { inAll: row?.wholeNumber('in_all') ?? 0, fromAddress: row?.wholeNumber('from_address') ?? 0 };
  },

  /** Counts those that wait. */
  async waiting(): Promise<number> {
    const [row] = await db.query(`SELECT count(*) AS waiting FROM outside_notifications WHERE state = 'waiting'`);
    return row?.wholeNumber('waiting') ?? 0;
  },
});

/** Takes notifications, and notes the cases that opened from them. */
const taking = (db: Db) => ({
  /** Takes a waiting notification for a person. False if it is no longer waiting. */
  async take(number: ReceiptNumber, { by, at, key, confirmed = [] }: TakenFromOutside): Promise<boolean> {
    const rows = await db.query(
      `WITH taken AS (
         UPDATE outside_notifications SET state = 'taken', settled_by = $2, settled_at = $3, settling_key = $4, confirmed = $5
         WHERE number = $1 AND state = 'waiting' RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at, by_person)
       SELECT number, 'taken', $3::timestamptz, $2::text FROM taken RETURNING number`,
      [number, by, at, key, confirmed],
    );
    return rows.length > 0;
  },

  /** Notes the case that opened from a taken notification, and takes out the form, which the case has now. */
  async opened(number: ReceiptNumber, reference: CaseReference, at: Instant): Promise<void> {
    await db.query(
      `WITH opened AS (
         UPDATE outside_notifications SET reference = $2, form = NULL
         WHERE number = $1 AND state = 'taken' AND reference IS NULL RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at) SELECT number, 'case-opened', $3::timestamptz FROM opened`,
      [number, reference, at],
    );
  },
});

/** Sets notifications aside, and removes what is not needed any more. */
const settingAside = (db: Db) => ({
  /** Sets a waiting notification aside. False if it is no longer waiting. */
  async setAside(
    number: ReceiptNumber,
    { by, at, key }: Settling,
    { reason, why, reference }: NonNullable<OutsideNotification['aside']> & { readonly reference?: CaseReference },
  ): Promise<boolean> {
    const rows = await db.query(
      `WITH aside AS (
         UPDATE outside_notifications
         SET state = 'set-aside', settled_by = $2, settled_at = $3, settling_key = $4, reason = $5, why = $6, reference = $7
         WHERE number = $1 AND state = 'waiting' RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at, by_person)
       SELECT number, 'set-aside', $3::timestamptz, $2::text FROM aside RETURNING number`,
      [number, by, at, key, reason, why, reference ?? null],
    );
    return rows.length > 0;
  },

  /** Removes the content of notifications that were set aside before a moment, and returns their number. */
  async forgetSetAside(before: Instant, at: Instant): Promise<number> {
    const rows = await db.query(
      `WITH forgotten AS (
         UPDATE outside_notifications SET form = NULL, address = NULL, code_hash = NULL, why = NULL
         WHERE state = 'set-aside' AND form IS NOT NULL AND settled_at < $1 RETURNING number
       )
       INSERT INTO outside_notification_log (number, what, at)
       SELECT number, 'content-removed', $2::timestamptz FROM forgotten RETURNING number`,
      [before, at],
    );
    return rows.length;
  },

  /** Forgets from which network addresses notifications came before a moment. */
  async forgetSenders(before: Instant): Promise<void> {
    await db.query(
      'UPDATE outside_notifications SET sent_from = NULL WHERE sent_from IS NOT NULL AND received_at < $1',
      [before],
    );
  },
});

/** Notifications that people sent without signing in. */
export const outsideNotificationsRepository = (db: Db) => ({
  ...keeping(db),
  ...watching(db),
  ...taking(db),
  ...settingAside(db),
});

/** Notifications from outside. */
export type OutsideNotificationsRepository = ReturnType<typeof outsideNotificationsRepository>;

async function receivedFor(db: Db, allottedFor: string): Promise<OutsideNotification | undefined> {
  const [row] = await db.query(`SELECT ${COLUMNS} FROM outside_notifications WHERE allotted_for = $1`, [allottedFor]);
  return row && notificationOf(row);
}

/** Reads a receipt number of a column. */
function receiptNumberIn(row: Row): ReceiptNumber {
  const number = row.text('number');
  if (!isReceiptNumber(number)) throw new TypeError('The column "number" of the records holds no receipt number.');
  return number;
}

function notificationOf(row: Row): OutsideNotification {
  return {
    number: receiptNumberIn(row),
    receivedAt: row.moment('received_at'),
    ...(row.has('form') && { form: row.json('form') }),
    state: row.oneOf('state', outsideStates),
    ...(row.has('settled_by') && {
      settled: {
        by: row.person('settled_by'),
        at: row.moment('settled_at'),
        key: row.has('settling_key') ? row.text('settling_key') : '',
      },
    }),
    confirmed: row.texts('confirmed'),
    ...(row.has('reference') && { reference: row.reference() }),
    ...(row.has('reason') && {
      aside: { reason: row.oneOf('reason', asideReasons), why: row.has('why') ? row.text('why') : '' },
    }),
    ...(row.has('address') && { address: row.text('address') }),
    ...(row.has('address_confirmed_at') && { addressConfirmedAt: row.moment('address_confirmed_at') }),
  };
}
