import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, PassedLimit } from './case-file';
import { whyClosedThen } from '../closed-periods';
import { standingFacts, type FindTelling } from './correction-tellings';
import { londonDate } from '../time/dates';
import type { Taking } from '../decision';
import { whyOutOfOrder, type Ordered } from '../dates/order';
import { partsOf, refusal, type Refusal } from '../refusals';
import { part, says } from '../sentence';
import type { IsoDate } from '../time/time';
import { valueAt } from '../time/value-at';

/* The checks of a correction: by the rules of the decision that is corrected, and of those that came after. */

/** A fact of any name: what corrections need of it. */
export interface NamedFact {
  readonly name: DecisionName;
  readonly fact: Fact<unknown>;
}

/** The parts of a catalogue's entry by which a correction is checked. */
export type Find = (name: DecisionName) => {
  readonly title: string;
  readonly form: z.ZodMiniType;
  readonly decides?: readonly string[];
  readonly once?: boolean | ((form: unknown) => string);
  readonly needs?: (file: CaseFile) => Refusal | undefined;
  readonly refuse?: (file: CaseFile, form: unknown, taking: Taking) => Refusal | undefined;
  readonly limits?: (file: CaseFile, form: unknown, taking: Taking) => readonly PassedLimit[];
  readonly saysWhy?: string;
  readonly corrected?: (file: CaseFile, right: Fact<unknown>) => CaseFile;
} & Ordered &
  ReturnType<FindTelling>;

/** The fact as a correction makes it. */
export interface Corrected {
  readonly found: NamedFact;
  readonly right: Fact<unknown>;
  readonly find: Find;
}

/** A decision as it would be taken now with what its entry says. */
const takingOf = ({ by, role, on, recordedAt: now }: Fact<unknown>): Taking => ({
  by,
  role,
  on,
  now,
  today: londonDate(now),
  correcting: true,
});

/** Replaces each fact of a file by what `keep` returns for it; a fact is left out where that is undefined. */
const eachFact = (file: CaseFile, keep: (one: Fact<unknown>) => Fact<unknown> | undefined): CaseFile => ({
  ...file,
  facts: Object.fromEntries(
    Object.entries(file.facts).map(([name, facts]) => [
      name,
      (facts as readonly Fact<unknown>[]).flatMap((one) => keep(one) ?? []),
    ]),
  ),
});

/** The file without a fact. */
const without = (file: CaseFile, { fact }: NamedFact): CaseFile =>
  eachFact(file, (one) => (one.seq === fact.seq ? undefined : one));

/** Returns the record as it is, and as it was when an entry was added. A correction keeps the order of both. */
const views = (file: CaseFile, of: NamedFact): readonly CaseFile[] => [
  without(file, of),
  eachFact(file, (one) => (one.seq < of.fact.seq ? one : undefined)),
];

function against(file: CaseFile, { name, fact }: NamedFact, find: Find): Refusal | undefined {
  const { needs, refuse } = find(name);
  const titleOf = (one: DecisionName) => find(one).title;
  const needed = needs?.(file);
  // An entry that is only missing can still be put on the record.
  if (needed?.code === 'against-the-record') return needed;
  const why =
    whyClosedThen(file, fact) ??
    whyOutOfOrder(file, find(name), { on: fact.on, titleOf }) ??
    refuse?.(file, fact.form, takingOf(fact));
  return why && ofAnEntry(why);
}

/** Leaves out that a refusal is about the day: that is the day of the entry, not of its correction. */
function ofAnEntry({ field: _ofEntry, ...why }: Refusal): Refusal {
  return why;
}

/**
 * Refuses a correction if the entry, as corrected, would have been refused itself. What was recorded since is no fault
 * of the correction: an entry that would be refused without the correction too can be corrected.
 */
