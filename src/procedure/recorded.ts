import { definitionOf } from './catalogue';
import type { CaseFile, DecisionName } from './case/case-file';
import { factsOf } from './case/facts';
import { isSettled } from './dates/steps';

/** True if a decision is recorded, or nothing waits for it: its step is done or not required. */
export function isRecorded(file: CaseFile, decision: DecisionName): boolean {
  const { step } = definitionOf(decision);
  return factsOf(file, decision).length > 0 || step === undefined || isSettled(file, step);
}
