import * as z from 'zod/mini';
import type { Limit, Milestones, OpenAction } from '../procedure/dates/milestones';
import type { Ending } from '../procedure/describe';
import type { NotificationCriterion } from '../procedure/notification/notification';
import type { ReviewType } from '../procedure/case/position';
import type { WordsReference } from '../procedure/time/time';
import { storedDay, storedName, storedPerson } from '../procedure/stored-values';
import { storedNotConfirmed, storedPublication } from './stored-summary';

/* The milestones of a case, kept as JSON. A release that changes them works every case's out anew. */

const limit: z.ZodMiniType<Limit> = z.object({
  due: storedDay(),
  limitDate: z.exactOptional(storedDay()),
  extendedTo: z.exactOptional(storedDay()),
  metOn: z.exactOptional(storedDay()),
  kept: z.exactOptional(z.boolean()),
});

const stepSpan = z.object({
  from: z.exactOptional(storedDay()),
  on: z.exactOptional(storedDay()),
  workingDays: z.exactOptional(z.number()),
});

const openAction: z.ZodMiniType<OpenAction> = z.object({
  id: z.string(),
  number: z.number(),
  owner: storedPerson(),
  agency: z.exactOptional(z.string()),
  dueOn: storedDay(),
  addedOn: storedDay(),
  extendedTo: z.exactOptional(storedDay()),
  text: z.exactOptional(storedName<WordsReference>()),
});

export const storedOpenActions: z.ZodMiniType<readonly OpenAction[]> = z.array(openAction);

export const storedMilestones: z.ZodMiniType<Milestones> = z.object({
  receivedOn: storedDay(),
  dayOne: storedDay(),
  criteria: z.array(storedName<NotificationCriterion>()),
  notifyingAgency: z.string(),
  within24Hours: z.boolean(),
  outcome: z.exactOptional(storedName<NonNullable<Milestones['outcome']>>()),
  outcomeOn: z.exactOptional(storedDay()),
  limits: z.record(z.string(), limit),
  steps: z.record(z.string(), stepSpan),
  reviewType: z.exactOptional(storedName<ReviewType>()),
  panelReply: z.exactOptional(storedName<NonNullable<Milestones['panelReply']>>()),
  ending: storedName<Ending>(),
  closedOn: z.exactOptional(storedDay()),
  publication: z.exactOptional(storedPublication),
  openActions: storedOpenActions,
  notConfirmed: z.exactOptional(storedNotConfirmed),
});
