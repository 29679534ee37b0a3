import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { sayDate } from '../time/dates';
import { against, againstItself, define, refusal } from '../decision';
import { fact, supersede } from '../case/facts';
import { choice, confirmed, date, keptAt, person, several, words } from '../forms';
import { latePapers, pastDates, pastSixMonths } from '../dates/limits';
import { scheduledMeeting } from '../case/meetings';
import { tell } from '../reminders/notice';
import { ownersOf } from '../reminders/recipients';
import { improvementsOnly } from '../case/position';
import { subGroupMembers } from '../case/sub-group';
import { businessUnit } from '../roles';
import {
  amendmentsSent,
  communicationsTold,
  draftShared,
  execPapers,
  familyContactAsked,
  familyToBeTold,
  finalDraftIn,
  furtherActionAsked,
  notToBePublished,
  signedOffNotice,
} from './drafting-notices';

/* Steps 13 to 15: the sub-group's comments, the final draft, and the Exec group's sign-off. */

const shareDraftForm = z.strictObject({ meetingOn: date('The sub-group meeting it goes to', 'planned') });
const recordCommentForm = z.strictObject({
  member: person('The member of the sub-group', undefined, 'sub-group-member'),
  answer: choice('The answer', { comments: 'Comments', nil: 'Nil' }, 'Nil: they have read it and have no comment'),
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
const sendExecPapersForm = z.strictObject({ meetingOn: date('The Exec group meeting they go to', 'planned') });
const signOffOutcomes = {
  publish: 'Publish the report',
  'improvements-only': 'Publish the improvements only',
  'not-to-publish': 'Do not publish',
  'further-action': 'Ask for further action first',
} as const;
const recordSignOffForm = z.strictObject({
  outcome: choice("The Exec group's decision", signOffOutcomes),
  reason: z.optional(words('The reason, or the further action asked for')),
});

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
    sendExecPapers: z.infer<typeof sendExecPapersForm>;
    recordSignOff: z.infer<typeof recordSignOffForm>;
  }
}

export const shareDraft = define({
  name: 'shareDraft',
  step: 'draft-to-sub-group',
  title: 'Record that the draft went to the sub-group',
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
  source: 'step 13; one round only, a nil answer counting',
  // The hat that answers for all members comes first, for the chair is a member too.
  roles: ['sub-group-chair', 'sub-group-coordinator', ...businessUnit, 'sub-group-member'],
  form: recordCommentForm,
  once: (form) => form.member,
  refuse: (file, form, taking) => {
    if (!subGroupMembers(file).includes(form.member)) {
      return refusal('against-the-record', `${form.member} is not a member of the sub-group in this case.`);
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
  source: 'step 14; media statement',
  roles: ['spr-coordinator', 'sub-group-coordinator', 'business-manager'],
  form: tellCommunicationsForm,
  once: true,
  refuse: (_file, { toBePublished, expectedOn }, { on }) => {
    if (toBePublished.includes('improvements') && toBePublished.includes('full-report')) {
      return againstItself('toBePublished', 'Choose the full report or the improvements alone');
    }
    return expectedOn < on
      ? againstItself('expectedOn', `Publication cannot be expected before ${sayDate(on)}, when they are told`)
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
  source: 'step 14',
  roles: businessUnit,
  form: completeSignOffTemplateForm,
  once: true,
});

export const recordFinalDraft = define({
  name: 'recordFinalDraft',
  step: 'final-draft',
  title: 'Record the final draft',
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
  source: 'step 14',
  roles: ['sub-group-chair'],
  form: approveFinalDraftForm,
  once: true,
  follows: ['recordSubGroupMeeting', 'recordFinalDraft'],
});

export const sendExecPapers = define({
  name: 'sendExecPapers',
  step: 'sign-off',
  title: 'Record that the papers went to the Exec group',
  source: 'step 15; papers at least 3 weeks before',
  roles: businessUnit,
  form: sendExecPapersForm,
  // The papers are the final draft as the sub-group approved it: its step comes first, which day 83 leaves no time for.
  follows: ['recordSubGroupMeeting'],
  once: true,
  refuse: (file, form, taking) => scheduledMeeting(file, 'exec', form.meetingOn, taking.on),
  limits: (file, { meetingOn }, { on }) => [
    ...latePapers(file, 'exec', { meetingOn, on }),
    ...pastDates(file, 'sign-off', { date: meetingOn, field: 'meetingOn' }),
  ],
  notices: [execPapers],
  tells: (_file, taken) => [tell(execPapers, { values: { meetingOn: taken.form.meetingOn } })],
});

/**
 * Decisions that are taken again when the Exec group asks for further action: step 14 without the media's part, and the
 * papers for the sign-off.
 */
const doneAgain = [
  'sendAmendments',
  'completeSignOffTemplate',
  'recordFinalDraft',
  'approveFinalDraft',
  'sendExecPapers',
] as const;

export const recordSignOff = define({
  name: 'recordSignOff',
  step: 'sign-off',
  title: "Record the Exec group's decision",
  source: 'step 15',
  roles: ['la-exec', 'police-exec', 'health-exec', 'exec-member'],
  form: recordSignOffForm,
  decides: ['outcome'],
  once: true,
  follows: ['sendExecPapers'],
  refuse: (file: CaseFile, form, taking) => {
    const papers = fact(file, 'sendExecPapers');
    if (papers !== undefined && taking.on < papers.form.meetingOn) {
      return against(
        papers,
        `The papers went out for the Exec group's meeting on ${sayDate(papers.form.meetingOn)} (entry ${papers.seq}); it decides on or after that day.`,
      );
    }
    return form.outcome !== 'publish' && form.reason === undefined
      ? {
          code: 'invalid',
          sentence: 'Add the reason, or the further action asked for.',
          fields: [{ field: 'reason', sentence: 'Add the reason, or the further action asked for' }],
        }
      : undefined;
  },
  effect: (file, taken) => {
    if (taken.form.outcome !== 'further-action') return file;
    return { ...supersede(file, [...doneAgain, 'recordSignOff'], taken.seq), course: file.course + 1 };
  },
  notices: [signedOffNotice, familyContactAsked, notToBePublished, familyToBeTold, furtherActionAsked],
  tells: (file, taken) => {
    switch (taken.form.outcome) {
      case 'publish':
      case 'improvements-only':
        return [
          tell(signedOffNotice, { values: { improvementsOnly: improvementsOnly(file) } }),
          tell(familyContactAsked, {
            step: 'family-contact',
            values: {
              expectedOn: fact(file, 'tellCommunications')?.form.expectedOn,
              improvementsOnly: improvementsOnly(file),
            },
          }),
        ];
      case 'not-to-publish':
        return [
          tell(notToBePublished),
          tell(familyToBeTold, { step: 'family-contact', to: ownersOf(file, 'identified-professional') }),
        ];
      case 'further-action':
        return [tell(furtherActionAsked, { step: 'amendments' })];
    }
  },
});
