import type { Call } from '../procedure/decision';
import type { Recording } from '../procedure/case/record';
import type { Refusal } from '../procedure/refusals';
import type { CaseReference, Instant } from '../procedure/time/time';

/** What a case answered to a decision. `recorded: false`: it is decided, and still being written to the records. */
export type Outcome =
  | { readonly kind: 'taken'; readonly seq: number; readonly recorded: boolean; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'no-such-case' };

/** How far a practice case was moved. `cannot-skip`: this server cannot move time forward. */
export type Advance =
  | { readonly kind: 'moved'; readonly now: Instant }
  | { readonly kind: 'cannot-skip'; readonly sentence: string }
  | { readonly kind: 'no-such-case' };

/** How the last run of a case's workflow ended. */
export type RunEnding = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out';

/**
 * What the engine says of a case's workflow at this moment. `wasReset`: its history was rewritten by a reset. `isAsleep`:
 * nothing has happened in this run since it began, so that code of any release can go on with it. `fails`: why its
 * workflow task fails again and again, where it does.
 */
export type Standing =
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
 * The number of the last entry of the record as the case itself knows it. `cannot-say`: it is of code that knows no
 * such question, or is stuck. `no-answer`: nobody works for it at the moment.
 */
export type LastEntry = number | 'cannot-say' | 'no-answer';

/** Which cases run, as the engine's lists have it, which lag behind by seconds. */
export interface Listed {
  readonly running: ReadonlySet<string>;
  /** Those of which any run ended otherwise than a case ends: they may run again, from a reset. */
  readonly endedOddly: ReadonlySet<string>;
}

/** Why the engine, or a case in it, gave no answer. Each surface maps the reason by one exhaustive table. */
const whyUnavailable = {
  away: 'Temporal cannot be reached.',
  'too-slow': 'Temporal did not answer in time.',
  busy: 'Temporal has more to do at the moment than it takes.',
  'turned-away': 'Temporal turned this program away: its key or its namespace is not right, and IT has to step in.',
  'engine-error': 'Temporal can be reached, and answered with an error.',
  'held-back': 'No decision can be taken: the cases are held back, and IT has to step in.',
  'no-worker': 'Temporal answers, and no worker runs the cases: IT has to start one.',
  'no-answer': 'Temporal answers, and this case did not answer in time.',
  'stands-still': 'This case stands still.',
} as const;

/** Why the engine, or a case in it, gave no answer. */
export type WhyUnavailable = keyof typeof whyUnavailable;

/**
 * The engine or a case in it did not answer, or not in time, or the cases are held back; nothing is half done, and the
 * same key may be sent again. The message says which in a sentence.
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
  /** What goes on its record with that. */
  readonly entry?: Pick<Recording, 'events' | 'notices'>;
  /** The run that is ended first, where it is still that one that is going on. */
  readonly inPlaceOf?: string | undefined;
  /** How far a practice case's clock is to go on ahead of the wall's, where the server can move it. */
  readonly aheadMs?: number;
}

/** Why cases are held back, in words that follow "Not ready:". */
export const whyHeldBack = {
  release: 'this release cannot go on with the cases under way',
  place: 'these records were last used at another place, and nobody has said yet which of the two goes on',
  copy: 'this is a copy to look at, which takes no cases or decisions',
} as const;

/** Cases that are held back: why, and what is to be done about that in a sentence. */
export interface HeldBack {
  readonly why: keyof typeof whyHeldBack;
  readonly sentence: string;
}

/** The only door to the engine. Every call ends within ten seconds or throws CasesUnavailable. */
export interface Cases {
  /** Why no decision is taken until IT has stepped in, where that is so. */
  readonly heldBack?: HeldBack;
  /** Starts a case; starting the same one twice is starting it once. */
  open(recording: Recording): Promise<void>;
  decide(reference: CaseReference, call: Call): Promise<Outcome>;
  /** Takes `reopenCase` on a case that is closed: its workflow begins again from the file on the record. */
  reopen(from: Recording['file'], call: Call): Promise<Outcome>;
  /** The case's own clock, which in a practice case runs ahead of the wall's. */
  now(reference: CaseReference): Promise<Instant | undefined>;
  /** Moves a practice case's clock forward to a moment, everything due on the way happening. */
  advance(reference: CaseReference, to: Instant): Promise<Advance>;
  /** Asks open cases to take up changed holidays, closures, meetings and people. Answers how many were asked. */
  calendarChanged(references: readonly CaseReference[]): Promise<number>;
  /** Asks open cases to go on from their file at the next quiet moment, onto the code that runs then. */
  takeUpCurrentCode(references: readonly CaseReference[]): Promise<number>;
  /** Which cases run, by the engine's lists: for finding those that have to be looked at one by one. */
  list(): Promise<Listed>;
  /**
   * Workflows that may be in trouble, by the engine's lists: those whose task fails, and those that began or ended since
   * a moment. They are to be looked at one by one; most of them are in order.
   */
  suspects(since: Instant): Promise<ReadonlySet<string>>;
  /** Whether a worker has asked for work of cases lately. */
  isWorked(): Promise<boolean>;
  /** What the engine says of a case's workflow, without lag. */
  standing(reference: CaseReference): Promise<Standing>;
  /** Asks a run that is going on how far it is. */
  lastEntry(reference: CaseReference, runId: string): Promise<LastEntry>;
  /** Starts a case again from the file on its record. False: another run is going on, and nothing was done. */
  restart(restarting: Restarting): Promise<boolean>;
  /** Why the engine takes no work at the moment, in a sentence; nothing where it does. */
  whyNotReady(): Promise<string | undefined>;
}
