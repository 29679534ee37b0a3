import { fact } from '../case/facts';
import { defineNotice } from '../reminders/notice';
import { yesValue } from '../reminders/notice-values';
import { untilDecided, untilStep } from '../reminders/true-until';
import { partnerRoles } from '../roles';

/* Emails of steps 10 to 12. */

declare module '../reminders/notice' {
  interface Notices {
    'material-sent': typeof materialSent;
    'learning-event-to-support': typeof learningEventToSupport;
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

/** Source: steps 8 and 11, an event supported by the partners and the Scrutineer. */
export const learningEventToSupport = defineNotice({
  kind: 'learning-event-to-support',
  title: 'Asks for support of a Practitioner or Practice Learning Event',
  to: [...partnerRoles, 'scrutineer'],
  stillTrue: (notice, file, today) =>
    notice.step === 'learning-event'
      ? untilStep('learning-event')(notice, file, today)
      : untilDecided('recordPracticeLearningEvent', 'The event was held')(notice, file, today),
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
