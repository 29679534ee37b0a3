import * as z from 'zod/mini';
import { sayDate } from '../time/dates';
import { against, define, notBefore, refusal } from '../decision';
import { fact, factsOf } from '../case/facts';
import { choice, code, confirmed, group, keptAt, line, words, yesNo } from '../forms';
import { partnerOf, partnersAgree, partnerToAct, partnerWords } from '../case/partners';
import { isWithdrawn, outcome } from '../case/position';
import { businessUnit, execRoles, partnerRoles, partners } from '../roles';
import { outcomeTellings, toldOfCriteriaNotMet } from '../case/told-otherwise';

/* Steps 2 to 4: what the delegated partners decide in the first five days. */

const sendToFrontDoorForm = z.strictObject({ sentBy: line('Who sent it') });
const recordOversightForm = z.strictObject({ comment: z.optional(words('Comment of the Service Director')) });
const recordAgencySummaryForm = z.strictObject({
  partner: choice('The partner', partnerWords),
  keptAt: keptAt('The agency summary'),
});
const goAheadWithoutSummaryForm = z.strictObject({
  partner: choice('The partner', partnerWords),
  reason: words('The reason'),
});

const views = {
  notify: 'The criteria are met: notify',
  'do-not-notify': 'The criteria are not met: do not notify',
} as const;
const view = (title: string) => choice(title, views, 'Whether the criteria for notification are met');
const recordDecisionMeetingForm = z.strictObject({
  businessManagerPresent: confirmed('The Business Manager was there to take the outcome'),
  scrutineerPresent: yesNo('The Scrutineer was there'),
  views: group('What each partner thinks', {
    la: view("The Local Authority's view"),
    police: view("The police's view"),
    health: view("Health's view"),
  }),
  disagreement: z.optional(
    group(
      'The disagreement',
      {
        scrutineerInput: words("The Scrutineer's input"),
        escalated: yesNo('Escalated to the Exec partners'),
        reason: words('Why it was or was not escalated'),
      },
      'Where the three partners do not give the same view',
    ),
  ),
  keptAt: z.optional(keptAt('The note of the meeting')),
});
const recordExecAnswerForm = z.strictObject({
  answer: words("The Exec partners' answer"),
  view: view("The Exec partners' view"),
});
const recordOutcomeForm = z.strictObject({
  outcome: choice('The outcome', {
    notify: 'Notify Ofsted and the National Panel',
    'not-to-proceed': 'Do not proceed to a Rapid Review',
  }),
  reason: words('The reason'),
});
const recordOfstedNotificationForm = z.strictObject({ reference: code("Ofsted's reference") });
const recordCriteriaNotMetForm = z.strictObject({ reason: words('Why the criteria were not met after all') });
const enterOnMatrixForm = z.strictObject({ keptAt: keptAt('The entry on the Matrix') });

declare module '../case/case-file' {
  interface Forms {
    sendToFrontDoor: z.infer<typeof sendToFrontDoorForm>;
    recordOversight: z.infer<typeof recordOversightForm>;
    recordAgencySummary: z.infer<typeof recordAgencySummaryForm>;
    goAheadWithoutSummary: z.infer<typeof goAheadWithoutSummaryForm>;
    recordDecisionMeeting: z.infer<typeof recordDecisionMeetingForm>;
    recordExecAnswer: z.infer<typeof recordExecAnswerForm>;
    recordOutcome: z.infer<typeof recordOutcomeForm>;
    recordOfstedNotification: z.infer<typeof recordOfstedNotificationForm>;
    recordCriteriaNotMet: z.infer<typeof recordCriteriaNotMetForm>;
    enterOnMatrix: z.infer<typeof enterOnMatrixForm>;
  }
}

export const sendToFrontDoor = define({
  name: 'sendToFrontDoor',
  step: 'front-door',
  title: 'Send the notification to the Front Door',
  source: 'step 2',
  roles: businessUnit,
  form: sendToFrontDoorForm,
  once: true,
  tells: () => [{ kind: 'oversight-asked', to: ['front-door', 'service-director'] }],
});

