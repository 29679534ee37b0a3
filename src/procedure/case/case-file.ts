import type { Calendar } from '../time/calendar';
import type { Notification } from '../notification/notification';
import type { Policy } from '../policy';
import type { Role } from '../roles';
import type { CaseReference, Instant, IsoDate, PersonId, WordsReference } from '../time/time';

/**
 * Every decision's form by the decision's name. It is empty here: each decision adds its own line beside its
 * definition, so that to add one is to touch one file.
 */
export interface Forms {}

export type DecisionName = keyof Forms;

/** A change to what a decision had put on the record; the old value stays (always open: correct a recorded fact). */
export interface Correction {
  readonly seq: number;
  readonly field: string;
  readonly was: unknown;
}

/** A limit that a date in a decision's form passes, as it stood on the day of the decision. */
export interface PassedLimit {
  /** Says which limit: a step, a clock, papers, a working day. */
  readonly id: string;
  /** The limit in words, such as a step or the law's rule. */
  readonly limit: string;
  /** The last day that keeps it, or the first where it asks for a day not before; a London date. */
  readonly date: IsoDate;
  /** By how much it is passed, in calendar days or in working days. */
  readonly by: { readonly count: number; readonly unit: 'days' | 'working-days' };
  /** The step or the law that sets it. */
  readonly source: string;
  /** The field of the form that passes it. */
  readonly field: string;
  /** The whole of it in a sentence for people. */
  readonly sentence: string;
}

/** The limits that a decision passes, and why it was taken all the same: it stands as a breach. */
export interface Passing {
  readonly limits: readonly PassedLimit[];
  readonly reason: WordsReference;
}

/** The decider of what the Business Unit recorded on their behalf, and where they decided it. */
export interface RecordedFor {
  readonly role: Role;
  /** Absent where the decision is that of the role, whoever has it. */
  readonly person?: PersonId;
  readonly where: WordsReference;
}

/** A decision as it stands on the record. */
export interface Fact<Form> {
  /** Its number in the case's record, from 1. */
  readonly seq: number;
  /** The day it was taken or happened, London; never in the future. */
  readonly on: IsoDate;
  readonly recordedAt: Instant;
  readonly by: PersonId;
  /** The hat it was taken under. */
  readonly role: Role;
  readonly form: Form;
  readonly corrections?: readonly Correction[];
  /** Absent where it passes no limit, and from files of 0.1.0, which asked for no reason. */
  readonly passes?: Passing;
  /** Present where the Business Unit recorded it on behalf of whoever decided it. */
  readonly recordedFor?: RecordedFor;
}

type Facts = { readonly [N in DecisionName]?: readonly Fact<Forms[N]>[] };

/** A decision that a later one set aside (a change of course); it stays on the record with what set it aside. */
export type Superseded = {
  readonly [N in DecisionName]: { readonly name: N; readonly fact: Fact<Forms[N]>; readonly by: number };
}[DecisionName];

/** An idempotency key that was taken: by which entry of the record, and for what. */
interface TakenKey {
  readonly seq: number;
  readonly fingerprint: string;
}

/** Scheduled meetings that papers go to, London dates in order. */
export interface Meetings {
  readonly subGroup: readonly IsoDate[];
  readonly exec: readonly IsoDate[];
}

/**
 * The case file: everything that was decided in a case, as one plain value. The workflow takes it as its argument, the
 * rules are functions of it, and the records keep it. It holds no names and no text that people wrote: those are in the
 * records.
 */
export interface CaseFile {
  readonly version: 1;
  readonly reference: CaseReference;
  readonly practice: boolean;
  readonly openedAt: Instant;
  /** The person who put the notification on the record, and their role. */
  readonly openedBy: { readonly person: PersonId; readonly role: Role };
  /**
   * The day that Day 1 is found from: the day of receipt, of a reopening that begins the procedure anew, or of the
   * decision by which a case that was closed without a local review, and reopened, has one.
   */
  readonly countsFrom: IsoDate;
  readonly notification: Notification;
  /** Corrections of entry 1, the notification, in the order of the record; absent where there is none. */
  readonly openingCorrections?: readonly Correction[];
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly people: Readonly<Partial<Record<Role, readonly PersonId[]>>>;
  /**
   * Ids of everybody of the partnership: the people whom a decision may name. Absent from files of before it was kept.
   */
  readonly everybody?: readonly PersonId[];
  /** People who are shut out for a conflict of interest, each with the roles that they had. Absent in most cases. */
  readonly shutOut?: Readonly<Record<PersonId, readonly Role[]>>;
  readonly facts: Facts;
  readonly superseded: readonly Superseded[];
  /** Rises by one with each change of course. */
  readonly course: number;
  /** The number of the last entry of the record. */
  readonly seq: number;
  readonly taken: Readonly<Record<string, TakenKey>>;
  /** Every reminder due up to this moment has been decided, sent or not. */
  readonly remindedUpTo: Instant;
  /** Due dates of what was met before a calendar, profile or Day 1 changed: dates already met do not move. */
  readonly met: Readonly<Record<string, IsoDate>>;
  /** Due dates of what was late when a calendar or profile changed, by key (late.ts): what was late stays late. */
  readonly late?: Readonly<Record<string, IsoDate>>;
  /** Notices that were put on the record and are not known to be sent yet, by key. */
  readonly unsent: readonly string[];
  /**
   * The people who were told or asked something, by role, with the entry that did so first. Absent from files of
   * 0.1.0; `toldIn` then works it out.
   */
  readonly told?: Readonly<Record<PersonId, Readonly<Partial<Record<Role, number>>>>>;
  /** Step 16 asks what was done to limit distress. Absent from files of cases that 0.1.0 opened. */
  readonly asksAboutDistress?: true;
  /**
   * The Local Authority is emailed when the outcome of step 4 is theirs. Absent from files of before, whose cases go on
   * as they began: a history that is replayed sends no other emails than it sent.
   */
  readonly asksForOutcome?: true;
  readonly closedOn?: IsoDate;
  /** The days on which it was closed, each with the entry that reopened it; absent where none did under this release. */
  readonly closings?: readonly { readonly on: IsoDate; readonly reopenedBy: number }[];
  /** The faults of rules that are on the record, by their names; absent where there are none. */
  readonly ruleFaults?: readonly string[];
}
