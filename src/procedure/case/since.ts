import type { CaseFile, DecisionName, Fact } from './case-file';
import { definitionOf } from '../catalogue';
import { factBySeq } from './corrections';
import { currentDue } from '../dates/deadlines';
import { factsOf } from './facts';
import { canonical } from './fingerprint';
import { refusal, type Refusal } from '../refusals';

/* Decisions that were taken in a case since somebody read it. Nobody may replace an entry that they have not seen. */

/** A field of an entry with the value that the entry replaced; `was` is null where there was none. */
export interface Replaced {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

interface Entry {
  readonly name: DecisionName;
  readonly fact: Fact<unknown>;
}

/** The number of the last entry that is a decision, or the notification. */
export const lastDecided = (file: CaseFile): number =>
  Object.values(file.taken).reduce((last, { seq }) => Math.max(last, seq), 1);

/**
 * Says why a decision made from entry `madeFrom` is not taken: decisions were taken since, or there is no such entry.
 * Reminders and what the case notes by itself count for nothing.
 */
export function whyDecidedSince(file: CaseFile, madeFrom: number | undefined): Refusal | undefined {
  if (madeFrom === undefined) return undefined;
  const last = lastDecided(file);
  if (madeFrom >= last && madeFrom <= file.seq) return undefined;
  return refusal(
    'changed-since',
    madeFrom > file.seq
      ? `The case has ${file.seq} entries, and none numbered ${madeFrom}. Read the case again.`
      : `The case has changed since entry ${madeFrom}: its last decision is entry ${last}. Read what changed, and send it again made from entry ${file.seq}.`,
  );
}

/** The fields by which two forms of one decision are about the same thing. */
const subjects = ['deadline', 'action', 'hold', 'process', 'agency', 'partner', 'familyMember', 'role', 'person'];

function isAboutTheSame(name: DecisionName, one: unknown, other: unknown): boolean {
  const { once } = definitionOf(name);
  if (typeof once === 'function') return once(one) === once(other);
  const [a, b] = [fieldsOf(one), fieldsOf(other)];
  return subjects.every((field) => canonical(a[field] ?? null) === canonical(b[field] ?? null));
}

const fieldsOf = (form: unknown): Readonly<Record<string, unknown>> =>
  typeof form === 'object' && form !== null ? (form as Readonly<Record<string, unknown>>) : {};

function entryOf(file: CaseFile, seq: number): Entry | undefined {
  return factBySeq(file, seq) ?? file.superseded.find(({ fact }) => fact.seq === seq);
}

/** The date by which it was due before an extension of this number. */
function dueBefore(file: CaseFile, deadline: string, seq: number) {
  const extendDeadline = factsOf(file, 'extendDeadline').filter((one) => one.seq < seq);
  return currentDue({ ...file, facts: { ...file.facts, extendDeadline } }, deadline) ?? null;
}

/**
 * Lists what a decision on the record replaced, field by field. If it replaced nothing, lists everything that it says.
 */
export function replacedBy(file: CaseFile, seq: number): readonly Replaced[] {
  const entry = entryOf(file, seq);
  if (entry === undefined) return [];
  const { name, fact } = entry;
  const is = fieldsOf(fact.form);
  if (name === 'extendDeadline') {
    return [{ field: 'to', was: dueBefore(file, String(is['deadline']), seq), is: is['to'] }];
  }
  if (name === 'correctFact') return [{ field: String(is['field']), was: wasBefore(file, seq), is: is['value'] }];
  const was = fieldsOf(earlier(file, entry)?.form);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, was: was[field] ?? null, is: is[field] ?? null }))
    .filter((one) => canonical(one.was) !== canonical(one.is));
}

/** The decision of the same name about the same thing that came before. */
function earlier(file: CaseFile, { name, fact }: Entry): Fact<unknown> | undefined {
  const standing: readonly Fact<unknown>[] = factsOf(file, name);
  const setAside: readonly Fact<unknown>[] = file.superseded
    .filter((one) => one.name === name)
    .map((one): Fact<unknown> => one.fact);
  return [...setAside, ...standing]
    .filter((one) => one.seq < fact.seq && isAboutTheSame(name, one.form, fact.form))
    .reduce<Fact<unknown> | undefined>(
      (last, one) => (last === undefined || one.seq > last.seq ? one : last),
      undefined,
    );
}

/** Returns what the corrected field said before the correction of this number. */
function wasBefore(file: CaseFile, seq: number): unknown {
  const all: readonly Fact<unknown>[] = [
    ...Object.values(file.facts).flatMap((facts): readonly Fact<unknown>[] => facts),
    ...file.superseded.map(({ fact }): Fact<unknown> => fact),
  ];
  return all.flatMap(({ corrections = [] }) => corrections).find((one) => one.seq === seq)?.was ?? null;
}
