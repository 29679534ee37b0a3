import { notificationForm } from '../../procedure/notification/notification-form';
import { doubtsToConfirmTogether, unconfirmedDoubts, type Doubt } from '../../procedure/notification/doubtful-answers';
import { doubtWords, type DoubtCode } from '../../procedure/notification/doubt-words';
import type { ReceiptNumber } from '../../procedure/outside-notification/receipt-number';
import { mayDo, type Viewer } from '../../procedure/permissions';
import { refusal, type Refusal } from '../../procedure/refusals';
import { part, says } from '../../procedure/sentence';
import { londonDate, sayInstant } from '../../procedure/time/dates';
import type { PersonId } from '../../procedure/time/time';
import type { OutsideNotification } from '../../records/outside-notifications';
import { parseForm } from '../forms';
import { openFromForm, type NotificationOutcome } from '../notifying';
import type { Office } from '../office';
import { caseStillKnown, type ReadableCase } from '../reading';
import { tellWorkflow } from './receiving';

/** Settles a waiting notification: who does so, and under which idempotency key. */
export interface Settles {
  readonly number: ReceiptNumber;
  readonly by: Viewer;
  readonly key: string;
  /** The doubts that whoever takes it says are right. The sender confirmed the others. */
  readonly confirmed?: readonly DoubtCode[] | undefined;
}

/** The result of taking a notification. */
export type Taken = NotificationOutcome | { readonly kind: 'not-there' };

/**
 * Takes a waiting notification: a case opens from it, and Day 1 is its day of receipt. Of two who press at once the
 * first takes it. Throws `RecordsUnavailable` and `CasesUnavailable`; the same key then goes on where it broke off, and
 * so does the periodic look.
 */
export async function takeNotification(office: Office, { number, by, key, confirmed = [] }: Settles): Promise<Taken> {
  const { records, now } = office;
  const known = await records.outsideNotifications.get(number);
  if (known === undefined) return { kind: 'not-there' };
  if (known.state === 'waiting') {
    const read = readable(known);
    if (read.kind === 'refused') return read;
    const doubts = unconfirmedDoubts(read.form).filter(({ code }) => !confirmed.includes(code));
    if (doubts.length > 0) return { kind: 'refused', refusal: doubtsToConfirmTogether(doubts, ({ field }) => field) };
    await records.outsideNotifications.take(number, { by: by.id, at: now(), key, confirmed });
  }
  const settled = await records.outsideNotifications.get(number);
  if (settled?.state !== 'taken' || settled.settled?.by !== by.id || settled.settled.key !== key)
    return { kind: 'refused', refusal: settledBefore(settled ?? known) };
  return openTaken(office, settled);
}

/** Opens the case of a notification that was taken, or finds it where it is open. Doing it twice is doing it once. */
export async function openTaken(office: Office, taken: OutsideNotification): Promise<NotificationOutcome> {
  const { records, profile, now } = office;
  const { number, receivedAt, reference, settled } = taken;
  if (reference !== undefined) return openedBefore(await caseStillKnown(office, reference));
  const read = readable(taken);
  if (read.kind === 'refused') return read;
  const by = settled?.by ?? nobody;
  const roles = profile.people.find(({ id }) => id === by)?.roles ?? [];
  const opened = await openFromForm(office, {
    ...{ form: read.form, receivedAt, practice: false, receiptNumber: number },
    confirmedByOffice: taken.confirmed.filter(isDoubt),
    openedBy: { person: by, role: roles.find((role) => takers.includes(role)) ?? 'administrator' },
    key: `outside ${number}`,
    allocation: `outside ${number}`,
  });
  // Only once it is on the record: until then the form is kept here, from which it can be opened again.
  if (opened.recorded) await records.outsideNotifications.opened(number, opened.onRecord.file.reference, now());
  await tellWorkflow(office, number, 'changed');
  return opened;
}

/** Lists the doubts about a waiting notification that its sender did not confirm: whoever takes it is asked. */
export function doubtsToTake(kept: OutsideNotification): readonly Doubt[] {
  const read = kept.state === 'waiting' ? readable(kept) : undefined;
  return read?.kind === 'read' ? unconfirmedDoubts(read.form) : [];
}

const isDoubt = (code: string): code is DoubtCode => Object.hasOwn(doubtWords, code);

const takers = mayDo['settle-received'] === 'everybody' ? [] : mayDo['settle-received'];
const nobody = 'P00' as PersonId;

const openedBefore = (onRecord: ReadableCase): NotificationOutcome => ({ kind: 'opened', recorded: true, onRecord });

/** Reads the form as it was sent. One of an earlier release may lack what this one asks for. */
function readable({ form, receivedAt, number }: OutsideNotification) {
  const read = parseForm(notificationForm(), form, { today: londonDate(receivedAt) });
  if (read.kind === 'read') return read;
  const fields = read.refusal.fields ?? [];
  return {
    kind: 'refused' as const,
    refusal: refusal(
      'invalid',
      `${number} was sent by a form that lacks what is asked for now: ${fields.map(({ sentence }) => sentence).join('; ')}. Ask the sender, send the notification anew, and set this one aside with the reason.`,
    ),
  };
}

/** Refuses to settle what somebody has settled already, and says who was first. */
export function settledBefore({ number, state, settled, reference }: OutsideNotification): Refusal {
  const what = state === 'set-aside' ? 'set aside' : 'taken';
  const which = state === 'taken' && reference !== undefined ? `: it is ${reference}` : '';
  const by = settled?.by ?? nobody;
  const at = settled?.at;
  return {
    ...refusal(
      'already-decided',
      says`${number} was ${what} by ${part.person(by)}${at === undefined ? '' : ` at ${sayInstant(at)}`}${which}.`,
    ),
    ...(at === undefined ? {} : { first: { by, at } }),
  };
}
