import type * as z from 'zod/mini';
import { asksFor } from '../../procedure/forms';
import type { FieldProblem } from '../../procedure/refusals';
import type { SpanClock } from '../../procedure/spans';
import { isReadable } from '../../procedure/written-text';
import { parseForm } from '../../casework/forms';
import { every, one } from '../http/fields';
import type { Fields } from '../http/page';
import { givenName, isBlank, othersName, rowCount, within } from './names';
import { questionOf, type QuestionGroup, type Leaf, type Question, type Rows } from './questions';
import { dateParts, isBlankDate, readTypedDate, readTypedTime, type TypedDate } from './typed-date';
import { clockPart, readMoment } from './typed-moment';
import { lowered, typographic } from '../wording/letters';

/** The typed values as the schema takes them, and the problems with them in the order of the page. */
export interface ReadFields {
  /** The value to send; complete only if there are no problems. */
  readonly form: unknown;
  readonly problems: readonly FieldProblem[];
}

/**
 * Reads what was typed into a form made by `fieldsOf` from the same schema. `name` is where the form stands within the
 * whole page; the problems name fields as the page does.
 */
export function readFields(schema: z.core.$ZodType, typed: Fields, context: SpanClock, name = ''): ReadFields {
  const question = questionOf(schema);
  const reader = new Reader(typed, context);
  const form = reader.read(question, name);
  const read = parseForm(schema, form, context);
  const fromSchema = read.kind === 'refused' ? (read.refusal.fields ?? []) : [];
  const said = fromSchema.map(({ field, sentence }) => ({
    field: reader.asNamed(joined(name, field)),
    sentence: typographic(sentence),
  }));
  return { form, problems: reader.inOrder([...reader.problems, ...said]) };
}

const joined = (name: string, field: string): string => (field === '' ? name : within(name, field));

/** The problems of a refusal with the names that the page has for its fields, in the order of the page. */
export function problemsAsNamed(
  schema: z.core.$ZodType,
  typed: Fields,
  problems: readonly FieldProblem[],
  context: SpanClock,
): readonly FieldProblem[] {
  const reader = new Reader(typed, context);
  reader.read(questionOf(schema), '');
  return reader.inOrder(
    problems.map(({ field, sentence }) => ({ field: reader.asNamed(field), sentence: typographic(sentence) })),
  );
}

/** Returns the lines of a text that have something to read in them. */
const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(isReadable);

