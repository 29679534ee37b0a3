import * as z from 'zod/mini';
import { instant, londonDate, londonInstant } from '../time/dates';
import { askedWith, choice, chosenAmong, confirmed, date, moment, several, words, yesNo } from '../forms';
import { confirmedDoubts } from './doubtful-answers';
import { incidentDoubtWords, type DoubtCode } from './doubt-words';
import { confirming, notificationPeople, shortText } from './notification-people';
import {
  abuseOrNeglectWords,
  criterionSources,
  notificationCriterionWords,
  seriousHarmWords,
  settingWords,
  type ChildReference,
  type FamilyReference,
  type Notification,
} from './notification';
import {
  againstBirth,
  againstDeath,
  againstGrounds,
  againstPlacement,
  againstTimes,
  doubtfulYears,
  type NotificationTimes,
} from './notification-rules';
import type { FieldProblem } from '../refusals';
import { datesOutside } from '../spans';
import type { Instant, TimeOfDay } from '../time/time';

/* The Serious Incident Notification form (step 1), as it is sent in. Names and what is read with them go to the records. */

const criteria = several(
  'Which criteria apply?',
  askedWith({ hints: criterionSources }, choice('A criterion', notificationCriterionWords)),
  1,
  'Choose all that apply',
);

const seriousHarm = several(
  'What is the serious harm?',
  choice('A kind of serious harm', seriousHarmWords),
  1,
  'Choose all that apply. The list is not exhaustive: choose "Other serious harm" for what it does not name. Even if a child recovers, serious harm may have occurred',
);

const { child, relative, notifier } = notificationPeople();

const agencies = askedWith(
  { others: 'Other agencies, one to a line' },
  several(
    'Which agencies are or were involved with the child or the family?',
    chosenAmong('agency-name', shortText('An agency')),
    1,
    'As far as you know; the Business Unit asks further. Choose all that apply',
  ),
);

const yearsAreRight = askedWith(
  { as: 'confirmed' },
  yesNo(
    'The years are right, though they lie far back',
    'Confirm this where the form was received more than a year ago, or the authority became aware more than two years before that',
  ),
);

const form = z.strictObject({
  notSignificantIncidentForm: confirmed("This is not Children's Social Care's own Significant Incident form"),
  eCaseReference: z.optional(shortText('eCase reference', 'If the incident is in eCase already')),
  circumstances: words(
    'What happened?',
    'The facts as far as they are known now. They are kept with the records, and only those who decide on the case see them',
  ),
  criteria,
  seriousHarm: z.optional(seriousHarm),
  abuseOrNeglect: choice('Is abuse or neglect known or suspected?', abuseOrNeglectWords),
  incidentOn: date(
    'When the incident happened',
    'happened',
    'If it went on for some time, the day on which it was found out',
  ),
  incidentTime: z.optional(shortText('The time of the incident', 'About is enough: 2:15pm, or in the night')),
  knownAt: moment(
    'When it became known',
    'happened',
    'When somebody in the notifying agency first knew; about is enough. The form is asked for within 24 hours of that',
  ),
  authorityAwareOn: date(
    'When the local authority became aware',
    'happened',
    "The day on which its children's social care knew, or was told by somebody else. Its own statutory days count from here",
  ),
  receivedOn: z.optional(
    date('When the form was received', 'happened', 'Only where that was before today: a form that came on paper'),
  ),
  notifyingAgency: askedWith(
    { autocomplete: 'organization' },
    shortText('Notifying agency', 'The agency for which you notify', 'Enter the notifying agency'),
  ),
  notifier,
  children: several('The children', child),
  family: z.optional(several('Family members', relative, 0)),
  setting: choice('Where did it happen?', settingWords),
  incidentPlace: z.optional(shortText('The place of the incident', 'An address, or a description of the place')),
  homeAuthority: z.optional(
    shortText(
      'The home authority',
      'Only where the child lives in, or is looked after by, an authority outside the area of this partnership. It is told',
    ),
  ),
  agencies,
  immediateSafety: words(
    'What has been done to keep this child and other children safe?',
    'What was done, by whom, and what is still to be done. If a child is in danger now, do that first',
  ),
  practice: z.optional(yesNo('This is a practice case')),
  yearsAreRight: z.optional(yearsAreRight),
  confirmed: z.optional(several('Confirmed by the sender', choice('An answer', incidentDoubtWords), 1, confirming)),
});

