import { londonDate } from '../procedure/time/dates';
import {
  notificationDoubts,
  notificationForm,
  notificationOf,
  notificationProblems,
  type NotificationForm,
} from '../procedure/notification/notification-form';
import { openCase } from '../procedure/case/open-case';
import { toBeConfirmed } from '../procedure/case/opening-correction';
import type { Refusal } from '../procedure/refusals';
import type { CaseReference, Instant, IsoDate, PersonId } from '../procedure/time/time';
import type { CaseOnRecord } from '../records/cases';
import type { CaseContent } from '../records/content';
import { formsAlike } from './possible-duplicates';
import { readForm, wrongFields, type FormRead } from './forms';
import type { Office } from './office';
import type { ReadableCase } from './reading';
import { soon } from './poll-until';
import { whyMayNotDo } from './who-may';
import { separateWords, wordsIdFor } from './free-text';

/** How long a case that is opening is given to come on the record before it is answered without that. */
const recordedWithinMs = 5_000;
/** How long another form that came at the same moment is given to become a case. */
const neighbourWithinMs = 2_000;

/**
 * The notification form itself, where it came from somebody who had not signed in. Step 1 asks no account of whoever
 * notifies; their name is in the records. No profile can give this id to a person, and in a case it has no part.
 */
export const notificationFormItself = 'P00' as PersonId;

/** A notification as somebody sends it. */
export interface Notifying {
  readonly form: unknown;
  /** A person of the profile, or `notificationFormItself`. */
  readonly by: PersonId;
  /** The idempotency key: the same key with the same print is one case, whatever breaks off on the way. */
  readonly key: string;
  /** What the request was (`printOf`): with another form the same key is another case. */
  readonly print: string;
  /** In place of what the form says of being a practice case. */
  readonly practice?: boolean;
}

/** What came of sending a notification. A refused one began nothing. */
export type Received =
  | {
      readonly kind: 'opened';
      /** False while the case is still being written to the records. */
      readonly recorded: boolean;
      readonly onRecord: ReadableCase;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Reads a notification and holds its fields against each other and the calendar; nothing is begun. */
export function checkNotification(sent: unknown, now: Instant): FormRead<NotificationForm> {
  const read = readForm(notificationForm(), sent, { today: londonDate(now) });
  if (read.kind === 'refused') return read;
  const wrong = notificationProblems(read.form, now);
  const doubts = notificationDoubts(read.form, now);
  if (wrong.length > 0) return { kind: 'refused', refusal: wrongFields([...wrong, ...doubts]) };
  return doubts.length > 0 ? { kind: 'refused', refusal: toBeConfirmed(doubts) } : read;
}

/**
 * Step 1: a notification becomes a case, once for its key, whatever breaks off on the way. Throws `RecordsUnavailable`
 * and `CasesUnavailable`: the same key with the same form then goes on where it broke off.
 */
export async function receiveNotification(office: Office, notifying: Notifying): Promise<Received> {
  const { cases, records, profile, partnership, now } = office;
  const { by, key } = notifying;
  const at = now();
  const checked = checkNotification(notifying.form, at);
  if (checked.kind === 'refused') return checked;
  const { form } = checked;
  const receivedOn = form.receivedOn ?? londonDate(at);
  const practice = notifying.practice ?? form.practice ?? false;
  const sender = profile.people.find(({ id }) => id === by);
  const mayNot = practice ? whyMayNotDo(office, sender, 'open-practice-case') : undefined;
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  const { policy, calendar, meetings, people, everybody } = await partnership();
  const reference = await records.references.nextReference(Number(receivedOn.slice(0, 4)), allocationOf(notifying));
  const numbered = { reference, form, receivedOn, practice };
  // The key alone stands in the case: with it anybody there could work out what the words are known by.
  const separated = await keep(office, numbered, allocationOf(notifying));
  const looksLike = await alike(office, numbered);
  const role = sender?.roles[0] ?? 'wider-partner';
  const recording = openCase({
    reference,
    practice,
    openedAt: at,
    openedBy: { person: by, role },
    key,
    notification: notificationOf(separated, { now: at, closingHour: policy.closingHour, looksLike }),
    policy,
    calendar,
    meetings,
    people,
    everybody,
  });
  // One that is on the record has begun: where it does not run any more, it is restarted from there and not opened again.
  if ((await records.cases.get(reference)) === undefined) await cases.open(recording);
  const patience = office.limits?.recordedWithinMs ?? recordedWithinMs;
  const recorded = await soon(() => records.cases.get(reference), patience);
  return {
    kind: 'opened',
    recorded: recorded !== undefined,
    onRecord: recorded ?? { file: recording.file, practiceOffsetMs: 0 },
  };
}

/** The case that a notification became which came under this key before; nothing where none did. */
export async function receivedBefore(
  { records }: Pick<Office, 'records'>,
  { key, print }: Pick<Notifying, 'key' | 'print'>,
): Promise<CaseOnRecord | undefined> {
  const reference = await records.references.referenceOf(allocationOf({ key, print }));
  return reference && records.cases.get(reference);
}

/** What a reference is given for: the same notification, sent again, has the same. */
const allocationOf = ({ key, print }: Pick<Notifying, 'key' | 'print'>): string => `${key} ${print}`;

/** A form that has its reference. */
interface Numbered {
  readonly reference: CaseReference;
  readonly form: NotificationForm;
  readonly receivedOn: IsoDate;
  readonly practice: boolean;
}

/** Keeps names and words before anything else knows of the case: from here on it carries references. */
async function keep({ records }: Office, numbered: Numbered, allocation: string): Promise<NotificationForm> {
  const { reference, form, receivedOn, practice } = numbered;
  const { form: carried, words } = separateWords(notificationForm(), form, wordsIdFor(reference, allocation));
  // Separating words leaves every field where it was.
  const separated = carried as NotificationForm;
  // What happened is read with the names.
  await records.words.keepWords(
    reference,
    words.map((one) => (one.id === separated.circumstances ? { ...one, names: true } : one)),
  );
  await records.content.saveContent({ reference, content: contentOf(separated), receivedOn, practice });
  return separated;
}

/** What a form says that a case must not carry; what happened is a reference here too. */
const contentOf = (form: NotificationForm): CaseContent => ({
  children: form.children.map(({ name, dateOfBirth }, at) => ({ ref: `child-${at + 1}`, name, dateOfBirth })),
  family: (form.family ?? []).map(({ name, relation }, at) => ({ ref: `family-${at + 1}`, name, relation })),
  notifier: {
    name: form.notifier.name,
    ...(form.notifier.email === undefined ? {} : { email: form.notifier.email }),
    ...(form.notifier.telephone === undefined ? {} : { phone: form.notifier.telephone }),
    ...(form.notifier.post === undefined ? {} : { role: form.notifier.post }),
  },
  ...(form.circumstances === undefined ? {} : { circumstances: form.circumstances }),
});

/**
 * Cases that look like the same child. Of two forms that come at one moment the one that was kept later waits for the
 * other to become a case; a form whose sending broke off is none.
 */
async function alike(office: Office, { reference, form, receivedOn, practice }: Numbered): Promise<readonly string[]> {
  const { children } = form;
  const found = await formsAlike(office, { children, receivedOn, practice, savedBefore: reference });
  await soon(async () => (await office.records.cases.known(found)).length === found.length, neighbourWithinMs);
  return office.records.cases.known(found);
}
