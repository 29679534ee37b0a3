import type { StepId } from '../step-ids';
import type { IsoDate } from '../time/time';

/** Two rules that cannot both be kept, said as soon as it can be known; no date is moved on its account. */
export interface Conflict {
  readonly id: string;
  /** Names the latest date that still works once, where there is one. */
  readonly sentence: string;
  readonly steps: readonly StepId[];
  /** The latest date that still works, for the first of the steps. */
  readonly latest?: IsoDate;
  /** A limit was passed: nobody can resolve it any more, and it stands. */
  readonly breach?: true;
  /** The number of the entry by which the limit was passed. */
  readonly entry?: number;
}
