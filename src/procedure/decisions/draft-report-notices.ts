import { fact } from '../case/facts';
import { defineNotice } from '../reminders/notice';
import { yesValue } from '../reminders/notice-values';
import { untilDecided, untilStep } from '../reminders/true-until';

/* Emails of steps 10 to 12. */

declare module '../reminders/notice' {
  interface Notices {
    'material-sent': typeof materialSent;
    'learning-event-held': typeof learningEventHeld;
    'draft-in': typeof draftReportIn;
  }
}

export const materialSent = defineNotice({
  kind: 'material-sent',
  title: 'The material for the initial draft is ready',
  to: ['author'],
  asks: 'the initial draft',
  forms: ['recordInitialDraft'],
  stillTrue: untilDecided('recordInitialDraft', 'The initial draft came'),
});

export const learningEventHeld = defineNotice({
  kind: 'learning-event-held',
  title: 'A Practitioner or Practice Learning Event has been held',
  sometimes: { reportIn: yesValue },
  stillTrue: (notice, file) =>
    notice.values['reportIn'] === undefined &&
    (fact(file, 'recordDraft') ?? fact(file, 'recordLearningReviewReport')) !== undefined
      ? 'The report is in.'
      : undefined,
});

export const draftReportIn = defineNotice({
  kind: 'draft-in',
  title: 'The draft report is in',
  to: ['sub-group-chair', 'sub-group-coordinator', 'business-manager'],
  asks: 'reading the draft report',
  forms: ['shareDraft'],
  stillTrue: untilStep('draft-to-sub-group'),
});
