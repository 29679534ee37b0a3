import { londonDate } from '../procedure/time/dates';
import {
  notificationDoubts,
  notificationForm,
  notificationOf,
  notificationProblems,
  type NotificationForm,
} from '../procedure/notification/notification-form';
import type { DoubtCode } from '../procedure/notification/doubt-words';
import { doubtsToConfirm, unconfirmedDoubts } from '../procedure/notification/doubtful-answers';
import { childDetailNames } from '../procedure/notification/named-child';
import { openCase } from '../procedure/case/open-case';
import { toBeConfirmed } from '../procedure/case/opening-correction';
import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import { refusal, type Refusal } from '../procedure/refusals';
import { part, says } from '../procedure/sentence';
import type { Role } from '../procedure/roles';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { CaseOnRecord } from '../records/cases';
import type { CaseContent } from '../records/content';
import { formsAlike } from './possible-duplicates';
import { parseForm, wrongFields, type FormRead } from './forms';
import type { Office } from './office';
import type { ReadableCase } from './reading';
import { soon } from './poll-until';
import { whyMayNotDo } from './who-may';
import { separateWords, wordsIdFor } from './free-text';

/**
 * The time allowed for a new case to appear in the records, in milliseconds. After that the answer says `recorded:
 * false`.
 */
const recordedWithinMs = 5_000;
/** The time allowed for another form, sent at the same moment, to become a case, in milliseconds. */
const neighbourWithinMs = 2_000;

/**
 * Stands for a person in cases of release 0.1.0, which opened them from the form of somebody who was not signed in. Such
 * a form waits for the Business Unit now. No profile can give this id to a person, and the id has no part in any case.
 */
export const notificationFormItself = 'P00' as PersonId;

/** A notification as somebody sends it. */
export interface Notifying {
  readonly form: unknown;
  /** The person of the profile who is signed in. Nobody else opens a case. */
  readonly by: PersonId;
  /** The idempotency key. The same key with the same print is one case, whatever breaks off on the way. */
  readonly key: string;
  /** The digest of the request (`printOf`). The same key with another form is another case. */
  readonly print: string;
  /** Takes the place of the form's own answer to whether this is a practice case. */
  readonly practice?: boolean;
}

