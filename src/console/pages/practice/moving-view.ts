import { kindOfNotice } from '../../../procedure/reminders/notice-kinds';
import { nextDeadlineAt } from '../../../casework/moving-forward';
import type { CaseFile } from '../../../procedure/case/case-file';
import { londonDate } from '../../../procedure/time/dates';
import { ownDeadlines } from '../../../procedure/dates/deadlines';
import { opens, type Viewer } from '../../../procedure/permissions';
import type { Instant } from '../../../procedure/time/time';
import type { NoticeOnRecord } from '../../../records/notices';
import { caseAddress } from '../../case-frame/case-frame';
import { entryTitle } from '../../case-frame/record-view';
import { deadlineTitle } from '../../wording/case-status';
import type { ConsoleDependencies } from '../../http/dependencies';
import { messageAddress } from '../../case-frame/email-view';
import { nameOf } from '../../wording/name-of';
import { noticeStateWords } from '../../wording/notices';
import { begin, typographic } from '../../wording/letters';

/** The entries that a move added to the record, and the time on the case's own clock before and after it. */
export interface Way {
  readonly after: number;
  readonly through: number;
  readonly from: Instant;
  readonly to: Instant;
}

const mostEvents = 200;
const mostEmails = 200;

/** Returns the time on the case's clock and its next date, before it is moved. */
export function standingView(file: CaseFile, clock: Instant) {
  const at = nextDeadlineAt(file, clock);
  const next = ownDeadlines(file).filter(({ dueAt }) => dueAt === at);
  const overdue = ownDeadlines(file).filter(({ dueAt }) => dueAt < clock);
  const titles = (deadlines: typeof next) => deadlines.map((one) => begin(typographic(deadlineTitle(one, file))));
  return {
    clock,
    isClosed: file.closedOn !== undefined,
    // If no date lies ahead, the case moves to the next reminder of what is overdue.
    ...(at === undefined ? {} : { next: { at, on: londonDate(at), titles: titles(next) } }),
    overdue: titles(overdue),
  };
}

function emailRow({ profile }: Pick<ConsoleDependencies, 'profile'>, one: NoticeOnRecord, readsMailbox: boolean) {
  const { notice, standing } = one;
  return {
    at: notice.at,
    to: nameOf(profile, notice.to),
    about: kindOfNotice(notice.kind).title,
    lines: notice.lines.map(({ title, due }) => ({ title: typographic(title), due })),
    standing: noticeStateWords[standing.state],
    ...(readsMailbox && standing.state === 'sent' ? { href: messageAddress(standing.messageId) } : {}),
  };
}

/** Lists what happened during the move: the entries on the record, and the emails that were decided. */
export async function movedView(dependencies: ConsoleDependencies, file: CaseFile, viewer: Viewer, way: Way) {
  const { records } = dependencies;
  const { reference } = file;
  const [events, notices] = await Promise.all([
    records.events.eventsOf(reference, { after: way.after, limit: mostEvents }),
    records.notices.noticesOf(reference),
  ]);
  const onTheWay = notices.filter(({ notice }) => notice.at > way.from && notice.at <= way.to);
  const readsMailbox = opens(viewer, 'mailbox');
  return {
    from: way.from,
    to: way.to,
    events: events.filter(({ seq }) => seq <= way.through).map((event) => ({ at: event.at, title: entryTitle(event) })),
    emails: onTheWay.slice(0, mostEmails).map((one) => emailRow(dependencies, one, readsMailbox)),
    more: Math.max(0, onTheWay.length - mostEmails),
    recordHref: `${caseAddress(reference)}/record`,
    emailsHref: `${caseAddress(reference)}/emails`,
    ...(readsMailbox ? { mailboxHref: '/mailbox' } : {}),
  };
}
