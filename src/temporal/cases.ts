import type { Call } from '../procedure/decision';
import type { Recording } from '../procedure/record';
import type { Refusal } from '../procedure/refusals';
import type { CaseReference, Instant } from '../procedure/time';

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

/** The engine did not answer, or not in time; nothing is half done, and the same key may be sent again. */
export class CasesUnavailable extends Error {
  constructor(
    readonly reason: 'away' | 'too-slow',
    options?: ErrorOptions,
  ) {
    super(reason === 'away' ? 'Temporal cannot be reached.' : 'Temporal did not answer in time.', options);
    this.name = 'CasesUnavailable';
  }
}

/** The only door to the engine. Every call ends within ten seconds or throws CasesUnavailable. */
export interface Cases {
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
  isReady(): Promise<boolean>;
}
