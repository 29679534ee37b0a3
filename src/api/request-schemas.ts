import * as z from 'zod/mini';
import { date, maybe, moment, text } from './field-schemas';

/* A request and its answer, as the API answers with them. */

const answerEntry = z.strictObject({
  line: text,
  happened: text,
  approximate: z.boolean(),
  about: z.array(text),
  what: text,
  source: text,
  by: text,
  at: moment,
});

/** A request, with the entries saved for it and the answer that is in. */
export const requestSchema = z.strictObject({
  reference: text,
  id: text,
  kind: text,
  agency: text,
  state: text,
  since: text,
  due: maybe(date),
  purpose: text,
  questions: z.array(text),
  period: z.strictObject({ from: date, to: date }),
  people: z.array(z.strictObject({ ref: text, name: text, relation: z.optional(text), dateOfBirth: z.optional(date) })),
  telephone: maybe(text),
  question: maybe(text),
  entries: z.array(answerEntry),
  answer: maybe(
    z.strictObject({
      by: text,
      on: date,
      answer: z.optional(text),
      stillToCome: z.optional(text),
      searched: z.optional(text),
      keptAt: z.optional(text),
      remarks: z.optional(text),
      entries: z.array(answerEntry),
    }),
  ),
});
