import type { Call } from '../procedure/decision';
import type { Opening } from '../procedure/contract';
import type { Recording } from '../procedure/case/record';
import type { Refusal } from '../procedure/refusals';
import type { ReceiptNumber } from '../procedure/outside-notification/receipt-number';
import type { CaseReference, Instant } from '../procedure/time/time';

/** The answer of a case to a decision. `recorded: false`: it is taken, but still being written to the records. */
export type Outcome =
  | { readonly kind: 'taken'; readonly seq: number; readonly recorded: boolean; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'no-such-case' };

/** The result of moving a practice case forward. `cannot-skip`: this server cannot move time forward. */
export type Advance =
  | { readonly kind: 'moved'; readonly now: Instant }
  | { readonly kind: 'cannot-skip'; readonly sentence: string }
  | { readonly kind: 'no-such-case' };

/** Ways in which the last run of a case's workflow ended. */
export type RunEnding = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out';

/**
 * The state of a case's workflow in Temporal at this moment. `wasReset`: a reset rewrote its history. `isAsleep`:
 * nothing has happened in this run since it began, so code of any release can go on with it. `fails`: the reason, if
 * its workflow task fails again and again.
 */
export type RunStatus =
  | {
      readonly kind: 'running';
      readonly runId: string;
      readonly wasReset: boolean;
      readonly isAsleep: boolean;
      readonly fails?: string;
    }
  | { readonly kind: 'ended'; readonly how: RunEnding }
  | { readonly kind: 'not-there' };

/**
 * Number of the last entry of the record that the case itself knows. `cannot-say`: the case runs code without this
 * query, or is stuck. `no-answer`: no worker answers for it at the moment.
 */
export type LastEntry = number | 'cannot-say' | 'no-answer';

/** Keys of the notices that the case itself knows to be unsent; or why there is no answer, as for `LastEntry`. */
export type UnsentKeys = readonly string[] | Exclude<LastEntry, number>;

/** The cases that run, by Temporal's visibility, which lags behind by seconds. */
export interface Listed {
  readonly running: ReadonlySet<string>;
  /** Cases of which some run ended in a way other than closing. They may be running again, after a reset. */
  readonly endedOddly: ReadonlySet<string>;
}

/**
 * Sentences for the reasons why Temporal, or a case in it, gave no answer. Each surface maps the reasons by one
 * exhaustive table.
 */
const whyUnavailable = {
  away: 'Temporal cannot be reached.',
  'too-slow': 'Temporal did not answer in time.',
  busy: 'Temporal has more to do at the moment than it takes.',
  'turned-away': 'Temporal turned this program away: its key or its namespace is not right, and IT has to step in.',
  'engine-error': 'Temporal can be reached, and answered with an error.',
  'held-back': 'No decision can be recorded: the cases are read only, and IT must act.',
  'no-worker': 'Temporal answers, and no worker runs the cases: IT has to start one.',
  'no-answer': 'Temporal answers, and this case did not answer in time.',
  'stands-still': 'This case stands still.',
} as const;

/** The reason why Temporal, or a case in it, gave no answer. */
export type WhyUnavailable = keyof typeof whyUnavailable;

/**
 * Thrown when Temporal or a case in it did not answer in time, or while the cases are held back. Nothing is half done,
 * and the same key may be sent again. The message says the reason in a sentence.
 */
export class CasesUnavailable extends Error {
  constructor(
    readonly reason: WhyUnavailable,
    { sentence, ...options }: ErrorOptions & { readonly sentence?: string } = {},
  ) {
    super(sentence ?? whyUnavailable[reason], options);
    this.name = 'CasesUnavailable';
  }
}

/** A case that is to start again. */
export interface Restarting {
  readonly file: Recording['file'];
  /** The entry that goes on the record with the restart. */
  readonly entry?: Opening;
  /** The run to end first, if it is still the one that is going on. */
  readonly inPlaceOf?: string | undefined;
  /** The distance by which a practice case's clock is to run ahead of the wall clock, if the server can move it. */
  readonly aheadMs?: number;
}

