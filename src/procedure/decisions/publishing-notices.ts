import { defineNotice } from '../reminders/notice';
import { addressValue, dateValue, yesValue } from '../reminders/notice-values';
import { asLastDecided, firstFound, stands, unlessWithdrawn } from '../reminders/true-until';
import { execRoles } from '../roles';

/* Emails of steps 17 and 18, and the reasons where the report is not published whole. */

declare module '../reminders/notice' {
  interface Notices {
    'reasons-sent': typeof reasonsGiven;
    'notice-of-intent': typeof noticeOfIntent;
    published: typeof reviewPublished;
  }
}

export const reasonsGiven = defineNotice({
  kind: 'reasons-sent',
  title: 'The reasons for not publishing the full report',
  to: ['national-panel', 'secretary-of-state', 'sub-group-chair'],
  sometimes: { improvementsOnly: yesValue, notPublished: yesValue },
  stillTrue: stands,
});

export const noticeOfIntent = defineNotice({
  kind: 'notice-of-intent',
  title: 'Notice of intent to publish',
  to: ['sub-group-chair', 'sub-group-member', 'national-panel', 'secretary-of-state', 'ofsted'],
  always: { publishOn: dateValue },
  sometimes: { was: dateValue, replaces: dateValue, improvementsOnly: yesValue },
  stillTrue: firstFound(
    unlessWithdrawn,
    asLastDecided('sendNoticeOfIntent', ({ publishOn }) => ({ publishOn })),
  ),
});

export const reviewPublished = defineNotice({
  kind: 'published',
  title: 'A review is published',
  to: ['other-sub-group', 'sub-group-chair', 'sub-group-member', ...execRoles],
  sometimes: { displayUntil: dateValue, website: addressValue, improvementsOnly: yesValue },
  stillTrue: asLastDecided('recordPublication', ({ link }) => ({ website: link })),
});
