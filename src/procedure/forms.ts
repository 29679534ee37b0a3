import * as z from 'zod/mini';
import { isDisplayName, isEmailAddress } from './email-address';
import { parseInstant, parseIsoDate } from './time/dates';
import type { FieldProblem } from './refusals';
import type { DateSort } from './spans';
import type { IsoDate, PersonId, WordsReference } from './time/time';
import { isReadable, unwritableIn } from './written-text';

/** The text that a person is shown beside a field: the label, and a hint where one helps. */
type Label = { readonly title: string; readonly description?: string };

const label = (title: string, description?: string): Label =>
  description === undefined ? { title } : { title, description };

const longestText = 20_000;

/**
 * Marks the fields whose text is kept in the records in place of the case. `names` marks a name, a date of birth and
 * what is read with them: whoever sees no names does not see that text.
 */
export const wordsFields = z.registry<{ readonly longest: number; readonly names?: true }>();

/** Says whether a text refers to words that the records keep, rather than being those words. */
export const isWordsReference = (text: unknown): text is WordsReference =>
  typeof text === 'string' && text.startsWith('words:');

/** Kinds of thing in a case, or in its profile, that a code can stand for. A form offers those that there are. */
export type Choosable =
  | 'agency'
  /** The name of an agency, in place of its code. */
  | 'agency-name'
  | 'agency-to-return'
  | 'agency-to-return-chronology'
  /** A request for further information. */
  | 'further-request'
  /** A request that can still be answered, or an answer that can be accepted. */
  | 'request-open'
  | 'answer-given'
  /** A colleague whom the Business Unit is to confirm. */
  | 'colleague-to-confirm'
  /** A contribution that somebody owes and can be chased for. */
  | 'contribution-owed'
  | 'person'
  | 'person-in-case'
  | 'person-shut-out'
  | 'sub-group-member'
  | 'part'
  | 'family-member'
  | 'family-to-contact'
  /** The next code that nobody of the case has yet. Nobody chooses it. */
  | 'new-family-member'
  | 'new-child'
  | 'child'
  | 'relative'
  | 'action'
  | 'open-action'
  | 'complete-action'
  | 'months-to-look'
  | 'hold'
  | 'standing-hold'
  | 'process'
  | 'open-process'
  | 'deadline'
  | 'entry-to-confirm';

/** True if a field is a name, or is read with the names. An optional field counts as the field that it wraps. */
export function namesIn(schema: z.core.$ZodType): boolean {
  if (wordsFields.get(schema)?.names === true) return true;
  const { innerType }: { readonly type: string; readonly innerType?: z.core.$ZodType } = schema._zod.def;
  return innerType !== undefined && namesIn(innerType);
}

/** Settings of how a field is asked for, where its type alone does not say. */
export interface FieldSettings {
  /** Text of one line; a calendar date; a date with a time; a statement to confirm; a choice that is kept as a text. */
  readonly as?: 'line' | 'date' | 'moment' | 'confirmed' | 'choice';
  /** The sort of a date or a moment, which gives its allowed span (spans.ts). */
  readonly sort?: DateSort;
  readonly chooses?: Choosable;
  /** Words for each of its options. */
  readonly options?: Readonly<Record<string, string>>;
  /** Hints for some of its options. */
  readonly hints?: Readonly<Record<string, string>>;
  /** The label of a box for answers that a list to choose from leaves out, one to a line. */
  readonly others?: string;
  /** The answer of another field of the same form with which this one is asked for, where it is asked for with one only. */
  readonly onlyWith?: { readonly field: string; readonly answer: string };
  /** The kind of text that a browser may fill in for whoever types, by the names of HTML. */
  readonly autocomplete?: Autocomplete;
}

export type Autocomplete = 'name' | 'organization' | 'organization-title' | 'email' | 'tel';

/** A question whose answer says whether an optional group is filled in ("Yes") or left out ("No"). */
export interface Whether {
  readonly whether: string;
  /** The answers, where they are other ones. */
  readonly filledIn?: string;
  readonly leftOut?: string;
}

/** The registry of the questions that people answer about optional groups, in place of "fill this in". */
export const asked = z.registry<Whether>();

/** The registry of how fields are asked for. A form for people is made from this, the titles and the types. */
export const asking = z.registry<FieldSettings>();

/** Adds to how a field is asked for. */
export const askedWith = <T extends z.core.$ZodType>(settings: FieldSettings, schema: T): T => {
  asking.add(schema, { ...asking.get(schema), ...settings });
  return schema;
};

/** Marks a field as a choice among what there is of something. */
export const chosenAmong = <T extends z.core.$ZodType>(chooses: Choosable, schema: T): T =>
  askedWith({ chooses }, schema);

/**
 * A text with something to read in it, of so many characters at most, without blanks around it. It holds only what XML
 * 1.0 allows. `missing` is said where there is nothing to read: "Enter the reason".
 */
