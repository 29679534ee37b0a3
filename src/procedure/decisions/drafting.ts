import * as z from 'zod/mini';
import { againstItself, define } from '../decision';
import { refusal } from '../refusals';
import { part, says } from '../sentence';
import { choice, confirmed, date, keptAt, person, several, words } from '../forms';
import { latePapers, pastDates, pastSixMonths } from '../dates/limits';
import { scheduledMeeting } from '../case/meetings';
import { tell } from '../reminders/notice';
import { subGroupMembers } from '../case/sub-group';
import { businessUnit } from '../roles';
import { amendmentsSent, communicationsTold, draftShared, finalDraftIn } from './drafting-notices';

/* Steps 13 and 14: the sub-group's comments, the amendments and the final draft. */

const shareDraftForm = z.strictObject({ meetingOn: date('The sub-group meeting it goes to', 'planned') });
const recordCommentForm = z.strictObject({
  member: person('The member of the sub-group', undefined, 'sub-group-member'),
  answer: choice('The answer', { comments: 'Comments', nil: 'Read it and has no comments' }),
  keptAt: z.optional(keptAt('The comments')),
});
const sendAmendmentsForm = z.strictObject({ keptAt: keptAt('The amendments') });
const reports = {
  'full-report': 'The full report',
  'executive-report': 'The executive report',
  'learning-summary': 'The learning summary',
} as const;
const tellCommunicationsForm = z.strictObject({
  reports: several('Reports given to them', choice('A report', reports)),
  toBePublished: several(
    'What will be published',
    choice('A document', {
      ...reports,
      improvements: 'The improvements alone',
      'media-statement': 'The media statement',
    }),
  ),
  expectedOn: date('The expected date of publication', 'planned'),
});
const recordMediaStatementForm = z.strictObject({ keptAt: keptAt("The partnership's media statement") });
const completeSignOffTemplateForm = z.strictObject({ keptAt: keptAt('The sign-off template') });
const recordFinalDraftForm = z.strictObject({
  keptAt: keptAt('The final draft'),
  nonInvolvementConfirmed: confirmed("The reasons for any family member's non-involvement are in it"),
  improvementsAndReasons: confirmed('It recommends improvements and analyses systemic or underlying reasons (reg. 15)'),
});
const approveFinalDraftForm = z.strictObject({ note: z.optional(words('Note of the approval')) });
declare module '../case/case-file' {
  interface Forms {
    shareDraft: z.infer<typeof shareDraftForm>;
    recordComment: z.infer<typeof recordCommentForm>;
    sendAmendments: z.infer<typeof sendAmendmentsForm>;
    tellCommunications: z.infer<typeof tellCommunicationsForm>;
    recordMediaStatement: z.infer<typeof recordMediaStatementForm>;
    completeSignOffTemplate: z.infer<typeof completeSignOffTemplateForm>;
    recordFinalDraft: z.infer<typeof recordFinalDraftForm>;
    approveFinalDraft: z.infer<typeof approveFinalDraftForm>;
  }
}

export const shareDraft = define({
  name: 'shareDraft',
  step: 'draft-to-sub-group',
  title: 'Record that the draft went to the sub-group',
  past: 'recorded that the draft went to the sub-group',
  source: 'step 13',
  roles: businessUnit,
  form: shareDraftForm,
  once: true,
  refuse: (file, form, taking) => scheduledMeeting(file, 'subGroup', form.meetingOn, taking.on),
  limits: (file, { meetingOn }, { on }) => [
    ...latePapers(file, 'subGroup', { meetingOn, on }),
    // The amendments that it agrees go to the author by then.
    ...pastDates(file, 'amendments', { date: meetingOn, field: 'meetingOn' }),
  ],
  notices: [draftShared],
  tells: (_file, taken) => [tell(draftShared, { step: 'comments', values: { meetingOn: taken.form.meetingOn } })],
});

