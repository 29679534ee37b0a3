import { randomInt } from 'node:crypto';
import { isEmailAddress } from '../../procedure/email-address';
import { codeOf, codesSince, readCode } from '../../procedure/emailed-codes';
import { whyNoCode } from '../../procedure/outside-notification/confirming';
import type { ReceiptNumber } from '../../procedure/outside-notification/receipt-number';
import { fromMillis, toMillis } from '../../procedure/time/dates';
import type { Instant } from '../../procedure/time/time';
import { hashOf, sameSecret } from '../../security/secret';
import type { Office } from '../office';
import { tellWorkflow } from './receiving';

/** A code that is to be emailed to the sender of a notification. */
export interface CodeToSend {
  readonly number: ReceiptNumber;
  readonly receivedAt: Instant;
  readonly address: string;
  readonly code: string;
  readonly at: Instant;
}

/** Sends a code by email. False if the mail server did not take it. */
export type SendCode = (code: CodeToSend) => Promise<boolean>;

/** The sender's browser: it holds a secret without which a stored code cannot be guessed. */
export interface FromBrowser {
  readonly number: ReceiptNumber;
  readonly secret: string;
}

/** The result of asking for a code. */
export type CodeAsked =
  { readonly kind: 'sent' | 'confirmed-before' } | { readonly kind: 'not-sent'; sentence: string };

const day = 24 * 3_600_000;

const hashOfCode = ({ number, secret }: FromBrowser, code: string): string => hashOf(`${number} ${secret} ${code}`);

/** Sends a six-digit code to the address that the sender typed. Throws `RecordsUnavailable`. */
export async function askForCode(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { typed, send, ...from }: FromBrowser & { readonly typed: string; readonly send: SendCode | undefined },
): Promise<CodeAsked> {
  const address = typed.trim();
  if (!isEmailAddress(address))
    return { kind: 'not-sent', sentence: 'Enter an email address such as name@example.org' };
  const known = await records.outsideNotifications.get(from.number);
  if (known === undefined || send === undefined)
    return { kind: 'not-sent', sentence: 'No code can be sent. Your notification was received all the same.' };
  if (known.addressConfirmedAt !== undefined) return { kind: 'confirmed-before' };
  const at = now();
  const toHash = hashOf(`to ${address.toLowerCase()}`);
  const after = fromMillis(toMillis(at) - day);
  const why = whyNoCode(await records.outsideAddresses.codesSent(from.number, { toHash, after }));
  if (why !== undefined) return { kind: 'not-sent', sentence: why };
  const code = codeOf(randomInt(1_000_000));
  const hash = hashOfCode(from, code);
  if (!(await records.outsideAddresses.newCode(from.number, { address, hash, toHash, at })))
    return { kind: 'confirmed-before' };
  const { receivedAt } = known;
  return (await send({ number: from.number, receivedAt, address, code, at }))
    ? { kind: 'sent' }
    : { kind: 'not-sent', sentence: 'The code could not be sent just now. Check the address, or try again later.' };
}

/** The result of typing a code. `wrong`: another try is left; `over`: a new code is needed. */
export type CodeTyped = 'confirmed' | 'not-digits' | 'wrong' | 'over';

/** Compares a typed code, and confirms the address if it is right. Throws `RecordsUnavailable`. */
export async function typeCode(
  office: Pick<Office, 'records' | 'now' | 'cases' | 'log'>,
  { typed, ...from }: FromBrowser & { readonly typed: string },
): Promise<CodeTyped> {
  const { records, now } = office;
  const code = readCode(typed);
  if (code === undefined) return 'not-digits';
  const known = await records.outsideNotifications.get(from.number);
  if (known?.addressConfirmedAt !== undefined) return 'confirmed';
  const at = now();
  const hash = await records.outsideAddresses.tryCode(from.number, codesSince(at));
  if (hash === undefined) return 'over';
  if (!sameSecret(hash, hashOfCode(from, code))) return 'wrong';
  await records.outsideAddresses.confirm(from.number, at);
  await tellWorkflow(office, from.number, 'changed');
  return 'confirmed';
}
