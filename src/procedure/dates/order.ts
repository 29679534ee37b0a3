import type { CaseFile, DecisionName } from '../case/case-file';
import { notBefore } from '../decision';
import { factsOf } from '../case/facts';
import type { Refusal } from '../refusals';
import { part, says } from '../sentence';
import type { StepId } from '../step-ids';
import { completion, isRequired, steps } from './steps';
import type { IsoDate } from '../time/time';

/** The parts of a catalogue's entry that say what its decision comes after. */
export interface Ordered {
  readonly step?: StepId;
  readonly after?: readonly StepId[];
  readonly follows?: readonly DecisionName[];
}

/**
 * Refuses a London day for a decision that is before a decision or a step that it follows. The sentence names both.
 * Undefined if the order is kept.
 */
export function whyOutOfOrder(
  file: CaseFile,
  { step, after, follows = [] }: Ordered,
  { on, titleOf }: { readonly on: IsoDate; readonly titleOf: (name: DecisionName) => string },
): Refusal | undefined {
  for (const name of follows) {
    const before = factsOf(file, name).at(-1);
    const why = notBefore(before, { on }, `It comes after "${titleOf(name)}", which was on`);
    if (why !== undefined) return why;
  }
  if (step === undefined) return undefined;
  for (const before of after ?? steps[step].after) {
    // A decision that was up again in the meantime does not undo what went on beside it.
    const done = isRequired(file, before) && before !== 'review-decision' ? completion(file, before) : undefined;
    const what = says`${part.step(step)} comes after ${part.step(before)}, which was done on`;
    const why = notBefore(done, { on }, what);
    if (why !== undefined) return why;
  }
  return undefined;
}