export const readableText = (title: string, longest: number, missing = asksFor('Enter', title)) =>
  z.string({ error: missing }).check(
    z.trim(),
    z.minLength(1, missing),
    // An empty text has been told of already.
    z.refine((text) => text === '' || isReadable(text), { error: missing }),
    z.refine((text) => unwritableIn(text) === undefined, {
      error: `${answerTo(title)} contains a character that cannot be kept; type it again`,
    }),
    z.maxLength(longest, `${answerTo(title)} must be ${longest.toLocaleString('en-GB')} characters or fewer`),
  );

/** Names what was typed, at the beginning of a sentence. */
const answerTo = (title: string): string => (title.endsWith('?') ? `The answer to "${title}"` : title);

/** Text that a person writes: a reason, a comment, an answer. */
export const words = (title: string, description?: string) =>
  z
    .pipe(readableText(title, longestText), z.custom<WordsReference>())
    .register(wordsFields, { longest: longestText })
    .register(z.globalRegistry, label(title, description));

/** The place where a document is kept: a file reference or a folder, never the document. */
export const keptAt = (title: string, description = 'Link or file path') =>
  words(title, description).register(asking, { as: 'line' });

/** Words that fit on one line: a name, who did something. */
export const line = (title: string, description?: string) => words(title, description).register(asking, { as: 'line' });

/** The address of a meeting online: words like any other, but for what they have to be. */
export const webLine = (title: string, description?: string) =>
  z
    .pipe(
      z.string({ error: asksFor('Enter', title) }).check(
        z.trim(),
        z.maxLength(2000, `${title} must be 2,000 characters or fewer`),
        z.refine((text) => isWordsReference(text) || /^https:\/\/[^\s/]+\.[^\s]+$/.test(text), {
          error: `${title} must be a web address that begins with https://`,
        }),
      ),
      z.custom<WordsReference>(),
    )
    .register(wordsFields, { longest: 2000 })
    .register(asking, { as: 'line' })
    .register(z.globalRegistry, label(title, description));

const keptWithNames = 'Kept in the records, never in the case';

/** Text that is read with the names alone. It is kept in the records; a case carries a reference to it. */
export const namedWords = (title: string, description = keptWithNames) =>
  words(title, description).register(wordsFields, { longest: longestText, names: true });

/** A name, on one line. */
export const nameLine = (title: string, description = keptWithNames) =>
  namedWords(title, description).register(asking, { as: 'line' });

/**
 * A date of birth. It is kept in the records as names are, and a case carries a reference to it, which this form takes
 * too. Whatever comes from a person has to be a date before it is kept.
 */
export const dateOfBirth = (title: string) =>
  z
    .pipe(
      z.string({ error: asksFor('Enter', title) }).check(
        z.refine((text) => parseIsoDate(text) !== undefined || isWordsReference(text), {
          error: `${title} must be a real date, year-month-day, such as 2014-12-07`,
        }),
      ),
      z.custom<WordsReference>(),
    )
    .register(wordsFields, { longest: 10, names: true })
    .register(asking, { as: 'date', sort: 'born' })
    .register(z.globalRegistry, label(title, keptWithNames));

/** A text of one line that the records keep with the names: checked where a person types it, and a reference in a case. */
const keptLine = (title: string, isRight: (text: string) => boolean, error: string) =>
  z
    .pipe(
      z.string({ error: asksFor('Enter', title) }).check(
        z.trim(),
        z.refine((text) => isWordsReference(text) || isRight(text), { error }),
      ),
      z.custom<WordsReference>(),
    )
    .register(wordsFields, { longest: 254, names: true })
    .register(asking, { as: 'line' })
    .register(z.globalRegistry, label(title, keptWithNames));

/** The name of a person or an organisation that a case writes to. */
export const personName = (title: string) =>
  keptLine(
    title,
    (text) => text !== '' && isDisplayName(text),
    'Enter the name on one line, without < > @ " or a backslash',
  );

/** The email address of a person whom a case writes to. */
export const addressLine = (title: string) =>
  keptLine(title, isEmailAddress, 'Enter one email address, such as jo.bloggs@example.org').register(z.globalRegistry, {
    ...label(title, keptWithNames),
    format: 'email',
  });

/** A calendar date, London. Its sort says which span is allowed; the span is checked where there is a clock (spans.ts). */
export const date = (title: string, sort: DateSort, description?: string) =>
  z
    .pipe(
      z.string({ error: asksFor('Enter', title) }).check(
        z.refine((text) => parseIsoDate(text) !== undefined, {
          error: `${title} must be a real date, year-month-day, such as 2026-12-07`,
        }),
      ),
      z.custom<IsoDate>(),
    )
    .register(asking, { as: 'date', sort })
    .register(z.globalRegistry, label(title, description));

export const yesNo = (title: string, description?: string) =>
  z
    .boolean({ error: title.endsWith('?') ? `${title} Say yes or no` : `Say yes or no: ${lower(title)}` })
    .register(z.globalRegistry, label(title, description));

