import { questionOf } from '../../forms/questions';
import { personQuestions } from './page-questions';
import type { PeopleId } from './pages';

/* The words of the pages about children and family, beside the questions themselves. */

interface PeopleWords {
  readonly person: string;
  readonly another: string;
  readonly first: string;
  readonly none: string;
  readonly intro: string;
  readonly goOn: string;
}

export const peopleWords: Readonly<Record<PeopleId, PeopleWords>> = {
  children: {
    person: 'Child',
    another: 'Add another child',
    first: 'Add a child',
    none: 'No child was named yet.',
    intro:
      'Give every child who was harmed or has died in this incident. One incident is one form, however many children it is about; the Business Unit can add a child later.',
    goOn: 'Continue',
  },
  family: {
    person: 'Family member',
    another: 'Add another family member',
    first: 'Add a family member',
    none: 'No family member was named.',
    intro:
      'Parents, carers, brothers and sisters and others who matter for this incident, as far as you know them. The Business Unit can add others later.',
    goOn: 'Continue without family members',
  },
};

/** Returns the hint above the questions about one person, from their schema. */
export function hintOf(kind: PeopleId): readonly string[] {
  const { hint } = questionOf(personQuestions[kind]);
  return hint === undefined ? [] : [hint];
}

/** The name of a person's page, such as "Child 2". */
export const numbered = (kind: PeopleId, at: number): string => `${peopleWords[kind].person} ${at + 1}`;
export const addressOf = (kind: PeopleId, at: number): string => `/notify/${kind}/${at + 1}`;
