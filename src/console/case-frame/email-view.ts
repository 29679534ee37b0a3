import { linkLocked } from '../../casework/links/codes';
import type { MailboxMessage } from '../../records/mailbox';
import type { NoticeOnRecord } from '../../records/notices';
import type { OfficeTask } from '../../records/tasks';
import type { ConsoleDependencies } from '../http/dependencies';
import { nameOf } from '../wording/name-of';
import { partnershipNames, saidOnPage } from '../wording/said-on-page';
import { kindOfNotice } from '../../procedure/reminders/notice-kinds';

type Section = 'messages' | 'waiting' | 'tasks';

const sections: readonly { readonly section: Section; readonly text: string; readonly href: string }[] = [
  { section: 'messages', text: 'Emails kept inside', href: '/mailbox' },
  { section: 'waiting', text: 'Waiting and refused', href: '/mailbox/waiting' },
  { section: 'tasks', text: 'To be put right', href: '/mailbox/tasks' },
];

/** The mailbox's own navigation. */
export const mailboxNavigation = (here: Section) =>
  sections.map(({ section, text, href }) => ({ text, href, active: section === here }));

/** Returns the address of the page that shows one message. */
export const messageAddress = (messageId: string): string => `/mailbox/${encodeURIComponent(messageId)}`;

/** A message in the list. */
export const messageRow = ({ messageId, reference, to, subject, at, practice }: MailboxMessage) => ({
  href: messageAddress(messageId),
  reference,
  to: to.name === '' ? to.address : to.name,
  address: to.address,
  subject,
  at,
  practice,
});

/** A notice that waits, or was refused, in words. */
export const noticeRow = (
  { profile }: Pick<ConsoleDependencies, 'profile'>,
  { notice, reference, standing, attempts, lastAttemptAt, lastProblem }: NoticeOnRecord,
) => ({
  reference,
  about: kindOfNotice(notice.kind).title,
  to: nameOf(profile, notice.to),
  practice: notice.practice,
  decidedAt: notice.at,
  attempts,
  lastAttemptAt,
  problem: standing.state === 'refused' ? standing.answer : lastProblem,
  refusedAt: standing.state === 'refused' ? standing.at : undefined,
});

/** A task of the Business Unit, in words. */
export const taskRow = ({ profile }: Pick<ConsoleDependencies, 'profile'>, task: OfficeTask) => ({
  key: task.key,
  reference: task.reference,
  sentence: saidOnPage(partnershipNames({ profile }), task),
  unlocks: task.kind === linkLocked,
  since: task.createdAt,
  doneAt: task.doneAt,
  doneBy: task.doneBy === undefined ? undefined : nameOf(profile, task.doneBy),
});
