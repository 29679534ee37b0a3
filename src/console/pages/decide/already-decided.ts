import { factsOf } from '../../../procedure/case/facts';
import type { CaseFile, DecisionName, Fact } from '../../../procedure/case/case-file';
import { definitionOf } from '../../../procedure/catalogue';
import type { Refusal } from '../../../procedure/refusals';
import { whyNotOpen } from '../../../procedure/not-open';
import { whyMayNot } from '../../../procedure/may-take';
import type { PersonId } from '../../../procedure/time/time';

/** The standing of a decision for a person: theirs to take now, taken already, somebody else's, or not open. */
export type Availability =
  | { readonly kind: 'open' }
  | { readonly kind: 'decided'; readonly refusal: Refusal; readonly first: Fact<unknown> }
  | { readonly kind: 'not-theirs'; readonly refusal: Refusal }
  | { readonly kind: 'not-open'; readonly refusal: Refusal };

/** Returns the standing of a decision for a person. */
export function availabilityOf(file: CaseFile, name: DecisionName, person: PersonId): Availability {
  const notOpen = whyNotOpen(file, name);
  const first = notOpen?.code === 'already-decided' ? firstOf(file, name) : undefined;
  if (notOpen !== undefined && first !== undefined) return { kind: 'decided', refusal: notOpen, first };
  const mayNot = whyMayNot(file, name, person);
  if (mayNot !== undefined) return { kind: 'not-theirs', refusal: mayNot };
  return notOpen === undefined ? { kind: 'open' } : { kind: 'not-open', refusal: notOpen };
}

/**
 * Returns the decision of this name that was recorded first. Where it is taken once for each partner, agency or person,
 * that is the one for the same partner, agency or person as in `form`.
 */
export function firstOf(file: CaseFile, name: DecisionName, form?: unknown): Fact<unknown> | undefined {
  const { once } = definitionOf(name);
  const facts: readonly Fact<unknown>[] = factsOf(file, name);
  if (typeof once !== 'function') return facts.at(-1);
  return form === undefined ? undefined : facts.find((fact) => once(fact.form) === once(form));
}