/** The result of sending a notification. If it is refused, nothing was begun. */
export type NotificationOutcome =
  | {
      readonly kind: 'opened';
      /** False while the case is still being written to the records. */
      readonly recorded: boolean;
      readonly onRecord: ReadableCase;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Reads a notification and checks its fields against each other and the calendar. Begins nothing. */
export function checkNotification(sent: unknown, now: Instant): FormRead<NotificationForm> {
  const read = parseForm(notificationForm(), sent, { today: londonDate(now) });
  if (read.kind === 'refused') return read;
  const wrong = notificationProblems(read.form, now);
  const doubts = notificationDoubts(read.form, now);
  if (wrong.length > 0) return { kind: 'refused', refusal: wrongFields([...wrong, ...doubts]) };
  if (doubts.length > 0) return { kind: 'refused', refusal: toBeConfirmed(doubts) };
  const toConfirm = unconfirmedDoubts(read.form);
  return toConfirm.length > 0 ? { kind: 'refused', refusal: doubtsToConfirm(toConfirm) } : read;
}

/**
 * Step 1: turns a notification into a case, once for its key, whatever breaks off on the way. Throws
 * `RecordsUnavailable` and `CasesUnavailable`; the same key with the same form then goes on where it broke off.
 */
export async function receiveNotification(office: Office, notifying: Notifying): Promise<NotificationOutcome> {
  const { profile, now } = office;
  const { by, key } = notifying;
  const at = now();
  const checked = checkNotification(notifying.form, at);
  if (checked.kind === 'refused') return checked;
  const { form } = checked;
  const practice = notifying.practice ?? form.practice ?? false;
  const sender = profile.people.find(({ id }) => id === by);
  const mayNot = whyMayNotDo(office, sender, practice ? 'open-practice-case' : 'notify');
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  if (sender === undefined)
    return {
      kind: 'refused',
      refusal: refusal('unknown-person', says`Nobody of the partnership is ${part.person(by)}.`),
    };
  const role = sender.roles[0] ?? 'wider-partner';
  return openFromForm(office, {
    ...{ form, receivedAt: at, practice, key },
    openedBy: { person: by, role },
    allocation: allocationOf(notifying),
  });
}

/** A form that was checked, and from which a case is to open. */
export interface FormToOpen {
  readonly form: NotificationForm;
  /** The moment at which it came; a form that came on paper says another day itself. */
  readonly receivedAt: Instant;
  readonly openedBy: { readonly person: PersonId; readonly role: Role };
  /** The idempotency key that the case is given. */
  readonly key: string;
  /** Names the form to the table of references. The same allocation is the same case. */
  readonly allocation: string;
  readonly practice: boolean;
  /** The number under which it waited, if it came from somebody who was not signed in. */
  readonly receiptNumber?: ReceiptNumber;
  /** The doubts that the office confirmed when it took the notification. */
  readonly confirmedByOffice?: readonly DoubtCode[];
}

/** Opens a case from a form that was checked, once for its allocation, whatever breaks off on the way. */
export async function openFromForm(
  office: Office,
  { form, receivedAt, openedBy, key, allocation, practice, receiptNumber, confirmedByOffice }: FormToOpen,
): Promise<Extract<NotificationOutcome, { readonly kind: 'opened' }>> {
  const { cases, records, partnership } = office;
  const receivedOn = form.receivedOn ?? londonDate(receivedAt);
  const { policy, calendar, meetings, people, everybody } = await partnership();
  const reference = await records.references.nextReference(Number(receivedOn.slice(0, 4)), allocation);
  const numbered = { reference, form, receivedOn, practice };
  // Gives the case the key without the print. The ids of the words are derived from both, and a reader of the case must
  // not be able to work them out.
  const separated = await keep(office, numbered, allocation);
  const looksLike = await alike(office, numbered);
  const notification = notificationOf(separated, {
    ...{ now: receivedAt, closingHour: policy.closingHour, looksLike, confirmedByOffice },
  });
  const recording = openCase({
    reference,
    practice,
    openedAt: receiptNumber === undefined ? receivedAt : office.now(),
    openedBy,
    key,
    notification: { ...notification, ...(receiptNumber === undefined ? {} : { receiptNumber }) },
    policy,
    calendar,
    meetings,
    people,
    everybody,
  });
  // Opens the case only if it is not on the record. A recorded case that no longer runs is restarted from its record
  // instead.
  if ((await records.cases.get(reference)) === undefined) await cases.open(recording);
  const patience = office.limits?.recordedWithinMs ?? recordedWithinMs;
  const recorded = await soon(() => records.cases.get(reference), patience);
  return {
    kind: 'opened',
    recorded: recorded !== undefined,
    onRecord: recorded ?? { file: recording.file, practiceOffsetMs: 0 },
  };
}

/** Finds the case that came of a notification sent under this key before, if there was one. */
export async function receivedBefore(
  { records }: Pick<Office, 'records'>,
  { key, print }: Pick<Notifying, 'key' | 'print'>,
): Promise<CaseOnRecord | undefined> {
  const reference = await records.references.referenceOf(allocationOf({ key, print }));
  return reference && records.cases.get(reference);
}

/** Names a notification to the table of references. The same notification, sent again, gets the same reference. */
const allocationOf = ({ key, print }: Pick<Notifying, 'key' | 'print'>): string => `${key} ${print}`;

/** A form that has its reference. */
interface Numbered {
  readonly reference: CaseReference;
  readonly form: NotificationForm;
  readonly receivedOn: IsoDate;
  readonly practice: boolean;
}

/**
 * Keeps names and words before anything else knows of the case. From here on the form carries references to the words.
 */
async function keep({ records }: Office, numbered: Numbered, allocation: string): Promise<NotificationForm> {
  const { reference, form, receivedOn, practice } = numbered;
  const { form: carried, words } = separateWords(notificationForm(), form, wordsIdFor(reference, allocation));
  // Separating words leaves every field in its place, so the type stays the same.
  const separated = carried as NotificationForm;
  // Marks the circumstances as text with names: only readers who see the names may read it.
  await records.words.keepWords(
    reference,
    words.map((one) => (one.id === separated.circumstances ? { ...one, names: true } : one)),
  );
  await records.content.saveContent({ reference, content: contentOf(separated), receivedOn, practice });
  return separated;
}

/** Picks out what a case must not carry. The circumstances are a reference to words here too. */
const contentOf = (form: NotificationForm): CaseContent => ({
  children: form.children.map((child, at) => ({
    ref: `child-${at + 1}`,
    name: child.name,
    dateOfBirth: child.dateOfBirth,
    ...given(child, childDetailNames),
  })),
  family: (form.family ?? []).map(({ name, relation }, at) => ({ ref: `family-${at + 1}`, name, relation })),
  notifier: {
    name: form.notifier.name,
    ...(form.notifier.email === undefined ? {} : { email: form.notifier.email }),
    ...(form.notifier.telephone === undefined ? {} : { phone: form.notifier.telephone }),
    ...(form.notifier.post === undefined ? {} : { role: form.notifier.post }),
  },
  circumstances: form.circumstances,
  ...given(form, incidentAnswers),
});

/** Answers about the incident that the case does not carry. */
const incidentAnswers = ['incidentTime', 'incidentPlace'] as const;

/** Picks the answers of these names that were given. */
const given = <T extends object, K extends keyof T>(form: T, names: readonly K[]) =>
  // Object.fromEntries loses the type of the keys.
  Object.fromEntries(names.filter((name) => form[name] !== undefined).map((name) => [name, form[name]])) as {
    readonly [key in K]?: NonNullable<T[key]>;
  };

/**
 * Finds the cases that look like the same child. If two forms come at one moment, the later one waits for the earlier
 * to become a case. A form whose sending broke off never becomes one.
 */
async function alike(office: Office, { reference, form, receivedOn, practice }: Numbered): Promise<readonly string[]> {
  const { children } = form;
  const found = await formsAlike(office, { children, receivedOn, practice, savedBefore: reference });
  await soon(async () => (await office.records.cases.known(found)).length === found.length, neighbourWithinMs);
  return office.records.cases.known(found);
}
