import * as z from 'zod/mini';
import { relationWords } from '../case/family';
import { asksFor, askedWith, choice, date, group, readableText, several, yesNo } from '../forms';
import { disabilityWords, ethnicGroupWords, placementWords, planWords, sexWords } from './child-words';
import { childDoubtWords, doubtWords } from './doubt-words';
import { parseNhsNumber } from './nhs-number';

/* The people of the notification form (step 1): children, their family, and whoever notifies. */

const label = (title: string, description?: string) => (description === undefined ? { title } : { title, description });

/** A text of one line. `missing` is said where it is empty. */
export const shortText = (title: string, description?: string, missing = asksFor('Enter', title)) =>
  readableText(title, 200, missing).register(z.globalRegistry, label(title, description));

const nhsNumber = readableText("The child's NHS number", 200)
  .check(
    z.refine((text) => parseNhsNumber(text) !== undefined, {
      error: 'Enter an NHS number of ten digits, such as 999 000 0018, or leave it out. A digit may be mistyped',
    }),
    z.overwrite((text) => parseNhsNumber(text) ?? text),
  )
  .register(
    z.globalRegistry,
    label("The child's NHS number", 'Ten digits; spaces are allowed. Leave it out if you do not know it'),
  );

/** Answers about a child that are read with the child's name. */
const childDetails = {
  sex: choice("The child's sex", sexWords),
  ethnicGroup: choice("The child's ethnic group", ethnicGroupWords),
  disability: choice('Does the child have a disability?', disabilityWords),
  disabilityDetails: shortText('What the disability is', 'Only if there is one'),
  address: shortText("The child's address", 'Where they live, with the postcode'),
  localAuthority: shortText("The child's local authority", 'The council in whose area they live'),
  placement: choice(
    "The child's placement",
    placementWords,
    'Only if the child was looked after: where they lived at the time of the incident',
  ),
  plan: choice(
    'Did the child have a child protection plan or a child in need plan?',
    planWords,
    'At the time of the incident',
  ),
  school: shortText("The child's school, college or nursery"),
  gp: shortText("The child's GP", 'The doctor or the practice'),
  nhsNumber,
  diedOn: date("The child's date of death", 'happened', 'Only if the child has died'),
};

/** The names of the answers about a child that are read with the child's name. */
export type ChildDetail = keyof typeof childDetails;

const { sex, ethnicGroup, disability, ...others } = childDetails;

/** The hint of a field that confirms answers that hardly go together. */
export const confirming = 'Only where it was asked whether an answer is right: the codes of the answers that are right';

const confirmedAnswers = z.optional(several('Confirmed as right', choice('An answer', doubtWords), 1, confirming));

/** Returns the field of a decision that confirms answers of the notification that hardly go together. */
export const confirmedField = (): typeof confirmedAnswers => confirmedAnswers;

const childNote =
  'Give what you know, and leave the rest out. All of this is kept apart from the rest of the case, and no email carries it.';

/** The questions about a child. A form may also confirm those answers that hardly go together. */
const childQuestions = group(
  'A child',
  {
    name: shortText("The child's name", 'If the child has no name yet, enter “Not yet named”'),
    dateOfBirth: date("The child's date of birth", 'born'),
    sex,
    died: yesNo('Has the child died?'),
    diedOn: z.optional(others.diedOn),
    lookedAfter: yesNo(
      'Is or was the child looked after?',
      'In the care of a local authority, at the time of the incident',
    ),
    placement: z.optional(others.placement),
    careLeaver: yesNo('Are they a care leaver?', 'Somebody under 25 who has been in care'),
    plan: z.optional(others.plan),
    address: z.optional(others.address),
    localAuthority: z.optional(others.localAuthority),
    school: z.optional(others.school),
    gp: z.optional(others.gp),
    nhsNumber: z.optional(others.nhsNumber),
    ethnicGroup,
    disability,
    disabilityDetails: z.optional(others.disabilityDetails),
  },
  childNote,
);

const child = group(
  'A child',
  {
    ...childQuestions.shape,
    confirmed: z.optional(several('Confirmed by the sender', choice('An answer', childDoubtWords), 1, confirming)),
  },
  childNote,
);

const relative = group(
  'A family member',
  { name: shortText('Their name'), relation: choice('Relation to the child', relationWords) },
  'Names are kept apart from the rest of the case, and no email carries them.',
);

const notifier = group('Contact details', {
  name: askedWith({ autocomplete: 'name' }, shortText('Full name', undefined, 'Enter your full name')),
  post: z.optional(askedWith({ autocomplete: 'organization-title' }, shortText('Job title'))),
  email: z.optional(
    askedWith(
      { autocomplete: 'email' },
      z.email({ error: 'Enter an email address such as name@example.org' }).register(z.globalRegistry, {
        title: 'Email address',
        description: 'For questions about the notification',
      }),
    ),
  ),
  telephone: z.optional(askedWith({ autocomplete: 'tel' }, shortText('Telephone number'))),
});

/**
 * Returns the parts of the form about people. A function, for Temporal freezes the schemas that a module exports (see
 * `define`).
 */
export const notificationPeople = (): {
  readonly child: typeof child;
  readonly childQuestions: typeof childQuestions;
  readonly relative: typeof relative;
  readonly notifier: typeof notifier;
  readonly childDetails: typeof childDetails;
} => ({ child, childQuestions, relative, notifier, childDetails });
