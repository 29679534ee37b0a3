import * as z from 'zod/mini';
import { addYears, instant, londonDate, londonInstant, sayDate } from './dates';
import { relationWords } from './family';
import { choice, confirmed, date, group, moment, readableText, several, words, yesNo } from './forms';
import {
  abuseOrNeglectWords,
  notificationCriterionWords,
  seriousHarmWords,
  settingWords,
  type ChildReference,
  type FamilyReference,
  type Notification,
} from './notification';
import type { FieldProblem } from './refusals';
import { datesOutside } from './spans';
import type { Instant, TimeOfDay } from './time';

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

export const notificationForm = z.strictObject({
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
});

export type NotificationForm = z.infer<typeof notificationForm>;

const careLeaverAge = 25;
const adultAge = 18;

/** What the fields of a well-formed form say against each other or against the calendar, a sentence a field. */
export function notificationProblems(form: NotificationForm, now: Instant): readonly FieldProblem[] {
  const today = londonDate(now);
  // A date outside its span can be held against no other: the sums would leave the calendar.
  const outside = datesOutside(notificationForm, form, { today });
  if (outside.length > 0) return outside;
  const problems: FieldProblem[] = [];
  const problem = (field: string, sentence: string) => problems.push({ field, sentence });
  const knownAt = instant(form.knownAt);
  if (knownAt > now) problem('knownAt', 'When it became known cannot be in the future');
  if (londonDate(knownAt) < form.incidentOn)
    problem('knownAt', `It cannot have been known before it happened, on ${sayDate(form.incidentOn)}`);
  if (form.authorityAwareOn < form.incidentOn) {
    problem(
      'authorityAwareOn',
      `The authority cannot have been aware before it happened, on ${sayDate(form.incidentOn)}`,
    );
  }
  const receivedOn = form.receivedOn ?? today;
  if (receivedOn < londonDate(knownAt))
    problem('receivedOn', 'The form cannot have been received before the incident was known');
  if (receivedOn < addYears(today, -1))
    problem('receivedOn', 'The form was received more than a year ago; check the year');
  if (form.authorityAwareOn < addYears(receivedOn, -2))
    problem('authorityAwareOn', 'That is more than two years before the form was received; check the year');
  const harmed = form.criteria.includes('serious-harm');
  if (harmed && form.seriousHarm === undefined)
    problem('seriousHarm', 'Say which serious harm; choose "other" for what the list does not name');
  if (!harmed && form.seriousHarm !== undefined)
    problem('seriousHarm', 'Choose the criterion "serious-harm" as well, or leave this out');
  const needsAbuse = harmed || form.criteria.includes('death-abuse-or-neglect');
  if (needsAbuse && form.abuseOrNeglect === 'not-known-or-suspected') {
    problem('abuseOrNeglect', 'These criteria hold only where abuse or neglect is known or suspected');
  }
  const deaths = form.criteria.filter((one) => one !== 'serious-harm');
  if (deaths.length > 0 && !form.children.some((child) => child.died)) {
    problem('children', `Say which child has died: the criterion "${String(deaths[0])}" is about a death`);
  }
  if (
    form.criteria.includes('looked-after-child-death') &&
    !form.children.some((child) => child.died && child.lookedAfter)
  ) {
    problem('children', 'No child of the form has died and was looked after');
  }
  if (form.criteria.includes('care-leaver-death') && !form.children.some((child) => child.died && child.careLeaver)) {
    problem('children', 'No person of the form has died and was a care leaver');
  }
  if (form.children.length > 1 && form.children.some((child) => child.died)) {
    problem(
      'children',
      'A child who died has a case of their own: send one form for that child, and another for the others',
    );
  }
  form.children.forEach((child, at) => {
    if (child.dateOfBirth > form.incidentOn)
      problem(`children.${at}.dateOfBirth`, 'The date of birth is after the incident');
    const limit = child.careLeaver ? careLeaverAge : adultAge;
    if (child.dateOfBirth <= addYears(form.incidentOn, -limit)) {
      problem(
        `children.${at}.dateOfBirth`,
        child.careLeaver
          ? 'They were 25 or over; a care leaver is notified under 25'
          : 'They were 18 or over; say so if they are a care leaver',
      );
    }
  });
  return problems;
}

/** What a case carries of a form: codes in place of names, and a reference in place of words. */
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
