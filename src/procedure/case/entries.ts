import type * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact } from './case-file';
import { definitionOf } from '../catalogue';
import { factBySeq } from './corrections';
import { openingFact, openingForm, openingSeq } from './opening-entry';

/** An entry of the record that says something which a correction can put right. */
export interface Entry {
  /** The decision that it was; nothing for entry 1, the notification. */
  readonly name?: DecisionName;
  readonly title: string;
  readonly form: z.core.$ZodType;
  /** Fields that are taken again, never corrected. */
  readonly decides: readonly string[];
  readonly fact: Fact<unknown>;
  /** False where a later decision set it aside. */
  readonly stands: boolean;
}

const ofDecision = (name: DecisionName, fact: Fact<unknown>, stands: boolean): Entry => {
  const { title, form, decides = [] } = definitionOf(name);
  return { name, title, form, decides, fact, stands };
};

/** The notification as the first entry of every record. */
const openingEntry = (file: CaseFile): Entry => ({
  title: 'The notification',
  form: openingForm(file),
  decides: [],
  fact: openingFact(file),
  stands: true,
});

/** The entry with this number: the notification, or a decision, set aside or not; nothing for any other entry. */
export function entryBySeq(file: CaseFile, seq: number): Entry | undefined {
  if (seq === openingSeq) return openingEntry(file);
  const found = factBySeq(file, seq);
  if (found !== undefined) return ofDecision(found.name, found.fact, true);
  const setAside = file.superseded.find(({ fact }) => fact.seq === seq);
  return setAside && ofDecision(setAside.name, setAside.fact, false);
}

/** Every entry that a correction can put right, the newest first; the notification is the last. */
export const correctableEntries = (file: CaseFile): readonly Entry[] => [
  ...Object.entries(file.facts)
    .filter(([name]) => name !== 'correctFact')
    .flatMap(([name, facts]) =>
      // The keys of the facts are names of decisions.
      (facts as readonly Fact<unknown>[]).map((fact) => ofDecision(name as DecisionName, fact, true)),
    )
    .sort((a, b) => b.fact.seq - a.fact.seq),
  openingEntry(file),
];
