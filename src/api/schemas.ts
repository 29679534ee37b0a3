import * as z from 'zod/mini';
import { credentialKinds, readParts } from '../procedure/read-parts';
import { holidayChangeKinds } from '../records/holiday-changes';
import { meetingGroups } from '../records/meetings';
import { noticeStates } from '../records/notices';
import { outsideStates } from '../records/outside-notifications';
import { plan, caseSchema, listed, recordedFor } from './case-schemas';
import { text, date, moment, role, step, maybe, anything } from './field-schemas';
import { requestSchema } from './request-schemas';

/* Schemas of the API's answers, for the documentation; the tests check every answer against them. */

const passedLimit = z.strictObject({
  id: text,
  limit: text,
  date,
  by: z.strictObject({ count: z.int(), unit: z.enum(['days', 'working-days']) }),
  source: text,
  field: text,
  sentence: text,
});

const event = z.strictObject({
  seq: z.int(),
  kind: text,
  at: moment,
  decision: z.optional(text),
  step: z.optional(step),
  on: z.optional(date),
  by: z.optional(text),
  role: z.optional(role),
  refusal: z.optional(anything),
  details: maybe(anything),
  passes: z.optional(z.strictObject({ limits: z.array(passedLimit), reason: text })),
  recordedFor: z.optional(z.strictObject({ ...recordedFor, where: maybe(text) })),
  was: z.optional(z.unknown()),
  correctedBy: z.array(z.int()),
});

const changedEntry = z.strictObject({
  ...event.shape,
  replaced: maybe(z.array(z.strictObject({ field: text, was: z.unknown(), is: z.unknown() }))),
});

const notice = z.strictObject({
  key: text,
  kind: text,
  to: z.strictObject({ id: text, name: maybe(text), as: role }),
  at: moment,
  practice: z.boolean(),
  step: z.optional(step),
  values: maybe(z.record(z.string(), text)),
  lines: maybe(z.array(anything)),
  state: z.enum(noticeStates),
  settledAt: maybe(moment),
  messageId: maybe(text),
  attempts: z.int(),
  lastAttemptAt: maybe(moment),
  whyNotSent: maybe(text),
  lastProblem: maybe(text),
});

const done = z.strictObject({ by: text, at: moment });

const personOfPartnership = z.strictObject({
  id: text,
  name: text,
  email: text,
  title: text,
  roles: z.array(role),
  agency: maybe(text),
  added: maybe(done),
  ended: maybe(done),
});

const reading = z.strictObject({
  at: moment,
  person: maybe(text),
  credential: z.strictObject({ kind: z.enum(credentialKinds), name: text }),
  part: z.enum(readParts),
  cases: z.array(text),
  more: z.int(),
});

const decisionEntry = z.strictObject({
  name: text,
  title: text,
  source: text,
  step: maybe(step),
  stepTitle: maybe(text),
  roles: z.array(role),
  onBehalfOf: maybe(role),
  mayBeRecordedFor: z.array(role),
  form: anything,
});

const holidayChange = z.strictObject({
  change: z.enum(holidayChangeKinds),
  date,
  to: maybe(date),
  name: maybe(text),
  reason: text,
  by: text,
  at: moment,
});

const meeting = z.strictObject({ group: z.enum(meetingGroups), on: date });

/** Of readiness: each part of the system, and whether this process is stopping. */
const healthParts = {
  records: z.optional(z.enum(['ready', 'away'])),
  engine: z.optional(z.enum(['ready', 'away', 'held-back'])),
  worker: z.optional(z.enum(['ready', 'away'])),
  disk: z.optional(z.enum(['full'])),
  draining: z.optional(z.boolean()),
};

const receivedRow = {
  number: text,
  receivedAt: moment,
  state: z.enum(outsideStates),
  from: maybe(z.strictObject({ agency: text, name: text })),
  addressConfirmed: z.boolean(),
  settled: maybe(done),
  reference: maybe(text),
  aside: maybe(z.strictObject({ reason: text, why: text })),
};

const received = z.strictObject({
  ...receivedRow,
  address: maybe(text),
  content: maybe(anything),
  looksLike: z.array(text),
  log: z.array(z.strictObject({ what: text, at: moment, by: maybe(text) })),
  emails: z.array(z.strictObject({ about: text, to: text, at: moment, state: text })),
});

