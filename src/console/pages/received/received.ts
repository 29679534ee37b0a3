import {
  casesShownInList,
  casesShownWith,
  findReceived,
  readReceived,
  viewOfReceived,
} from '../../../casework/outside/reading';
import { setNotificationAside } from '../../../casework/outside/setting-aside';
import { doubtsToTake, takeNotification } from '../../../casework/outside/taking';
import { asideForm } from '../../../procedure/outside-notification/setting-aside';
import type { FieldProblem, Refusal } from '../../../procedure/refusals';
import { londonDate } from '../../../procedure/time/dates';
import type { OutsideNotification } from '../../../records/outside-notifications';
import { whoOpens } from '../../../http/access';
import { notFound, redirect, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { getPage, postPage, type Asked, type ByVisitor, type Fields, type PageRoute } from '../../http/page';
import { withoutCase } from '../../forms/context';
import { confirmedOnPage, confirmFields, confirmName } from '../../forms/confirm-question';
import { errorSummary } from '../../forms/error-summary';
import { fieldsOf } from '../../forms/fields-of';
import { problemsAsNamed, readFields } from '../../forms/reading';
import { partnershipNames, problemsOnPage, saidOnPage } from '../../wording/said-on-page';
import { receivedListView, receivedView } from './received-view';

/* Notifications that people sent without signing in: the Business Unit takes each, or sets it aside with the reason. */

type AskedHere = Asked & ByVisitor;

const mayOpen = whoOpens('received');
const maySettle = whoOpens('received', 'settle-received');

const noSuchNotification = (): Answer =>
  notFound('No notification was received under this number. A receipt number looks like REC-7KQ4-M2TX.');

/** A reason why a notification could not be taken. */
interface Told {
  /** Why something was not done. */
  readonly told?: string;
  readonly typed?: Fields;
  /** The doubts that are to be confirmed first. */
  readonly problems?: readonly FieldProblem[];
}

/** The page of one notification. */
async function notificationPage(
  { visitor: { person }, params }: Pick<AskedHere, 'visitor' | 'params'>,
  dependencies: ConsoleDependencies,
  { told, typed = {}, problems = [] }: Told = {},
): Promise<Answer> {
  const kept = await findReceived(dependencies, params['number']);
  if (kept === undefined) return noSuchNotification();
  const read = await viewOfReceived(dependencies, kept, person);
  const doubts = confirmFields(doubtsToTake(kept), { typed, problems });
  const errors = errorSummary(problems, doubts);
  const model = { ...receivedView(dependencies, read), told, doubts, errors };
  const page = view(
    'pages/received/notification.njk',
    `Notification ${kept.number}`,
    model,
    problems.length > 0 ? 422 : told === undefined ? 200 : 409,
  );
  return showingCases(page, casesShownWith(read), 'received-notification');
}

/** A press of a button is keyed by who pressed: pressed twice by one person, it is one act. */
const keyOf = ({ number }: OutsideNotification, what: string): string => `console ${what} ${number}`;

async function take(asked: AskedHere, dependencies: ConsoleDependencies): Promise<Answer> {
  const kept = await findReceived(dependencies, asked.params['number']);
  if (kept === undefined) return noSuchNotification();
  const { number } = kept;
  const taken = await takeNotification(dependencies, {
    number,
    by: asked.visitor.person,
    key: keyOf(kept, 'take'),
    confirmed: confirmedOnPage(asked.fields),
  });
  switch (taken.kind) {
    case 'opened':
      return redirect(taken.recorded ? `/cases/${taken.onRecord.file.reference}` : `/received/${number}`);
    case 'refused':
      return notTaken(asked, dependencies, taken.refusal);
    case 'not-there':
      return noSuchNotification();
  }
}

/** Says why a notification was not taken: beside the doubts that are to be confirmed, or over the page. */
function notTaken(asked: AskedHere, dependencies: ConsoleDependencies, refusal: Refusal): Promise<Answer> {
  const names = partnershipNames(dependencies);
  if (refusal.code !== 'to-be-confirmed') {
    return notificationPage(asked, dependencies, { told: saidOnPage(names, refusal) });
  }
  const problems = problemsOnPage(names, refusal.fields ?? []).map((one) => ({ ...one, field: confirmName }));
  return notificationPage(asked, dependencies, { typed: asked.fields, problems });
}

/** The form by which a notification is set aside, with what was typed and what is wrong. */
function asidePage(
  { now }: Pick<Asked, 'now'>,
  { number, receivedAt, state }: OutsideNotification,
  { typed, problems = [] }: { readonly typed: Fields; readonly problems?: readonly FieldProblem[] },
): Answer {
  const fields = fieldsOf(asideForm(), withoutCase(londonDate(now)), { typed, problems });
  const model = { number, receivedAt, waits: state === 'waiting', fields, errors: errorSummary(problems, fields) };
  const page = view('pages/received/set-aside.njk', `Set ${number} aside`, model, problems.length === 0 ? 200 : 422);
  return showingCases(page, [number], 'received-notification');
}

async function setAside(asked: AskedHere, dependencies: ConsoleDependencies): Promise<Answer> {
  const kept = await findReceived(dependencies, asked.params['number']);
  if (kept === undefined) return noSuchNotification();
  const { fields: typed, visitor, now } = asked;
  const context = withoutCase(londonDate(now));
  const { form, problems } = readFields(asideForm(), typed, context);
  if (problems.length > 0) return asidePage(asked, kept, { typed, problems });
  const { number } = kept;
  const done = await setNotificationAside(dependencies, {
    ...{ number, form, by: visitor.person, key: keyOf(kept, 'set aside') },
  });
  switch (done.kind) {
    case 'set-aside':
      return redirect(`/received/${number}`);
    case 'refused': {
      const wrong = done.refusal.fields;
      if (wrong === undefined)
        return notificationPage(asked, dependencies, {
          told: saidOnPage(partnershipNames(dependencies), done.refusal),
        });
      return asidePage(asked, kept, {
        typed,
        problems: problemsAsNamed(asideForm(), typed, problemsOnPage(partnershipNames(dependencies), wrong), context),
      });
    }
    case 'not-there':
      return noSuchNotification();
  }
}

/** The notifications that were received, one of them, taking it and setting it aside. */
export const receivedRoutes: readonly PageRoute[] = [
  getPage('/received', mayOpen, async ({ visitor: { person } }, dependencies) => {
    const read = await readReceived(dependencies, person);
    const page = view('pages/received/received.njk', 'Notifications received', receivedListView(dependencies, read));
    return showingCases(page, casesShownInList(read));
  }),
  getPage('/received/:number', mayOpen, (asked, dependencies) => notificationPage(asked, dependencies)),
  postPage('/received/:number/take', maySettle, take),
  getPage('/received/:number/set-aside', maySettle, async (asked, dependencies) => {
    const kept = await findReceived(dependencies, asked.params['number']);
    return kept === undefined ? noSuchNotification() : asidePage(asked, kept, { typed: asked.typedBefore ?? {} });
  }),
  postPage('/received/:number/set-aside', maySettle, setAside),
];
