import type * as z from 'zod/mini';
import { fieldProblems, readForm } from '../procedure/forms';
import { refusal, type FieldProblem, type Refusal } from '../procedure/refusals';
import { datesOutside, type SpanClock } from '../procedure/spans';

/** The form as read by its schema, or a refusal with a sentence a field. */
export type FormRead<T> =
  { readonly kind: 'read'; readonly form: T } | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Refuses a form because of these fields. */
export const wrongFields = (fields: readonly FieldProblem[]): Refusal => ({
  ...refusal('invalid', `${fields.length === 1 ? 'One field needs' : `${fields.length} fields need`} to be put right.`),
  fields,
});

/** Reads a form by its schema, and checks that its dates lie within their allowed spans. */
export function parseForm<T>(schema: z.core.$ZodType<T>, sent: unknown, clock: SpanClock): FormRead<T> {
  const read = readForm(schema, sent);
  const problems = read.success ? datesOutside(schema, read.data, clock) : fieldProblems(read.error);
  return read.success && problems.length === 0
    ? { kind: 'read', form: read.data }
    : { kind: 'refused', refusal: wrongFields(problems) };
}
