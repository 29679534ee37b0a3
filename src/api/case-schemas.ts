import * as z from 'zod/mini';
import { confirmationStates, listedFacts } from '../procedure/case/recorded-for';
import { endings, stepStatuses } from '../procedure/describe';
import { stages } from '../procedure/stages';
import { text, date, moment, role, step, maybe, anything } from './field-schemas';

/* Schemas of a case and of what it holds, as the API answers them. */

const owner = z.union([role, z.strictObject({ person: text, as: role })]);

const stepView = z.strictObject({
  id: step,
  number: maybe(text),
  title: text,
  owner: role,
  windowFrom: maybe(date),
  due: maybe(date),
  dueAt: maybe(moment),
  original: maybe(date),
  why: text,
  provisional: z.boolean(),
  status: z.enum(stepStatuses),
  waitsFor: z.array(step),
  doneAt: maybe(date),
  doneBy: maybe(text),
});

const deadline = z.strictObject({
  id: text,
  step: z.optional(step),
  title: text,
  owner,
  due: date,
  dueAt: moment,
  original: z.optional(date),
  // The step that a task is part of.
  within: z.optional(step),
  why: text,
});

const conflict = z.strictObject({
  id: text,
  sentence: text,
  steps: z.array(step),
  latest: z.optional(date),
  breach: z.optional(z.literal(true)),
  entry: z.optional(z.int()),
});

const clock = z.strictObject({
  id: text,
  kind: z.enum(['statutory', 'procedure']),
  title: text,
  source: text,
  confirmed: z.boolean(),
  governs: z.optional(step),
  due: date,
  dueAt: moment,
  limitDate: date,
  limitAt: moment,
  why: text,
  metOn: z.optional(date),
  metAt: z.optional(moment),
  bound: z.enum(['at-most', 'at-least']),
  provisional: z.boolean(),
  late: z.boolean(),
});

const plannedMeeting = z.strictObject({
  group: z.enum(['subGroup', 'exec']),
  meetingOn: date,
  papersDue: date,
  papersSentOn: maybe(date),
});

export const plan = z.strictObject({
  reference: maybe(text),
  dayOne: date,
  day: z.int(),
  asOf: moment,
  steps: z.array(stepView),
  clocks: z.array(clock),
  conflicts: z.array(conflict),
  meetings: z.array(plannedMeeting),
  deadlines: z.array(deadline),
});

const action = z.strictObject({
  id: text,
  number: z.int(),
  addedBySeq: z.int(),
  text: maybe(text),
  owner: text,
  agency: z.optional(text),
  dueOn: date,
  completedOn: z.optional(date),
  looks: z.array(z.int()),
});

const task = z.strictObject({
  key: text,
  reference: text,
  kind: text,
  sentence: text,
  parts: z.optional(z.array(z.union([text, anything]))),
  createdAt: moment,
  doneAt: z.optional(moment),
  doneBy: z.optional(text),
});

const hold = z.strictObject({ id: text, step, lookAgainOn: date, placedOn: date, liftedOn: z.optional(date) });
const process = z.strictObject({ id: text, kind: text, nextOn: z.optional(date), ended: z.boolean() });

/** On whose behalf an entry was recorded, and whether whoever decided it has agreed. */
export const recordedFor = { role, person: maybe(text), state: z.enum(confirmationStates), answer: maybe(z.int()) };

export const caseSchema = z.strictObject({
  reference: text,
  stage: z.enum(stages),
  ending: z.enum(endings),
  day: z.int(),
  dayOne: date,
  practice: z.boolean(),
  asOf: moment,
  receivedOn: date,
  closedOn: maybe(date),
  reviewType: maybe(z.enum(['none', 'PLR', 'LCSPR'])),
  panel: maybe(text),
  steps: z.array(stepView),
  open: z.array(
    z.strictObject({
      decision: text,
      title: text,
      roles: z.array(role),
      mayBeRecordedFor: z.array(role),
      step: maybe(step),
      due: maybe(date),
    }),
  ),
  recordedForOthers: z.array(z.strictObject({ entry: z.int(), decision: text, ...recordedFor })),
  deadlines: z.array(deadline),
  conflicts: z.array(conflict),
  meetings: z.array(plannedMeeting),
  clocks: z.array(clock),
  looksLike: maybe(z.array(text)),
  people: z.partialRecord(role, z.array(text)),
  actions: z.array(action),
  holds: z.array(hold),
  parallelProcesses: maybe(z.array(process)),
  notification: maybe(anything),
  tasks: maybe(z.array(task)),
  profile: z.strictObject({ name: text, edition: text }),
  content: z.optional(anything),
});

export const listed = z.strictObject({
  reference: text,
  partnership: text,
  profile: text,
  practice: z.boolean(),
  stage: z.enum(stages),
  steps: z.array(text),
  nextDue: maybe(date),
  nextDueAt: maybe(moment),
  overdue: z.boolean(),
  reviewType: maybe(text),
  notConfirmed: z.array(z.enum(listedFacts)),
  openedAt: moment,
  receivedOn: date,
  closedOn: maybe(date),
  agencies: maybe(z.array(text)),
});
