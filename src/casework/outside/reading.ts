import * as z from 'zod/mini';
import type { ReceiptNumber } from '../../procedure/outside-notification/receipt-number';
import { isReceiptNumber } from '../../procedure/outside-notification/receipt-number';
import { londonDate, parseIsoDate } from '../../procedure/time/dates';
import type { Instant, IsoDate, PersonId } from '../../procedure/time/time';
import type { OutsideNotification, OutsideState } from '../../records/outside-notifications';
import type { Office } from '../office';
import { formsAlike } from '../possible-duplicates';
import { visibleOf, type Reader } from '../reading';

/** A notification from outside in a list. Nothing of what was sent is in it but who sent it, for those who see names. */
export interface OutsideRow {
  readonly number: ReceiptNumber;
  readonly receivedAt: Instant;
  readonly state: OutsideState;
  /** The agency and the name that the sender gave; null once the content was removed, and for a program. */
  readonly from: { readonly agency: string; readonly name: string } | null;
  readonly addressConfirmed: boolean;
  readonly settled: { readonly by: PersonId; readonly at: Instant } | null;
  readonly reference: string | null;
  readonly aside: { readonly reason: string; readonly why: string } | null;
}

/** A notification from outside, whole. */
export interface OutsideView extends OutsideRow {
  readonly address: string | null;
  /** The form as it was sent; null once it was taken out, and for a program. */
  readonly content: unknown;
  /** Cases that look like the same child, as when a case is notified. */
  readonly looksLike: readonly string[];
  readonly log: readonly { readonly what: string; readonly at: Instant; readonly by: PersonId | null }[];
  readonly emails: readonly {
    readonly about: string;
    readonly to: string;
    readonly at: Instant;
    readonly state: string;
  }[];
}

/** Number of settled notifications that a list shows. */
const settledShown = 50;
const waitingShown = 200;

/** The part of a form by which its sender is shown, and the children by whom similar cases are found. */
const sentForm = z.looseObject({
  notifyingAgency: z.string(),
  notifier: z.looseObject({ name: z.string(), email: z.optional(z.string()) }),
  children: z.array(z.looseObject({ name: z.string(), dateOfBirth: z.optional(z.string()) })),
});

/** Reads the sender and the children of a form that was sent; undefined once it was taken out. */
export function senderIn({ form }: Pick<OutsideNotification, 'form'>) {
  const read = form === undefined ? undefined : z.safeParse(sentForm, form);
  return read?.success === true ? read.data : undefined;
}

/** The installation's own programs see no names. */
const seesNames = (reader: Reader): boolean => reader !== 'installation';

/** Makes the row of a notification. */
function rowOf(kept: OutsideNotification, reader: Reader): OutsideRow {
  const { number, receivedAt, state, settled, reference, aside, addressConfirmedAt } = kept;
  const sender = seesNames(reader) ? senderIn(kept) : undefined;
  return {
    number,
    receivedAt,
    state,
    from: sender === undefined ? null : { agency: sender.notifyingAgency, name: sender.notifier.name },
    addressConfirmed: addressConfirmedAt !== undefined,
    settled: settled === undefined ? null : { by: settled.by, at: settled.at },
    reference: reference ?? null,
    aside: aside ?? null,
  };
}

/** Lists the notifications that wait, oldest first, and those that were taken or set aside last. */
export async function readReceived({ records }: Pick<Office, 'records'>, reader: Reader) {
  const { outsideNotifications } = records;
  const [waiting, taken, aside] = await Promise.all([
    outsideNotifications.list('waiting', waitingShown),
    outsideNotifications.list('taken', settledShown),
    outsideNotifications.list('set-aside', settledShown),
  ]);
  const rows = (some: readonly OutsideNotification[]) => some.map((one) => rowOf(one, reader));
  return { waiting: rows(waiting), taken: rows(taken), setAside: rows(aside) };
}

/** The receipt numbers and the cases that the list shows, for the reading log. */
export const casesShownInList = ({
  waiting,
  taken,
  setAside,
}: Awaited<ReturnType<typeof readReceived>>): readonly string[] =>
  [waiting, taken, setAside]
    .flat()
    .flatMap(({ number, reference }) => [number, ...(reference === null ? [] : [reference])]);

/** The receipt number and the cases that a whole notification shows, for the reading log. */
export const casesShownWith = ({ number, reference, looksLike }: OutsideView): readonly string[] => [
  number,
  ...(reference === null ? [] : [reference]),
  ...looksLike,
];

/** Finds a notification by what an address says; undefined if there is none. */
export async function findReceived(
  { records }: Pick<Office, 'records'>,
  number: string | undefined,
): Promise<OutsideNotification | undefined> {
  const text = number?.toUpperCase() ?? '';
  return isReceiptNumber(text) ? records.outsideNotifications.get(text) : undefined;
}

/** Reads a whole notification for somebody who may take it. */
export async function viewOfReceived(office: Office, kept: OutsideNotification, reader: Reader): Promise<OutsideView> {
  const { outsideNotifications, outsideEmails } = office.records;
  const [log, emails, looksLike] = await Promise.all([
    outsideNotifications.log(kept.number),
    outsideEmails.list(kept.number),
    alike(office, kept, reader),
  ]);
  return {
    ...rowOf(kept, reader),
    address: seesNames(reader) ? (kept.address ?? null) : null,
    content: seesNames(reader) ? (kept.form ?? null) : null,
    looksLike,
    log: log.map(({ what, at, by }) => ({ what, at, by: by ?? null })),
    emails: emails.map(({ rung, recipient, at, state }) => ({ about: rung, to: recipient, at, state })),
  };
}

/** Lists the cases that look like the same child, of those that the reader may see. */
async function alike(office: Office, kept: OutsideNotification, reader: Reader): Promise<readonly string[]> {
  const children = (senderIn(kept)?.children ?? []).map(({ name, dateOfBirth }) => {
    const born: IsoDate | undefined = dateOfBirth === undefined ? undefined : parseIsoDate(dateOfBirth);
    return { name, ...(born === undefined ? {} : { dateOfBirth: born }) };
  });
  if (children.length === 0 || kept.state !== 'waiting') return [];
  const found = await formsAlike(office, { children, receivedOn: londonDate(kept.receivedAt), practice: false });
  return visibleOf(office, reader, found);
}
