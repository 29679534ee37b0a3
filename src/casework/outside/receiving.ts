import { randomBytes } from 'node:crypto';
import type { NotificationForm } from '../../procedure/notification/notification-form';
import { whyTooMany } from '../../procedure/outside-notification/limits';
import {
  bytesOfReceiptNumber,
  receiptNumberOf,
  type ReceiptNumber,
} from '../../procedure/outside-notification/receipt-number';
import type { Refusal } from '../../procedure/refusals';
import { fromMillis, londonDate, toMillis } from '../../procedure/time/dates';
import type { Instant } from '../../procedure/time/time';
import { hashOf } from '../../security/secret';
import { CasesUnavailable } from '../../temporal/cases';
import { checkNotification } from '../notifying';
import type { Office } from '../office';

/** A notification as somebody sends it who is not signed in. */
export interface SentFromOutside {
  readonly form: unknown;
  /** The idempotency key. The same key with the same print is one notification. */
  readonly key: string;
  readonly print: string;
  /** The network address that sends it; undefined if it is not known. */
  readonly from: string | undefined;
}

/** The result of sending a notification without signing in. It is kept, or nothing was begun. */
export type ReceivedFromOutside =
  | { readonly kind: 'received'; readonly number: ReceiptNumber; readonly receivedAt: Instant }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** More came than are taken; the sentence says what to do. */
  | { readonly kind: 'too-many'; readonly sentence: string };

const hour = 3_600_000;

/** Digest of a network address for a day: it counts what comes from there, and is of no use the day after. */
const senderOf = (from: string | undefined, at: Instant): string => hashOf(`${londonDate(at)} ${from ?? 'unknown'}`);

/**
 * Keeps a notification of somebody who is not signed in until the Business Unit takes it. No case opens. Throws
 * `RecordsUnavailable`; while Temporal is away the notification is kept all the same, and its emails go later.
 */
export async function receiveFromOutside(office: Office, sent: SentFromOutside): Promise<ReceivedFromOutside> {
  const { records, profile, now } = office;
  const at = now();
  const checked = checkNotification(sent.form, at);
  if (checked.kind === 'refused') return checked;
  const before = await keptBefore(office, sent);
  if (before !== undefined) return before;
  const sentFrom = senderOf(sent.from, at);
  const lately = await records.outsideNotifications.receivedSince(fromMillis(toMillis(at) - hour), sentFrom);
  const tooMany = whyTooMany(lately, profile.outside);
  if (tooMany !== undefined) return { kind: 'too-many', sentence: tooMany };
  const number = receiptNumberOf(randomBytes(bytesOfReceiptNumber));
  const kept = await records.outsideNotifications.receive({
    ...{ number, allottedFor: allottedTo(sent), receivedAt: at, sentFrom },
    form: withoutPractice(checked.form),
  });
  await tellWorkflow(office, kept.number, 'begin');
  return received(kept);
}

/** The notification that was kept under this key and print before, if there is one: its sender may have signed in since. */
export async function keptBefore(
  { records }: Pick<Office, 'records'>,
  sent: Pick<SentFromOutside, 'key' | 'print'>,
): Promise<Extract<ReceivedFromOutside, { readonly kind: 'received' }> | undefined> {
  const before = await records.outsideNotifications.receivedFor(allottedTo(sent));
  return before && received(before);
}

const allottedTo = ({ key, print }: Pick<SentFromOutside, 'key' | 'print'>): string => `${key} ${print}`;

/** Leaves out what asks for a practice case: nobody who is not signed in opens one. */
function withoutPractice({ practice: _practice, receivedOn: _receivedOn, ...form }: NotificationForm): object {
  return form;
}

const received = ({ number, receivedAt }: { readonly number: ReceiptNumber; readonly receivedAt: Instant }) =>
  ({ kind: 'received', number, receivedAt }) as const;

/**
 * Begins the workflow of a notification, or tells it that something changed. Where Temporal is away, the periodic look
 * begins it later and the workflow asks the records itself, so nothing is lost.
 */
export async function tellWorkflow(
  { cases, log }: Pick<Office, 'cases' | 'log'>,
  number: ReceiptNumber,
  what: 'begin' | 'changed',
): Promise<void> {
  try {
    await cases.outside[what](number);
  } catch (error) {
    if (!(error instanceof CasesUnavailable)) throw error;
    log?.warn({ number, reason: error.reason }, 'The workflow of a received notification is told later.');
  }
}
