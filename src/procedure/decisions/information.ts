import * as z from 'zod/mini';
import { mayAnswerAgain } from '../case/answers';
import type { CaseFile } from '../case/case-file';
import { define, notBefore } from '../decision';
import { refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { fact, factsOf } from '../case/facts';
import { choice, chosenAmong, code, keptAt, several, words } from '../forms';
import {
  answerFields,
  peopleAskedAbout,
  periodFields,
  requestFields,
  somebodyAsked,
  whyNotAbout,
  whyNotAnswer,
  whyNotRequest,
  whomToAsk,
} from '../case/request-fields';
import {
  agenciesAsked,
  agenciesOutstanding,
  answerOf,
  contactsOf,
  information,
  lastReturn,
  nothingAsked,
  returnRefused,
  unknownAgencies,
  withoutRefused,
} from '../case/inquiries';
import { partnerOf, partnerToAct, partnerWords } from '../case/partners';
import { businessUnit, partnerRoles, partners } from '../roles';
import { defineNotice, tell } from '../reminders/notice';
import { agencyValue, dateValue } from '../reminders/notice-values';
import { firstWanted } from '../asking/contributions';
import { whomAsked } from '../asking/correspondents';
import { agenciesToAsk } from '../asking/named-agencies';
import { untilReturned } from '../reminders/true-until';

/* Step 5: information from agencies, and the chronology. It may begin before step 4 ends. */

const agency = (which: 'agency' | 'agency-to-return') =>
  chosenAmong(which, code('The agency', 'Its code in the settings'));
const nameAgenciesForm = z.strictObject({
  partner: choice('The partner', partnerWords),
  agencies: several('Agencies to ask', agency('agency'), 0, 'None, if the partner has nobody to add'),
});
const askAgenciesForm = z
  .strictObject({
    ...whomToAsk(),
    ...periodFields(),
    familyMembers: z.optional(peopleAskedAbout('The children and family members it is about')),
    ...requestFields(),
  })
  .check(somebodyAsked());
const recordReturnForm = z.strictObject({ agency: agency('agency-to-return'), ...answerFields() });
const goAheadWithoutReturnForm = z.strictObject({ agency: agency('agency-to-return'), reason: words('The reason') });
const recordChronologyForm = z.strictObject({ keptAt: keptAt('The chronology') });

declare module '../reminders/notice' {
  interface Notices {
    'information-asked': typeof informationAsked;
  }
}

declare module '../case/case-file' {
  interface Forms {
    nameAgencies: z.infer<typeof nameAgenciesForm>;
    askAgencies: z.infer<typeof askAgenciesForm>;
    recordReturn: z.infer<typeof recordReturnForm>;
    goAheadWithoutReturn: z.infer<typeof goAheadWithoutReturnForm>;
    recordChronology: z.infer<typeof recordChronologyForm>;
  }
}

const partnersToName = (file: CaseFile) =>
  partners.filter((partner) => !factsOf(file, 'nameAgencies').some((one) => one.form.partner === partner));

export const nameAgencies = define({
  name: 'nameAgencies',
  step: 'information',
  title: 'Record the agencies a partner has named',
  past: 'recorded the agencies a partner has named',
  source: 'step 5',
  roles: [...partnerRoles, ...businessUnit],
  form: nameAgenciesForm,
  once: (form) => form.partner,
  refuse: (file, form, taking) => partnerToAct(taking.role, form.partner) ?? unknownAgencies(file, form.agencies),
});

const informationAsked = defineNotice({
  kind: 'information-asked',
  title: 'Asks an agency for information',
  asks: "the agency's information",
  always: { agency: agencyValue },
  sometimes: { due: dateValue },
  stillTrue: untilReturned(information),
});

export const askAgencies = define({
  name: 'askAgencies',
  step: 'information',
  title: 'Ask agencies for information',
  past: 'asked agencies for information',
  source: 'step 5',
  roles: businessUnit,
  form: askAgenciesForm,
  decides: ['organisations'],
  refuse: (file, form, { on }) => {
    const again = form.agencies.find((one) => agenciesAsked(file, information).includes(one));
    return (
      unknownAgencies(file, form.agencies) ??
      whyNotAbout(file, form.familyMembers ?? []) ??
      whyNotRequest(form, on) ??
      (again === undefined
        ? undefined
        : refusal('already-decided', says`${part.agency(again)} has been asked already; leave it out.`))
    );
  },
  notices: [informationAsked],
  tells: (file, taken) =>
    contactsOf(file, whomAsked(file, taken)).map(({ agencies, values, ...asked }) =>
      tell(informationAsked, { ...asked, values: { ...values, due: firstWanted(file, information, agencies) } }),
    ),
});

export const recordReturn = define({
  name: 'recordReturn',
  step: 'information',
  title: "Record an agency's information",
  past: "recorded an agency's information",
  confirmation: "Agency's information recorded",
  source: 'step 5',
  roles: [...businessUnit, 'agency-contact'],
  form: recordReturnForm,
  once: (form) => form.agency,
  several: {
    of: 'return',
    each: 'agency',
    asks: ['answer', 'stillToCome', 'keptAt'],
    title: 'Record the information of several agencies',
    question: 'Which agencies have answered?',
  },
  again: (file, { agency: from }, taking) => mayAnswerAgain(answerOf(file, information, from), taking),
  needs: (file) => nothingAsked(file, information),
  refuse: (file, form, taking) => returnRefused(file, information, form.agency, taking) ?? whyNotAnswer(form),
});

export const goAheadWithoutReturn = define({
  name: 'goAheadWithoutReturn',
  step: 'information',
  title: "Continue without an agency's information",
  past: "continued without an agency's information",
  source: 'step 5',
  roles: businessUnit,
  form: goAheadWithoutReturnForm,
  once: (form) => form.agency,
  needs: (file) => nothingAsked(file, information),
  refuse: (file, { agency: from }, taking) =>
    withoutRefused(file, { inquiry: information, agency: from, what: 'return' }, taking),
});

export const recordChronology = define({
  name: 'recordChronology',
  step: 'information',
  title: 'Record the collated chronology',
  past: 'recorded the collated chronology',
  confirmation: 'Collated chronology recorded',
  source: 'step 5',
  roles: businessUnit,
  form: recordChronologyForm,
  once: true,
  needs: (file) => {
    const toName = partnersToName(file);
    if (toName.length > 0) {
      const who = inList(toName.map((partner) => part.role(partnerOf(partner), file.policy.roleTitles)));
      return refusal('too-early', says`Still to name the agencies to ask: ${who}${part.by('nameAgencies')}.`);
    }
    if (fact(file, 'askAgencies') === undefined) {
      return refusal('too-early', says`No agency has been asked yet${part.by('askAgencies')}.`);
    }
    const notAsked = agenciesToAsk(file);
    if (notAsked.length > 0) {
      return refusal(
        'too-early',
        says`A partner named these agencies and they have not been asked: ${inList(notAsked.map(part.agency))}.`,
      );
    }
    const outstanding = agenciesOutstanding(file, information);
    return outstanding.length === 0
      ? undefined
      : refusal(
          'too-early',
          says`Still to return: ${inList(outstanding.map(part.agency))}. Record what they sent, or continue without it and give the reason.`,
        );
  },
  refuse: (file, _form, taking) => {
    const named = factsOf(file, 'nameAgencies').find((one) => one.on > taking.on);
    return (
      notBefore(fact(file, 'askAgencies'), taking, 'Agencies were asked last on') ??
      notBefore(named, taking, 'A partner named the agencies to ask on') ??
      lastReturn(file, information, taking)
    );
  },
});
