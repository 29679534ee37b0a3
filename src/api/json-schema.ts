import * as z from 'zod/mini';
import { wordsFields } from '../procedure/forms';
import type { JsonSchema } from './examples';

/** A form as JSON Schema: what is sent in, with the titles and hints that people see. */
export function jsonSchemaOf(schema: z.core.$ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // A text with nothing said of it but that it must be right is a date; the other texts have a length or a pattern.
      const isText = zodSchema._zod.def.type === 'pipe' && jsonSchema.type === 'string';
      const isPlain = jsonSchema.pattern === undefined && jsonSchema.minLength === undefined;
      if (isText && isPlain && !wordsFields.has(zodSchema) && /day|date|when|by|on|until/i.test(jsonSchema.title ?? 'date')) {
        jsonSchema.format = 'date';
      }
    },
  });
  const { $schema: _dialect, '~standard': _standard, ...plain } = made;
  return plain as JsonSchema;
}