export function wouldBeRefused(file: CaseFile, { found, right, find }: Corrected): Refusal | undefined {
  const { name } = found;
  const { title, once } = find(name);
  if (typeof once === 'function') {
    const others = without(file, found).facts[name] as readonly Fact<unknown>[];
    if (others.some((one) => once(one.form) === once(right.form))) {
      return refusal('already-decided', says`${title}${part.code(once(right.form))}: that is on the record already.`);
    }
  }
  for (const view of views(file, found)) {
    const why = against(view, found, find) === undefined ? against(view, { name, fact: right }, find) : undefined;
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The decisions that are put right after another one that they repeat: requests after their terms of reference. */
const putRightAfter: Readonly<Partial<Record<DecisionName, readonly DecisionName[]>>> = {
  askChronologies: ['recordDetermination', 'decideReviewAgain'],
};

/** Decisions that are held against the whole record, or are answers to what an entry said when they were given. */
const looksAtAll: readonly DecisionName[] = ['correctFact', 'setEntryAside', 'confirmEntry'];

/** A record before and after a correction of the entry with this number and, where it is a decision, of this name. */
export interface BeforeAndAfter {
  readonly before: CaseFile;
  readonly after: CaseFile;
  readonly entry: number;
  readonly name?: DecisionName;
}

/** The first other decision that could not have been taken, had the corrected entry said so; the sentence names both. */
export function contradicted(
  { before, after, entry, name: corrected }: BeforeAndAfter,
  find: Find,
): Refusal | undefined {
  const others = standingFacts(before).filter(
    ({ name, fact }) =>
      fact.seq !== entry &&
      // A correction is held against the whole record, and would ask all of this again.
      !looksAtAll.includes(name) &&
      (corrected === undefined || putRightAfter[name]?.includes(corrected) !== true),
  );
  for (const other of others) {
    const said = views(before, other).map((view) => against(view, other, find));
    const why = views(after, other)
      .map((view, at) => (said[at] === undefined ? against(view, other, find) : undefined))
      .find((one) => one !== undefined);
    if (why !== undefined) return notWithOther(other, { why, title: find(other.name).title });
  }
  return undefined;
}

const notWithOther = (
  { fact }: NamedFact,
  { why, title }: { readonly why: Refusal; readonly title: string },
): Refusal => ({
  ...refusal(
    'against-the-record',
    says`Entry ${fact.seq}, "${title}" of ${part.day(fact.on)}, would contradict it: ${partsOf(why)} Correct entry ${fact.seq} first${part.by('correctFact')}, or set it aside${part.by('setEntryAside')}.`,
  ),
  entry: fact.seq,
});

const same = (one: PassedLimit) => (other: PassedLimit) => one.id === other.id && one.by.count === other.by.count;

/** The limits that a corrected entry passes, and did not pass before it was corrected. A field of it is the value. */
export function limitsNewlyPassed(file: CaseFile, { found, right, find }: Corrected): readonly PassedLimit[] {
  const { limits, saysWhy } = find(found.name);
  // Its own form gives the reason already.
  if (limits === undefined || saysWhy !== undefined) return [];
  const others = without(file, found);
  const before = limits(others, found.fact.form, takingOf(found.fact));
  return limits(others, right.form, takingOf(right))
    .filter((one) => !before.some(same(one)))
    .map((one) => ({ ...one, field: 'value' }));
}

/** Names a date of the case by its decision, and by the deadline, the step or the hold where it is the date of one. */
const dateOf = ({ name, fact: { form } }: NamedFact): string =>
  [name, ...['deadline', 'step', 'hold'].map((field) => String(valueAt(form, [field])))].join('/');

/** The limits that dates to come of other entries pass, now that what they count from is corrected. */
export function newlyPassedByOthers(
  { before, after, entry }: BeforeAndAfter,
  { today, find }: { readonly today: IsoDate; readonly find: Find },
): readonly PassedLimit[] {
  return (
    standingFacts(before)
      .filter(({ name, fact }) => fact.seq !== entry && !looksAtAll.includes(name))
      // A later arrangement or notice has taken the place of an earlier one.
      .filter((one, at, all) => all.findLastIndex((other) => dateOf(other) === dateOf(one)) === at)
      .flatMap((other): readonly PassedLimit[] => {
        const { limits, title } = find(other.name);
        if (limits === undefined) return [];
        const { fact } = other;
        const passed = (file: CaseFile) => limits(without(file, other), fact.form, takingOf(fact));
        const is = passed(after).filter(({ field }) => String(valueAt(fact.form, [field])) >= today);
        const was = is.length === 0 ? [] : passed(before);
        return is
          .filter((one) => !was.some(same(one)))
          .map((one) => ({ ...one, field: 'value', sentence: `Entry ${fact.seq}, "${title}": ${one.sentence}` }));
      })
  );
}
