import * as z from 'zod/mini';
import { parseForm } from '../../casework/forms';
import {
  casesShownInList,
  casesShownWith,
  findReceived,
  readReceived,
  viewOfReceived,
} from '../../casework/outside/reading';
import { setNotificationAside } from '../../casework/outside/setting-aside';
import { takeNotification, type Taken } from '../../casework/outside/taking';
import { whoMay, whoOpens } from '../../http/access';
import { confirmedField } from '../../procedure/notification/notification-people';
import { asideForm } from '../../procedure/outside-notification/setting-aside';
import { londonDate } from '../../procedure/time/dates';
import type { OutsideNotification } from '../../records/outside-notifications';
import type { ApiDependencies } from '../dependencies';
import { pageFor } from '../page-for';
import { Problem, problemOfRefusal } from '../problems';
import { get, post, type ChangeRequest, type Reply, type Route } from '../route';

const noSuchNotification = (number: string | undefined): Problem =>
  new Problem(
    'not-found',
    `No notification was received under ${JSON.stringify(number ?? '')}. A receipt number looks like REC-7KQ4-M2TX.`,
    { nothingBegun: true },
  );

/** Taking a notification asks for nothing but whether doubtful answers are right. */
const takingForm = z.strictObject({ confirmed: confirmedField() });

interface Numbered {
  readonly params: Readonly<Record<string, string>>;
}

async function found(dependencies: ApiDependencies, { params }: Numbered): Promise<OutsideNotification> {
  const kept = await findReceived(dependencies, params['number']);
  if (kept === undefined) throw noSuchNotification(params['number']);
  return kept;
}

const reading = (dependencies: ApiDependencies): readonly Route[] => [
  get({
    path: '/api/received-notifications',
    access: whoOpens('received'),
    tag: 'Notifications received',
    summary: 'List the notifications that nobody has taken yet, and those taken or set aside last',
    description:
      'Somebody sent each without signing in. `from` is null for the installation’s own token, which reads no names.',
    replies: { 200: { description: 'The notifications.', schema: 'ReceivedList' } },
    async answer({ reader }) {
      const body = await readReceived(dependencies, reader);
      return { status: 200, body, shown: { cases: casesShownInList(body) } };
    },
  }),
  get({
    path: '/api/received-notifications/:number',
    access: whoOpens('received'),
    tag: 'Notifications received',
    summary: 'Read a notification that was received: who sent it, all that was sent, and what became of it',
    description: '`content` and `address` are null for the installation’s own token, and once they were removed.',
    replies: { 200: { description: 'The notification.', schema: 'Received' } },
    refuses: [404],
    async answer({ params, reader }) {
      const body = await viewOfReceived(dependencies, await found(dependencies, { params }), reader);
      return { status: 200, body, shown: { cases: casesShownWith(body), part: 'received-notification' } };
    },
  }),
];

/** Takes a notification, or answers again that it was taken. */
async function take(
  dependencies: ApiDependencies,
  { params, body: sent, actor, key }: Pick<ChangeRequest, 'params' | 'body' | 'actor' | 'key'>,
): Promise<Reply> {
  const { number } = await found(dependencies, { params });
  const read = parseForm(takingForm, sent, { today: londonDate(dependencies.now()) });
  if (read.kind === 'refused') throw problemOfRefusal(read.refusal, { begun: false });
  const taken: Taken = await takeNotification(dependencies, { number, by: actor, key, ...read.form });
  switch (taken.kind) {
    case 'not-there':
      throw noSuchNotification(number);
    case 'refused':
      throw problemOfRefusal(taken.refusal, { begun: false });
    case 'opened': {
      const { reference } = taken.onRecord.file;
      const body = (await pageFor(dependencies, taken.onRecord, actor)) ?? { reference };
      return taken.recorded ? { status: 201, body } : { status: 202, body, forNow: true };
    }
  }
}

const taking = (dependencies: ApiDependencies): Route =>
  post({
    path: '/api/received-notifications/:number/take',
    access: whoMay('settle-received'),
    tag: 'Notifications received',
    summary: 'Take a notification: a case opens from it',
    description:
      'Step 1. Day 1 of the case is the day on which the notification was received. The record says who took it. Of two people who take it the first does, and the second is told who was first. Answers that hardly go together, and that the sender did not confirm, are refused with `to-be-confirmed`: send their codes in `confirmed`, or ask the sender.',
    body: takingForm,
    replies: {
      201: { description: 'The case is open.', schema: 'Opened' },
      202: { description: 'The case is open, and still being written to the records.', schema: 'Opened' },
    },
    refuses: [404],
    answer: (ordered) => take(dependencies, ordered),
    again: (ordered) => take(dependencies, ordered),
  });

async function setAside(
  dependencies: ApiDependencies,
  { params, body, actor, key }: Pick<ChangeRequest, 'params' | 'body' | 'actor' | 'key'>,
): Promise<Reply> {
  const { number } = await found(dependencies, { params });
  const aside = await setNotificationAside(dependencies, { number, by: actor, key, form: body });
  switch (aside.kind) {
    case 'not-there':
      throw noSuchNotification(number);
    case 'refused':
      throw problemOfRefusal(aside.refusal, { begun: false });
    case 'set-aside':
      return { status: 200, body: await viewOfReceived(dependencies, aside.notification, actor) };
  }
}

const settingAside = (dependencies: ApiDependencies): Route =>
  post({
    path: '/api/received-notifications/:number/set-aside',
    access: whoMay('settle-received'),
    tag: 'Notifications received',
    summary: 'Set a notification aside with the reason: no case opens from it',
    description:
      'Where it was sent twice, `reference` names the case that there is of it. Its content is removed after the days that the settings say.',
    body: asideForm(),
    examples: {
      twice: { reason: 'sent-twice', reference: 'SIN-2026-0007', why: 'The ward sent it again after the weekend.' },
    },
    replies: { 200: { description: 'It is set aside.', schema: 'Received' } },
    refuses: [404],
    answer: (ordered) => setAside(dependencies, ordered),
    again: (ordered) => setAside(dependencies, ordered),
  });

/** Notifications of people who are not signed in, which wait until the Business Unit takes them (step 1). */
export const receivedNotificationRoutes = (dependencies: ApiDependencies): readonly Route[] => [
  ...reading(dependencies),
  taking(dependencies),
  settingAside(dependencies),
];