export const recordOversight = define({
  name: 'recordOversight',
  step: 'front-door',
  title: "Record the Service Director's oversight",
  source: 'step 2',
  roles: ['service-director'],
  form: recordOversightForm,
  once: true,
  follows: ['sendToFrontDoor'],
});

export const recordAgencySummary = define({
  name: 'recordAgencySummary',
  step: 'decision-meeting',
  title: "Record a partner's agency summary",
  source: 'step 3',
  roles: [...partnerRoles, ...businessUnit],
  form: recordAgencySummaryForm,
  once: (form) => form.partner,
  refuse: (_file, form, taking) => partnerToAct(taking.role, form.partner),
});

export const goAheadWithoutSummary = define({
  name: 'goAheadWithoutSummary',
  step: 'decision-meeting',
  title: "Go ahead without a partner's agency summary",
  source: 'step 3',
  roles: businessUnit,
  form: goAheadWithoutSummaryForm,
  once: (form) => form.partner,
  refuse: (file, form) =>
    factsOf(file, 'recordAgencySummary').some((one) => one.form.partner === form.partner)
      ? refusal(
          'against-the-record',
          "That partner's agency summary is already in; there is nothing to go ahead without.",
        )
      : undefined,
});

export const recordDecisionMeeting = define({
  name: 'recordDecisionMeeting',
  step: 'decision-meeting',
  title: 'Record the meeting of the delegated partners',
  source: 'step 3',
  roles: businessUnit,
  form: recordDecisionMeetingForm,
  once: true,
  needs: (file) => {
    const missing = partners.filter(
      (partner) =>
        ![...factsOf(file, 'recordAgencySummary'), ...factsOf(file, 'goAheadWithoutSummary')].some(
          (one) => one.form.partner === partner,
        ),
    );
    if (missing.length === 0) return undefined;
    const who = missing.map((partner) => file.policy.roleTitles[partnerOf(partner)]).join(', ');
    return refusal(
      'too-early',
      `An agency summary is still missing: ${who}. Record it, or go ahead without it and say why.`,
    );
  },
  refuse: (file, form, taking) => {
    const late = factsOf(file, 'recordAgencySummary').find((one) => one.on > taking.on);
    const tooSoon = notBefore(late, taking, 'The agency summaries are in before the meeting, and one came on');
    if (tooSoon !== undefined) return tooSoon;
    const without = factsOf(file, 'goAheadWithoutSummary').find((one) => one.on > taking.on);
    const before = notBefore(without, taking, 'It was decided to go ahead without an agency summary on');
    if (before !== undefined) return before;
    if (!partnersAgree(form.views) && form.disagreement === undefined) {
      return {
        code: 'invalid',
        sentence:
          "The partners did not agree: add the Scrutineer's input and whether it was escalated to the Exec partners.",
        fields: [
          {
            field: 'disagreement',
            sentence: "Add the Scrutineer's input and whether it was escalated, with the reason",
          },
        ],
      };
    }
    if (partnersAgree(form.views) && form.disagreement !== undefined && !taking.correcting) {
      return refusal('against-the-record', 'The three partners gave the same view; leave out the disagreement.');
    }
    return undefined;
  },
  tells: (_file, taken) =>
    taken.form.disagreement?.escalated === true
      ? [{ kind: 'disagreement-escalated', to: [...execRoles, 'scrutineer'] }]
      : [],
});

export const recordExecAnswer = define({
  name: 'recordExecAnswer',
  step: 'outcome',
  title: "Record the Exec partners' answer to the escalation",
  source: 'step 3',
  roles: [...execRoles, 'business-manager'],
  form: recordExecAnswerForm,
  once: true,
  // A meeting that is corrected to have escalated, once step 4 is done, still has its answer put on the record.
  notOpen: () => undefined,
  after: ['decision-meeting'],
  needs: (file) =>
    fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true
      ? undefined
      : refusal('against-the-record', 'Nothing was escalated to the Exec partners in this case.'),
  refuse: (file, _form, { on }) => {
    const decided = fact(file, 'recordOutcome');
    return decided === undefined || on <= decided.on
      ? undefined
      : against(
          decided,
          `The outcome comes after the Exec partners' answer, and was decided on ${sayDate(decided.on)} (entry ${decided.seq}); ${sayDate(on)} is after that. Give the day on which they answered; where they answered after the outcome, say so in a note (addNote).`,
        );
  },
  tells: () => [{ kind: 'exec-answered', to: [...partnerRoles, 'business-manager'] }],
});

