import * as z from 'zod/mini';
import { choice, readableText } from '../forms';
import type { FieldProblem } from '../refusals';

/** Reasons for which a notification from outside opens no case. */
export const asideReasonWords = {
  'not-a-notification': 'It is not a notification of a serious incident',
  'sent-twice': 'It was sent twice: there is a case of it',
} as const;
export type AsideReason = keyof typeof asideReasonWords;

// The keys of this object are its own and no others.
export const asideReasons = Object.keys(asideReasonWords) as readonly AsideReason[];

const form = z.strictObject({
  reason: choice('Why no case opens', asideReasonWords),
  reference: z.optional(
    readableText('The case that it repeats', 20).register(z.globalRegistry, {
      title: 'The case that it repeats',
      description: 'Only where it was sent twice, such as SIN-2026-0007',
    }),
  ),
  why: readableText('In your own words', 2_000, 'Say in your own words why no case opens').register(z.globalRegistry, {
    title: 'In your own words',
    description: 'What was found, and who was asked; without names',
  }),
});

/** Returns the form by which a notification from outside is set aside. */
export const asideForm = (): typeof form => form;

export type AsideForm = z.infer<typeof form>;

/** Lists what the fields contradict: the case is named where it was sent twice, and only there. */
export function asideProblems({ reason, reference }: AsideForm): readonly FieldProblem[] {
  if (reason === 'sent-twice' && reference === undefined)
    return [{ field: 'reference', sentence: 'Enter the reference of the case that it repeats' }];
  if (reason !== 'sent-twice' && reference !== undefined)
    return [{ field: 'reference', sentence: 'Leave the case out, or say that it was sent twice' }];
  return [];
}
