import * as z from 'zod/mini';
import { isOwed, mayAnswerAgain } from '../case/answers';
import { answerRefused, contactsOf, unknownAgencies } from '../case/inquiries';
import {
  answerFields,
  peopleAskedAbout,
  periodFields,
  reasonForDifference,
  requestFields,
  somebodyAsked,
  whyNotAbout,
  whyNotAnswer,
  whyNotRequest,
  whomToAsk,
} from '../case/request-fields';
import { whomAsked } from '../asking/correspondents';
import { furtherId, furtherRequest } from '../asking/further';
import { whyNotByTerms } from '../asking/terms';
import { define, type Taking } from '../decision';
import { chosenAmong, code, date, words } from '../forms';
import { refusal, type Refusal } from '../refusals';
import { defineNotice, tell, type StillTrue } from '../reminders/notice';
import { agencyValue, dateValue, requestValue } from '../reminders/notice-values';
import { businessUnit } from '../roles';
import { part, says } from '../sentence';
import { sayDate } from '../time/dates';
import type { CaseFile } from '../case/case-file';

/* Further information from agencies: at step 7, or whenever a review needs more than it has. */

const theRequest = chosenAmong('further-request', code('The request', 'Its code in the case, such as further:12-gp'));
const askFurtherForm = z
  .strictObject({
    ...whomToAsk(),
    ...periodFields(),
    familyMembers: z.optional(peopleAskedAbout('The children and family members it is about')),
    ...reasonForDifference(),
    ...requestFields(),
    purpose: words('Why you are asking', 'Shown to the agency. Without names'),
    wantedOn: date('The date you want the answer by', 'planned'),
  })
  .check(somebodyAsked());
const recordFurtherAnswerForm = z.strictObject({ contribution: theRequest, ...answerFields() });
const goAheadWithoutFurtherForm = z.strictObject({ contribution: theRequest, reason: words('The reason') });

declare module '../case/case-file' {
  interface Forms {
    askFurther: z.infer<typeof askFurtherForm>;
    recordFurtherAnswer: z.infer<typeof recordFurtherAnswerForm>;
    goAheadWithoutFurther: z.infer<typeof goAheadWithoutFurtherForm>;
  }
}

declare module '../reminders/notice' {
  interface Notices {
    'further-asked': typeof furtherAsked;
  }
}

const untilAnswered: StillTrue = ({ values }, file) => {
  const request = furtherRequest(file, values['contribution'] ?? '');
  if (request === undefined || isOwed(request.answer)) return undefined;
  const { last } = request.answer;
  return last === undefined ? 'The case continued without it.' : `It was answered on ${sayDate(last.on)}.`;
};

const furtherAsked = defineNotice({
  kind: 'further-asked',
  title: 'Asks an agency for further information',
  ofCase: true,
  asks: "the agency's further information",
  always: { contribution: requestValue, wantedOn: dateValue },
  sometimes: { agency: agencyValue },
  stillTrue: untilAnswered,
});

export const askFurther = define({
  name: 'askFurther',
  title: 'Ask agencies for further information',
  past: 'asked agencies for further information',
  source: 'step 7; always open',
  roles: businessUnit,
  form: askFurtherForm,
  decides: ['organisations'],
  notOpen: () => undefined,
  refuse: (file, form, { on }) =>
    unknownAgencies(file, form.agencies) ??
    whyNotAbout(file, form.familyMembers ?? []) ??
    whyNotRequest(form, on) ??
    whyNotByTerms(file, form),
  notices: [furtherAsked],
  // An email for each agency: each has a request of its own to answer.
  tells: (file, { seq, form }) =>
    whomAsked(file, { seq, form }).flatMap((agency) =>
      contactsOf(file, [agency]).map(({ to, about, values }) =>
        tell(furtherAsked, {
          to,
          about,
          values: { ...values, contribution: furtherId(seq, agency), wantedOn: form.wantedOn },
        }),
      ),
    ),
});

/** Refuses an answer to a request that the case does not have, by somebody who was not asked, or of a day before it. */
function refusedOf(file: CaseFile, contribution: string, taking: Taking): Refusal | undefined {
  const request = furtherRequest(file, contribution);
  if (request === undefined)
    return refusal('against-the-record', says`This case has no request ${part.code(contribution)}.`);
  return answerRefused(request, taking);
}

const nothingAsked = (file: CaseFile): Refusal | undefined =>
  (file.facts.askFurther ?? []).length === 0
    ? refusal('too-early', says`No agency has been asked for further information${part.by('askFurther')}.`)
    : undefined;

export const recordFurtherAnswer = define({
  name: 'recordFurtherAnswer',
  title: "Record an agency's further information",
  past: "recorded an agency's further information",
  confirmation: "Agency's further information recorded",
  source: 'step 7; always open',
  roles: [...businessUnit, 'agency-contact'],
  form: recordFurtherAnswerForm,
  once: (form) => form.contribution,
  several: {
    of: 'further',
    each: 'contribution',
    asks: ['answer', 'stillToCome', 'keptAt'],
    title: 'Record the further information of several agencies',
    question: 'Which requests have been answered?',
  },
  again: (file, { contribution }, taking) => {
    const request = furtherRequest(file, contribution);
    return request === undefined || mayAnswerAgain(request.answer, taking);
  },
  notOpen: nothingAsked,
  refuse: (file, form, taking) => refusedOf(file, form.contribution, taking) ?? whyNotAnswer(form),
});

export const goAheadWithoutFurther = define({
  name: 'goAheadWithoutFurther',
  title: "Continue without an agency's further information",
  past: "continued without an agency's further information",
  source: 'step 7, as step 5',
  roles: businessUnit,
  form: goAheadWithoutFurtherForm,
  once: (form) => form.contribution,
  notOpen: nothingAsked,
  refuse: (file, { contribution }: { readonly contribution: string }, taking): Refusal | undefined => {
    const request = furtherRequest(file, contribution);
    return request !== undefined && !isOwed(request.answer)
      ? refusal('against-the-record', says`Nothing is outstanding from ${part.agency(request.agency)} in this request.`)
      : refusedOf(file, contribution, taking);
  },
});
