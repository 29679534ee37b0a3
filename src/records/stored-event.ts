import * as z from 'zod/mini';
import type { DecisionName, PassedLimit } from '../procedure/case/case-file';
import { eventKinds, type CaseEvent } from '../procedure/case/record';
import { refusalCodes, type Refusal } from '../procedure/refusals';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import type { WordsReference } from '../procedure/time/time';
import { storedDay, storedMoment, storedName, storedPerson, type StoredVersions } from './stored';

/** The version of events as this release writes them. */
export const eventVersion = 1;

const limit: z.ZodMiniType<PassedLimit> = z.object({
  id: z.string(),
  limit: z.string(),
  date: storedDay,
  by: z.object({ count: z.number(), unit: z.enum(['days', 'working-days']) }),
  source: z.string(),
  field: z.string(),
  sentence: z.string(),
});

const refusal: z.ZodMiniType<Refusal> = z.object({
  code: z.enum(refusalCodes),
  sentence: z.string(),
  fields: z.exactOptional(z.array(z.object({ field: z.string(), sentence: z.string() }))),
  first: z.exactOptional(z.object({ by: storedPerson, at: storedMoment })),
  entry: z.exactOptional(z.number()),
  limits: z.exactOptional(z.array(limit)),
});

const event: z.ZodMiniType<CaseEvent> = z.object({
  seq: z.number(),
  kind: z.enum(eventKinds),
  at: storedMoment,
  decision: z.exactOptional(storedName<DecisionName>()),
  step: z.exactOptional(storedName<StepId>()),
  on: z.exactOptional(storedDay),
  by: z.exactOptional(storedPerson),
  role: z.exactOptional(storedName<Role>()),
  refusal: z.exactOptional(refusal),
  details: z.record(z.string(), z.unknown()),
  passes: z.exactOptional(z.object({ limits: z.array(limit), reason: storedName<WordsReference>() })),
});

/** An event of a case's record, as each version of it was written. */
export const storedEvents: StoredVersions<CaseEvent> = [event];