export const recordComment = define({
  name: 'recordComment',
  step: 'comments',
  title: "Record a sub-group member's comments",
  past: "recorded a sub-group member's comments",
  confirmation: "Sub-group member's comments recorded",
  source: 'step 13; one round only, having no comments counting as an answer',
  // The hat that answers for all members comes first, for the chair is a member too.
  roles: ['sub-group-chair', 'sub-group-coordinator', ...businessUnit, 'sub-group-member'],
  form: recordCommentForm,
  once: (form) => form.member,
  several: {
    of: 'comments',
    each: 'member',
    asks: [],
    says: { answer: 'nil' },
    title: 'Record several members without comments',
    question: 'Who has read the draft and has no comments?',
  },
  refuse: (file, form, taking) => {
    if (!subGroupMembers(file).includes(form.member)) {
      return refusal(
        'against-the-record',
        says`${part.person(form.member)} is not a member of the sub-group in this case.`,
      );
    }
    return taking.role === 'sub-group-member' && taking.by !== form.member
      ? refusal('wrong-role', 'A member of the sub-group answers for themselves only.')
      : undefined;
  },
});

export const sendAmendments = define({
  name: 'sendAmendments',
  step: 'amendments',
  title: 'Record that the amendments went to the author',
  past: 'recorded that the amendments went to the author',
  source: 'step 14',
  roles: businessUnit,
  form: sendAmendmentsForm,
  once: true,
  follows: ['recordSubGroupMeeting'],
  notices: [amendmentsSent],
  tells: () => [tell(amendmentsSent, { step: 'final-draft' })],
});

export const tellCommunications = define({
  name: 'tellCommunications',
  step: 'amendments',
  title: 'Record that the communications team was told',
  past: 'recorded that the communications team was told',
  source: 'step 14; media statement',
  roles: ['spr-coordinator', 'sub-group-coordinator', 'business-manager'],
  form: tellCommunicationsForm,
  once: true,
  refuse: (_file, { toBePublished, expectedOn }, { on }) => {
    if (toBePublished.includes('improvements') && toBePublished.includes('full-report')) {
      return againstItself('toBePublished', 'Choose the full report or the improvements alone');
    }
    return expectedOn < on
      ? againstItself('expectedOn', says`Publication cannot be expected before ${part.day(on)}, when they are told`)
      : undefined;
  },
  limits: (file, { expectedOn }) => pastSixMonths(file, { date: expectedOn, field: 'expectedOn' }),
  notices: [communicationsTold],
  tells: (_file, taken) => [tell(communicationsTold, { values: { expectedOn: taken.form.expectedOn } })],
});

export const recordMediaStatement = define({
  name: 'recordMediaStatement',
  step: 'amendments',
  title: 'Record the media statement',
  past: 'recorded the media statement',
  confirmation: 'Media statement recorded',
  source: 'step 14; media statement',
  roles: ['communications', 'spr-coordinator', 'sub-group-coordinator', 'business-manager'],
  form: recordMediaStatementForm,
  once: true,
  follows: ['tellCommunications'],
});

export const completeSignOffTemplate = define({
  name: 'completeSignOffTemplate',
  step: 'amendments',
  title: 'Record the completed sign-off template',
  past: 'recorded the completed sign-off template',
  confirmation: 'Completed sign-off template recorded',
  source: 'step 14',
  roles: businessUnit,
  form: completeSignOffTemplateForm,
  once: true,
});

export const recordFinalDraft = define({
  name: 'recordFinalDraft',
  step: 'final-draft',
  title: 'Record the final draft',
  past: 'recorded the final draft',
  confirmation: 'Final draft recorded',
  source: 'step 14',
  roles: ['author', ...businessUnit],
  form: recordFinalDraftForm,
  once: true,
  notices: [finalDraftIn],
  tells: (file, taken) => [
    tell(finalDraftIn, { values: { meetingOn: file.meetings.subGroup.find((meetingOn) => meetingOn >= taken.on) } }),
  ],
});

export const approveFinalDraft = define({
  name: 'approveFinalDraft',
  step: 'final-draft',
  title: "Record the sub-group's approval of the final draft",
  past: "recorded the sub-group's approval of the final draft",
  confirmation: "Sub-group's approval of the final draft recorded",
  source: 'step 14',
  roles: ['sub-group-chair'],
  onBehalf: true,
  form: approveFinalDraftForm,
  once: true,
  follows: ['recordSubGroupMeeting', 'recordFinalDraft'],
});
