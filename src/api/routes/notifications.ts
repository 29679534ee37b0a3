import type { CaseFile } from '../../procedure/case-file';
import { londonDate } from '../../procedure/dates';
import { openCase } from '../../procedure/open-case';
import {
  notificationForm,
  notificationOf,
  notificationProblems,
  type NotificationForm,
} from '../../procedure/notification-form';
import type { CaseReference, IsoDate } from '../../procedure/time';
import type { CaseContent } from '../../records/content';
import { alikeWithinDays, casePage, onRecord } from '../case-page';
import type { Dependencies } from '../dependencies';
import { sampleNotification } from '../examples';
import { wrongFields } from '../problems';
import { post, type Ordered, type Reply, type Route } from '../route';
import { soon } from '../soon';
import { separateWords, wordsIdFor } from '../words';

/** How long a case that is opening is given to come on the record before it is answered without that. */
const recordedWithinMs = 5_000;
/** How long another form that came at the same moment is given to become a case. */
const neighbourWithinMs = 2_000;

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

interface Received {
  readonly reference: CaseReference;
  readonly form: NotificationForm;
  readonly receivedOn: IsoDate;
  readonly practice: boolean;
}

/** Step 1: a notification becomes a case, once for its key, whatever breaks off on the way. */
export function notificationRoutes({ cases, records, partnership, now, limits }: Dependencies): readonly Route[] {
  /** Keeps names and words before anything else knows of the case: from here on it carries references. */
  async function keep({ reference, form, receivedOn, practice }: Received, key: string): Promise<NotificationForm> {
    const { form: carried, words } = separateWords(notificationForm, form, wordsIdFor(reference, key));
    // Separating words leaves every field where it was.
    const separated = carried as NotificationForm;
    await records.words.keepWords(reference, words);
    await records.content.saveContent({ reference, content: contentOf(separated), receivedOn, practice });
    return separated;
  }

  /**
   * Cases that look like the same child. Of two forms that come at one moment the one with the later number waits for
   * the other to become a case; a form whose sending broke off is none.
   */
  async function alike({ reference, form, receivedOn, practice }: Received): Promise<readonly string[]> {
    const found = await records.content.findAlike({
      children: form.children,
      withinDays: alikeWithinDays,
      receivedOn,
      practice,
      except: reference,
    });
    const earlier = found.filter((one) => one < reference);
    await soon(async () => (await onRecord(records, earlier)).length === earlier.length, neighbourWithinMs);
    return onRecord(records, found);
  }

  async function receive({ body: form, actor, key, print }: Ordered<NotificationForm>): Promise<Reply> {
    const at = now();
    const wrong = notificationProblems(form, at);
    if (wrong.length > 0) throw wrongFields(wrong);
    const receivedOn = form.receivedOn ?? londonDate(at);
    const practice = form.practice ?? false;
    const { policy, calendar, meetings, people } = await partnership();
    const reference = await records.references.nextReference(Number(receivedOn.slice(0, 4)), `${key} ${print}`);
    const received = { reference, form, receivedOn, practice };
    const separated = await keep(received, key);
    const looksLike = await alike(received);
    const recording = openCase({
      reference,
      practice,
      openedAt: at,
      openedBy: { person: actor.id, role: actor.roles[0] ?? 'wider-partner' },
      key,
      notification: notificationOf(separated, { now: at, closingHour: policy.closingHour, looksLike }),
      policy,
      calendar,
      meetings,
      people,
    });
    await cases.open(recording);
    return opened(recording.file);
  }

  async function opened(file: CaseFile): Promise<Reply> {
    const recorded = await soon(() => records.cases.get(file.reference), limits?.recordedWithinMs ?? recordedWithinMs);
    const page = await casePage({ records, now }, recorded ?? { file, practiceOffsetMs: 0 });
    return recorded === undefined ? { status: 202, body: page, forNow: true } : { status: 201, body: page };
  }

  return [
    post({
      path: '/api/notifications',
      tag: 'Cases',
      summary: 'Send a Serious Incident Notification; a case opens',
      description:
        'Step 1. Any person of the profile may send one. Names, dates of birth and what people wrote go to the records; the case carries references to them. The same form under the same key is one case.',
      body: notificationForm,
      examples: { sample: sampleNotification },
      replies: {
        201: { description: 'The case is open.', schema: 'Case' },
        202: { description: 'The case is open, and still being written to the records.', schema: 'Case' },
      },
      answer: receive,
    }),
  ];
}
