import type { CaseFile, DecisionName } from '../src/procedure/case/case-file';
import type { StepId } from '../src/procedure/step-ids';

/** A case as the procedure sees it: what has been decided, and a way to wait until a step is done. */
export interface Case {
  /** The file with everything decided so far. Every branch reads it anew, because decisions come in at any time. */
  readonly file: CaseFile;
  /** Resolves once the step is done, or no longer required. */
  done(step: StepId): Promise<void>;
  /** Resolves once the decision is recorded, or nothing waits for its step any more. */
  recorded(decision: DecisionName): Promise<void>;
}
