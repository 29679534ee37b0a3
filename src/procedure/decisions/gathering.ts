import * as z from 'zod/mini';
import { mayAnswerAgain } from '../case/answers';
import type { Fact } from '../case/case-file';
import { againstItself, define } from '../decision';
import { familyOf } from '../case/family';
import { asked, chosenAmong, code, date, group, keptAt, person, words, yesNo } from '../forms';
import {
  answerFields,
  peopleAskedAbout,
  reasonForDifference,
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
  chronologies,
  contactsOf,
  lastReturn,
  nothingAsked,
  returnRefused,
  unknownAgencies,
  withoutRefused,
} from '../case/inquiries';
import { reviewType } from '../case/position';
import { refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import { businessUnit } from '../roles';
import { keptOut, stranger } from '../case/shut-out';
import { defineNotice, tell } from '../reminders/notice';
import { agencyValue, dateValue } from '../reminders/notice-values';
import { whomAsked } from '../asking/correspondents';
import { firstWanted } from '../asking/contributions';
import { whyNotByTerms } from '../asking/terms';
import { unlessWithdrawn, untilReturned } from '../reminders/true-until';

/* Step 9: chronologies, planning with the author, and the family's part in the review. */

const agency = () => chosenAmong('agency-to-return-chronology', code('The agency', 'Its code in the settings'));
const askChronologiesForm = z
  .strictObject({
    ...whomToAsk(),
    periodFrom: date('The period begins', 'looked-at', 'As in the terms of reference'),
    periodTo: date('The period ends', 'looked-at', 'As in the terms of reference'),
    familyMembers: peopleAskedAbout('The family members it relates to'),
    ...reasonForDifference(),
    ...requestFields(),
  })
  .check(somebodyAsked());
const recordChronologyReturnForm = z.strictObject({ agency: agency(), ...answerFields() });
const goAheadWithoutChronologyForm = z.strictObject({
  agency: agency(),
  reason: words('The reason'),
});
const collateChronologiesForm = z.strictObject({ keptAt: keptAt('The collated chronology') });
const recordPlanningMeetingForm = z.strictObject({
  attended: words('Who attended'),
  identifiedProfessional: person('The identified professional'),
  familyApproach: words('How the family will be approached'),
});
const recordFamilyInvolvementForm = z.strictObject({
  familyMember: chosenAmong('family-member', code('The family member')),
  informed: z.optional(
    group('How they were told', {
      byWhom: person('Who told them'),
      letterOrLeaflet: yesNo('A letter or leaflet was given'),
      invited: yesNo('They were invited to contribute'),
      contributed: yesNo('They contributed'),
    }).register(asked, { whether: 'Has the family member been told?' }),
  ),
  reasonNotInvolved: z.optional(words('Why they are not involved')),
});

declare module '../case/case-file' {
  interface Forms {
    askChronologies: z.infer<typeof askChronologiesForm>;
    recordChronologyReturn: z.infer<typeof recordChronologyReturnForm>;
    goAheadWithoutChronology: z.infer<typeof goAheadWithoutChronologyForm>;
    collateChronologies: z.infer<typeof collateChronologiesForm>;
    recordPlanningMeeting: z.infer<typeof recordPlanningMeetingForm>;
    recordFamilyInvolvement: z.infer<typeof recordFamilyInvolvementForm>;
  }
}

declare module '../reminders/notice' {
  interface Notices {
    'chronology-asked': typeof chronologyAsked;
    'identified-professional-named': typeof identifiedProfessionalNamed;
  }
}

const chronologyAsked = defineNotice({
  kind: 'chronology-asked',
  title: 'Asks an agency for its chronology',
  asks: "the agency's chronology",
  always: { agency: agencyValue },
  sometimes: { due: dateValue },
  stillTrue: untilReturned(chronologies),
});

const identifiedProfessionalNamed = defineNotice({
  kind: 'identified-professional-named',
  title: 'Who is in contact with the family',
  stillTrue: unlessWithdrawn,
});

export const askChronologies = define({
  name: 'askChronologies',
  step: 'planning',
  title: 'Ask agencies for their chronologies',
  past: 'asked agencies for their chronologies',
  source: 'step 9',
  roles: businessUnit,
  form: askChronologiesForm,
  decides: ['organisations'],
  refuse: (file, form, { on }) => {
    const wrong = whyNotAbout(file, form.familyMembers) ?? whyNotRequest(form, on);
    if (wrong !== undefined) return wrong;
    const otherwise = whyNotByTerms(file, form);
    if (otherwise !== undefined) return otherwise;
    const again = form.agencies.find((one) => agenciesAsked(file, chronologies).includes(one));
    return again === undefined
      ? unknownAgencies(file, form.agencies)
      : refusal('already-decided', says`${part.agency(again)} has been asked already; leave it out.`);
  },
  notices: [chronologyAsked],
  tells: (file, taken) =>
    contactsOf(file, whomAsked(file, taken)).map(({ agencies, values, ...asked }) =>
      tell(chronologyAsked, { ...asked, values: { ...values, due: firstWanted(file, chronologies, agencies) } }),
    ),
});

export const recordChronologyReturn = define({
  name: 'recordChronologyReturn',
  step: 'planning',
  title: "Record an agency's chronology",
  past: "recorded an agency's chronology",
  confirmation: "Agency's chronology recorded",
  source: 'step 9',
  roles: [...businessUnit, 'agency-contact'],
  form: recordChronologyReturnForm,
  once: (form) => form.agency,
  several: {
    of: 'chronology',
    each: 'agency',
    asks: ['answer', 'stillToCome', 'keptAt'],
    title: 'Record the chronologies of several agencies',
    question: 'Which agencies have answered?',
  },
  again: (file, { agency: from }, taking) => mayAnswerAgain(answerOf(file, chronologies, from), taking),
  needs: (file) => nothingAsked(file, chronologies),
  refuse: (file, form, taking) => returnRefused(file, chronologies, form.agency, taking) ?? whyNotAnswer(form),
});

export const goAheadWithoutChronology = define({
  name: 'goAheadWithoutChronology',
  step: 'planning',
  title: "Continue without an agency's chronology",
  past: "continued without an agency's chronology",
  source: 'step 9, as step 5',
  roles: businessUnit,
  form: goAheadWithoutChronologyForm,
  once: (form) => form.agency,
  needs: (file) => nothingAsked(file, chronologies),
  refuse: (file, { agency: from }, taking) =>
    withoutRefused(file, { inquiry: chronologies, agency: from, what: 'chronology' }, taking),
});

export const collateChronologies = define({
  name: 'collateChronologies',
  step: 'planning',
  title: 'Record the collated chronology',
  past: 'recorded the collated chronology',
  confirmation: 'Collated chronology recorded',
  source: 'step 9',
  roles: businessUnit,
  form: collateChronologiesForm,
  once: true,
  follows: ['askChronologies'],
  needs: (file) => {
    const outstanding = agenciesOutstanding(file, chronologies);
    return outstanding.length === 0
      ? undefined
      : refusal(
          'too-early',
          says`Still to return: ${inList(outstanding.map(part.agency))}. Record it, or continue without it and give the reason.`,
        );
  },
  refuse: (file, _form, taking) => lastReturn(file, chronologies, taking),
});

export const recordPlanningMeeting = define({
  name: 'recordPlanningMeeting',
  step: 'planning',
  title: 'Record the planning meeting with the author',
  past: 'recorded the planning meeting with the author',
  source: 'step 9; initial planning meeting',
  roles: businessUnit,
  form: recordPlanningMeetingForm,
  decides: ['identifiedProfessional'],
  once: true,
  follows: ['appointAuthor'],
  refuse: (file, form) => keptOut(file, form.identifiedProfessional),
  effect: (file, taken: Fact<z.infer<typeof recordPlanningMeetingForm>>) => ({
    ...file,
    people: { ...file.people, 'identified-professional': [taken.form.identifiedProfessional] },
  }),
  notices: [identifiedProfessionalNamed],
  tells: (_file, taken) => [
    tell(identifiedProfessionalNamed, {
      to: [{ person: taken.form.identifiedProfessional, as: 'identified-professional' }, 'author'],
    }),
  ],
});

export const recordFamilyInvolvement = define({
  name: 'recordFamilyInvolvement',
  title: "Record a family member's involvement",
  past: "recorded a family member's involvement",
  confirmation: "Family member's involvement recorded",
  source: 'steps 9 to 14; initial planning meeting',
  roles: [...businessUnit, 'author', 'identified-professional'],
  form: recordFamilyInvolvementForm,
  follows: ['recordDetermination'],
  notOpen: (file) =>
    reviewType(file) === 'LCSPR' || reviewType(file) === 'PLR'
      ? undefined
      : refusal('too-early', 'No review has been decided on in this case yet.'),
  refuse: (file, form) => {
    if (!familyOf(file).includes(form.familyMember)) {
      return refusal(
        'invalid',
        says`${part.relative(form.familyMember)} is nobody in this case; it has ${inList(familyOf(file).map(part.relative))}.`,
      );
    }
    if (form.informed?.contributed === true && form.reasonNotInvolved !== undefined) {
      return againstItself('reasonNotInvolved', 'This person contributed. Do not give a reason for not being involved');
    }
    if (form.informed !== undefined) return stranger(file, form.informed.byWhom);
    return form.reasonNotInvolved === undefined
      ? refusal('invalid', 'Record how they were told, or why they are not involved.')
      : undefined;
  },
});
