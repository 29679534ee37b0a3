import { addDays, addYears } from '../time/dates';
import { partsOf, refusal, saidOf, type FieldProblem, type Refusal } from '../refusals';
import { inList, part, says, type Sentence } from '../sentence';
import type { IsoDate } from '../time/time';
import type { ChildDoubt, ConfirmedDoubt, DoubtCode, IncidentDoubt } from './doubt-words';
import type { NotificationCriterion, Notification } from './notification';

/*
 * Answers of a notification (step 1) that hardly go together. They are asked about, never refused: each is sent once it
 * is put right, or confirmed by its code. Answers that cannot go together are refused (notification-rules.ts).
 */

/** The answers about a child that doubts arise from. */
interface DoubtedChild {
  readonly name: string;
  /** Absent from cases of release 0.1.0 that were not told it. */
  readonly dateOfBirth?: IsoDate | undefined;
  readonly died: boolean;
  readonly diedOn?: IsoDate | undefined;
  readonly lookedAfter: boolean;
  readonly careLeaver: boolean;
  readonly school?: string | undefined;
  readonly nhsNumber?: string | undefined;
  readonly disability: 'yes' | 'no' | 'not-known';
  readonly disabilityDetails?: string | undefined;
  readonly confirmed?: readonly ChildDoubt[] | undefined;
}

/** The answers of a notification that doubts arise from. */
export interface DoubtedAnswers {
  readonly criteria: readonly NotificationCriterion[];
  readonly setting: Notification['setting'];
  readonly incidentOn: IsoDate;
  readonly children: readonly DoubtedChild[];
  readonly confirmed?: readonly IncidentDoubt[] | undefined;
}

/** A doubt that is not confirmed: the answer, the field that confirms it, and the sentence that asks. */
export interface Doubt extends FieldProblem {
  readonly code: DoubtCode;
  readonly confirmedBy: string;
}

interface Found<Code extends string> {
  readonly code: Code;
  /** The field of the answer. */
  readonly field: string;
  readonly said: string | Sentence;
}

const found = <Code extends string>(holds: boolean, one: Found<Code>): readonly Found<Code>[] => (holds ? [one] : []);

/** Whole years of a person born on one London date, on another. */
function ageOn(day: IsoDate, born: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return addYears(born, years) > day ? years - 1 : years;
}

/** The age from which there are care leavers. Source: Children Act 1989, section 23A and Schedule 2, paragraph 19B. */
const firstCareLeaverAge = 16;
const adultAge = 18;
const firstNurseryDay = 91;

/** The doubts about the age of one child on the day of the incident. */
function aboutAge(
  { lookedAfter, careLeaver, school }: DoubtedChild,
  { born, incidentOn }: { readonly born: IsoDate; readonly incidentOn: IsoDate },
): readonly Found<ChildDoubt>[] {
  const age = ageOn(incidentOn, born);
  const years = age === 1 ? '1 year' : `${age} years`;
  return [
    ...found(careLeaver && age < firstCareLeaverAge, {
      code: 'care-leaver-under-16',
      field: 'careLeaver',
      said: `The child was ${years} old on the day of the incident, and a care leaver is 16 or over. Is that right?`,
    }),
    ...found(lookedAfter && age >= adultAge, {
      code: 'looked-after-at-18',
      field: 'lookedAfter',
      said: `They were ${years} old on the day of the incident, and nobody is looked after at 18 or over. Is that right?`,
    }),
    ...found(lookedAfter && careLeaver && age < adultAge, {
      code: 'looked-after-and-care-leaver',
      field: 'careLeaver',
      said: 'The child was looked after, and a care leaver has left care. Is that right?',
    }),
    ...found(school !== undefined && incidentOn < addDays(born, firstNurseryDay), {
      code: 'school-under-3-months',
      field: 'school',
      said: 'The child was under 3 months old on the day of the incident. Did they have a school or nursery?',
    }),
  ];
}