/** Reasons why cases are held back, in words that follow "Not ready:". */
export const whyHeldBack = {
  release: 'this release cannot go on with the cases under way',
  place: 'these records were last used at another place, and nobody has said yet which of the two goes on',
  copy: 'this is a copy to look at, which takes no cases or decisions',
} as const;

/** The reason why cases are held back, and a sentence that says what to do. */
export interface HeldBack {
  readonly why: keyof typeof whyHeldBack;
  readonly sentence: string;
}

/** The workflows of notifications from outside. Each request ends or throws `CasesUnavailable` within ten seconds. */
export interface OutsideRuns {
  /** Begins the workflow of a notification, unless it runs. */
  begin(number: ReceiptNumber): Promise<void>;
  /** Begins it in place of the one that runs, on the code that runs now: everything that it knows is in the records. */
  beginAnew(number: ReceiptNumber): Promise<void>;
  /** Tells it to look at the records now, and begins it where it does not run. */
  changed(number: ReceiptNumber): Promise<void>;
}

/**
 * The only way to Temporal. Each request ends or throws `CasesUnavailable` within ten seconds; lists within 60,
 * `advance` within 110.
 */
export interface Cases {
  /** Set if no decision is taken until IT has stepped in. */
  readonly heldBack?: HeldBack;
  /** Notifications that came from people who are not signed in. */
  readonly outside: OutsideRuns;
  /** Starts a case. Starting the same case twice has the effect of starting it once. */
  open(recording: Recording): Promise<void>;
  decide(reference: CaseReference, call: Call): Promise<Outcome>;
  /** Takes `reopenCase` on a closed case, whose workflow starts again from the file on the record. */
  reopen(from: Recording['file'], call: Call): Promise<Outcome>;
  /** Reads the case's own clock, which in a practice case runs ahead of the wall clock. */
  now(reference: CaseReference): Promise<Instant | undefined>;
  /** Moves a practice case's clock forward to a moment. Everything that is due on the way happens. */
  advance(reference: CaseReference, to: Instant): Promise<Advance>;
  /** Asks open cases to take up changed holidays, closures, meetings and people. Returns the number of cases asked. */
  calendarChanged(references: readonly CaseReference[]): Promise<number>;
  /** Asks open cases to continue as new from their file when nothing is in flight, on the code that runs then. */
  takeUpCurrentCode(references: readonly CaseReference[]): Promise<number>;
  /** Lists the cases that run, by Temporal's visibility, to find those that have to be looked at one by one. */
  list(): Promise<Listed>;
  /**
   * Lists workflows that may be in trouble, by Temporal's visibility: those whose task fails, and those that began or
   * ended since a moment. Look at them one by one; most of them are in order.
   */
  suspects(since: Instant): Promise<ReadonlySet<string>>;
  /** True if a worker has polled for tasks of cases lately. */
  isWorked(): Promise<boolean>;
  /** Reads the state of a case's workflow from Temporal, without lag. */
  standing(reference: CaseReference): Promise<RunStatus>;
  /** Asks a running case for the last entry that it knows. */
  lastEntry(reference: CaseReference, runId: string): Promise<LastEntry>;
  /** Asks a running case for the notices that it has still to send. */
  unsent(reference: CaseReference, runId: string): Promise<UnsentKeys>;
  /** Asks running cases to send what waits on their records and they do not know of. Returns the number asked. */
  sendWaiting(references: readonly CaseReference[]): Promise<number>;
  /** Starts a case again from the file on its record. False if another run is going on; nothing is done then. */
  restart(restarting: Restarting): Promise<boolean>;
  /** Says in a sentence why Temporal takes no work at the moment; undefined if it does. */
  whyNotReady(): Promise<string | undefined>;
}
