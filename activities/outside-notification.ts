import type { Mailbox } from '../src/mail/address';
import { writeOutsideEmail, type OutsideEmailContent } from '../src/mail/outside-email';
import type { Postman } from '../src/mail/postman';
import type { ReceiptNumber } from '../src/procedure/outside-notification/receipt-number';
import { isRung, outsideReminders, rolesOf } from '../src/procedure/outside-notification/reminders';
import { businessUnit } from '../src/procedure/roles';
import { fromMillis, toMillis } from '../src/procedure/time/dates';
import type { Instant, PersonId } from '../src/procedure/time/time';
import type { PartnershipNow } from '../src/procedure/case/with-partnership';
import { toSender, type OutsideEmail } from '../src/records/outside-emails';
import type { OutsideNotification } from '../src/records/outside-notifications';
import type { Records } from '../src/records/records';
import type { Activities } from './activities';

/** The dependencies of the emails about notifications from outside. */
export interface OutsideDependencies {
  readonly records: Pick<Records, 'outsideNotifications' | 'outsideEmails' | 'people'>;
  readonly postmen: { readonly real: Postman };
  readonly from: Mailbox;
  /** The address of the console, without a slash at the end. */
  readonly publicUrl: string;
  /** The number of the office. */
  readonly telephone?: string;
  readonly partnership: () => Promise<PartnershipNow>;
}

/** Milliseconds until the first further try of an email, and the longest time between two. */
const [firstWait, longestWait] = [30_000, 3_600_000];

const sooner = (one: Instant, other: Instant): Instant => (one < other ? one : other);

/** An email's key: the same occasion and person give one email, however often the activity runs. */
const keyOf = (number: ReceiptNumber, rung: string, recipient: string): string =>
  `outside/${number}/${rung}/${recipient}`;

/**
 * Decides the emails that are due about a notification from outside and sends what waits, each asked "still true?"
 * first. Answers when to look again. A mail server that is away delays no other email: what could not be sent is tried
 * again at the next look.
 */
export const watchOutsideActivity =
  (dependencies: OutsideDependencies): Activities['watchOutside'] =>
  async ({ number, at }) => {
    const { records } = dependencies;
    const known = await records.outsideNotifications.get(number);
    if (known === undefined) return { kind: 'over' };
    const lookAgainAt = await decide(dependencies, known, at);
    const waits = await send(dependencies, known, at);
    if (waits !== undefined) return { kind: 'waiting', lookAgainAt: sooner(lookAgainAt ?? waits, waits) };
    return lookAgainAt === undefined ? { kind: 'over' } : { kind: 'waiting', lookAgainAt };
  };

/** Decides what is due; answers when the next is, and undefined where none will be. */
async function decide(
  { records, partnership }: OutsideDependencies,
  { number, receivedAt, state, addressConfirmedAt }: OutsideNotification,
  at: Instant,
): Promise<Instant | undefined> {
  if (addressConfirmedAt !== undefined) {
    const receipt = { key: keyOf(number, 'receipt', toSender), rung: 'receipt', recipient: toSender };
    await records.outsideEmails.decide(number, [receipt], at);
  }
  if (state !== 'waiting') return undefined;
  const told = await records.outsideEmails.list(number);
  const { calendar, policy, people } = await partnership();
  const { morning, closingHour } = policy;
  const { due, lookAgainAt } = outsideReminders({ receivedAt, told, calendar, morning, closingHour }, at);
  for (const rung of due) {
    const recipients = [...new Set<PersonId>(rolesOf(rung).flatMap((role) => people[role] ?? []))];
    const emails = recipients.map((recipient) => ({ key: keyOf(number, rung, recipient), rung, recipient }));
    await records.outsideEmails.decide(number, emails, at);
  }
  return lookAgainAt;
}

/** Sends what waits. Answers when to try again what could not be sent, if there is any. */
async function send(
  dependencies: OutsideDependencies,
  known: OutsideNotification,
  at: Instant,
): Promise<Instant | undefined> {
  const { outsideEmails } = dependencies.records;
  const waiting = (await outsideEmails.list(known.number)).filter(({ state }) => state === 'waiting');
  let again: Instant | undefined;
  for (const email of waiting) {
    if (await sendOne(dependencies, { number: known.number, email }, at)) continue;
    const next = fromMillis(toMillis(at) + Math.min(firstWait * 2 ** Math.min(email.attempts, 10), longestWait));
    again = again === undefined ? next : sooner(again, next);
  }
  return again;
}

/** Sends one email, if it is still true. False if it has to be tried again. */
async function sendOne(
  dependencies: OutsideDependencies,
  { number, email }: { readonly number: ReceiptNumber; readonly email: OutsideEmail },
  at: Instant,
): Promise<boolean> {
  const { records, postmen, from, publicUrl, telephone, partnership } = dependencies;
  const { outsideEmails } = records;
  const known = await records.outsideNotifications.get(number);
  const to = known && (await addressOf(dependencies, known, email));
  const content = known && (await contentOf(dependencies, known, email));
  if (known === undefined || content === undefined || to === undefined) {
    await outsideEmails.settle(email.key, { state: 'no-longer-true', at });
    return true;
  }
  const { receivedAt } = known;
  const { name } = (await partnership()).policy.partnership;
  const message = writeOutsideEmail({
    ...{ key: email.key, content, number, receivedAt, to, from, at, publicUrl, partnership: name },
    ...(telephone === undefined ? {} : { telephone }),
  });
  const posted = await postmen.real.post(message);
  switch (posted.kind) {
    case 'sent':
      await outsideEmails.settle(email.key, { state: 'sent', at });
      return true;
    case 'refused':
      await outsideEmails.settle(email.key, { state: 'refused', at, answer: posted.answer });
      return true;
    case 'try-again':
      await outsideEmails.failed(email.key, posted.problem);
      return false;
  }
}

/** Returns the content of an email; undefined if it is no longer true. */
async function contentOf(
  { partnership }: OutsideDependencies,
  { state }: OutsideNotification,
  { rung, recipient }: OutsideEmail,
): Promise<OutsideEmailContent | undefined> {
  if (recipient === toSender) return { kind: 'receipt' };
  if (state !== 'waiting' || !isRung(rung)) return undefined;
  const { people } = await partnership();
  const mayTake = businessUnit.some((role) => people[role]?.some((person) => person === recipient) === true);
  return { kind: 'untaken', rung, mayTake };
}

/** The recipient's address; undefined if they have none any more. */
async function addressOf(
  { records }: OutsideDependencies,
  { address, addressConfirmedAt }: OutsideNotification,
  { recipient }: OutsideEmail,
): Promise<Mailbox | undefined> {
  if (recipient === toSender)
    return address === undefined || addressConfirmedAt === undefined ? undefined : { name: '', address };
  const person = await records.people.person(recipient as PersonId);
  return person === undefined || person.ended !== undefined ? undefined : { name: person.name, address: person.email };
}