/** The doubts about one child, without regard to what is confirmed. */
function aboutChild(
  child: DoubtedChild,
  { incidentOn }: Pick<DoubtedAnswers, 'incidentOn'>,
): readonly Found<ChildDoubt>[] {
  const { dateOfBirth: born, diedOn, disability, disabilityDetails } = child;
  return [
    ...(born === undefined ? [] : aboutAge(child, { born, incidentOn })),
    ...found(diedOn !== undefined && diedOn < incidentOn, {
      code: 'died-before-incident',
      field: 'diedOn',
      said: says`The date of death is before the incident, on ${part.day(incidentOn)}. Is that right?`,
    }),
    ...found(disability === 'no' && disabilityDetails !== undefined, {
      code: 'disability-without-one',
      field: 'disability',
      said: 'You describe a disability, and say that the child has none. Is that right?',
    }),
  ];
}

const sameName = (one: string, other: string): boolean =>
  one.replaceAll(/\s+/g, ' ').trim().toLowerCase() === other.replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** The doubt whether this child stands in the form before. */
const aboutTwins = (child: DoubtedChild, before: readonly DoubtedChild[]): readonly Found<ChildDoubt>[] =>
  found(
    before.some(
      (one) =>
        (child.nhsNumber !== undefined && one.nhsNumber === child.nhsNumber) ||
        (one.dateOfBirth !== undefined && one.dateOfBirth === child.dateOfBirth && sameName(one.name, child.name)),
    ),
    {
      code: 'same-child-twice',
      field: 'name',
      said: 'Another child of the incident has the same NHS number, or the same name and date of birth. Are they two children?',
    },
  );

const regulatedSettings: readonly string[] = [
  'foster-home',
  'residential-home',
  'secure-setting',
  'school-or-college',
  'health-setting',
  'other-regulated-setting',
];

const youngestPupil = 2;

/** The doubts about the incident, without regard to what is confirmed. */
function aboutIncident({ criteria, setting, incidentOn, children }: DoubtedAnswers): readonly Found<IncidentDoubt>[] {
  const harmed = criteria.includes('serious-harm');
  const aboutDeath = criteria.some((one) => one !== 'serious-harm');
  const nobody = (test: (child: DoubtedChild) => boolean) => !children.some(test);
  const mayBePupil = ({ dateOfBirth: born }: DoubtedChild) =>
    born === undefined || ageOn(incidentOn, born) >= youngestPupil;
  const allDied = nobody(({ died }) => !died);
  return [
    ...found(harmed && aboutDeath && allDied, {
      code: 'harmed-and-died',
      field: 'criteria',
      said: says`Every child of the incident has died, and you chose ${part.option('serious-harm')} as well. Is that right?`,
    }),
    ...found(!aboutDeath && children.some(({ died }) => died), {
      code: 'death-without-criterion',
      field: 'criteria',
      said: says`A child of the incident has died, and you chose ${part.option('serious-harm')} alone. Does no criterion about a death apply?`,
    }),
    ...found(criteria.includes('regulated-setting-death') && !regulatedSettings.includes(setting), {
      code: 'regulated-setting-elsewhere',
      field: 'setting',
      said: says`You chose ${part.option('regulated-setting-death')}, and another place. Is that right?`,
    }),
    ...found(setting === 'foster-home' && nobody(({ lookedAfter, careLeaver }) => lookedAfter || careLeaver), {
      code: 'foster-home-not-looked-after',
      field: 'setting',
      said: 'No child of the incident is or was looked after, and it happened in a foster home. Is that right?',
    }),
    ...found(setting === 'school-or-college' && nobody(mayBePupil), {
      code: 'school-without-pupil',
      field: 'setting',
      said: 'Every child of the incident was under 2 years old, and it happened at a school or college. Is that right?',
    }),
  ];
}

