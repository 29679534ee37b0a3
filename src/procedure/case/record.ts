import type { CaseFile, DecisionName, Passing, RecordedFor } from './case-file';
import type { NoticeKind } from '../reminders/notice';
import type { Refusal } from '../refusals';
import type { Role } from '../roles';
import type { StepId } from '../step-ids';
import type { Instant, IsoDate, PersonId } from '../time/time';

/** Kinds of event that a case's record can hold, in the past tense. */
export const eventKinds = [
  'case-opened',
  'decision-taken',
  'decision-refused',
  'reminders-sent',
  'calendar-changed',
  'profile-changed',
  'meetings-changed',
  'case-restarted',
  /** A rule threw: what could not be worked out, once for each fault. */
  'rule-failed',
  'case-closed',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** An entry of a case's record. Its key is (reference, seq): recording it a second time changes nothing. */
export interface CaseEvent {
  readonly seq: number;
  readonly kind: EventKind;
  /** The case's own clock, which in a practice case runs ahead of the wall's. */
  readonly at: Instant;
  readonly decision?: DecisionName;
  readonly step?: StepId;
  readonly on?: IsoDate;
  readonly by?: PersonId;
  readonly role?: Role;
  readonly refusal?: Refusal;
  /** The decision's form, or what changed; references in place of words. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The limits that the decision passes, and why it was taken all the same. */
  readonly passes?: Passing;
  /** The decider, where the Business Unit recorded the decision on their behalf. */
  readonly recordedFor?: RecordedFor;
}

/**
 * The values that one act writes to the records: the events, the notices that they give rise to, and the file after
 * them.
 */
export interface Recording {
  readonly events: readonly CaseEvent[];
  readonly notices: readonly Notice[];
  readonly file: CaseFile;
}

/** A line of a morning's reminders to one person. */
export interface ReminderLine {
  readonly deadline: string;
  readonly title: string;
  readonly due: IsoDate;
  readonly why: string;
  readonly tone: 'coming' | 'overdue' | 'breach';
}

/**
 * An email that was decided: put on the record first, then sent. It names no child, relative or circumstance: values
 * are references, steps, dates and titles.
 */
export interface Notice {
  /** Case, step, kind, recipient and date: the same notice is never decided twice. The Message-ID is made from it. */
  readonly key: string;
  readonly kind: NoticeKind;
  readonly to: PersonId;
  readonly as: Role;
  readonly at: Instant;
  readonly practice: boolean;
  readonly step?: StepId;
  readonly values: Readonly<Record<string, string>>;
  readonly lines: readonly ReminderLine[];
}
