import * as z from 'zod/mini';
import type { JsonSchema } from './examples';

/** A form checks a date by reading it, which no pattern says: what takes a date and no other text is one. */
const isDate = (schema: z.core.$ZodType): boolean =>
  z.safeParse(schema, '2026-12-07').success && !z.safeParse(schema, '2026-02-30').success;

/** A form as JSON Schema: what is sent in, with the titles and hints that people see. */
export function jsonSchemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const isText = zodSchema._zod.def.type === 'pipe' && jsonSchema.type === 'string';
      if (isText && isDate(zodSchema)) jsonSchema.format = 'date';
    },
  });
  const { $schema: _dialect, '~standard': _standard, ...plain } = made;
  return plain as JsonSchema;
}
