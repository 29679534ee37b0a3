import { sightOf, visibility } from '../../../procedure/permissions';
import { linkLocked } from '../../../casework/links/codes';
import { findCase } from '../../../casework/reading';
import { isReceiptNumber } from '../../../procedure/outside-notification/receipt-number';
import { isReference } from '../../../records/case-reference';
import type { NoticePage } from '../../../records/notices';
import { addressWith } from '../../http/address-with';
import { notFound, redirect, referencesIn, showingCases, view, type Answer } from '../../http/answer';
import type { ConsoleDependencies } from '../../http/dependencies';
import { one } from '../../http/fields';
import { keepSearch, keptSearch } from '../../http/kept-search';
import {
  getPage,
  postPage,
  type Asked,
  type ByVisitor,
  type Fields,
  type PageRoute,
  type Visitor,
} from '../../http/page';
import { showing, whoOpens } from '../../../http/access';
import { mailboxNavigation, messageRow, noticeRow, taskRow } from '../../case-frame/email-view';

const onePage = 50;
/** The longest text to search for, in characters. */
const longestText = 200;
/** Tasks that are done are shown for a while, so that one ticked by mistake can be found again. */
const doneShown = 20;

/** Emails that stayed inside, those that wait or were refused, and what the Business Unit has to put right. */
export const mailboxRoutes: readonly PageRoute[] = [
  getPage('/mailbox', whoOpens('mailbox'), (request, dependencies) =>
    one(request.query, 'find') === ''
      ? messagesPage(request, dependencies)
      : withoutText(request, dependencies, request.query),
  ),

  postPage('/mailbox', whoOpens('mailbox'), (request, dependencies) =>
    withoutText(request, dependencies, request.fields),
  ),

  getPage(
    '/mailbox/waiting',
    showing('waiting-emails', whoOpens('mailbox')),
    async ({ visitor, query }, dependencies) => {
      const [waiting, refused] = await Promise.all([
        noticesOf(dependencies, visitor, 'waiting', one(query, 'waiting')),
        noticesOf(dependencies, visitor, 'refused', one(query, 'refused')),
      ]);
      const rows = ({ notices }: NoticePage) => notices.map((notice) => noticeRow(dependencies, notice));
      const list = view('pages/mailbox/waiting.njk', 'Emails that wait or were refused', {
        navigation: mailboxNavigation('waiting'),
        waiting: rows(waiting),
        refused: rows(refused),
        olderWaiting: waiting.next && addressWith('/mailbox/waiting', { waiting: waiting.next }),
        olderRefused: refused.next && addressWith('/mailbox/waiting', { refused: refused.next }),
        later: one(query, 'waiting') !== '' || one(query, 'refused') !== '',
      });
      return showingCases(list, [waiting.notices, refused.notices].flatMap(referencesIn));
    },
  ),

  getPage(
    '/mailbox/tasks',
    showing('tasks', whoOpens('mailbox')),
    async ({ visitor: { person }, query }, dependencies) => {
      const visibleTo = visibility(person);
      const [toDo, done] = await Promise.all([
        dependencies.records.tasks.list({ toDo: true, visibleTo, limit: 200 }),
        dependencies.records.tasks.list({ toDo: false, visibleTo, limit: doneShown }),
      ]);
      const settled = done.find(({ key }) => key === one(query, 'done'));
      const list = view('pages/mailbox/tasks.njk', 'What the Business Unit has to put right', {
        navigation: mailboxNavigation('tasks'),
        toDo: toDo.map((task) => taskRow(dependencies, task)),
        done: done.map((task) => taskRow(dependencies, task)),
        settled: settled && taskRow(dependencies, settled),
      });
      return showingCases(list, [toDo, done].flatMap(referencesIn));
    },
  ),

  postPage('/mailbox/tasks', whoOpens('mailbox'), async ({ visitor: { person }, fields, now }, dependencies) => {
    const { records } = dependencies;
    const task = await records.tasks.get(one(fields, 'task'));
    const known = await findCase(dependencies, task?.reference);
    if (task === undefined || known === undefined || sightOf(person, known.file) === 'none') {
      return notFound('There is no such task. Go back to the list: somebody else may have seen to it.');
    }
    const done = { at: now, by: person.id };
    if (task.kind === linkLocked) await records.answerLinks.unlock(task.key, done);
    else await records.tasks.done(task.key, done);
    return redirect(addressWith('/mailbox/tasks', { done: task.key }));
  }),

  getPage(
    '/mailbox/:messageId',
    showing('email', whoOpens('mailbox')),
    async ({ visitor: { person }, params }, dependencies) => {
      const message = await dependencies.records.mailbox.get(params['messageId'] ?? '');
      const known = await findCase(dependencies, message?.reference);
      const isOfNoCase = message !== undefined && isReceiptNumber(message.reference);
      const isSeen = isOfNoCase || (known !== undefined && sightOf(person, known.file) !== 'none');
      if (message === undefined || !isSeen) {
        return notFound('There is no such email among those that you can see.');
      }
      const shown = view('pages/mailbox/message.njk', message.subject, {
        message: { ...messageRow(message), text: message.text, calendar: message.calendar },
      });
      return showingCases(shown, [message.reference]);
    },
  ),
];

