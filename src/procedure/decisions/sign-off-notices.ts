import { fact } from '../case/facts';
import { familyTold, tasksOf } from '../dates/tasks';
import { defineNotice } from '../reminders/notice';
import { dateValue, yesValue } from '../reminders/notice-values';
import { asNow, firstFound, stands, untilHeld, untilStep } from '../reminders/true-until';

/* Emails of step 15, and those by which it asks for step 16. */

declare module '../reminders/notice' {
  interface Notices {
    'exec-papers': typeof execPapersSent;
    'signed-off': typeof signedOffNotice;
    'family-contact-asked': typeof familyContactAsked;
    'not-to-be-published': typeof notToBePublished;
    'family-to-be-told': typeof familyToBeTold;
    'further-action-asked': typeof furtherActionAsked;
  }
}

export const execPapersSent = defineNotice({
  kind: 'exec-papers',
  title: 'Papers for the Exec group',
  to: ['exec-member'],
  asks: 'reading the papers before the Exec group meets',
  always: { meetingOn: dateValue },
  stillTrue: untilHeld('sendExecPapers', 'recordSignOff', 'The Exec group decided'),
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
  stillTrue: firstFound(
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
    tasksOf(file).some(({ id }) => id === familyTold) ? undefined : 'The family has been told, or need not be.',
});

export const furtherActionAsked = defineNotice({
  kind: 'further-action-asked',
  title: 'The Exec group asks for more',
  to: ['author', 'business-manager', 'spr-coordinator', 'sub-group-chair'],
  asks: 'what the Exec group asked for',
  forms: ['recordFinalDraft', 'sendAmendments'],
  stillTrue: untilStep('sign-off'),
});
