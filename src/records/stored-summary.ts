import * as z from 'zod/mini';
import type { PublicationMilestone } from '../procedure/dates/milestones';
import type { Turn } from '../procedure/reminders/turns';
import type { Role } from '../procedure/roles';
import type { StepId } from '../procedure/step-ids';
import type { WordsReference } from '../procedure/time/time';
import { day, moment, named, person } from './stored';

/* Parts of a case's summary that are kept as JSON. A release that changes them works every summary out anew. */

export const storedPublication: z.ZodMiniType<PublicationMilestone> = z.object({
  what: z.enum(['full', 'improvements-only', 'not-published']),
  on: z.exactOptional(day),
  intendedOn: z.exactOptional(day),
  link: z.exactOptional(named<WordsReference>()),
});

export const storedTurn: z.ZodMiniType<Turn> = z.object({
  id: z.string(),
  step: z.exactOptional(named<StepId>()),
  title: z.string(),
  owner: named<Role>(),
  people: z.array(person),
  due: day,
  dueAt: moment,
  why: z.string(),
});
