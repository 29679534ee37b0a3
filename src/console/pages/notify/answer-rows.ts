import { londonDate, londonTime, sayDate, sayTime, whichOfTwo } from '../../../procedure/time/dates';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import type { Fields } from '../../http/page';
import { one } from '../../http/fields';
import { typedDay } from './day';
import { timeName, type NotifyQuestion } from './question';
import { readAnswers } from './reading';

/** A row of a list of answers; a text of several paragraphs stands as it was typed. */
export interface SummaryRow {
  readonly key: { readonly text: string };
  readonly value: { readonly text: string };
}

const optional = / \(optional\)$/;

/** An answer as people read it; what cannot be read is shown as it was typed. */
function saidTo(question: NotifyQuestion, typed: Fields, today: IsoDate): string {
  const value = readAnswers([question], typed, today).values[question.name];
  switch (question.kind) {
    case 'date':
      return value === undefined ? asTyped(question, typed) : sayDate(value as IsoDate);
    case 'moment':
      return value === undefined
        ? asTyped(question, typed)
        : `${sayDate(londonDate(value as Instant))}, ${sayTime(londonTime(value as Instant))}${whichOfTwo(value as Instant)}`;
    case 'yes-no':
      return value === undefined ? '' : value === true ? 'Yes' : 'No';
    case 'confirm':
      return value === true ? 'Confirmed' : '';
    case 'choice':
      return question.options.find((option) => option.value === value)?.text ?? '';
    case 'choices':
    case 'choices-and-more': {
      const chosen = Array.isArray(value) ? value.map(String) : [];
      return chosen.map((code) => question.options.find((option) => option.value === code)?.text ?? code).join('\n');
    }
    case 'text':
    case 'long':
      return typeof value === 'string' ? value : '';
  }
}

const asTyped = ({ name }: NotifyQuestion, typed: Fields): string => {
  const { day, month, year } = typedDay(typed, name);
  return [day, month, year, one(typed, timeName(name))].filter((part) => part !== '').join(' ');
};

/** The answers to these questions, a row each. */
export const answerRows = (
  questions: readonly NotifyQuestion[],
  typed: Fields,
  today: IsoDate,
): readonly SummaryRow[] =>
  questions
    .map((question) => ({ question, text: saidTo(question, typed, today) }))
    // A confirmation that is asked only in case of doubt gets no row where it was not asked.
    .filter(({ question, text }) => text !== '' || question.kind !== 'confirm' || question.missing !== undefined)
    .map(({ question, text }) => ({
      key: { text: question.label.replace(optional, '') },
      value: { text: text === '' ? 'Not answered' : text },
    }));