const lower = (text: string): string => (/^[A-Z][a-z’' ]/.test(text) ? lowered(text) : text);

/** Reads a form. Remembers the names of its fields, and where rows moved because empty ones were left out. */
class Reader {
  readonly problems: FieldProblem[] = [];
  /** Every field of the page, first to last. */
  private readonly names: string[] = [];
  private readonly moved: { readonly from: string; readonly to: string }[] = [];

  constructor(
    private readonly typed: Fields,
    private readonly context: SpanClock,
  ) {}

  read(question: Question, name: string): unknown {
    this.names.push(name);
    switch (question.kind) {
      case 'group':
        return this.group(question, name);
      case 'rows':
        return this.rows(question, name);
      default:
        return this.leaf(question, name);
    }
  }

  private group({ parts, optional }: QuestionGroup, name: string): unknown {
    const said = one(this.typed, givenName(name));
    // Without scripts the fields are always shown: a group that is filled in is meant, even without a "yes".
    if (optional && (said === 'no' || (said === '' && isBlank(name, this.typed)))) return undefined;
    const read = parts.map(({ key, question }) => [key, this.read(question, within(name, key))] as const);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  }

  private rows(question: Rows, name: string): unknown {
    const { each, atLeast, optional } = question;
    const filled = Array.from({ length: rowCount(question, name, this.typed) }, (_, at) => at).filter(
      (at) => !isBlank(within(name, at), this.typed),
    );
    // If every row is empty, the first one is read, so that its problems are shown.
    const rows = filled.length === 0 && atLeast > 0 && !optional ? [0] : filled;
    if (rows.length === 0 && optional) return undefined;
    return rows.map((at, index) => {
      if (at !== index) this.moved.push({ from: within(name, index), to: within(name, at) });
      const value = this.read(each, within(name, at));
      return value === undefined ? '' : value;
    });
  }

  private leaf(question: Leaf, name: string): unknown {
    switch (question.kind) {
      case 'yes-no': {
        const said = one(this.typed, name);
        return said === 'yes' ? true : said === 'no' ? false : undefined;
      }
      case 'confirmed':
        return one(this.typed, name) === 'yes' ? true : undefined;
      case 'choice':
      case 'chosen':
        return this.choice(question, name);
      case 'several': {
        const others = question.others === undefined ? [] : lines(one(this.typed, othersName(name)));
        const said = [...new Set([...every(this.typed, name).filter((text) => text !== ''), ...others])];
        if (said.length > 0) return said;
        if (question.optional) return undefined;
        if (question.atLeast > 0) this.wrong(name, `Choose at least one: ${lower(question.title)}`);
        return [];
      }
      case 'date':
        return this.date(question, name);
      case 'moment':
        return this.moment(question, name);
      case 'count':
        return this.count(question, name);
      default: {
        const said = one(this.typed, name);
        return said === '' ? undefined : said;
      }
    }
  }

  private choice(question: Extract<Leaf, { readonly kind: 'choice' | 'chosen' }>, name: string): unknown {
    const said = one(this.typed, name);
    const isOne = question.kind === 'chosen' || question.options.some(({ value }) => value === said);
    if (said !== '' && isOne) return question.kind === 'chosen' && question.isCount ? Number(said) : said;
    if (said !== '' || !question.optional) this.wrong(name, asksFor('Choose', question.title));
    return undefined;
  }

  private count(question: Leaf, name: string): unknown {
    const said = one(this.typed, name);
    if (said === '') {
      if (!question.optional) this.wrong(name, asksFor('Enter', question.title));
      return undefined;
    }
    // Text that is not a whole number goes to the schema unchanged; the schema says what it expects.
    return /^-?\d+$/.test(said) ? Number(said) : said;
  }

  private date(question: Leaf, name: string): unknown {
    const typed = this.typedDate(name);
    if (isBlankDate(typed) && question.optional) return undefined;
    const read = readTypedDate(typed, { today: this.context.today, title: question.title });
    if (typeof read === 'string') return read;
    this.wrong(within(name, read.part), read.sentence);
    return undefined;
  }

  private moment(question: Leaf, name: string): unknown {
    const typed = this.typedDate(name);
    const time = one(this.typed, within(name, 'time'));
    if (isBlankDate(typed) && time === '' && question.optional) return undefined;
    const date = readTypedDate(typed, { today: this.context.today, title: question.title });
    if (typeof date !== 'string') this.wrong(within(name, date.part), date.sentence);
    const clock = readTypedTime(time);
    if (clock === undefined) {
      const sentence = time === '' ? 'must include a time' : 'must have a time such as 9:30am or 14:15';
      this.wrong(within(name, 'time'), `${question.title} ${sentence}`);
    }
    if (typeof date !== 'string' || clock === undefined) return undefined;
    const which = one(this.typed, within(name, clockPart));
    const read = readMoment({ date, time: clock, clock: which }, question.title);
    if (read.kind === 'moment') return read.at;
    this.wrong(within(name, read.part), read.sentence);
    return undefined;
  }

  private typedDate(name: string): TypedDate {
    const [day = '', month = '', year = ''] = dateParts.map((part) => one(this.typed, within(name, part)));
    return { day, month, year };
  }

  private wrong(field: string, sentence: string): void {
    this.problems.push({ field, sentence: typographic(sentence) });
  }

  /** Returns the name on the page of a field of the form: rows may have moved, and a choice of several is one field. */
  asNamed(field: string): string {
    const moved = this.moved.find(({ from }) => field === from || field.startsWith(`${from}.`));
    const here = moved === undefined ? field : moved.to + field.slice(moved.from.length);
    return this.nearest(here);
  }

  /** The field itself, or the one that it is a part of. */
  private nearest(here: string): string {
    const parts = here.split('.');
    for (let length = parts.length; length > 0; length -= 1) {
      const name = parts.slice(0, length).join('.');
      if (this.names.includes(name)) return name;
    }
    return here;
  }

  /**
   * Returns one problem for each field, in the order of the page. A problem with a part of a field counts as the
   * field's.
   */
  inOrder(problems: readonly FieldProblem[]): readonly FieldProblem[] {
    const place = ({ field }: FieldProblem) => this.names.lastIndexOf(this.nearest(field));
    const firstOfEach = problems.filter(
      (problem, at) => problems.findIndex((other) => this.nearest(other.field) === this.nearest(problem.field)) === at,
    );
    return [...firstOfEach].sort((a, b) => place(a) - place(b));
  }
}
