import { relationWords } from '../../../procedure/case/family';
import {
  abuseOrNeglectWords,
  notificationCriteria,
  seriousHarms,
  seriousHarmWords,
  settingWords,
} from '../../../procedure/notification/notification';
import type { PageId } from './pages';
import type { NotifyOption, NotifyQuestion } from './question';
import { criterionNotes, criterionWords } from '../../wording/criteria';

/* Questions of the form, page by page, in the words of the page. */

/** Facts about the partnership that the questions mention, and who is asked. */
export interface AskedPartnership {
  readonly shortName: string;
  readonly authority: string;
  /** Names of the agencies of the partnership. */
  readonly agencies: readonly string[];
  /** True if the Business Unit is typing in a form that came on paper. */
  readonly onPaper: boolean;
}

const options = <T extends string>(values: readonly T[], words: Readonly<Record<T, string>>): readonly NotifyOption[] =>
  values.map((value) => ({ value, text: words[value] }));

const optionsOf = (words: Readonly<Record<string, string>>): readonly NotifyOption[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** The questions of a page; those about children and family are asked one person a page. */
export function questionsOf(page: PageId, asking: AskedPartnership): readonly NotifyQuestion[] {
  switch (page) {
    case 'before-you-start':
      return beforeYouStart(asking);
    case 'what-happened':
      return whatHappened;
    case 'serious-harm':
      return seriousHarm;
    case 'dates':
      return dates(asking);
    case 'children':
    case 'family':
      return [];
    case 'where':
      return where(asking);
    case 'agencies':
      return agencies(asking);
    case 'safety':
      return safety;
    case 'circumstances':
      return circumstances;
    case 'about-you':
      return aboutYou;
  }
}

const beforeYouStart = ({ shortName }: AskedPartnership): readonly NotifyQuestion[] => [
  {
    kind: 'confirm',
    name: 'notSignificantIncidentForm',
    label: 'Is this the right form?',
    hint: `This form goes to ${shortName}. Children’s Social Care has a Significant Incident form of its own, which is another form and stays inside Children’s Social Care.`,
    text: 'This is not Children’s Social Care’s own Significant Incident form',
    missing: 'Confirm that this is not Children’s Social Care’s own Significant Incident form',
  },
  {
    kind: 'text',
    name: 'eCaseReference',
    label: 'eCase reference (optional)',
    hint: 'If the incident is in eCase already',
    width: 'govuk-input--width-20',
  },
];

const whatHappened: readonly NotifyQuestion[] = [
  {
    kind: 'choices',
    name: 'criteria',
    label: 'Which criteria apply?',
    hint: 'Choose all that apply',
    options: options(notificationCriteria, criterionWords).map((option, at) => {
      const note = criterionNotes[notificationCriteria[at] ?? 'serious-harm'];
      return note === undefined ? option : { ...option, hint: note };
    }),
    missing: 'Choose what happened',
  },
  {
    kind: 'choice',
    name: 'abuseOrNeglect',
    label: 'Is abuse or neglect known or suspected?',
    options: optionsOf(abuseOrNeglectWords),
    missing: 'Say whether abuse or neglect is known or suspected',
  },
];

const seriousHarm: readonly NotifyQuestion[] = [
  {
    kind: 'choices',
    name: 'seriousHarm',
    label: 'What is the serious harm?',
    hint: 'The list is not exhaustive. Even if a child recovers, serious harm may have occurred. Choose all that apply.',
    options: options(seriousHarms, seriousHarmWords),
    missing: 'Say which serious harm; choose “Other serious harm” for what the list does not name',
  },
];

const dates = ({ authority, onPaper }: AskedPartnership): readonly NotifyQuestion[] => [
  {
    kind: 'date',
    name: 'incidentOn',
    label: 'When did the incident happen?',
    hint: 'If it went on for some time, the day on which it was found out.',
    what: 'The day of the incident',
    missing: 'Enter the day of the incident',
  },
  {
    kind: 'moment',
    name: 'knownAt',
    label: 'When did it become known?',
    hint: 'When somebody of your agency first knew. The form is asked for within 24 hours of that.',
    what: 'The day it became known',
    missing: 'Enter the day on which it became known',
  },
  {
    kind: 'date',
    name: 'authorityAwareOn',
    label: `When did ${authority} become aware of it?`,
    hint: `If you are not ${authority}: the day on which you or somebody else told its children’s social care. The council’s own statutory days count from here.`,
    what: 'The day the authority became aware',
    missing: `Enter the day on which ${authority} became aware`,
  },
  ...(onPaper
    ? [
        {
          kind: 'date',
          name: 'receivedOn',
          label: 'When was the form received? (optional)',
          hint: 'Only for a form that came on paper before today. You are asked because you are of the Business Unit.',
          what: 'The day of receipt',
        } as const,
      ]
    : []),
  {
    kind: 'confirm',
    name: 'yearsAreRight',
    label: 'Are the years right?',
    hint: 'You are asked because a day above lies far back. Put it right, or confirm it.',
    text: 'The years are right, though they lie far back',
  },
];

const where = ({ shortName }: AskedPartnership): readonly NotifyQuestion[] => [
  {
    kind: 'choice',
    name: 'setting',
    label: 'Where did it happen?',
    options: optionsOf(settingWords),
    missing: 'Say where it happened',
  },
  {
    kind: 'text',
    name: 'homeAuthority',
    label: 'Home authority, if it is another (optional)',
    hint: `Where the child lives in, or is looked after by, an authority outside the area of ${shortName}. It is told.`,
  },
];

const agencies = ({ agencies: known }: AskedPartnership): readonly NotifyQuestion[] => [
  {
    kind: 'choices-and-more',
    name: 'agencies',
    label: 'Which agencies are or were involved with the child or the family?',
    hint: 'As far as you know; the Business Unit asks further. Choose all that apply.',
    options: known.map((name) => ({ value: name, text: name })),
    moreLabel: 'Other agencies, one to a line',
    missing: 'Choose at least one agency, or write its name',
  },
];

const safety: readonly NotifyQuestion[] = [
  {
    kind: 'long',
    name: 'immediateSafety',
    label: 'What has been done to keep this child and other children safe?',
    hint: 'What was done, by whom, and what is still to be done. If a child is in danger now, do that first.',
    rows: 8,
    missing: 'Say what has been done to keep this child and other children safe',
  },
];

const circumstances: readonly NotifyQuestion[] = [
  {
    kind: 'long',
    name: 'circumstances',
    label: 'What happened? (optional)',
    hint: 'The facts as far as they are known now. It is kept with the records, where only those see it who decide on the case.',
    rows: 12,
  },
];

const aboutYou: readonly NotifyQuestion[] = [
  {
    kind: 'text',
    name: 'notifyingAgency',
    label: 'Your agency or organisation',
    autocomplete: 'organization',
    missing: 'Enter your agency or organisation',
  },
  { kind: 'text', name: 'notifier.name', label: 'Your name', autocomplete: 'name', missing: 'Enter your name' },
  { kind: 'text', name: 'notifier.post', label: 'Your post (optional)', autocomplete: 'organization-title' },
  {
    kind: 'text',
    name: 'notifier.email',
    label: 'Your email address (optional)',
    hint: 'For questions about the notification',
    type: 'email',
    autocomplete: 'email',
  },
  {
    kind: 'text',
    name: 'notifier.telephone',
    label: 'Your telephone number (optional)',
    type: 'tel',
    autocomplete: 'tel',
    width: 'govuk-input--width-20',
  },
];

/** The questions about one child. */
export const childQuestions: readonly NotifyQuestion[] = [
  { kind: 'text', name: 'name', label: 'The child’s name', missing: 'Enter the child’s name' },
  {
    kind: 'date',
    name: 'dateOfBirth',
    label: 'Date of birth',
    what: 'The date of birth',
    missing: 'Enter the child’s date of birth',
  },
  { kind: 'yes-no', name: 'died', label: 'Has the child died?', missing: 'Say whether the child has died' },
  {
    kind: 'yes-no',
    name: 'lookedAfter',
    label: 'Is or was the child looked after?',
    hint: 'In the care of a local authority, at the time of the incident',
    missing: 'Say whether the child is or was looked after',
  },
  {
    kind: 'yes-no',
    name: 'careLeaver',
    label: 'Are they a care leaver?',
    hint: 'Somebody under 25 who has been in care',
    missing: 'Say whether they are a care leaver',
  },
];

/** The questions about one member of the family. */
export const relativeQuestions: readonly NotifyQuestion[] = [
  { kind: 'text', name: 'name', label: 'Their name', missing: 'Enter their name' },
  {
    kind: 'choice',
    name: 'relation',
    label: 'Who are they to the child?',
    options: optionsOf(relationWords),
    missing: 'Say who they are to the child',
  },
];
