import { randomInt } from 'node:crypto';
import { isEmailAddress } from '../../procedure/email-address';
import { isCorrespondent } from '../../procedure/asking/correspondents';
import { codeOf, codesSince, codeTries, readCode } from '../../procedure/emailed-codes';
import { saidOf } from '../../procedure/refusals';
import { part, says } from '../../procedure/sentence';
import { fromMillis, toMillis } from '../../procedure/time/dates';
import type { CaseReference, Instant } from '../../procedure/time/time';
import { findCorrespondent } from '../../records/correspondents';
import { hashOf, newSecret, sameSecret } from '../../security/secret';
import type { Office } from '../office';
import type { WorkingLink } from './finding';

/** A code that is to be emailed to the person of a link. */
export interface LinkCode {
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly to: { readonly name: string; readonly address: string };
  readonly code: string;
  /** The same key always gives the same Message-ID. */
  readonly key: string;
  readonly at: Instant;
}

/** Sends a code of a link by email. False if the mail server did not take it. */
export type SendLinkCode = (code: LinkCode) => Promise<boolean>;

const hour = 3_600_000;
/** Codes that may be asked for with one link in an hour, whatever address is typed. */
const codesAnHour = 5;
/** Hours for which a browser in which the right code was typed can read the request and answer. */
export const confirmedHours = 4;

/** The code alone can be guessed by trying a million; with the token, which is not stored, it cannot. */
const hashOfCode = (token: string, code: string): string => hashOf(`${token} ${code}`);

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The result of asking for a code: the same whether or not the address is the one on record. */
export type LinkCodeAsked = 'asked' | 'not-an-address' | 'too-many';

/**
 * Sends a code to the address on record, if it is the one that was typed. The answer does not wait for the email, so
 * that its time does not tell either. Throws `RecordsUnavailable`.
 */
export async function askForLinkCode(
  { records, profile, now, log }: Pick<Office, 'records' | 'profile' | 'now' | 'log'>,
  { link, token, known }: WorkingLink,
  { typed, send }: { readonly typed: string; readonly send: SendLinkCode | undefined },
): Promise<LinkCodeAsked> {
  const address = typed.trim();
  if (!isEmailAddress(address)) return 'not-an-address';
  const at = now();
  const recipient = isCorrespondent(link.person)
    ? await findCorrespondent(records, known.file, link.person)
    : profile.people.find(({ id }) => id === link.person);
  const person = recipient !== undefined && isSame(recipient.email, address) ? recipient : undefined;
  const code = codeOf(randomInt(1_000_000));
  const hash = hashOfCode(token, code);
  const countedFrom = fromMillis(toMillis(at) - hour);
  const asked = { hash: person === undefined ? undefined : hash, at, countedFrom, most: codesAnHour };
  if (!(await records.answerLinks.askFor(link.digest, asked))) return 'too-many';
  if (person === undefined || send === undefined) return 'asked';
  const { reference, practice } = known.file;
  const to = { name: person.name, address: person.email };
  const email = { reference, practice, to, code, key: `link-code/${hash}`, at };
  // After the answer, for to write an email takes its time too.
  setImmediate(() => void sendOrLog(send, email, log));
  return 'asked';
}

/** Sends a code, and logs where that fails: whoever waits for it has another one sent. */
async function sendOrLog(send: SendLinkCode, email: LinkCode, log: Office['log']): Promise<void> {
  const { reference } = email;
  const failed = (reason: string) => log?.warn({ reference, reason }, 'A code to answer by a link was not sent.');
  try {
    if (!(await send(email))) failed('The mail server did not take it.');
  } catch (error) {
    failed(error instanceof Error ? error.name : 'unknown');
  }
}

/** The result of typing a code. `cookie` is the secret that the browser keeps. */
export type LinkCodeTyped =
  { readonly kind: 'confirmed'; readonly cookie: string } | { readonly kind: 'not-digits' | 'wrong' | 'locked' };

/**
 * Compares a typed code. A wrong one is counted whether or not a code was sent, so that the count tells nothing of the
 * address; the fifth locks the link and gives the Business Unit a task. Throws `RecordsUnavailable`.
 */
export async function typeLinkCode(
  office: Pick<Office, 'records' | 'now'>,
  found: WorkingLink,
  typed: string,
): Promise<LinkCodeTyped> {
  const { records, now } = office;
  const { link, token } = found;
  const code = readCode(typed);
  if (code === undefined) return { kind: 'not-digits' };
  const at = now();
  const tried = await records.answerLinks.tryCode(link.digest, codesSince(at));
  const hash = tried?.hash;
  if (hash !== undefined && sameSecret(hash, hashOfCode(token, code))) {
    const cookie = newSecret();
    const until = fromMillis(toMillis(at) + confirmedHours * hour);
    if (await records.answerLinks.confirm(link.digest, { hash, idHash: hashOf(cookie), at, until }))
      return { kind: 'confirmed', cookie };
  }
  if (tried !== undefined && tried.tries < codeTries) return { kind: 'wrong' };
  await lock(office, found, at);
  return { kind: 'locked' };
}

async function lock({ records }: Pick<Office, 'records'>, { link, known }: WorkingLink, at: Instant): Promise<void> {
  const { reference } = known.file;
  const said = says`The link by which ${part.person(link.person)} answers in ${reference} is locked: ${String(codeTries)} wrong codes were typed. Ask them by telephone whether they typed the codes. If they did, unlock the link. If they did not, somebody else has the link: tell them so, and unlock it when they next need it.`;
  await records.answerLinks.lock(link.digest, {
    key: `link-locked/${link.digest}/${at}`,
    kind: linkLocked,
    createdAt: at,
    ...saidOf(said),
  });
}

/** The kind of a task for a link that was locked. */
export const linkLocked = 'link-locked';

/** True if a browser has typed the right code for this link, not too long ago. Changes nothing. */
export async function isConfirmed(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { link }: WorkingLink,
  cookie: string | undefined,
): Promise<boolean> {
  if (cookie === undefined || cookie === '') return false;
  return records.answerLinks.isConfirmed(link.digest, { idHash: hashOf(cookie), now: now() });
}
