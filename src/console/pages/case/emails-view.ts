import { kindOfNotice } from '../../../procedure/reminders/notice-kinds';
import type { NoticeView } from '../../../casework/notices-read';
import type { CaseFile } from '../../../procedure/case/case-file';
import { stepLabel } from '../../../procedure/step-names';
import type { Profile } from '../../../profile/load';
import type { NoticeState } from '../../../records/notices';
import { nameOf } from '../../wording/name-of';
import { noticeStateWords } from '../../wording/notices';
import { messageAddress } from '../../case-frame/email-view';
import { typographic } from '../../wording/letters';

/** The states of an email, the most pressing first. */
export const statesByUrgency = [
  'refused',
  'waiting',
  'sent',
  'no-longer-true',
] as const satisfies readonly NoticeState[];

const tags: Readonly<Record<NoticeState, string | undefined>> = {
  sent: undefined,
  waiting: 'govuk-tag--yellow',
  refused: 'govuk-tag--red',
  'no-longer-true': undefined,
};

/** An email as the page of a case's emails shows it; `inside` are the messages that stayed in the mailbox inside. */
export const emailRow = (
  file: CaseFile,
  profile: Pick<Profile, 'people'>,
  inside: ReadonlySet<string>,
  notice: NoticeView,
) => ({
  about: kindOfNotice(notice.kind).title,
  step: notice.step === undefined ? undefined : typographic(stepLabel(notice.step)),
  to: nameOf(profile, notice.to.id),
  part: file.policy.roleTitles[notice.to.as],
  decidedAt: notice.at,
  state: noticeStateWords[notice.state],
  tag: tags[notice.state],
  settledAt: notice.settledAt,
  attempts: notice.attempts,
  whyNotSent: notice.whyNotSent,
  problem: notice.state === 'waiting' || notice.state === 'refused' ? notice.lastProblem : null,
  copy: notice.messageId !== null && inside.has(notice.messageId) ? messageAddress(notice.messageId) : undefined,
});

/** Counts the emails in each state; a state without any is left out. */
export const countsOf = (notices: readonly NoticeView[]) =>
  statesByUrgency
    .map((state) => ({
      state,
      text: noticeStateWords[state],
      count: notices.filter((notice) => notice.state === state).length,
    }))
    .filter(({ count }) => count > 0);
