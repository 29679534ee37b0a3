import type * as z from 'zod/mini';
import { globalRegistry } from 'zod/mini';
import {
  asked as askedWhether,
  asking,
  wordsFields,
  type Autocomplete,
  type FieldSettings,
  type Choosable,
  type Whether,
} from '../../procedure/forms';
import { begin, typographic } from '../wording/letters';

/* Questions that a schema asks a person, read from the schema: titles, hints, and the kind of each field. */

/** The properties that every kind of question has. */
interface Asked {
  readonly title: string;
  readonly hint?: string;
  readonly optional: boolean;
  /** The answer of another field of the same group with which it is asked for. */
  readonly onlyWith?: { readonly field: string; readonly answer: string };
}

/** A question with one answer, which stands in one place of a form. */
export type Leaf = Asked &
  (
    | { readonly kind: 'words'; readonly longest?: number }
    | { readonly kind: 'line'; readonly longest?: number; readonly autocomplete?: Autocomplete }
    | { readonly kind: 'email'; readonly autocomplete?: Autocomplete }
    | { readonly kind: 'count' | 'date' | 'moment' | 'yes-no' | 'confirmed' }
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | { readonly kind: 'chosen'; readonly among: Choosable; readonly isCount: boolean }
    /** Several answers of the same few. */
    | {
        readonly kind: 'several';
        readonly of: Extract<Leaf, { readonly kind: 'choice' | 'chosen' }>;
        readonly atLeast: number;
        /** The label of a box for answers that are not among them. */
        readonly others?: string;
      }
    /** A field that a form cannot ask for by itself. */
    | { readonly kind: 'unknown' }
  );

/** Questions that belong together; where they are optional, all of them are answered or none. */
export interface QuestionGroup extends Asked {
  readonly kind: 'group';
  /** The question whether an optional group is filled in, where it has one of its own. */
  readonly whether?: Whether;
  readonly parts: readonly { readonly key: string; readonly question: Question }[];
}

/** A list whose rows all ask the same question. */
export interface Rows extends Asked {
  readonly kind: 'rows';
  readonly each: Question;
  readonly atLeast: number;
}

export type Question = Leaf | QuestionGroup | Rows;

/** An answer that a question offers, with its label. */
export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** The parts of a schema's definition that forms are made from. */
interface Def {
  readonly type: string;
  readonly format?: string;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries?: Readonly<Record<string, string | number>>;
}

// Each type of schema has its own definition; a field is there if the type has it.
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def;

/** Facts about a field, collected from the schemas that wrap it. */
interface Known {
  readonly optional: boolean;
  readonly title?: string;
  readonly hint?: string;
  readonly asking: FieldSettings;
  readonly words?: number;
}

const known = new WeakMap<z.core.$ZodType, Question>();

/** Returns the question that a schema asks. Caches it, for the same schema always asks the same. */
export function questionOf(schema: z.core.$ZodType): Question {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const question = walk(schema, { optional: false, asking: {} });
  known.set(schema, question);
  return question;
}

function walk(schema: z.core.$ZodType, outer: Known): Question {
  const { title, description } = globalRegistry.get(schema) ?? {};
  const words = wordsFields.get(schema)?.longest;
  const def = defOf(schema);
  const here: Known = {
    optional: outer.optional || def.type === 'optional',
    ...pick('title', outer.title ?? title),
    ...pick('hint', outer.hint ?? description),
    ...pick('words', outer.words ?? words),
    asking: { ...asking.get(schema), ...outer.asking },
  };
  const inner = def.type === 'pipe' ? def.in : def.innerType;
  return inner === undefined ? questionAt(schema, here) : walk(inner, here);
}

/** Returns the properties that every kind of question has. */
const askedOf = ({ title = '', hint, optional, asking: { onlyWith } }: Known): Asked => ({
  title: typographic(title),
  ...pick('hint', hint === undefined ? undefined : typographic(hint)),
  optional,
  ...pick('onlyWith', onlyWith),
});

