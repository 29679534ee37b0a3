import * as z from 'zod/mini';

/* A form's schema, walked beside a value that the schema has read. */

/** Holds what a walk through a schema needs of its definition. */
export interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly options?: readonly z.core.$ZodType[];
}

// Every schema has its own kind of definition; these fields are in it where its type has them.
export const definitionOfSchema = (schema: z.core.$ZodType): SchemaDefinition => schema._zod.def;

/** Returns the schema that another wraps without adding a level to the value. */
export const wrappedIn = ({ type, innerType, in: inside }: SchemaDefinition): z.core.$ZodType | undefined =>
  type === 'pipe' ? inside : innerType;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema within another, with its value and where that stands. */
export interface SchemaPart {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}

/** Lists every schema that has a value in a form, the outer before the inner, in the order of the form. */
export function schemaPartsOf(
  schema: z.core.$ZodType,
  value: unknown,
  path: SchemaPart['path'] = [],
): readonly SchemaPart[] {
  return [{ schema, value, path }, ...insideOf(schema, value, path)];
}

function insideOf(schema: z.core.$ZodType, value: unknown, path: SchemaPart['path']): readonly SchemaPart[] {
  const definition = definitionOfSchema(schema);
  const { element, shape, options } = definition;
  const inner = wrappedIn(definition) ?? options?.find((one) => z.safeParse(one, value).success);
  if (inner !== undefined) return schemaPartsOf(inner, value, path);
  if (element !== undefined && Array.isArray(value)) {
    return value.flatMap((one: unknown, at) => schemaPartsOf(element, one, [...path, at]));
  }
  if (shape !== undefined && isRecord(value)) {
    return Object.entries(shape).flatMap(([key, field]) => schemaPartsOf(field, value[key], [...path, key]));
  }
  return [];
}

/** The title that people see beside a field; empty where it has none. */
export const titleOf = (schema: z.core.$ZodType): string => z.globalRegistry.get(schema)?.title ?? '';
