import * as z from 'zod/mini';
import type { DecisionName, PassedLimit } from './case/case-file';
import { refusal, refusalCodes, type Refusal } from './refusals';
import type { Role } from './roles';
import type { Sentence, TypedPart } from './sentence';
import type { StepId } from './step-ids';
import { storedDay, storedMoment, storedName, storedPerson } from './stored-values';

/*
 * A refusal as it comes from the workflow of a case, or from its record. Either may be of another release: 0.1.0 kept
 * sentences alone, and a later release may have parts that this one does not know.
 */

const typedPart: z.ZodMiniType<TypedPart> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: storedPerson() }),
  z.object({ kind: z.literal('agency'), code: z.string() }),
  z.object({ kind: z.literal('relative'), ref: z.string() }),
  z.object({ kind: z.literal('role'), role: storedName<Role>(), title: z.string() }),
  z.object({ kind: z.literal('step'), step: storedName<StepId>() }),
  z.object({ kind: z.literal('day'), on: storedDay() }),
  z.object({ kind: z.literal('option'), option: z.string() }),
  z.object({ kind: z.literal('code'), code: z.string() }),
  z.object({
    kind: z.literal('decisions'),
    decisions: z.array(storedName<DecisionName>()),
    entry: z.exactOptional(z.number()),
    hold: z.exactOptional(z.string()),
  }),
]);

const sentenceParts: z.ZodMiniType<Sentence> = z.array(z.union([z.string(), typedPart]));
const knownParts = z.catch(sentenceParts, []);

/** The parts of a sentence. They are empty where this release does not know one of them: the sentence says it all. */
export const storedSentence = () => knownParts;

const said = {
  sentence: z.string(),
  parts: z.catch(z.exactOptional(sentenceParts), []),
};

const passedLimit: z.ZodMiniType<PassedLimit> = z.object({
  id: z.string(),
  limit: z.string(),
  date: storedDay(),
  by: z.object({ count: z.number(), unit: z.enum(['days', 'working-days']) }),
  source: z.string(),
  field: z.string(),
  sentence: z.string(),
});

/** A limit that a decision passes, as it is stored with the decision or its refusal. */
export const storedLimit = () => passedLimit;

const wholeRefusal: z.ZodMiniType<Refusal> = z.object({
  code: z.enum(refusalCodes),
  ...said,
  fields: z.exactOptional(z.array(z.object({ field: z.string(), ...said }))),
  field: z.exactOptional(z.literal('on')),
  waitsFor: z.exactOptional(z.array(storedName<StepId | DecisionName>())),
  first: z.exactOptional(z.object({ by: storedPerson(), at: storedMoment() })),
  entry: z.exactOptional(z.number()),
  limits: z.exactOptional(z.array(passedLimit)),
});

export const storedRefusal = () => wholeRefusal;

/**
 * Reads the refusal that came from the workflow of a case, with its message. A worker of a later release may refuse for
 * a reason that this one does not know: the message is the sentence then.
 */
export function refusalFrom(detail: unknown, message: string): Refusal {
  const read = wholeRefusal.safeParse(detail);
  return read.success ? read.data : refusal('invalid', message);
}
