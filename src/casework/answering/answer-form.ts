import * as z from 'zod/mini';
import { answerFields } from '../../procedure/case/request-fields';
import { confirmed } from '../../procedure/forms';
import type { FieldProblem } from '../../procedure/refusals';

/* The answer to a request as a program sends it, and the rules that its pages share. */

const form = z.strictObject({
  ...answerFields(),
  lookedForEverybody: z.optional(confirmed('You looked for everybody, for the whole period')),
});

/** Returns the form of an answer. A function, because zod writes into a schema that it reads with. */
export const answerForm = (): typeof form => form;

/** Refuses an answer with nothing in it: neither an entry nor a document. */
export const whyNothingToSend = (entries: number, keptAt: string | undefined): readonly FieldProblem[] =>
  entries === 0 && (keptAt ?? '').trim() === ''
    ? [{ field: 'keptAt', sentence: 'Add an entry, or say where your document is' }]
    : [];

/** Says what is missing where an agency holds nothing. `looked` names the field in which it says that it looked. */
export const whyNotNil = (
  { searched, hasLooked }: { readonly searched: string | undefined; readonly hasLooked: boolean },
  looked: string,
): readonly FieldProblem[] => [
  ...(hasLooked ? [] : [{ field: looked, sentence: 'Confirm that you looked for everybody, for the whole period' }]),
  ...((searched ?? '').trim() === '' ? [{ field: 'searched', sentence: 'Say where you looked' }] : []),
];

/** Lists what is missing in an answer that a program sends. */
export const answerProblems = (said: z.infer<typeof form>, entries: number): readonly FieldProblem[] =>
  said.answer === 'nil'
    ? whyNotNil({ searched: said.searched, hasLooked: said.lookedForEverybody === true }, 'lookedForEverybody')
    : whyNothingToSend(entries, said.keptAt);
