import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { CaseFile, Fact } from '../procedure/case/case-file';
import { entryBySeq } from '../procedure/case/entries';
import { isWordsReference, namesIn, wordsFields } from '../procedure/forms';
import { openingFact, openingFieldSchema, openingSeq } from '../procedure/case/opening-entry';
import { definitionOfSchema, isRecord, wrappedIn } from '../procedure/schema-parts';
import type { CaseReference, WordsReference } from '../procedure/time/time';
import type { KeptWords } from '../records/free-text';

/** A form with references in place of the text that people wrote, and that text. */
export interface Separated {
  readonly form: unknown;
  readonly words: readonly KeptWords[];
}

/** Names the words at a dotted path of a form. */
export type IdOf = (path: string) => WordsReference;

/** Names the words of one request: the same request always names them alike, so that sending it again changes nothing. */
export const wordsIdFor =
  (reference: CaseReference, key: string): IdOf =>
  (path) =>
    `words:${createHash('sha256')
      .update(JSON.stringify([reference, key, path]))
      .digest('base64url')
      .slice(0, 27)}` as WordsReference;

/** Takes the words out of what a schema has parsed; each is known by its path. */
export function separateWords(schema: z.core.$ZodType, form: unknown, idOf: IdOf): Separated {
  const words: KeptWords[] = [];
  const walk = (at: z.core.$ZodType, value: unknown, path: readonly (string | number)[]): unknown => {
    if (wordsFields.has(at) && typeof value === 'string') {
      const id = idOf(path.join('.'));
      words.push({ id, text: value, ...(namesIn(at) ? { names: true } : {}) });
      return id;
    }
    const def = definitionOfSchema(at);
    const inner = wrappedIn(def);
    if (inner !== undefined) return walk(inner, value, path);
    const { element, shape } = def;
    if (element !== undefined && Array.isArray(value)) {
      return value.map((one: unknown, index) => walk(element, one, [...path, index]));
    }
    if (shape !== undefined && isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => {
          const field = shape[key];
          return [key, field === undefined ? one : walk(field, one, [...path, key])];
        }),
      );
    }
    return value;
  };
  return { form: walk(schema, form, []), words };
}

/** The schema of a field by its dotted path; nothing where the schema has no such field. */
export function schemaAt(schema: z.core.$ZodType, path: readonly string[]): z.core.$ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const def = definitionOfSchema(schema);
  const inner = wordsFields.has(schema) ? undefined : wrappedIn(def);
  if (inner !== undefined) return schemaAt(inner, path);
  if (def.element !== undefined && /^\d+$/.test(key)) return schemaAt(def.element, rest);
  const field = def.shape !== undefined && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  return field === undefined ? undefined : schemaAt(field, rest);
}

/** The schema of a field of an entry of the record, by which a correction of it is read. */
export function schemaOfEntry(file: CaseFile, seq: number, field: string): z.core.$ZodType | undefined {
  if (seq === openingSeq) return openingFieldSchema(file, field);
  const entry = entryBySeq(file, seq);
  return entry === undefined ? undefined : schemaAt(entry.form, field.split('.'));
}

/** The form with null in place of its names, for those who see words and no names. */
export function withoutNames(schema: z.core.$ZodType, form: unknown): unknown {
  if (namesIn(schema)) return form === undefined ? undefined : null;
  const def = definitionOfSchema(schema);
  const inner = wrappedIn(def);
  if (inner !== undefined) return withoutNames(inner, form);
  const { element, shape } = def;
  if (element !== undefined && Array.isArray(form)) return form.map((one: unknown) => withoutNames(element, one));
  if (shape === undefined || !isRecord(form)) return form;
  return Object.fromEntries(
    Object.entries(form).map(([key, one]) => {
      const field = shape[key];
      return [key, field === undefined ? one : withoutNames(field, one)];
    }),
  );
}

/** Every fact of a file, the notification first, those that were set aside too. */
export const allFacts = (file: CaseFile): readonly Fact<unknown>[] => [
  openingFact(file),
  ...Object.values(file.facts).flatMap((facts) => facts as readonly Fact<unknown>[]),
  ...file.superseded.map(({ fact }) => fact as Fact<unknown>),
];

/** Every reference to words in a value. */
export function wordsIn(value: unknown): readonly WordsReference[] {
  if (isWordsReference(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** The value with words in place of the references to them; what is not kept stays a reference. */
export function withWords(value: unknown, texts: ReadonlyMap<WordsReference, string>): unknown {
  if (isWordsReference(value)) return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one: unknown) => withWords(one, texts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWords(one, texts)]));
}
