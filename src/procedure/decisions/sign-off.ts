import * as z from 'zod/mini';
import type { CaseFile } from '../case/case-file';
import { against, define } from '../decision';
import { part, says } from '../sentence';
import { fact, supersede } from '../case/facts';
import { choice, date, words } from '../forms';
import { latePapers, pastDates } from '../dates/limits';
import { scheduledMeeting } from '../case/meetings';
import { tell } from '../reminders/notice';
import { ownersOf } from '../reminders/recipients';
import { improvementsOnly } from '../case/position';
import { businessUnit } from '../roles';
import {
  execPapersSent,
  familyContactAsked,
  familyToBeTold,
  furtherActionAsked,
  notToBePublished,
  signedOffNotice,
} from './sign-off-notices';

/* Step 15: the papers for the Exec group, and its decision. */

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
    sendExecPapers: z.infer<typeof sendExecPapersForm>;
    recordSignOff: z.infer<typeof recordSignOffForm>;
  }
}

export const sendExecPapers = define({
  name: 'sendExecPapers',
  step: 'sign-off',
  title: 'Record that the papers went to the Exec group',
  past: 'recorded that the papers went to the Exec group',
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
  notices: [execPapersSent],
  tells: (_file, taken) => [tell(execPapersSent, { values: { meetingOn: taken.form.meetingOn } })],
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
  past: "recorded the Exec group's decision",
  confirmation: "Exec group's decision recorded",
  source: 'step 15',
  roles: ['la-exec', 'police-exec', 'health-exec', 'exec-member'],
  onBehalf: true,
  form: recordSignOffForm,
  decides: ['outcome'],
  once: true,
  follows: ['sendExecPapers'],
  refuse: (file: CaseFile, form, taking) => {
    const papers = fact(file, 'sendExecPapers');
    if (papers !== undefined && taking.on < papers.form.meetingOn) {
      return against(
        papers,
        says`The papers went out for the Exec group's meeting on ${part.day(papers.form.meetingOn)} (entry ${papers.seq}); it decides on or after that day.`,
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
