import * as z from 'zod/mini';
import { instant, londonDate, londonInstant } from '../time/dates';
import { relationWords } from '../case/family';
import { choice, confirmed, date, group, moment, readableText, several, words, yesNo } from '../forms';
import {
  abuseOrNeglectWords,
  notificationCriterionWords,
  seriousHarmWords,
  settingWords,
  type ChildReference,
  type FamilyReference,
  type Notification,
} from './notification';
import {
  againstBirth,
  againstGrounds,
  againstTimes,
  doubtfulYears,
  type NotificationTimes,
} from './notification-rules';
import type { FieldProblem } from '../refusals';
import { datesOutside } from '../spans';
import type { Instant, TimeOfDay } from '../time/time';

/* The Serious Incident Notification form (step 1), as it is sent in. Names and dates of birth go to the records. */

const shortText = (title: string, description?: string) =>
  readableText(title, 200, `Enter ${title.charAt(0).toLowerCase()}${title.slice(1)}`).register(
    z.globalRegistry,
    description === undefined ? { title } : { title, description },
  );

const childForm = group('A child', {
  name: shortText("The child's name", 'Kept in the records, never in the case'),
  dateOfBirth: date("The child's date of birth", 'born'),
  died: yesNo('The child has died'),
  lookedAfter: yesNo('The child is or was looked after'),
  careLeaver: yesNo('They are a care leaver'),
});

const relativeForm = group('A family member', {
  name: shortText('Their name'),
  relation: choice('Relation to the child', relationWords),
});

const form = z.strictObject({
  notSignificantIncidentForm: confirmed("This is not Children's Social Care's own Significant Incident form"),
  eCaseReference: z.optional(shortText('The eCase reference')),
  criteria: several(
    'The criteria that hold',
    choice('A criterion', notificationCriterionWords),
    1,
    'More than one may hold',
  ),
  seriousHarm: z.optional(
    several(
      'The serious harm',
      choice('A kind of serious harm', seriousHarmWords),
      1,
      'The list is not exhaustive: choose "other" for what it does not name',
    ),
  ),
  abuseOrNeglect: choice('Abuse or neglect', abuseOrNeglectWords),
  incidentOn: date('When the incident happened', 'happened'),
  knownAt: moment('When it became known', 'happened'),
  authorityAwareOn: date('When the authority became aware', 'happened'),
  receivedOn: z.optional(
    date('When the form was received', 'happened', 'Only where that was before today: a form that came on paper'),
  ),
  notifyingAgency: shortText('The notifying agency'),
  notifier: group('Who notifies', {
    name: shortText("The notifying person's name"),
    post: z.optional(shortText('Their post')),
    email: z.optional(
      z
        .email({ error: 'Enter an email address such as name@example.org' })
        .register(z.globalRegistry, { title: 'Their email address' }),
    ),
    telephone: z.optional(shortText('Their telephone number')),
  }),
  children: several('The children', childForm),
  family: z.optional(several('Family members', relativeForm, 0)),
  setting: choice('The setting', settingWords),
  homeAuthority: z.optional(shortText('The home authority', 'Where it is another authority than this one')),
  agencies: several('Agencies involved', shortText('An agency')),
  immediateSafety: words('Immediate safety', 'What has been done to keep this child and other children safe'),
  circumstances: z.optional(words('What happened', 'Kept in the records, never in the case')),
  practice: z.optional(yesNo('This is a practice case')),
  yearsAreRight: z.optional(
    yesNo(
      'The years are right',
      'Send true where the form was received more than a year ago, or the authority became aware more than two years before that',
    ),
  ),
});

/** Returns the notification form. A function, for Temporal freezes the schemas that a module exports (see `define`). */
export const notificationForm = (): typeof form => form;

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
    ...form.children.flatMap(({ dateOfBirth, careLeaver }, at) => {
      const why = againstBirth({ born: dateOfBirth, careLeaver }, form.incidentOn);
      return why === undefined ? [] : [{ field: `children.${at}.dateOfBirth`, sentence: why }];
    }),
  ];
}

/** A date outside its span can be held against no other: the sums would leave the calendar. */
const outsideOf = (form: NotificationForm, now: Instant): readonly FieldProblem[] =>
  datesOutside(notificationForm(), form, { today: londonDate(now) });

/** The days of a form that lie so far back that they have to be confirmed; none once they are. */
export const notificationDoubts = (form: NotificationForm, now: Instant): readonly FieldProblem[] =>
  form.yearsAreRight === true || outsideOf(form, now).length > 0 ? [] : doubtfulYears(timesOf(form, now), now);

/** Returns what a case carries of a form: codes in place of names, and a reference in place of words. */
export function notificationOf(
  form: NotificationForm,
  {
    now,
    closingHour,
    looksLike,
  }: { readonly now: Instant; readonly closingHour: TimeOfDay; readonly looksLike: readonly string[] },
): Notification {
  const receivedOn = form.receivedOn ?? londonDate(now);
  const children: readonly ChildReference[] = form.children.map(({ died, lookedAfter, careLeaver }, at) => ({
    ref: `child-${at + 1}`,
    died,
    lookedAfter,
    careLeaver,
  }));
  const family: readonly FamilyReference[] = (form.family ?? []).map(({ relation }, at) => ({
    ref: `family-${at + 1}`,
    relation,
  }));
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
    children,
    family,
    looksLike,
  };
}
