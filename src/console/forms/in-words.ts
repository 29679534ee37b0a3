import type * as z from 'zod/mini';
import { parseInstant, parseIsoDate, sayDate, sayInstant } from '../../procedure/time/dates';
import { isRecord } from '../../procedure/schema-parts';
import type { FieldContext } from './context';
import { within } from './names';
import { questionOf, type Leaf, type Question } from './questions';

/** An answer of a form in words: the headings above it, the title of its question, and the answer. */
export interface AnswerInWords {
  /** The field's name on the page, to link back to it. */
  readonly name: string;
  /** Titles of the groups around the question, outermost first. */
  readonly under: readonly string[];
  readonly title: string;
  /** Lines of text, as they were written. */
  readonly value: string;
}

/** Lists the answers of a form in words, in the order of the form; unanswered questions are left out. */
export function answersInWords(
  schema: z.core.$ZodType,
  value: unknown,
  context: Pick<FieldContext, 'called'>,
  name = '',
): readonly AnswerInWords[] {
  return answers(questionOf(schema), value, { name, under: [], context });
}

/** Lists the answers to a question in words. */
export const answersTo = (
  question: Question,
  value: unknown,
  context: Pick<FieldContext, 'called'>,
): readonly AnswerInWords[] => answers(question, value, { name: '', under: [], context });

/** An answer to a single field, in words. */
export const valueInWords = (schema: z.core.$ZodType, value: unknown, context: Pick<FieldContext, 'called'>): string =>
  answersInWords(schema, value, context)
    .map((answer) => (answer.under.length === 0 ? answer.value : `${answer.title}: ${answer.value}`))
    .join('\n');

interface Place {
  readonly name: string;
  readonly under: readonly string[];
  readonly context: Pick<FieldContext, 'called'>;
}

function answers(question: Question, value: unknown, place: Place): readonly AnswerInWords[] {
  if (value === undefined || value === null) return [];
  const { name, under, context } = place;
  const inside = question.title === '' ? under : [...under, question.title];
  switch (question.kind) {
    case 'group':
      return question.parts.flatMap(({ key, question: part }) =>
        answers(part, isRecord(value) ? value[key] : undefined, { name: within(name, key), under: inside, context }),
      );
    case 'rows': {
      const rows: readonly unknown[] = Array.isArray(value) ? value : [];
      return rows.flatMap((one, at) => {
        const titled =
          rows.length > 1 ? { ...question.each, title: `${question.each.title} ${at + 1}` } : question.each;
        return answers(titled, one, { name: within(name, at), under: inside, context });
      });
    }
    default:
      return [{ name, under, title: question.title, value: leafInWords(question, value, context) }];
  }
}

function leafInWords(question: Leaf, value: unknown, context: Pick<FieldContext, 'called'>): string {
  switch (question.kind) {
    case 'yes-no':
      return value === true ? 'Yes' : 'No';
    case 'confirmed':
      return 'Confirmed';
    case 'date': {
      const date = parseIsoDate(String(value));
      return date === undefined ? String(value) : sayDate(date);
    }
    case 'moment': {
      const at = parseInstant(String(value));
      return at === undefined ? String(value) : sayInstant(at);
    }
    case 'choice':
      return question.options.find((option) => option.value === value)?.text ?? String(value);
    case 'chosen':
      return context.called(question.among, String(value));
    case 'several': {
      const all: readonly unknown[] = Array.isArray(value) ? value : [];
      return all.length === 0 ? 'None' : all.map((one) => leafInWords(question.of, one, context)).join('\n');
    }
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }
}
