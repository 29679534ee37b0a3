import type * as z from 'zod/mini';
import type { FieldProblem } from '../../procedure/refusals';
import { every, one } from '../http/fields';
import type { Fields } from '../http/page';
import type { FieldContext } from './context';
import type { Field, GivenBox, FieldRow, ShownField, ShownOption } from './field';
import { givenName, idOf, isBlank, nextTo, othersName, rowCount, rowsName, within } from './names';
import { questionOf, type QuestionGroup, type Leaf, type Option, type Question, type Rows } from './questions';
import { dateParts, readTypedDate, readTypedTime, typedDateOf } from './typed-date';
import { clockAnswers, clockPart, isTwice } from './typed-moment';
import { begin } from '../wording/letters';

/** The state of a form beside its questions: typed values, problems, and the row to go on with. */
export interface Filled {
  readonly typed?: Fields;
  readonly problems?: readonly FieldProblem[];
  /** The row to go on with, once rows were added or taken away. */
  readonly next?: string;
}

/**
 * The fields of a schema with what was typed and what is wrong with it, for the macro of forms/fields.njk. What is sent
 * is read back by `readFields` with the same schema. A schema of several fields gives them one by one.
 */
export function fieldsOf(
  schema: z.core.$ZodType,
  context: FieldContext,
  { typed = {}, problems = [], next }: Filled = {},
  name = '',
): readonly Field[] {
  const question = questionOf(schema);
  const maker = new Maker(context, typed, problems, next);
  return question.kind === 'group' && !question.optional ? maker.parts(question, name) : [maker.field(question, name)];
}

/** The most options shown as radio buttons; more are shown as a list. */
const mostRadios = 10;

class Maker {
  constructor(
    private readonly context: FieldContext,
    private readonly typed: Fields,
    private readonly problems: readonly FieldProblem[],
    private readonly next: string | undefined,
  ) {}

  field(question: Question, name: string, label = question.title): Field {
    switch (question.kind) {
      case 'group':
        return this.group(question, name, label);
      case 'rows':
        return this.rows(question, name, label);
      default:
        return this.leaf(question, name, label);
    }
  }

  /** Returns the fields of a group, without optional ones that have nothing to choose from. */
  parts({ parts }: QuestionGroup, name: string): readonly Field[] {
    return parts
      .map(({ key, question }) => this.field(question, within(name, key)))
      .filter((field) => field.kind !== 'none' || !field.optional);
  }

  private shown(question: Question, name: string, label: string): ShownField {
    const { optional, onlyWith } = question;
    const hint = explainsCode(question) ? undefined : question.hint;
    const problem = this.problems.find(({ field }) => field === name)?.sentence;
    return {
      name,
      id: idOf(name),
      label,
      // A field that is asked for with one answer only is part of that answer.
      optional: optional && onlyWith === undefined,
      ...(onlyWith === undefined ? {} : { shownWith: { name: nextTo(name, onlyWith.field), answer: onlyWith.answer } }),
      ...(hint === undefined || hint === label ? {} : { hint }),
      ...(problem === undefined ? {} : { problem }),
    };
  }

  private leaf(question: Leaf, name: string, label: string): Field {
    const value = one(this.typed, name);
    const shown = this.shown(question, name, label);
    switch (question.kind) {
      case 'words':
        return { ...shown, kind: 'textarea', value, rows: rowsFor(value) };
      case 'email':
        return { ...shown, kind: 'input', value, type: 'email', numeric: false, ...autocompleteOf(question) };
      case 'count':
        return { ...shown, kind: 'input', value, type: 'text', numeric: true };
      case 'date':
      case 'moment':
        return this.date(question, name, shown);
      case 'yes-no':
        return { ...shown, kind: 'radios', options: this.checked(yesAndNo, question, name) };
      case 'confirmed':
        return { ...shown, kind: 'confirm', checked: value === 'yes' };
      case 'choice':
        return this.choice(question.options, question, name, shown);
      case 'chosen':
        return this.chosen(question, name, shown);
      case 'several':
        return this.several(question, name, shown);
      case 'line': {
        const type = question.autocomplete === 'tel' ? 'tel' : 'text';
        return { ...shown, kind: 'input', value, type, numeric: false, ...autocompleteOf(question) };
      }
      case 'unknown':
        return { ...shown, kind: 'input', value, type: 'text', numeric: false };
    }
  }

  private choice(options: readonly Option[], question: Leaf, name: string, shown: ShownField): Field {
    const kind = options.length > mostRadios ? 'select' : 'radios';
    return { ...shown, kind, options: this.checked(options, question, name) };
  }

  private chosen(question: Extract<Leaf, { readonly kind: 'chosen' }>, name: string, shown: ShownField): Field {
    const { among } = question;
    const options = this.candidates(among, every(this.typed, name));
    const [only] = options;
    if (among === 'new-family-member' && only !== undefined) {
      return { ...shown, kind: 'given', value: only.value, text: only.text };
    }
    if (only === undefined) return { ...shown, kind: 'none', sentence: 'There is nothing to choose in this case yet.' };
    return this.choice(options, question, name, shown);
  }

  private several(question: Extract<Leaf, { readonly kind: 'several' }>, name: string, shown: ShownField): Field {
    const { of, others } = question;
    const options = of.kind === 'choice' ? of.options : this.candidates(of.among, every(this.typed, name));
    if (options.length === 0 && others === undefined)
      return { ...shown, kind: 'none', sentence: 'There is nothing to choose in this case yet.' };
    const said = every(this.typed, name);
    const called = othersName(name);
    return {
      ...shown,
      kind: 'checkboxes',
      options: options.map((option) => ({ ...option, checked: said.includes(option.value) })),
      ...(others === undefined
        ? {}
        : { others: { name: called, id: idOf(called), label: others, value: one(this.typed, called) } }),
    };
  }

