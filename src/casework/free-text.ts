import { createHash } from 'node:crypto';
import type * as z from 'zod/mini';
import type { CaseFile, Fact } from '../procedure/case/case-file';
import { entryBySeq } from '../procedure/case/entries';
import { isWordsReference, namesIn, wordsFields } from '../procedure/forms';
import { openingFact, openingFieldSchema, openingSeq } from '../procedure/case/opening-entry';
import { definitionOfSchema, isRecord, wrappedIn } from '../procedure/schema-parts';
import type { CaseReference, WordsReference } from '../procedure/time/time';
import type { KeptWords } from '../records/free-text';

/** A form with references in place of the texts that people wrote, and those texts. */
export interface Separated {
  readonly form: unknown;
  readonly words: readonly KeptWords[];
}

/** Names the words at a dotted path of a form. */
export type IdOf = (path: string) => WordsReference;

/**
 * Makes the ids of the words of one request. The same request always gets the same ids, so sending it again changes
 * nothing.
 */
export const wordsIdFor =
  (reference: CaseReference, key: string): IdOf =>
  (path) =>
    `words:${createHash('sha256')
      .update(JSON.stringify([reference, key, path]))
      .digest('base64url')
      .slice(0, 27)}` as WordsReference;

/** Replaces the words in a parsed form by references, and lists the words. */
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

/** Finds the schema of a field by its dotted path; undefined if there is no such field. */
function schemaAt(schema: z.core.$ZodType, path: readonly string[]): z.core.$ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const def = definitionOfSchema(schema);
  const inner = wordsFields.has(schema) ? undefined : wrappedIn(def);
  if (inner !== undefined) return schemaAt(inner, path);
  if (def.element !== undefined && /^\d+$/.test(key)) return schemaAt(def.element, rest);
  const field = def.shape !== undefined && Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
  return field === undefined ? undefined : schemaAt(field, rest);
}

/** Finds the schema of a field of an entry, by which a correction of that field is read. */
export function schemaOfEntry(file: CaseFile, seq: number, field: string): z.core.$ZodType | undefined {
  if (seq === openingSeq) return openingFieldSchema(file, field);
  const entry = entryBySeq(file, seq);
  return entry === undefined ? undefined : schemaAt(entry.form, field.split('.'));
}

/** Replaces names in a form by null, for readers who see words but no names. */
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

/** Lists every fact of a file, the notification first, including facts that were set aside. */
export const factsWithNotification = (file: CaseFile): readonly Fact<unknown>[] => [
  openingFact(file),
  ...Object.values(file.facts).flatMap((facts) => facts as readonly Fact<unknown>[]),
  ...file.superseded.map(({ fact }) => fact as Fact<unknown>),
];

/** Finds all references to words in a value. */
export function wordsIn(value: unknown): readonly WordsReference[] {
  if (isWordsReference(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** Replaces references in a value by their words. A reference whose words are not kept stays. */
export function withWords(value: unknown, texts: ReadonlyMap<WordsReference, string>): unknown {
  if (isWordsReference(value)) return texts.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one: unknown) => withWords(one, texts));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withWords(one, texts)]));
}
