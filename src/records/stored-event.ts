import * as z from 'zod/mini';
import type { DecisionName } from '../procedure/case/case-file';
import { eventKinds, type CaseEvent } from '../procedure/case/record';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import type { WordsReference } from '../procedure/time/time';
import { storedLimit, storedRefusal } from '../procedure/stored-refusal';
import { storedDay, storedMoment, storedName, storedPerson } from '../procedure/stored-values';
import type { StoredVersions } from './stored';

/** The version of events as this release writes them. */
export const eventVersion = 1;

const event: z.ZodMiniType<CaseEvent> = z.object({
  seq: z.number(),
  kind: z.enum(eventKinds),
  at: storedMoment(),
  decision: z.exactOptional(storedName<DecisionName>()),
  step: z.exactOptional(storedName<StepId>()),
  on: z.exactOptional(storedDay()),
  by: z.exactOptional(storedPerson()),
  role: z.exactOptional(storedName<Role>()),
  refusal: z.exactOptional(storedRefusal()),
  details: z.record(z.string(), z.unknown()),
  passes: z.exactOptional(z.object({ limits: z.array(storedLimit()), reason: storedName<WordsReference>() })),
  recordedFor: z.exactOptional(
    z.object({
      role: storedName<Role>(),
      person: z.exactOptional(storedPerson()),
      where: storedName<WordsReference>(),
    }),
  ),
});

/** An event of a case's record, as each version of it was written. */
export const storedEvents: StoredVersions<CaseEvent> = [event];
