import {
  receivedBefore,
  receiveNotification,
  type NotificationOutcome,
  type Notifying,
} from '../../../casework/notifying';
import { keptBefore, receiveFromOutside, type ReceivedFromOutside } from '../../../casework/outside/receiving';
import { printOf } from '../../../casework/content-hash';
import { planOf } from '../../../procedure/describe';
import { does } from '../../../procedure/permissions';
import type { StepId } from '../../../procedure/step-ids';
import { RecordsUnavailable } from '../../../records/unavailable';
import { CasesUnavailable } from '../../../temporal/cases';
import { redirect, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, limited, postPage, type PageRoute } from '../../http/page';
import { everybody } from '../../../http/access';
import { notificationCheckView } from './check-view';
import { formHere, inForm, markReceived, markSent, type OpenForm, type SentForm } from '../../forms/notification-draft';
import { evaluate, type Evaluated } from './evaluation';
import { askingOf, frameOf, noForm, ofForm, whichForm, type AskedByAnybody } from './form-route';
import { receivedPage } from './confirming';
import { sentView } from './sent-view';

/*
 * Pages that check the answers and send them. A notification is sent once, even if its button is pressed twice or the
 * connection breaks.
 */

const stepsToTell: readonly StepId[] = [
  'front-door',
  'decision-meeting',
  'outcome',
  'information',
  'rapid-review-meeting',
  'submission',
];

interface Shown {
  readonly open: OpenForm;
  readonly evaluated: Evaluated;
  readonly away?: true;
  /** True if the form was sent but has problems. */
  readonly refused?: true;
  /** Says why no further notification is taken now. */
  readonly tooMany?: string;
  readonly status?: number;
}

function show(asked: AskedByAnybody, dependencies: ConsoleDependencies, shown: Shown): Answer {
  const { open, evaluated, away, refused, tooMany, status = 200 } = shown;
  const { inTheWay, ...checked } = notificationCheckView(open.form, evaluated, {
    asking: askingOf(dependencies, asked.visitor),
    now: asked.now,
  });
  const model = {
    ...frameOf(dependencies, open.form.practice),
    ...checked,
    problems: inTheWay,
    away: away === true,
    refused: refused === true,
    tooMany,
    wayBack: { href: '/notify/tasks', text: 'All parts of the form' },
  };
  return view('pages/notify/check.njk', 'Check your answers', model, status);
}

const evaluated = (asked: AskedByAnybody, dependencies: ConsoleDependencies, { form }: OpenForm): Evaluated =>
  evaluate(form, askingOf(dependencies, asked.visitor), asked.now);

const check = ofForm((asked, dependencies, open) =>
  show(asked, dependencies, { open, evaluated: evaluated(asked, dependencies, open) }),
);

/** Returns the facts that are kept for the confirmation: nothing of what was written. */
function sentForm({ onRecord: { file } }: Extract<NotificationOutcome, { readonly kind: 'opened' }>): SentForm {
  const plan = planOf(file, file.openedAt);
  const dues = stepsToTell.flatMap((step) => {
    const due = plan.find(({ id }) => id === step)?.due;
    return due == null ? [] : [[step, due] as const];
  });
  return {
    reference: file.reference,
    receivedAt: file.notification.receivedAt,
    practice: file.practice,
    dues: Object.fromEntries(dues),
  };
}

const isAway = (error: unknown): boolean => error instanceof CasesUnavailable || error instanceof RecordsUnavailable;

/**
 * Opens a case for somebody who is signed in, and keeps the form of anybody else. What was sent before under this key is
 * found, whether its sender has signed in or out since.
 */
async function receive(
  { visitor, from }: AskedByAnybody,
  dependencies: ConsoleDependencies,
  { practice, ...sent }: Pick<Notifying, 'form' | 'key' | 'print'> & { readonly practice: boolean },
): Promise<NotificationOutcome | ReceivedFromOutside> {
  if (visitor !== undefined) {
    const kept = await keptBefore(dependencies, sent);
    return kept ?? receiveNotification(dependencies, { ...sent, by: visitor.person.id, practice });
  }
  const onRecord = await receivedBefore(dependencies, sent);
  return onRecord === undefined
    ? receiveFromOutside(dependencies, { ...sent, from })
    : { kind: 'opened', recorded: true, onRecord };
}

const send = ofForm(async (asked, dependencies, open) => {
  const { form, key } = open;
  const { visitor } = asked;
  if (form.practice && !does(visitor?.person, 'open-practice-case')) {
    return redirect(`/sign-in?to=${encodeURIComponent(inForm(open.handle, '/notify/check'))}`);
  }
  const whole = evaluated(asked, dependencies, open);
  if (!whole.canBeSent) return show(asked, dependencies, { open, evaluated: whole, refused: true, status: 422 });
  try {
    const sent = { form: whole.raw, key: `form ${key}`, print: printOf('notification form', whole.raw) };
    const received = await receive(asked, dependencies, { ...sent, practice: form.practice });
    switch (received.kind) {
      case 'refused':
        dependencies.log?.error(
          { fields: received.refusal.fields?.map(({ field }) => field) },
          'The form was refused.',
        );
        return show(asked, dependencies, { open, evaluated: whole, refused: true, status: 422 });
      case 'too-many':
        return show(asked, dependencies, { open, evaluated: whole, tooMany: received.sentence, status: 429 });
      case 'received':
        await markReceived(dependencies, open, received, asked.now);
        return redirect('/notify/sent');
      case 'opened':
        await markSent(dependencies, open, sentForm(received), asked.now);
        return redirect('/notify/sent');
    }
  } catch (error) {
    if (!isAway(error)) throw error;
    return show(asked, dependencies, { open, evaluated: whole, away: true, status: 503 });
  }
});

async function confirmation(asked: AskedByAnybody, dependencies: ConsoleDependencies): Promise<Answer> {
  const found = await formHere(dependencies, asked);
  switch (found.kind) {
    case 'none':
      return noForm(dependencies);
    case 'several':
      return whichForm(dependencies, found.open);
    case 'open':
      return redirect(inForm(found.handle, '/notify/tasks'));
    case 'received':
      return receivedPage(dependencies, found);
    case 'sent': {
      const model = await sentView(dependencies, found.sent, asked.visitor);
      return view('pages/notify/sent.njk', 'Notification received', {
        ...frameOf(dependencies, found.sent.practice),
        ...model,
      });
    }
  }
}

/** Check your answers, send the notification, and the confirmation. */
export const sendingRoutes: readonly PageRoute[] = [
  getPage('/notify/check', everybody, check),
  limited(postPage('/notify/check', everybody, send), {
    times: 60,
    minutes: 60,
    sentence:
      'More notifications came from your network than we take in an hour. Your form is kept: send it later, and tell the Business Unit by telephone if it is urgent.',
  }),
  getPage('/notify/sent', everybody, confirmation),
];