/** Lists every doubt of a notification, those that are confirmed too, in the order of the form. */
export function doubtsOf(answers: DoubtedAnswers): readonly Doubt[] {
  const { children } = answers;
  const ofChildren = children.flatMap((child, at) =>
    [...aboutChild(child, answers), ...aboutTwins(child, children.slice(0, at))].map((one) =>
      doubtOf({ ...one, field: `children.${at}.${one.field}` }, `children.${at}.confirmed`),
    ),
  );
  return [...aboutIncident(answers).map((one) => doubtOf(one, 'confirmed')), ...ofChildren];
}

const doubtOf = ({ code, field, said }: Found<DoubtCode>, confirmedBy: string): Doubt => ({
  code,
  field,
  confirmedBy,
  ...saidOf(said),
});

/** The place among the children of the child that a doubt is about; undefined where the doubt is about the incident. */
function placeIn({ confirmedBy }: Doubt): number | undefined {
  const [, place] = /^children\.(\d+)\./.exec(confirmedBy) ?? [];
  return place === undefined ? undefined : Number(place);
}

function isConfirmed({ children, confirmed = [] }: DoubtedAnswers, doubt: Doubt): boolean {
  const place = placeIn(doubt);
  const said: readonly string[] = place === undefined ? confirmed : (children[place]?.confirmed ?? []);
  return said.includes(doubt.code);
}

/** Lists the doubts of a notification that its sender has not confirmed. */
export const unconfirmedDoubts = (answers: DoubtedAnswers): readonly Doubt[] =>
  doubtsOf(answers).filter((one) => !isConfirmed(answers, one));

/**
 * Lists the doubts of a form that were confirmed, by codes: by its sender, or else by the office, which confirms a code
 * for every child. A confirmation of what nobody doubts is left out.
 */
export const confirmedDoubts = (
  answers: DoubtedAnswers,
  byOffice: readonly DoubtCode[] = [],
): readonly ConfirmedDoubt[] =>
  doubtsOf(answers).flatMap((one): readonly ConfirmedDoubt[] => {
    const by = isConfirmed(answers, one) ? 'notifier' : byOffice.includes(one.code) ? 'office' : undefined;
    const place = placeIn(one);
    if (by === undefined) return [];
    return [{ doubt: one.code, ...(place === undefined ? {} : { child: `child-${place + 1}` }), by }];
  });

/**
 * Lists the doubts that a change brings in: those that were there before were asked about then. `before` and `after`
 * have the same children in the same order, but for one that is added last.
 */
export function doubtsSince(before: DoubtedAnswers, after: DoubtedAnswers): readonly Doubt[] {
  const known = doubtsOf(before);
  return doubtsOf(after).filter(
    (one) => !known.some(({ code, confirmedBy }) => code === one.code && confirmedBy === one.confirmedBy),
  );
}

/** Asks once whether what hardly goes together is right, and names the field that confirms each. */
export function doubtsToConfirm(doubts: readonly Doubt[]): Refusal {
  const how = doubts.map(({ code, confirmedBy }) => `"${code}" in "${confirmedBy}"`).join(', ');
  return askedOnce(doubts, how, ({ field }) => field);
}

/** Asks once, where one field confirms doubts about the incident and every child. */
export function doubtsToConfirmTogether(doubts: readonly Doubt[], fieldOf: (doubt: Doubt) => string): Refusal {
  const codes = [...new Set(doubts.map(({ code }) => `"${code}"`))].join(', ');
  return askedOnce(doubts, `${codes} in "confirmed"`, fieldOf);
}

function askedOnce(doubts: readonly Doubt[], how: string, fieldOf: (doubt: Doubt) => string): Refusal {
  const fields = doubts.map((one) => {
    const { code: _code, confirmedBy: _by, ...problem } = one;
    return { ...problem, field: fieldOf(one) };
  });
  return {
    ...refusal('to-be-confirmed', says`${inList(doubts.map(partsOf), ' ')} If so, send it again with ${how}.`),
    fields,
  };
}
