import type { NoticeState } from '../../records/notices';

/** The state of an email, in words. */
export const noticeStateWords: Readonly<Record<NoticeState, string>> = {
  sent: 'Sent',
  waiting: 'Waiting to be sent',
  refused: 'Refused',
  'no-longer-true': 'Not sent: no longer true',
};
