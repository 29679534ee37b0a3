import type { CaseFile, DecisionName } from './case/case-file';
import { factsOf, type Completion } from './case/facts';
import { holdsOn } from './case/holds';
import { definitionOf, type AnyDefinition } from './catalogue';
import { completion, isRequired, steps, unsettledBefore } from './dates/steps';
import { refusal, type Refusal } from './refusals';
import { inList, part, says, type Sentence } from './sentence';
import type { StepId } from './step-ids';
import type { Instant } from './time/time';

/* Decisions that are not open, whoever asks: their step is done or waits, or something else comes first. */

const first = (one: Completion & { readonly recordedAt?: Instant }) =>
  'recordedAt' in one && one.recordedAt !== undefined ? { first: { by: one.by, at: one.recordedAt } } : {};

/** Refuses a decision that is on the record already, with who took it and when. */
export const alreadyDecided = (
  file: CaseFile,
  title: string | Sentence,
  one: Completion & { readonly recordedAt?: Instant },
): Refusal => ({
  ...refusal(
    'already-decided',
    says`${title}: that is on the record already, by ${part.person(one.by)} (${part.role(one.role, file.policy.roleTitles)}) on ${part.day(one.on)}. Correct it if it is wrong${part.by('correctFact', { entry: one.seq })}.`,
  ),
  ...first(one),
});

const waitsFor = (step: StepId, missing: readonly StepId[]): Refusal => ({
  ...refusal('too-early', says`${part.step(step)} waits for: ${inList(missing.map(part.step), '; ')}.`),
  waitsFor: missing,
});

/**
 * Refuses the decisions of a step that is not needed, is done, or waits for another step; undefined if they are open.
 */
function stepNotOpen(file: CaseFile, definition: AnyDefinition, step: StepId): Refusal | undefined {
  const before = definition.after ?? steps[step].after;
  const missing = unsettledBefore(file, before);
  if (!isRequired(file, step)) {
    return missing.length > 0
      ? waitsFor(step, missing)
      : refusal('against-the-record', says`${part.step(step)} is not needed in this case.`);
  }
  const done = completion(file, step);
  if (done !== undefined && definition.notOpen === undefined) {
    const before = factsOf(file, definition.name).at(-1);
    return before === undefined
      ? refusal('too-late', says`${part.step(step)} was done on ${part.day(done.on)}; it is too late for this.`)
      : alreadyDecided(file, definition.title, before);
  }
  return missing.length === 0 ? undefined : waitsFor(step, missing);
}

/** Refuses a decision that is not open, whoever asks and whatever they would say; undefined while it is open. */
export function whyNotOpen(file: CaseFile, name: DecisionName): Refusal | undefined {
  const definition = definitionOf(name);
  if (file.closedOn !== undefined && name !== 'reopenCase') {
    return refusal(
      'closed',
      says`The case was closed on ${part.day(file.closedOn)}. Reopen it first, with the reason${part.by('reopenCase')}.`,
    );
  }
  const why = definition.notOpen?.(file);
  if (why !== undefined) return why;
  const { step } = definition;
  if (step === undefined) return missingOf(file, definition);
  const held = holdsOn(file, step)[0];
  if (held !== undefined) {
    return refusal(
      'too-early',
      says`${part.step(step)} is on hold, to be reviewed on ${part.day(held.lookAgainOn)}. Lift the hold first${part.by('liftHold', { hold: held.id })}.`,
    );
  }
  const closedStep = stepNotOpen(file, definition, step);
  if (closedStep !== undefined) return closedStep;
  const before = definition.once === true ? factsOf(file, name).at(-1) : undefined;
  return before === undefined ? missingOf(file, definition) : alreadyDecided(file, definition.title, before);
}

/** Refuses a decision that needs something else on the record first; undefined if nothing is missing. */
function missingOf(file: CaseFile, { follows = [], needs }: AnyDefinition): Refusal | undefined {
  const missing = follows.find((one) => factsOf(file, one).length === 0);
  if (missing === undefined) return needs?.(file);
  const { title } = definitionOf(missing);
  return {
    ...refusal('too-early', says`First: ${title.charAt(0).toLowerCase()}${title.slice(1)}${part.by(missing)}.`),
    waitsFor: [missing],
  };
}