/** Every answer by its name in the documentation. */
export const schemas = {
  Problem: z.object({
    type: text,
    title: text,
    status: z.int(),
    detail: text,
    instance: text,
    code: text,
    errors: z.array(
      z.strictObject({ field: text, detail: text, pointer: z.optional(text), parameter: z.optional(text) }),
    ),
    first: z.optional(
      z
        .strictObject({ by: text, at: moment })
        .register(z.globalRegistry, { description: 'Of `already-decided`: who decided first, and when' }),
    ),
    changed: z.optional(
      z.array(changedEntry).register(z.globalRegistry, {
        description: 'Of `changed-since`: the entries after the one of If-Match, each with the values that it replaced',
      }),
    ),
    changes: z.optional(
      z.array(z.strictObject({ says: text, by: text, at: moment, reason: maybe(text) })).register(z.globalRegistry, {
        description: 'Of `changed-since`, of the calendar or the people: what was changed after the number of If-Match',
      }),
    ),
    ...healthParts,
    entry: z.optional(z.int()),
    limits: z.optional(z.array(passedLimit)),
  }),
  Received: received,
  ReceivedList: z.strictObject({
    waiting: z.array(z.strictObject(receivedRow)),
    taken: z.array(z.strictObject(receivedRow)),
    setAside: z.array(z.strictObject(receivedRow)),
  }),
  Request: requestSchema,
  EntrySaved: z.strictObject({ reference: text, contribution: text, entry: text, entries: z.int() }),
  Case: caseSchema,
  Opened: z.union([caseSchema, z.strictObject({ reference: text })]),
  CaseList: z.strictObject({ cases: z.array(listed), next: maybe(text) }),
  Events: z.strictObject({ reference: text, events: z.array(event), next: maybe(z.int()) }),
  Notices: z.strictObject({ reference: text, notices: z.array(notice) }),
  Plan: plan,
  Decided: z.strictObject({
    reference: text,
    decision: text,
    seq: z.int(),
    recorded: z.boolean(),
    // Of what was decided under this key more than two days ago: by whom, and when it came on the record.
    by: z.optional(text),
    at: z.optional(moment),
    case: maybe(caseSchema),
  }),
  Decisions: z.strictObject({ decisions: z.array(decisionEntry) }),
  Advanced: z.strictObject({
    reference: text,
    from: moment,
    to: moment,
    now: moment,
    events: z.array(event),
    notices: z.array(notice),
  }),
  Calendar: z.strictObject({
    region: text,
    source: text,
    closingHour: text,
    from: date,
    until: date,
    holidays: z.array(z.strictObject({ date, name: text })),
    closures: z.array(z.strictObject({ date, reason: text })),
    meetings: z.strictObject({ subGroup: z.array(date), exec: z.array(date) }),
    holidayChanges: z.array(holidayChange),
  }),
  HolidayChange: z.strictObject({ ...holidayChange.shape, casesAsked: z.int() }),
  HolidayChangeWithdrawn: z.strictObject({ date, to: maybe(date), casesAsked: z.int() }),
  Closure: z.strictObject({ date, reason: text, by: text, at: moment, casesAsked: z.int() }),
  ClosureWithdrawn: z.strictObject({ date, casesAsked: z.int() }),
  Meeting: z.strictObject({ ...meeting.shape, casesAsked: z.int() }),
  People: z.strictObject({ people: z.array(personOfPartnership) }),
  PersonChanged: z.strictObject({ person: personOfPartnership, casesAsked: z.int() }),
  Reconciliation: z.strictObject({
    comparedAt: moment,
    openCases: z.int(),
    findings: z.array(z.strictObject({ reference: text, found: text, sentence: text, reason: z.nullable(text) })),
    noCaseAnswers: z.boolean(),
  }),
  Readings: z.strictObject({
    keptYears: z.int(),
    readings: z.array(reading),
    next: z.nullable(text),
  }),
  Restarts: z.strictObject({
    restarts: z.array(z.strictObject({ reference: text, outcome: text, sentence: text })),
    left: z.int(),
  }),
  Health: z.object({ status: z.enum(['live', 'ready']), version: z.optional(text), ...healthParts }),
} as const;

export type SchemaName = keyof typeof schemas;
