import type * as z from 'zod/mini';
import type { Row } from './row';

/*
 * Values that are kept as JSON. Where they are never rewritten, each row has the version of the shape in which it was
 * written. A release that changes a shape raises its version, and reads the earlier ones by a schema of their own.
 */

/** The schemas of a value by version, the first that of version 1. */
export type StoredVersions<T> = readonly [z.ZodMiniType<T>, ...z.ZodMiniType<T>[]];

/**
 * Reads a column of JSON by the schema of its version. Throws `TypeError` with the name of the column and the fields
 * that are wrong, never with what stands in them.
 */
export function readStored<T>(row: Row, column: string, versions: StoredVersions<T>): T {
  const version = row.wholeNumber('version');
  const schema = versions[version - 1];
  if (schema === undefined)
    throw new TypeError(
      `The column "${column}" of the records is of version ${version}, and this release knows ${versions.length}: a later release wrote it.`,
    );
  return readJson(row, column, schema);
}

/** Reads a column of JSON by its schema. Throws as `readStored` does. */
export function readJson<T>(row: Row, column: string, schema: z.ZodMiniType<T>): T {
  const read = schema.safeParse(row.json(column));
  if (read.success) return read.data;
  const fields = read.error.issues.map(({ path }) => path.join('.') || 'the whole');
  throw new TypeError(`The column "${column}" of the records holds what was never written: ${fields.join(', ')}.`);
}
