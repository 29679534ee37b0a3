import * as z from 'zod/mini';
import {
  addressLine,
  askedWith,
  choice,
  chosenAmong,
  code,
  date,
  group,
  keptAt,
  line,
  personName,
  several,
  words,
} from '../forms';
import type { Asks } from '../asking/correspondents';
import { againstItself } from '../decision';
import { refusal, type Refusal } from '../refusals';
import { inList, part, says } from '../sentence';
import type { CaseFile } from './case-file';
import { familyOf } from './family';
import type { IsoDate } from '../time/time';

/* The fields that every request to an agency has, and those of every answer. Source: DESIGN, "Asking and answering". */

/** Asks which children and relatives a request is about, by their codes. */
export const peopleAskedAbout = (title: string) =>
  several(title, chosenAmong('family-member', code('A child or family member')), 1, 'By their codes in this case');

/**
 * Fields of whom a request is for: agencies by their codes, and organisations that the settings do not have by name and
 * address.
 */
export const whomToAsk = () => ({
  agencies: several(
    'Agencies asked',
    chosenAmong('agency', code('The agency', 'Its code in the settings')),
    0,
    'None, if you ask only organisations that are not in the settings',
  ),
  organisations: z.optional(
    several(
      'Organisations that are not in the settings',
      group('The organisation', {
        organisation: personName('Name of the organisation'),
        name: personName('Name of the contact'),
        address: addressLine('Email address of the contact'),
      }),
      1,
      'The contact answers by the link in the email, without an account',
    ),
  ),
});

/** Checks of a form with these fields that somebody is asked. */
export const somebodyAsked = () =>
  z.refine<Asks>(({ agencies, organisations = [] }) => agencies.length + organisations.length > 0, {
    path: ['agencies'],
    error: 'Choose an agency, or give the name and address of an organisation',
  });

/**
 * Fields of a request beside whom it is for. What is left out is said by the settings, or is of the whole case. Functions,
 * because Temporal freezes what a module exports, and zod writes into a schema that it reads with.
 */
export const requestFields = () => ({
  purpose: z.optional(words('Why you are asking', 'Shown to the agency. Without names')),
  questions: z.optional(several('Questions', words('A question'), 1, 'In place of the questions of the settings')),
  wantedOn: z.optional(
    date('The date you want the answer by', 'planned', 'Before your own date, so that there is time to collate'),
  ),
  telephone: z.optional(line('Number to ring with questions', 'In place of the one in the settings')),
});

/** A request as a decision records it, as far as every request has it. */
export type RequestForm = z.infer<z.ZodMiniObject<ReturnType<typeof requestFields>>>;

/** The fields of the period of a request that may leave it to the settings. */
export const periodFields = () => ({
  periodFrom: z.optional(date('The period begins', 'looked-at')),
  periodTo: z.optional(date('The period ends', 'looked-at')),
});

/** The field that says why a request differs from the terms of reference; left out where it does not. */
export const reasonForDifference = () => ({
  reasonForDifference: z.optional(
    words(
      'Why it differs from the terms of reference',
      'Only where the period or the people are not those of the terms',
    ),
  ),
});

/** Refuses a period that ends before it begins, and a date wanted before the day of the request. */
export function whyNotRequest(
  {
    periodFrom,
    periodTo,
    wantedOn,
  }: { readonly [field in 'periodFrom' | 'periodTo' | 'wantedOn']?: IsoDate | undefined },
  on: IsoDate,
): Refusal | undefined {
  if (periodFrom !== undefined && periodTo !== undefined && periodTo < periodFrom)
    return againstItself('periodTo', 'The period must end after it begins');
  return wantedOn !== undefined && wantedOn < on
    ? againstItself('wantedOn', 'The answer cannot be wanted before the day of the request')
    : undefined;
}

/** Refuses a request about somebody who is nobody in the case. */
export function whyNotAbout(file: CaseFile, people: readonly string[]): Refusal | undefined {
  const stranger = people.find((ref) => !familyOf(file).includes(ref));
  return stranger === undefined
    ? undefined
    : refusal(
        'invalid',
        says`${part.relative(stranger)} is nobody in this case; it has ${inList(familyOf(file).map(part.relative))}.`,
      );
}

/** Words for how full an answer is. */
export const answerWords = {
  returned: 'Information provided',
  partly: 'Part of the information provided; the rest is still to come',
  nil: 'No information held',
} as const;

/** Fields of an answer to a request. */
export const answerFields = () => ({
  answer: choice('The answer', answerWords),
  stillToCome: z.optional(
    askedWith(
      { onlyWith: { field: 'answer', answer: 'partly' } },
      words('What is still to come, and when', 'Where part of the information is provided'),
    ),
  ),
  searched: z.optional(words('Where you looked', 'Where no information is held')),
  keptAt: z.optional(keptAt('The information')),
  remarks: z.optional(words('Anything else the panel should know')),
});

/** Refuses an answer in part that does not say what is still to come. */
export const whyNotAnswer = ({
  answer,
  stillToCome,
}: {
  readonly answer?: keyof typeof answerWords | undefined;
  readonly stillToCome?: unknown;
}): Refusal | undefined =>
  answer === 'partly' && stillToCome === undefined
    ? againstItself('stillToCome', 'Say what is still to come, and when')
    : undefined;
