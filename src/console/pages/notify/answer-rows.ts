import type * as z from 'zod/mini';
import { isRecord } from '../../../procedure/schema-parts';
import type { IsoDate } from '../../../procedure/time/time';
import { withoutCase } from '../../forms/context';
import { answersTo } from '../../forms/in-words';
import { within } from '../../forms/names';
import { questionOf, type Leaf, type Question } from '../../forms/questions';
import { readFields } from '../../forms/reading';
import { dateParts } from '../../forms/typed-date';
import { one } from '../../http/fields';
import type { Fields } from '../../http/page';

/** A row of a list of answers; a text of several paragraphs stands as it was typed. */
export interface SummaryRow {
  readonly key: { readonly text: string };
  readonly value: { readonly text: string };
}

interface Answered {
  readonly question: Leaf;
  readonly name: string;
  readonly value: unknown;
}

/** Lists every question that has one answer, with the answer that was read. */
function answered(question: Question, name: string, value: unknown): readonly Answered[] {
  switch (question.kind) {
    case 'group':
      return question.parts.flatMap(({ key, question: part }) =>
        answered(part, within(name, key), isRecord(value) ? value[key] : undefined),
      );
    case 'rows':
      return [];
    default:
      return [{ question, name, value }];
  }
}

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** An answer as people read it; a date that cannot be read is shown as it was typed. */
function saidTo({ question, name, value }: Answered, typed: Fields, today: IsoDate): string {
  if (!isNothing(value))
    return answersTo(question, value, withoutCase(today))
      .map((answer) => answer.value)
      .join('\n');
  if (question.kind !== 'date' && question.kind !== 'moment') return '';
  return [...dateParts, 'time']
    .map((part) => one(typed, within(name, part)))
    .filter((part) => part !== '')
    .join(' ');
}

/** The answers to the questions of a schema, a row each. */
export const answerRows = (schema: z.core.$ZodType, typed: Fields, today: IsoDate): readonly SummaryRow[] =>
  answered(questionOf(schema), '', readFields(schema, typed, { today }).form)
    .map((one) => ({ question: one.question, text: saidTo(one, typed, today) }))
    // A confirmation that is asked only in case of doubt gets no row where it was not asked.
    .filter(({ question, text }) => text !== '' || question.kind !== 'confirmed' || !question.optional)
    .map(({ question, text }) => ({
      key: { text: question.title },
      value: { text: text === '' ? 'Not answered' : text },
    }));
