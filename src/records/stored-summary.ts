import * as z from 'zod/mini';
import type { PublicationMilestone } from '../procedure/dates/milestones';
import type { ListedFact } from '../procedure/case/recorded-for';
import type { Turn } from '../procedure/reminders/turns';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import type { WordsReference } from '../procedure/time/time';
import { storedDay, storedMoment, storedName, storedPerson } from '../procedure/stored-values';

/* Parts of a case's summary that are kept as JSON. A release that changes them works every summary out anew. */

export const storedPublication: z.ZodMiniType<PublicationMilestone> = z.object({
  what: z.enum(['full', 'improvements-only', 'not-published']),
  on: z.exactOptional(storedDay()),
  intendedOn: z.exactOptional(storedDay()),
  link: z.exactOptional(storedName<WordsReference>()),
});

export const storedNotConfirmed: z.ZodMiniType<readonly ListedFact[]> = z.array(storedName<ListedFact>());

export const storedTurn: z.ZodMiniType<Turn> = z.object({
  id: z.string(),
  step: z.exactOptional(storedName<StepId>()),
  title: z.string(),
  owner: storedName<Role>(),
  people: z.array(storedPerson()),
  due: storedDay(),
  dueAt: storedMoment(),
  why: z.string(),
});