function questionAt(schema: z.core.$ZodType, here: Known): Question {
  const { type, format, element, shape, entries } = defOf(schema);
  const asked = askedOf(here);
  const { as, chooses, options, hints, others } = here.asking;
  const autocomplete = pick('autocomplete', here.asking.autocomplete);
  if (chooses !== undefined) return { ...asked, kind: 'chosen', among: chooses, isCount: type === 'number' };
  if (as === 'choice' && options !== undefined)
    return { ...asked, kind: 'choice', options: optionsOf(keysOf(options), options, hints ?? {}) };
  if (as === 'date' || as === 'moment' || as === 'confirmed') return { ...asked, kind: as };
  if (here.words !== undefined && as === 'line') return { ...asked, kind: 'line', longest: here.words };
  if (here.words !== undefined) return { ...asked, kind: 'words', longest: here.words };
  if (shape !== undefined) {
    const parts = Object.entries(shape).map(([key, one]) => ({ key, question: walk(one, nothing) }));
    return { ...asked, kind: 'group', parts, ...pick('whether', askedWhether.get(schema)) };
  }
  if (element !== undefined) {
    const more = { atLeast: bound(schema, 'minimum') ?? 0, ...pick('others', others) };
    return severalOf(asked, walk(element, nothing), more);
  }
  if (entries !== undefined)
    return { ...asked, kind: 'choice', options: optionsOf(entries, options ?? {}, hints ?? {}) };
  switch (type) {
    case 'string':
      return format === 'email'
        ? { ...asked, kind: 'email', ...autocomplete }
        : { ...asked, kind: 'line', ...pick('longest', bound(schema, 'maximum')), ...autocomplete };
    case 'number':
      return { ...asked, kind: 'count' };
    case 'boolean':
      return { ...asked, kind: 'yes-no' };
    case 'literal':
      return { ...asked, kind: 'confirmed' };
    default:
      return { ...asked, kind: 'unknown' };
  }
}

/** The options of a choice that is kept as a text, as an enumeration has them. */
const keysOf = (options: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(options).map((key) => [key, key]));

const nothing: Known = { optional: false, asking: {} };

const severalOf = (
  asked: Asked,
  each: Question,
  { atLeast, others }: { readonly atLeast: number; readonly others?: string },
): Question =>
  each.kind === 'choice' || each.kind === 'chosen'
    ? { ...asked, kind: 'several', of: each, atLeast, ...pick('others', others) }
    : { ...asked, kind: 'rows', each, atLeast };

const optionsOf = (
  entries: Readonly<Record<string, string | number>>,
  said: Readonly<Record<string, string>>,
  hints: Readonly<Record<string, string>>,
): readonly Option[] =>
  Object.values(entries).map((value) => {
    const hint = hints[value];
    return {
      value: String(value),
      text: typographic(said[value] ?? inWords(value)),
      ...pick('hint', hint && typographic(hint)),
    };
  });

/** Options without words of their own are made readable. */
const inWords = (value: string | number): string => {
  const text = String(value).replaceAll('-', ' ');
  return begin(text);
};

/** Returns the minimum or maximum length of a text or a list; undefined if its schema sets none. */
function bound(schema: z.core.$ZodType, which: 'minimum' | 'maximum'): number | undefined {
  const { checks = [] }: { readonly checks?: readonly z.core.$ZodCheck[] } = schema._zod.def;
  for (const { _zod } of checks) {
    const { minimum, maximum }: { readonly check: string; readonly minimum?: unknown; readonly maximum?: unknown } =
      _zod.def;
    const found = which === 'minimum' ? minimum : maximum;
    if (typeof found === 'number') return found;
  }
  return undefined;
}

/** A key with a value, or no key. */
const pick = <K extends string, V>(key: K, value: V | undefined): { readonly [key in K]?: V } =>
  // TypeScript widens a computed key to any string.
  value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
