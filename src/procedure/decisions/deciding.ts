import * as z from 'zod/mini';
import { against, define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { fact, factsOf } from '../case/facts';
import { isEscalated } from '../case/position';
import { asked, choice, confirmed, date, group, keptAt, line, namedWords, words, yesNo } from '../forms';
import { isOwed } from '../case/answers';
import { answerFields, answerWords, whyNotAnswer } from '../case/request-fields';
import { agencySummaryOf } from '../case/summaries';
import { partnerOf, partnersAgree, partnerToAct, partnerWords } from '../case/partners';
import { businessUnit, execRoles, partnerRoles, partners } from '../roles';
import { tell } from '../reminders/notice';
import {
  asksForOutcome,
  disagreementEscalated,
  execAnswered,
  outcomeToDecide,
  oversightAsked,
} from './deciding-notices';

/* Steps 2 and 3: the Front Door, the agency summaries and the decision meeting. */

const sendToFrontDoorForm = z.strictObject({ sentBy: line('Who sent it') });
const recordOversightForm = z.strictObject({ comment: z.optional(words('Comment of the Service Director')) });
const recordAgencySummaryForm = z.strictObject({
  partner: choice('The partner', partnerWords),
  answer: z.optional(choice('The answer', answerWords)),
  stillToCome: answerFields().stillToCome,
  keptAt: z.optional(keptAt('The agency summary', 'Link or file path, where the summary is a document')),
  summary: z.optional(
    group('The summary', {
      contact: line('Who wrote it, and how to reach them'),
      involvedFrom: z.optional(date('Your agency was involved from', 'looked-at')),
      involvedTo: z.optional(date('Your agency was involved until', 'looked-at', 'Leave this empty if it still is')),
      known: namedWords('Who in the family was known to your agency, and as what', 'By name'),
      involvement: namedWords('Summary of the involvement', 'What was seen and done, and by whom'),
      concerns: namedWords('Current concerns', 'For the child, and for other children'),
      safety: namedWords('Immediate safety', 'What was done, and what has still to be done'),
      otherProceedings: z.optional(namedWords('What else is going on', 'Criminal, care or coroner’s proceedings')),
    }).register(asked, { whether: 'Do you write the summary here?', filledIn: 'Yes', leftOut: 'No, it is a document' }),
  ),
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
  views: group("Each partner's view", {
    la: view("The Local Authority's view"),
    police: view("The police's view"),
    health: view("Health's view"),
  }),
  disagreement: z.optional(
    group('The disagreement', {
      scrutineerInput: words("The Scrutineer's input"),
      escalated: yesNo('Escalated to the Exec partners'),
      reason: words('Why it was or was not escalated'),
    }).register(asked, { whether: 'Do all three partners agree?', filledIn: 'No', leftOut: 'Yes' }),
  ),
  keptAt: z.optional(keptAt('The note of the meeting')),
});
const recordExecAnswerForm = z.strictObject({
  answer: words("The Exec partners' answer"),
  view: view("The Exec partners' view"),
});

declare module '../case/case-file' {
  interface Forms {
    sendToFrontDoor: z.infer<typeof sendToFrontDoorForm>;
    recordOversight: z.infer<typeof recordOversightForm>;
    recordAgencySummary: z.infer<typeof recordAgencySummaryForm>;
    goAheadWithoutSummary: z.infer<typeof goAheadWithoutSummaryForm>;
    recordDecisionMeeting: z.infer<typeof recordDecisionMeetingForm>;
    recordExecAnswer: z.infer<typeof recordExecAnswerForm>;
  }
}

export const sendToFrontDoor = define({
  name: 'sendToFrontDoor',
  step: 'front-door',
  title: 'Send the notification to the Front Door',
  past: 'sent the notification to the Front Door',
  source: 'step 2',
  roles: businessUnit,
  form: sendToFrontDoorForm,
  once: true,
  notices: [oversightAsked],
  tells: () => [tell(oversightAsked)],
});

export const recordOversight = define({
  name: 'recordOversight',
  step: 'front-door',
  title: "Record the Service Director's oversight",
  past: "recorded the Service Director's oversight",
  confirmation: "Service Director's oversight recorded",
  source: 'step 2',
  roles: ['service-director'],
  form: recordOversightForm,
  once: true,
  follows: ['sendToFrontDoor'],
  notices: [outcomeToDecide],
  tells: (file, _taken, before) => asksForOutcome(file, before),
});

export const recordAgencySummary = define({
  name: 'recordAgencySummary',
  step: 'decision-meeting',
  title: "Record a partner's agency summary",
  past: "recorded a partner's agency summary",
  confirmation: "Partner's agency summary recorded",
  source: 'step 3',
  roles: [...partnerRoles, ...businessUnit],
  form: recordAgencySummaryForm,
  once: (form) => form.partner,
  several: {
    of: 'summary',
    each: 'partner',
    asks: ['answer', 'stillToCome', 'keptAt'],
    title: 'Record the agency summaries of several partners',
    question: 'Which partners have answered?',
  },
  again: (file, { partner }) => isOwed(agencySummaryOf(file, partner)),
  refuse: (_file, form, taking) =>
    partnerToAct(taking.role, form.partner) ??
    whyNotAnswer(form) ??
    (form.keptAt === undefined && form.summary === undefined && form.answer !== 'nil'
      ? refusal('invalid', 'Write the summary, or say where the document is kept.')
      : undefined),
});

export const goAheadWithoutSummary = define({
  name: 'goAheadWithoutSummary',
  step: 'decision-meeting',
  title: "Continue without a partner's summary",
  past: "continued without a partner's summary",
  source: 'step 3',
  roles: businessUnit,
  form: goAheadWithoutSummaryForm,
  once: (form) => form.partner,
  refuse: (file, form) =>
    agencySummaryOf(file, form.partner).last !== undefined && !isOwed(agencySummaryOf(file, form.partner))
      ? refusal('against-the-record', "That partner's agency summary has been recorded already.")
      : undefined,
});

export const recordDecisionMeeting = define({
  name: 'recordDecisionMeeting',
  step: 'decision-meeting',
  title: 'Record the decision meeting',
  past: 'recorded the decision meeting',
  confirmation: 'Decision meeting recorded',
  source: 'step 3',
  roles: businessUnit,
  form: recordDecisionMeetingForm,
  once: true,
  needs: (file) => {
    const missing = partners.filter((partner) => isOwed(agencySummaryOf(file, partner)));
    if (missing.length === 0) return undefined;
    const who = inList(missing.map((partner) => part.role(partnerOf(partner), file.policy.roleTitles)));
    return refusal(
      'too-early',
      says`An agency summary is still missing: ${who}. Record it, or continue without it and give the reason.`,
    );
  },
  refuse: (file, form, taking) => {
    const late = factsOf(file, 'recordAgencySummary').find((one) => one.on > taking.on);
    const tooSoon = notBefore(late, taking, 'The agency summaries must arrive before the meeting, and one arrived on');
    if (tooSoon !== undefined) return tooSoon;
    const without = factsOf(file, 'goAheadWithoutSummary').find((one) => one.on > taking.on);
    const before = notBefore(without, taking, 'The decision to continue without an agency summary was made on');
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
      return refusal(
        'against-the-record',
        'The three partners gave the same view. Answer that all three partners agree.',
      );
    }
    return undefined;
  },
  notices: [disagreementEscalated, outcomeToDecide],
  tells: (file, taken, before) => [
    ...(taken.form.disagreement?.escalated === true ? [tell(disagreementEscalated)] : []),
    ...asksForOutcome(file, before),
  ],
});

export const recordExecAnswer = define({
  name: 'recordExecAnswer',
  step: 'outcome',
  title: "Record the Exec partners' answer to the escalation",
  past: "recorded the Exec partners' answer to the escalation",
  source: 'step 3',
  roles: execRoles,
  onBehalf: true,
  form: recordExecAnswerForm,
  once: true,
  // A meeting that is corrected to have escalated, once step 4 is done, still has its answer put on the record.
  notOpen: () => undefined,
  after: ['decision-meeting'],
  needs: (file) =>
    isEscalated(file)
      ? undefined
      : refusal('against-the-record', 'Nothing was escalated to the Exec partners in this case.'),
  refuse: (file, _form, { on }) => {
    const decided = fact(file, 'recordOutcome');
    return decided === undefined || on <= decided.on
      ? undefined
      : against(
          decided,
          says`The outcome comes after the Exec partners' answer, and was decided on ${part.day(decided.on)} (entry ${decided.seq}); ${part.day(on)} is after that. Give the day on which they answered; where they answered after the outcome, say so in a note${part.by('addNote')}.`,
        );
  },
  notices: [execAnswered],
  tells: () => [tell(execAnswered)],
});
