import { addYears, londonDate } from '../time/dates';
import type { ChildReference, Notification } from './notification';
import { saidOf, type FieldProblem } from '../refusals';
import { part, says, type Sentence } from '../sentence';
import type { Instant, IsoDate } from '../time/time';

/* Contradictions within a notification (step 1), looked for on opening a case and on every correction since. */

/** The days and moments of a notification. */
export type NotificationTimes = Pick<Notification, 'incidentOn' | 'knownAt' | 'authorityAwareOn' | 'receivedOn'>;

/** The parts of a notification that are about the incident and the children. */
export type NotificationGrounds = Pick<Notification, 'criteria' | 'seriousHarm' | 'abuseOrNeglect'> & {
  readonly children: readonly Pick<ChildReference, 'died' | 'lookedAfter' | 'careLeaver'>[];
};

const careLeaverAge = 25;
const adultAge = 18;

const when = (holds: boolean, field: string, said: () => string | Sentence): readonly FieldProblem[] =>
  holds ? [{ field, ...saidOf(said()) }] : [];

/** Contradictions between the times of a notification, London dates, each inside its span, or with the moment that is now. */
export function againstTimes(times: NotificationTimes, now: Instant): readonly FieldProblem[] {
  const { incidentOn, knownAt, authorityAwareOn, receivedOn } = times;
  return [
    ...when(knownAt > now, 'knownAt', () => 'When it became known cannot be in the future'),
    ...when(
      londonDate(knownAt) < incidentOn,
      'knownAt',
      () => says`It cannot have been known before it happened, on ${part.day(incidentOn)}`,
    ),
    ...when(
      authorityAwareOn < incidentOn,
      'authorityAwareOn',
      () => says`The authority cannot have been aware before it happened, on ${part.day(incidentOn)}`,
    ),
    ...when(
      receivedOn < londonDate(knownAt),
      'receivedOn',
      () => 'The form cannot have been received before the incident was known',
    ),
  ];
}

/** Contradictions between the criteria, the harm, whether abuse or neglect is suspected, and the children. Source: step 1. */
export function againstGrounds(grounds: NotificationGrounds): readonly FieldProblem[] {
  const { criteria, seriousHarm, abuseOrNeglect, children } = grounds;
  const harmed = criteria.includes('serious-harm');
  const needsAbuse = harmed || criteria.includes('death-abuse-or-neglect');
  const death = criteria.find((one) => one !== 'serious-harm');
  const nobody = (test: (child: (typeof children)[number]) => boolean) => !children.some(test);
  return [
    ...when(
      harmed && seriousHarm.length === 0,
      'seriousHarm',
      () => says`Say which serious harm; choose ${part.option('other')} for what the list does not name`,
    ),
    ...when(
      !harmed && seriousHarm.length > 0,
      'seriousHarm',
      () => says`Choose the criterion ${part.option('serious-harm')} as well, or leave this empty`,
    ),
    ...when(
      needsAbuse && abuseOrNeglect === 'not-known-or-suspected',
      'abuseOrNeglect',
      () => 'These criteria hold only where abuse or neglect is known or suspected',
    ),
    ...when(
      death !== undefined && nobody(({ died }) => died),
      'children',
      () => says`Say which child has died: the criterion ${part.option(String(death))} is about a death`,
    ),
    ...when(
      criteria.includes('looked-after-child-death') && nobody(({ died, lookedAfter }) => died && lookedAfter),
      'children',
      () => 'No child of the form has died and was looked after',
    ),
    ...when(
      criteria.includes('care-leaver-death') && nobody(({ died, careLeaver }) => died && careLeaver),
      'children',
      () => 'No person of the form has died and was a care leaver',
    ),
  ];
}

/** Says why a child of the incident cannot have been born on this London date; undefined if they can. */
export function againstBirth(
  { born, careLeaver }: { readonly born: IsoDate; readonly careLeaver: boolean },
  incidentOn: IsoDate,
): string | undefined {
  if (born > incidentOn) return 'The date of birth is after the incident';
  if (born > addYears(incidentOn, careLeaver ? -careLeaverAge : -adultAge)) return undefined;
  return careLeaver
    ? 'They were 25 or over; a care leaver is notified under 25'
    : 'They were 18 or over; say so if they are a care leaver';
}

/** Says why a child cannot have died on this London date; undefined if they can, or if no date is given. */
export function againstDeath({
  born,
  diedOn,
  died,
}: {
  readonly born: IsoDate | undefined;
  readonly diedOn: IsoDate | undefined;
  readonly died: boolean;
}): string | undefined {
  if (diedOn === undefined) return undefined;
  if (!died) return 'Say that the child has died, or leave the date of death out';
  return born !== undefined && diedOn < born ? 'The date of death is before the date of birth' : undefined;
}

/** Says why a child cannot have had a placement; undefined if they can, or if none is given. */
export const againstPlacement = ({
  placement,
  lookedAfter,
}: {
  readonly placement?: unknown;
  readonly lookedAfter: boolean;
}): string | undefined =>
  placement === undefined || lookedAfter
    ? undefined
    : 'Say that the child was looked after, or leave the placement out';

/** The days of a notification that lie so far back that the year may be mistyped. They are asked about, never refused. */
export const doubtfulYears = (times: NotificationTimes, now: Instant): readonly FieldProblem[] => [
  ...when(
    times.receivedOn < addYears(londonDate(now), -1),
    'receivedOn',
    () => says`${part.day(times.receivedOn)} is more than a year ago. Is that the right year?`,
  ),
  ...when(
    times.authorityAwareOn < addYears(times.receivedOn, -2),
    'authorityAwareOn',
    () =>
      says`${part.day(times.authorityAwareOn)} is more than two years before the form was received. Is that the right year?`,
  ),
];