export const recordOutcome = define({
  name: 'recordOutcome',
  step: 'outcome',
  title: 'Record the decision whether to notify',
  source: 'step 4',
  roles: ['la-partner'],
  form: recordOutcomeForm,
  decides: ['outcome'],
  needs: (file) =>
    fact(file, 'recordDecisionMeeting')?.form.disagreement?.escalated === true &&
    fact(file, 'recordExecAnswer') === undefined
      ? refusal(
          'too-early',
          "The disagreement was escalated; record the Exec partners' answer first (recordExecAnswer).",
        )
      : undefined,
  // Not to proceed stays open while nothing has gone to the Panel, so a first answer may still be changed for the other.
  refuse: (file, form, taking) => {
    const before = fact(file, 'recordOutcome');
    if (before?.form.outcome === form.outcome) {
      return {
        ...refusal(
          'already-decided',
          `That is the outcome already, recorded by ${before.by} (${file.policy.roleTitles[before.role]}) on ${sayDate(before.on)}.`,
        ),
        first: { by: before.by, at: before.recordedAt },
      };
    }
    const answered = fact(file, 'recordExecAnswer');
    return notBefore(answered, taking, 'The outcome comes after the Exec partners answered the escalation, on');
  },
  tells: outcomeTellings,
});

export const recordOfstedNotification = define({
  name: 'recordOfstedNotification',
  step: 'outcome',
  title: 'Record the notification to Ofsted and the National Panel',
  source: 'step 4',
  roles: ['spr-coordinator', 'business-manager'],
  form: recordOfstedNotificationForm,
  once: true,
  follows: ['recordOutcome'],
  needs: (file) =>
    fact(file, 'recordOutcome')?.form.outcome === 'notify'
      ? undefined
      : refusal(
          'against-the-record',
          'The Local Authority has decided not to notify; it may still change that (recordOutcome).',
        ),
  tells: () => [{ kind: 'ofsted-notified', to: [...partnerRoles, 'scrutineer', 'business-manager'] }],
});

export const enterOnMatrix = define({
  name: 'enterOnMatrix',
  step: 'outcome',
  title: "Enter the case on the Children's Case Matrix",
  source: 'step 4; points of note: not to proceed with a Rapid Review',
  roles: businessUnit,
  form: enterOnMatrixForm,
  once: true,
  follows: ['recordOutcome'],
  needs: (file) =>
    outcome(file) === 'notify'
      ? refusal(
          'against-the-record',
          'The case proceeds; it goes on the Matrix with its final report (sendNoticeOfIntent).',
        )
      : undefined,
});

export const recordCriteriaNotMet = define({
  name: 'recordCriteriaNotMet',
  title: 'Decide that the criteria were not met after all',
  source: "the Panel's FAQ: once notified, no Rapid Review is skipped unless the criteria prove not to be met",
  roles: ['la-partner'],
  form: recordCriteriaNotMetForm,
  follows: ['recordOfstedNotification'],
  notOpen: (file) => {
    if (fact(file, 'submitRapidReview') !== undefined) {
      return refusal(
        'too-late',
        'The Rapid Review has gone to the Panel; the review decision can be reopened instead (reopenReviewDecision).',
      );
    }
    if (isWithdrawn(file)) return refusal('against-the-record', 'The case is withdrawn.');
    return fact(file, 'recordCriteriaNotMet') === undefined
      ? undefined
      : refusal('already-decided', 'It has already been decided that the criteria were not met.');
  },
  effect: (file) => ({ ...file, course: file.course + 1 }),
  tells: (file, { seq }) => [{ kind: 'criteria-not-met', to: toldOfCriteriaNotMet(file, seq) }],
});
