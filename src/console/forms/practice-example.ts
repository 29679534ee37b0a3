import { addDays, addYears, fromMillis, londonDate, toMillis } from '../../procedure/time/dates';
import type { Instant, IsoDate } from '../../procedure/time/time';

/* Invented notifications, for practice cases. Nobody in them exists. */

/** The ready-made examples. */
export const exampleIds = ['straight', 'not-proceeding', 'death', 'siblings'] as const;
export type ExampleId = (typeof exampleIds)[number];

interface InventedChild {
  readonly name: string;
  /** Age in whole years on the day of the incident, and days since that birthday. */
  readonly age: number;
  readonly daysSince: number;
  readonly died?: true;
}

interface Example {
  readonly title: string;
  /** The purpose of the example, for whoever chooses one. */
  readonly about: string;
  readonly criteria: readonly string[];
  readonly seriousHarm?: readonly string[];
  readonly abuseOrNeglect: string;
  readonly notifyingAgency: string;
  readonly notifier: { readonly name: string; readonly post: string };
  readonly children: readonly InventedChild[];
  readonly family: readonly { readonly name: string; readonly relation: string }[];
  readonly setting: string;
  readonly agencies: readonly string[];
  readonly immediateSafety: string;
  readonly circumstances: string;
}

export const examples: Readonly<Record<ExampleId, Example>> = {
  straight: {
    title: 'A child seriously harmed, all the way to publication',
    about: 'The straight way: notified, a Rapid Review, a local review, published. Begin with this one.',
    criteria: ['serious-harm'],
    seriousHarm: ['life-threatening-injury'],
    abuseOrNeglect: 'suspected',
    notifyingAgency: 'Bracken Vale Hospital (invented)',
    notifier: { name: 'Odile Marchbanks', post: 'Named Nurse' },
    children: [{ name: 'Pip Larkrise', age: 2, daysSince: 70 }],
    family: [
      { name: 'Dorcas Larkrise', relation: 'mother' },
      { name: 'Amias Fennimore', relation: 'partner-of-parent' },
    ],
    setting: 'family-home',
    agencies: ['Bracken Vale Hospital', 'The health visiting service', 'The police'],
    immediateSafety: 'Invented: the child is in hospital, where somebody sits with them; nobody else lives at home.',
    circumstances: 'Invented: the child came to the emergency department with a head injury that nobody explained.',
  },
  'not-proceeding': {
    title: 'A notification that does not go forward',
    about: 'What looks serious at first proves an accident: for the decision not to proceed, and what follows it.',
    criteria: ['serious-harm'],
    seriousHarm: ['other'],
    abuseOrNeglect: 'suspected',
    notifyingAgency: 'Hollin Bank Primary School (invented)',
    notifier: { name: 'Perpetua Sandiford', post: 'Designated safeguarding lead' },
    children: [{ name: 'Juniper Oakshott', age: 8, daysSince: 140 }],
    family: [{ name: 'Leopold Oakshott', relation: 'father' }],
    setting: 'community',
    agencies: ['Hollin Bank Primary School', 'Children’s Social Care'],
    immediateSafety: 'Invented: the child is at home with the father; a social worker has seen both.',
    circumstances:
      'Invented: the child broke an arm badly in a fall from a wall; two accounts of it differed at first.',
  },
  death: {
    title: 'A child who has died',
    about: 'For a case with parallel processes: the police, the coroner, and perhaps a hold while they go on.',
    criteria: ['death-abuse-or-neglect'],
    abuseOrNeglect: 'suspected',
    notifyingAgency: 'The police (invented)',
    notifier: { name: 'Ignatius Rookwood', post: 'Detective Inspector' },
    children: [{ name: 'Fenn Quillby', age: 0, daysSince: 95, died: true }],
    family: [
      { name: 'Sabine Quillby', relation: 'mother' },
      { name: 'Corwin Tasker', relation: 'father' },
      { name: 'Hettie Quillby', relation: 'grandparent' },
    ],
    setting: 'family-home',
    agencies: ['The police', 'The ambulance service', 'Children’s Social Care'],
    immediateSafety: 'Invented: there are no other children in the household; a cousin’s family has been visited.',
    circumstances: 'Invented: the baby was found lifeless in the morning; what happened in the night is not known.',
  },
  siblings: {
    title: 'Two siblings harmed in one incident',
    about: 'One case about several children: names, family contact and agencies for each.',
    criteria: ['serious-harm'],
    seriousHarm: ['long-term-impairment'],
    abuseOrNeglect: 'known',
    notifyingAgency: 'Children’s Social Care (invented)',
    notifier: { name: 'Mirabel Stanforth', post: 'Team Manager' },
    children: [
      { name: 'Ottoline Greaves-Moor', age: 11, daysSince: 20 },
      { name: 'Barnaby Greaves-Moor', age: 6, daysSince: 210 },
    ],
    family: [
      { name: 'Thirza Greaves', relation: 'mother' },
      { name: 'Alban Moor', relation: 'father' },
      { name: 'Edwina Greaves', relation: 'grandparent' },
    ],
    setting: 'family-home',
    agencies: ['Children’s Social Care', 'Two schools', 'The mental health trust'],
    immediateSafety: 'Invented: both children stay with their grandmother under a plan agreed with the court.',
    circumstances: 'Invented: years of neglect came to light when the younger child was found alone at night.',
  },
};

const hoursSinceKnown = 20;
const hour = 3_600_000;

const bornFor = ({ age, daysSince }: InventedChild, incidentOn: IsoDate): IsoDate =>
  addDays(addYears(incidentOn, -age), -daysSince);

/** Returns an example dated as if it had just come in: it became known yesterday, and happened the day before. */
export function exampleForm(id: ExampleId, now: Instant): object {
  const { title: _title, about: _about, children, ...form } = examples[id];
  const knownAt = fromMillis(toMillis(now) - hoursSinceKnown * hour);
  const incidentOn = addDays(londonDate(knownAt), -1);
  return {
    ...form,
    notSignificantIncidentForm: true,
    practice: true,
    incidentOn,
    knownAt,
    authorityAwareOn: londonDate(knownAt),
    children: children.map((child) => ({
      name: child.name,
      dateOfBirth: bornFor(child, incidentOn),
      died: child.died === true,
      lookedAfter: false,
      careLeaver: false,
      sex: 'not-known',
      ethnicGroup: 'not-known',
      disability: 'not-known',
    })),
  };
}