/** Returns the notification form. A function, for Temporal freezes the schemas that a module exports (see `define`). */
export const notificationForm = (): typeof form => form;

/** Returns the question about the kinds of serious harm, which has a page of its own. */
export const seriousHarmQuestion = (): typeof seriousHarm => seriousHarm;

export type NotificationForm = z.infer<typeof form>;

/** Returns the times that a form gives. A form without a day of receipt is received today, London. */
const timesOf = (form: NotificationForm, now: Instant): NotificationTimes => ({
  incidentOn: form.incidentOn,
  knownAt: instant(form.knownAt),
  authorityAwareOn: form.authorityAwareOn,
  receivedOn: form.receivedOn ?? londonDate(now),
});

/** Lists what the fields of a well-formed form contradict, each other or the calendar, one sentence for each field. */
export function notificationProblems(form: NotificationForm, now: Instant): readonly FieldProblem[] {
  const outside = outsideOf(form, now);
  if (outside.length > 0) return outside;
  return [
    ...againstTimes(timesOf(form, now), now),
    ...againstGrounds({ ...form, seriousHarm: form.seriousHarm ?? [] }),
    ...form.children.flatMap((child, at) => {
      const of = `children.${at}`;
      const { dateOfBirth: born, diedOn, died, careLeaver } = child;
      return [
        ...problemOf(`${of}.dateOfBirth`, againstBirth({ born, careLeaver }, form.incidentOn)),
        ...problemOf(`${of}.diedOn`, againstDeath({ born, diedOn, died })),
        ...problemOf(`${of}.placement`, againstPlacement(child)),
      ];
    }),
  ];
}

const problemOf = (field: string, why: string | undefined): readonly FieldProblem[] =>
  why === undefined ? [] : [{ field, sentence: why }];

/** A date outside its span can be held against no other: the sums would leave the calendar. */
const outsideOf = (form: NotificationForm, now: Instant): readonly FieldProblem[] =>
  datesOutside(notificationForm(), form, { today: londonDate(now) });

/** The days of a form that lie so far back that they have to be confirmed; none once they are. */
export const notificationDoubts = (form: NotificationForm, now: Instant): readonly FieldProblem[] =>
  form.yearsAreRight === true || outsideOf(form, now).length > 0 ? [] : doubtfulYears(timesOf(form, now), now);

/** The people of a form by codes, in its order. */
const peopleOf = ({ children, family = [] }: NotificationForm): Pick<Notification, 'children' | 'family'> => ({
  children: children.map(({ died, lookedAfter, careLeaver }, at): ChildReference => ({
    ...{ ref: `child-${at + 1}`, died, lookedAfter, careLeaver },
  })),
  family: family.map(({ relation }, at): FamilyReference => ({ ref: `family-${at + 1}`, relation })),
});

/** Returns what a case carries of a form: codes in place of names, and a reference in place of words. */
export function notificationOf(
  form: NotificationForm,
  {
    now,
    closingHour,
    looksLike,
    confirmedByOffice,
  }: {
    readonly now: Instant;
    readonly closingHour: TimeOfDay;
    readonly looksLike: readonly string[];
    /** The doubts that the office confirmed when it took the notification. */
    readonly confirmedByOffice?: readonly DoubtCode[] | undefined;
  },
): Notification {
  const receivedOn = form.receivedOn ?? londonDate(now);
  const confirmed = confirmedDoubts(form, confirmedByOffice);
  return {
    ...(form.eCaseReference === undefined ? {} : { eCaseReference: form.eCaseReference }),
    criteria: [...new Set(form.criteria)],
    seriousHarm: form.seriousHarm ?? [],
    abuseOrNeglect: form.abuseOrNeglect,
    incidentOn: form.incidentOn,
    knownAt: instant(form.knownAt),
    authorityAwareOn: form.authorityAwareOn,
    // A paper form's hour is not known; the end of its day is the latest it can have come.
    receivedAt:
      form.receivedOn === undefined || form.receivedOn === londonDate(now)
        ? now
        : londonInstant(receivedOn, closingHour),
    receivedOn,
    notifyingAgency: form.notifyingAgency,
    setting: form.setting,
    ...(form.homeAuthority === undefined ? {} : { homeAuthority: form.homeAuthority }),
    agencies: form.agencies,
    immediateSafety: form.immediateSafety,
    ...peopleOf(form),
    looksLike,
    ...(confirmed.length === 0 ? {} : { confirmed }),
  };
}
