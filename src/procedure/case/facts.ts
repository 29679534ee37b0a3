import type { CaseFile, DecisionName, Fact, Forms } from './case-file';
import { londonDate } from '../time/dates';
import type { IsoDate } from '../time/time';

/** Every fact of this name that stands, first to last. */
export function factsOf<N extends DecisionName>(file: CaseFile, name: N): readonly Fact<Forms[N]>[] {
  return file.facts[name] ?? [];
}

/** Every fact of this name in the order of the record, those that were set aside too. */
export function everOf<N extends DecisionName>(file: CaseFile, name: N): readonly Fact<Forms[N]>[] {
  // Safe: `superseded` keeps a fact under the name of its own decision.
  const setAside = file.superseded.filter((one) => one.name === name).map((one) => one.fact as Fact<Forms[N]>);
  return [...setAside, ...factsOf(file, name)].sort((a, b) => a.seq - b.seq);
}

/** The last fact of this name that stands. */
export function fact<N extends DecisionName>(file: CaseFile, name: N): Fact<Forms[N]> | undefined {
  return factsOf(file, name).at(-1);
}

/** The day, London, on which people were told of a decision: that of its being put on the record. */
export const toldOn = ({ recordedAt }: Fact<unknown>): IsoDate => londonDate(recordedAt);

/** Puts a decision on the file. */
export function withFact<N extends DecisionName>(file: CaseFile, name: N, added: Fact<Forms[N]>): CaseFile {
  return { ...file, facts: { ...file.facts, [name]: [...factsOf(file, name), added] } };
}

/**
 * Sets these decisions aside: they stay on the record with the number of what set them aside, and no longer stand.
 */
export function supersede(file: CaseFile, names: readonly DecisionName[], by: number): CaseFile {
  const setAside = names.flatMap((name) =>
    factsOf(file, name).map((one) => ({ name, fact: one, by })),
  ) as CaseFile['superseded'];
  const facts = Object.fromEntries(
    Object.entries(file.facts).filter(([name]) => !names.some((other) => other === name)),
  );
  return { ...file, facts, superseded: [...file.superseded, ...setAside] };
}

/** When something was done and by whom: the last of the facts that it needed. */
export interface Completion {
  readonly on: Fact<unknown>['on'];
  readonly by: Fact<unknown>['by'];
  readonly role: Fact<unknown>['role'];
  readonly seq: number;
}

/** Done when all of these are: the completion is the latest of them, and nothing while one is missing. */
export function allOf(...parts: readonly (Completion | undefined)[]): Completion | undefined {
  let latest: Completion | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (latest === undefined || part.on > latest.on || (part.on === latest.on && part.seq > latest.seq)) latest = part;
  }
  return latest;
}

/** Done when the condition holds and the facts that it rests on are there. */
export const whenTrue = (holds: boolean, ...parts: readonly (Completion | undefined)[]) =>
  holds ? allOf(...parts) : undefined;