  /** Lists the options that can be chosen now, and earlier answers that can no longer be chosen. */
  private candidates(among: Extract<Leaf, { readonly kind: 'chosen' }>['among'], said: readonly string[]): Option[] {
    const now = this.context.candidates(among);
    const others = said.filter((value) => value !== '' && !now.some((option) => option.value === value));
    if (among === 'new-family-member' && others.length > 0) return this.named(among, others);
    return [...now, ...this.named(among, others)];
  }

  private named(among: Extract<Leaf, { readonly kind: 'chosen' }>['among'], values: readonly string[]): Option[] {
    return values.map((value) => ({ value, text: this.context.called(among, value) }));
  }

  private checked(options: readonly Option[], { optional }: Leaf, name: string): readonly ShownOption[] {
    const value = one(this.typed, name);
    const all = optional ? [...options, { value: '', text: 'No answer' }] : options;
    const wasSent = this.typed[name] !== undefined;
    return all.map((option) => ({
      ...option,
      checked: option.value === '' ? wasSent && value === '' : option.value === value,
    }));
  }

  private date(question: Leaf, name: string, shown: ShownField): Field {
    const wrong = (part: string) => this.problems.find(({ field }) => field === within(name, part));
    const whole = shown.problem !== undefined;
    const boxes = dateParts.map((part) => ({
      name: within(name, part),
      id: idOf(within(name, part)),
      label: begin(part),
      value: one(this.typed, within(name, part)),
      wrong: whole || wrong(part) !== undefined,
      wide: part === 'year',
    }));
    const problem =
      shown.problem ?? [...dateParts, 'time', clockPart].map(wrong).find((one) => one !== undefined)?.sentence;
    const time = {
      name: within(name, 'time'),
      id: idOf(within(name, 'time')),
      value: one(this.typed, within(name, 'time')),
      wrong: wrong('time') !== undefined,
    };
    return {
      ...shown,
      ...(problem === undefined ? {} : { problem }),
      kind: question.kind === 'moment' ? 'moment' : 'date',
      boxes,
      example: dateParts.map((part) => typedDateOf(this.context.today)[part]).join(' '),
      ...(question.kind === 'moment' ? { time, ...this.clock(question, name) } : {}),
    };
  }

  /** Asks which of two times is meant if the typed day and time came twice. */
  private clock({ title }: Leaf, name: string): Pick<Extract<Field, { readonly kind: 'date' | 'moment' }>, 'clock'> {
    const [day = '', month = '', year = ''] = dateParts.map((part) => one(this.typed, within(name, part)));
    const date = readTypedDate({ day, month, year }, { today: this.context.today, title });
    const time = readTypedTime(one(this.typed, within(name, 'time')));
    if (typeof date !== 'string' || time === undefined || !isTwice(date, time)) return {};
    const called = within(name, clockPart);
    const said = one(this.typed, called);
    const options = clockAnswers.map((option) => ({ ...option, checked: option.value === said }));
    return { clock: { name: called, id: idOf(called), options } };
  }

  private group(question: QuestionGroup, name: string, label: string): Field {
    const fields = this.parts(question, name);
    const shown = this.shown(question, name, label);
    if (!question.optional) return { ...shown, kind: 'group', fields };
    const said = one(this.typed, givenName(name));
    const value = said === 'yes' || said === 'no' ? said : isBlank(name, this.typed) ? '' : 'yes';
    return {
      ...shown,
      kind: 'group',
      fields,
      given: { name: givenName(name), id: shown.id, ...givenBox(question, value) },
    };
  }

  private rows(question: Rows, name: string, label: string): Field {
    const { each } = question;
    const count = rowCount(question, name, this.typed);
    const rows = Array.from({ length: count }, (_, at): FieldRow => {
      const row = within(name, at);
      const called = count === 1 ? each.title : `${each.title} ${at + 1}`;
      const fields = each.kind === 'group' ? this.parts(each, row) : [this.field(each, row, called)];
      return { name: row, number: at + 1, fields, removable: count > 1, isNext: row === this.next };
    });
    const shown = this.shown(question, name, label);
    return { ...shown, kind: 'rows', rows, count: String(count), countName: rowsName(name) };
  }
}

/** True if the hint of a field is for whoever types its code: people choose it from a list that is complete. */
const explainsCode = (question: Question): boolean =>
  question.kind === 'chosen' ||
  (question.kind === 'several' && question.of.kind === 'chosen' && question.others === undefined);

const autocompleteOf = ({ autocomplete }: { readonly autocomplete?: string }) =>
  autocomplete === undefined ? {} : { autocomplete };

/** Returns the question whether an optional group is filled in, "Yes" first. The value is "yes" where it is filled in. */
function givenBox({ title, whether }: QuestionGroup, value: string): Pick<GivenBox, 'label' | 'options'> {
  const filledIn = { value: 'yes', text: whether?.filledIn ?? 'Yes', checked: value === 'yes' };
  const leftOut = { value: 'no', text: whether?.leftOut ?? 'No', checked: value === 'no' };
  return {
    label: whether?.whether ?? `${title} (optional)`,
    options: filledIn.text === 'No' ? [leftOut, filledIn] : [filledIn, leftOut],
  };
}

const yesAndNo: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

/** Returns the height of a text box in rows: enough for its text, from 4 to 18. */
const rowsFor = (text: string): number =>
  Math.min(
    Math.max(
      text.split('\n').reduce((lines, one) => lines + 1 + Math.floor(one.length / 75), 1),
      4,
    ),
    18,
  );