/** Redirects to the same emails, with a secret in the address in place of the text, which may be a name. */
async function withoutText(
  request: Asked & ByVisitor,
  dependencies: ConsoleDependencies,
  fields: Fields,
): Promise<Answer> {
  const text = one(fields, 'find').slice(0, longestText);
  const sought = text === '' ? '' : await keepSearch(dependencies, request, text);
  return redirect(addressWith('/mailbox', { case: one(fields, 'case').toUpperCase(), sought }));
}

/** The emails that stayed inside, those of a case or with words that were sought where the address says so. */
async function messagesPage(request: Asked & ByVisitor, dependencies: ConsoleDependencies): Promise<Answer> {
  const { visitor, query } = request;
  const [typed, sought, cursor] = [one(query, 'case').toUpperCase(), one(query, 'sought'), one(query, 'from')];
  const kept = sought === '' ? '' : await keptSearch(dependencies, request, sought);
  const text = kept ?? '';
  const about = isReference(typed) || isReceiptNumber(typed) ? typed : undefined;
  const unknown = typed !== '' && about === undefined;
  const { messages, next } = unknown
    ? { messages: [], next: undefined }
    : await dependencies.records.mailbox.list({
        visibleTo: visibility(visitor.person),
        limit: onePage,
        ...(about === undefined ? {} : { reference: about }),
        ...(text === '' ? {} : { text }),
        ...(cursor === '' ? {} : { cursor }),
      });
  const same = { case: typed, sought: text === '' ? '' : sought };
  const list = view('pages/mailbox/mailbox.njk', 'Mailbox', {
    navigation: mailboxNavigation('messages'),
    messages: messages.map(messageRow),
    filter: { case: typed, find: text, isSet: typed !== '' || text !== '', unknown },
    isLost: kept === undefined,
    first: cursor === '' ? undefined : addressWith('/mailbox', same),
    older: next && addressWith('/mailbox', { ...same, from: next }),
  });
  return showingCases(list, referencesIn(messages), text === '' ? 'mailbox' : 'mailbox-search');
}

/** Returns a page of the notices that wait or were refused, of the cases that the visitor may see. */
const noticesOf = (
  { records }: Pick<ConsoleDependencies, 'records'>,
  { person }: Visitor,
  state: 'waiting' | 'refused',
  cursor: string,
): Promise<NoticePage> =>
  records.notices.list({
    state,
    visibleTo: visibility(person),
    limit: onePage,
    ...(cursor === '' ? {} : { cursor }),
  });
