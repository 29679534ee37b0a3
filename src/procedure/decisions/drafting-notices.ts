import { fact } from '../case/facts';
import { membersToAnswer } from '../case/sub-group';
import { tasksOf } from '../dates/tasks';
import { defineNotice, type StillTrue } from '../reminders/notice';
import { dateValue, yesValue } from '../reminders/notice-values';
import { asLastDecided, asNow, firstOf, stands, untilDecided, untilMeeting, untilStep } from '../reminders/true-until';

/* Emails of steps 13 to 15, and those by which the sign-off asks for step 16. */

declare module '../reminders/notice' {
  interface Notices {
    'draft-shared': typeof draftShared;
    'amendments-sent': typeof amendmentsSent;
    'communications-told': typeof communicationsTold;
    'final-draft-in': typeof finalDraftIn;
    'exec-papers': typeof execPapers;
    'signed-off': typeof signedOffNotice;
    'family-contact-asked': typeof familyContactAsked;
    'not-to-be-published': typeof notToBePublished;
    'family-to-be-told': typeof familyToBeTold;
    'further-action-asked': typeof furtherActionAsked;
  }
}

const untilAnsweredByMember: StillTrue = ({ to }, file) =>
  membersToAnswer(file).includes(to) ? undefined : 'They have answered, or are not asked any more.';

export const draftShared = defineNotice({
  kind: 'draft-shared',
  title: 'Asks for comments on the draft report',
  to: ['sub-group-chair', 'sub-group-member'],
  asks: 'comments on the draft report',
  always: { meetingOn: dateValue },
  stillTrue: firstOf(
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
  stillTrue: untilDecided('recordFinalDraft', 'The final draft came'),
});

export const communicationsTold = defineNotice({
  kind: 'communications-told',
  title: 'Asks for the media statement',
  to: ['communications'],
  asks: 'the media statement',
  always: { expectedOn: dateValue },
  stillTrue: firstOf(
    untilDecided('recordMediaStatement', 'The media statement came'),
    asLastDecided('tellCommunications', ({ expectedOn }) => ({ expectedOn })),
  ),
});

export const finalDraftIn = defineNotice({
  kind: 'final-draft-in',
  title: 'Asks to approve the final draft',
  to: ['sub-group-chair', 'sub-group-member', 'business-manager'],
  asks: 'the approval of the final draft',
  sometimes: { meetingOn: dateValue },
  stillTrue: untilDecided('approveFinalDraft', 'The final draft was approved'),
});

export const execPapers = defineNotice({
  kind: 'exec-papers',
  title: 'Papers for the Exec group',
  to: ['exec-member'],
  asks: 'reading the papers before the Executive group meets',
  always: { meetingOn: dateValue },
  stillTrue: firstOf(
    untilDecided('recordSignOff', 'The Executive group decided'),
    untilMeeting('sendExecPapers'),
    asLastDecided('sendExecPapers', ({ meetingOn }) => ({ meetingOn })),
  ),
});

const toldOfSignOff = ['business-manager', 'spr-coordinator', 'sub-group-chair', 'author', 'communications'] as const;

export const signedOffNotice = defineNotice({
  kind: 'signed-off',
  title: 'The Exec group has signed off',
  to: toldOfSignOff,
  sometimes: { improvementsOnly: yesValue },
  stillTrue: stands,
});

export const familyContactAsked = defineNotice({
  kind: 'family-contact-asked',
  title: 'Asks to discuss the publication with the family',
  to: ['identified-professional'],
  asks: 'the contact with the family',
  sometimes: { expectedOn: dateValue, improvementsOnly: yesValue },
  stillTrue: firstOf(
    untilStep('family-contact'),
    asNow((file) => ({ expectedOn: fact(file, 'tellCommunications')?.form.expectedOn })),
  ),
});

export const notToBePublished = defineNotice({
  kind: 'not-to-be-published',
  title: 'A review is not to be published',
  to: toldOfSignOff,
  stillTrue: stands,
});

/** This email is owed in a closed case too, so it asks for nothing that the end of a case would end. */
export const familyToBeTold = defineNotice({
  kind: 'family-to-be-told',
  title: 'Asks to tell the family that nothing is published',
  stillTrue: (_notice, file) =>
    tasksOf(file).some(({ id }) => id === 'family-told') ? undefined : 'The family has been told, or need not be.',
});

export const furtherActionAsked = defineNotice({
  kind: 'further-action-asked',
  title: 'The Exec group asks for more',
  to: ['author', 'business-manager', 'spr-coordinator', 'sub-group-chair'],
  asks: 'what the Executive group asked for',
  stillTrue: untilStep('sign-off'),
});