/** A statement that must be confirmed before the decision can be recorded. */
export const confirmed = (title: string) =>
  z.literal(true, { error: `Confirm: ${lower(title)}` }).register(z.globalRegistry, label(title));

/** A choice among a few: the options, as a form for people needs them with what each says. */
export const choice = <const O extends string>(
  title: string,
  options: readonly [O, ...O[]] | Readonly<Record<O, string>>,
  description?: string,
) => {
  // The keys of a record lose their type to Object.keys.
  const values = isList(options) ? options : (Object.keys(options) as O[]);
  return z
    .enum(values, {
      error: `${title.endsWith('?') ? `${title} Choose one` : asksFor('Choose', title)}: ${values.join(', ')}`,
    })
    .register(asking, isList(options) ? {} : { options })
    .register(z.globalRegistry, label(title, description));
};

const isList = <O extends string>(options: readonly O[] | Readonly<Record<O, string>>): options is readonly O[] =>
  Array.isArray(options);

/** Fields that belong together, under a title of their own. */
export const group = <const S extends z.core.$ZodShape>(title: string, shape: S, description?: string) =>
  z.strictObject(shape).register(z.globalRegistry, label(title, description));

/**
 * Returns the pattern of a person's id. P00 is the notification form itself and no person. The pattern is new each
 * time, because zod writes to its `lastIndex`.
 */
export const personIdPattern = (): RegExp => /^P(?!00$)\d{2,4}$/;

/** A person of the partnership, by id. */
export const person = (title: string, description?: string, chooses: Choosable = 'person') =>
  z
    .pipe(
      z
        .string({ error: `Say who: ${lower(title)}` })
        .check(z.regex(personIdPattern(), `${title} must be a person of the partnership, such as P07`)),
      z.custom<PersonId>(),
    )
    .register(asking, { chooses })
    .register(z.globalRegistry, label(title, description));

/** A short code that is defined elsewhere: an agency of the settings, a child or family member of the case, an entry's name. */
export const code = (title: string, description?: string) =>
  z
    .string({ error: asksFor('Enter', title) })
    .check(
      z.regex(/^[A-Za-z0-9][A-Za-z0-9:._/-]{0,79}$/, `${title} must be a short code of letters, digits and dashes`),
    )
    .register(z.globalRegistry, label(title, description));

export const count = (title: string, description?: string) =>
  z
    .int({ error: `${title} must be a whole number` })
    .check(z.gte(0, `${title} must be nought or more`), z.lte(100_000, `${title} is too large`))
    .register(z.globalRegistry, label(title, description));

export const several = <T extends z.core.$ZodType>(title: string, item: T, atLeast = 1, description?: string) =>
  z
    .array(item, { error: title.endsWith('?') ? asksFor('Choose', title) : `Give ${lower(title)}` })
    .check(
      z.minLength(
        atLeast,
        title.endsWith('?') ? `${title} Give at least ${atLeast}` : `Give at least ${atLeast} of ${lower(title)}`,
      ),
      z.maxLength(100, `${title}: 100 at most`),
    )
    .register(z.globalRegistry, label(title, description));

/** A moment: ISO 8601 with its offset, to the millisecond; what is finer is cut off where the moment is read. */
export const moment = (title: string, sort: DateSort, description?: string) => {
  const error = `${title} must be a date and time such as 2026-11-23T09:30:00Z`;
  return z.iso
    .datetime({ offset: true, error, abort: true })
    .check(z.refine((text) => parseInstant(text) !== undefined, { error }))
    .register(asking, { as: 'moment', sort })
    .register(z.globalRegistry, label(title, description));
};

/** Asks for an answer where the schema of a field has no sentence of its own. */
const askAnew = ({ code }: z.core.$ZodRawIssue): string =>
  code === 'invalid_union' ? 'Answer this in one of the ways that the form allows' : 'Answer this question';

/** Reads a form, or a field of one, by its schema. Each issue has a sentence for the person who fills it in. */
export const readForm = <T>(schema: z.core.$ZodType<T>, value: unknown): z.core.util.SafeParseResult<T> =>
  z.safeParse(schema, value, { error: askAnew });

/** Lists what is wrong with a form that `readForm` read, one sentence for each field. */
export function fieldProblems(error: z.core.$ZodError): readonly FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        sentence: `There is no field "${key}" in this form; take it out or correct its name`,
      }));
    }
    return [{ field, sentence: issue.message }];
  });
}

/**
 * Asks for an answer by the title of its field: "Enter the reason". A title that is an instruction or a question says
 * itself what to do.
 */
export function asksFor(verb: 'Enter' | 'Choose', title: string): string {
  if (title.startsWith('Give ')) return title;
  if (title.endsWith('?')) return `Answer the question: ${title}`;
  return /^Date /.test(title) ? `${verb} the ${lower(title)}` : `${verb} ${lower(title)}`;
}

const lower = (text: string) => (/^[A-Z][a-z' ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
