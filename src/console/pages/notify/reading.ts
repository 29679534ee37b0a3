import * as z from 'zod/mini';
import { fieldProblems } from '../../../procedure/forms';
import { notificationForm } from '../../../procedure/notification/notification-form';
import { datesOutside } from '../../../procedure/spans';
import type { IsoDate } from '../../../procedure/time/time';
import { isReadable } from '../../../procedure/written-text';
import { every, one } from '../../http/fields';
import type { Fields } from '../../http/page';
import { readTypedTime } from '../../forms/typed-date';
import { readMoment } from '../../forms/typed-moment';
import { readDay } from './day';
import { clockName, moreName, timeName, type NotifyQuestion } from './question';
import { inFormWords } from '../../wording/criteria';

/* Typed answers of a page, converted to the values of the form. */

/** A problem with an answer: the name of its field on the page, and a sentence. */
export interface TypedProblem {
  readonly field: string;
  readonly sentence: string;
}

/** The answers of a page: values by the names of their fields, and the problems with them. */
export interface ReadAnswers {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly TypedProblem[];
}

type ReadOne = { readonly value?: unknown; readonly problem?: TypedProblem };

/** Returns the lines of a text that are not blank. */
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(isReadable);

/** Returns the chosen value; undefined if no option has it. */
const chosen = (
  fields: Fields,
  { name, options }: Extract<NotifyQuestion, { readonly kind: 'choice' }>,
): string | undefined => options.find(({ value }) => value === one(fields, name))?.value;

const severalOf = (
  fields: Fields,
  { name, options }: { readonly name: string; readonly options: readonly { readonly value: string }[] },
): readonly string[] => options.map(({ value }) => value).filter((value) => every(fields, name).includes(value));

const given = (value: unknown): ReadOne =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? {} : { value };

function readMomentOf(
  fields: Fields,
  question: Extract<NotifyQuestion, { readonly kind: 'moment' }>,
  today: IsoDate,
): ReadOne {
  const day = readDay(fields, question, today);
  if (day.kind === 'wrong') return { problem: day };
  const field = timeName(question.name);
  const typed = one(fields, field);
  if (day.kind === 'nothing') {
    return typed === '' ? {} : { problem: { field: question.name, sentence: 'Enter the day as well as the time' } };
  }
  if (typed === '') return { problem: { field, sentence: 'Enter the time as well; about is enough, such as 3pm' } };
  const time = readTypedTime(typed);
  if (time !== undefined) {
    const clock = one(fields, clockName(question.name));
    const read = readMoment({ date: day.date, time, clock }, question.what);
    if (read.kind === 'moment') return { value: read.at };
    return { problem: { field: `${question.name}.${read.part}`, sentence: read.sentence } };
  }
  return { problem: { field, sentence: 'The time must be a time of day, such as 9:30am or 15:00' } };
}

function readOne(fields: Fields, question: NotifyQuestion, today: IsoDate): ReadOne {
  const { name } = question;
  switch (question.kind) {
    case 'text':
    case 'long':
      return given(one(fields, name));
    case 'choice':
      return given(chosen(fields, question));
    case 'yes-no': {
      const answer = one(fields, name);
      return answer === 'yes' || answer === 'no' ? { value: answer === 'yes' } : {};
    }
    case 'confirm':
      return one(fields, name) === 'yes' ? { value: true } : {};
    case 'choices':
      return given(severalOf(fields, question));
    case 'choices-and-more':
      return given([...new Set([...severalOf(fields, question), ...lines(one(fields, moreName(name)))])]);
    case 'date': {
      const day = readDay(fields, question, today);
      if (day.kind === 'wrong') return { problem: day };
      return day.kind === 'day' ? { value: day.date } : {};
    }
    case 'moment':
      return readMomentOf(fields, question, today);
  }
}

/** Reads the answers to these questions. An answer that is required and missing is a problem. */
export function readAnswers(questions: readonly NotifyQuestion[], fields: Fields, today: IsoDate): ReadAnswers {
  const values: Record<string, unknown> = {};
  const problems: TypedProblem[] = [];
  for (const question of questions) {
    const { value, problem } = readOne(fields, question, today);
    if (value !== undefined) values[question.name] = value;
    else if (problem !== undefined) problems.push({ field: problem.field, sentence: problem.sentence });
    else if (question.missing !== undefined) problems.push({ field: question.name, sentence: question.missing });
  }
  return { values, problems };
}

/** Values by dotted names as the object that they are part of. */
export function nested(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [first = '', second] = name.split('.');
    if (second === undefined) whole[first] = value;
    else whole[first] = { ...(whole[first] as object | undefined), [second]: value };
  }
  return whole;
}

const schemas: Readonly<Record<string, z.core.$ZodType | undefined>> = notificationForm().shape;

/**
 * Lists the problems that the form's schema finds in given values: a text that is too long, or a date outside its span.
 */
export function schemaProblems(values: Readonly<Record<string, unknown>>, today: IsoDate): readonly TypedProblem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const schema = schemas[name];
    if (schema === undefined) return [];
    const read = z.safeParse(schema, value);
    const problems = read.success ? datesOutside(schema, read.data, { today }) : fieldProblems(read.error);
    return problems.map(({ field, sentence }) => ({
      field: field === '' ? name : `${name}.${field}`,
      sentence: inFormWords(sentence),
    }));
  });
}
