import { membersToAnswer } from '../case/sub-group';
import { defineNotice, type StillTrue } from '../reminders/notice';
import { dateValue } from '../reminders/notice-values';
import { asLastDecided, firstFound, untilDecided, untilStep } from '../reminders/true-until';

/* Emails of steps 13 and 14. */

declare module '../reminders/notice' {
  interface Notices {
    'draft-shared': typeof draftShared;
    'amendments-sent': typeof amendmentsSent;
    'communications-told': typeof communicationsTold;
    'final-draft-in': typeof finalDraftIn;
  }
}

const untilAnsweredByMember: StillTrue = ({ to }, file) =>
  membersToAnswer(file).includes(to) ? undefined : 'They have answered, or are not asked any more.';

export const draftShared = defineNotice({
  kind: 'draft-shared',
  title: 'Asks for comments on the draft report',
  to: ['sub-group-chair', 'sub-group-member'],
  asks: 'comments on the draft report',
  forms: ['recordComment'],
  always: { meetingOn: dateValue },
  stillTrue: firstFound(
    untilStep('comments'),
    untilAnsweredByMember,
    asLastDecided('shareDraft', ({ meetingOn }) => ({ meetingOn })),
  ),
});

export const amendmentsSent = defineNotice({
  kind: 'amendments-sent',
  title: 'Asks for the final draft',
  to: ['author'],
  asks: 'the final draft',
  forms: ['recordFinalDraft'],
  stillTrue: untilDecided('recordFinalDraft', 'The final draft came'),
});

export const communicationsTold = defineNotice({
  kind: 'communications-told',
  title: 'Asks for the media statement',
  to: ['communications'],
  asks: 'the media statement',
  forms: ['recordMediaStatement'],
  always: { expectedOn: dateValue },
  stillTrue: firstFound(
    untilDecided('recordMediaStatement', 'The media statement came'),
    asLastDecided('tellCommunications', ({ expectedOn }) => ({ expectedOn })),
  ),
});

export const finalDraftIn = defineNotice({
  kind: 'final-draft-in',
  title: 'Asks to approve the final draft',
  to: ['sub-group-chair', 'sub-group-member', 'business-manager'],
  asks: 'the approval of the final draft',
  forms: ['approveFinalDraft'],
  sometimes: { meetingOn: dateValue },
  stillTrue: untilDecided('approveFinalDraft', 'The final draft was approved'),
});
