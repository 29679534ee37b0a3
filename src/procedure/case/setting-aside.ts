import * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, Superseded } from './case-file';
import { factBySeq } from './corrections';
import { factCorrected, retractionTellings, type FindTelling } from './correction-tellings';
import { londonDate } from '../time/dates';
import { define, type Definition, type Taking } from '../decision';
import { factsOf } from './facts';
import { count, words } from '../forms';
import { openingSeq } from './opening-entry';
import { refusal, type Refusal } from '../refusals';
import { part, says, type Sentence } from '../sentence';
import { businessUnit } from '../roles';
import type { StepId } from '../step-ids';
import { isSettled, steps } from '../dates/steps';

/* Always open: set an entry aside that was recorded in error. It stays on the record with what set it aside. */

const setEntryAsideForm = z.strictObject({
  entry: count('The entry recorded in error', 'Its number on the record'),
  reason: words('The reason'),
});

declare module './case-file' {
  interface Forms {
    setEntryAside: z.infer<typeof setEntryAsideForm>;
  }
}

/** The parts of a catalogue's entry that say what rests on a decision, and who was told of it. */
type Find = (name: DecisionName) => {
  readonly title: string;
  readonly step?: StepId;
  readonly after?: readonly StepId[];
  readonly follows?: readonly DecisionName[];
  readonly needs?: (file: CaseFile) => Refusal | undefined;
  readonly refuse?: (file: CaseFile, form: unknown, taking: Taking) => Refusal | undefined;
  readonly effect?: unknown;
} & ReturnType<FindTelling>;

interface Named {
  readonly name: DecisionName;
  readonly fact: Fact<unknown>;
}

/** People’s calendars hold a meeting, and are told of a change. */
const changeMeeting = says`Move or cancel the meeting instead${part.byEither('moveMeeting', 'cancelMeeting')}.`;

/** Another decision that puts right what this one recorded in error, and does more than set it aside. */
const otherwise: Readonly<Partial<Record<DecisionName, string | Sentence>>> = {
  correctFact: says`Correct the entry that it corrected once more instead${part.by('correctFact')}.`,
  setEntryAside: 'Record again what was set aside instead.',
  addFamilyMember: says`Remove the family member instead${part.by('removeFamilyMember')}.`,
  addChild: says`Remove the child instead${part.by('removeChild')}.`,
  arrangeMeeting: changeMeeting,
  moveMeeting: changeMeeting,
  cancelMeeting: says`Arrange the meeting again instead${part.by('arrangeMeeting')}.`,
  inviteToMeeting: changeMeeting,
  confirmEntry: 'Whoever gave the answer answers again instead.',
  shutOut: says`Restore the person's access instead${part.by('letBackIn')}.`,
  letBackIn: says`Restrict the person's access again instead${part.by('shutOut')}.`,
  replacePerson: says`Replace the person again instead${part.by('replacePerson')}.`,
};

const without = (file: CaseFile, { name, fact }: Named): CaseFile => ({
  ...file,
  facts: { ...file.facts, [name]: factsOf(file, name).filter(({ seq }) => seq !== fact.seq) },
});

const standing = (file: CaseFile): readonly Named[] =>
  Object.entries(file.facts)
    // The keys of the facts are names of decisions.
    .flatMap(([name, facts]) =>
      (facts as readonly Fact<unknown>[]).map((fact) => ({ name: name as DecisionName, fact })),
    )
    .sort((a, b) => a.fact.seq - b.fact.seq);

/** True if a decision that stands could not have been taken on this file. */
function against(file: CaseFile, one: Named, find: Find): boolean {
  const { by, role, on, recordedAt: now, form } = one.fact;
  const { follows = [], needs, refuse } = find(one.name);
  const others = without(file, one);
  return (
    follows.some((name) => factsOf(others, name).length === 0) ||
    needs?.(others) !== undefined ||
    refuse?.(others, form, { by, role, on, now, today: londonDate(now) }) !== undefined
  );
}

/** The first decision that rests on this one: without it, it could not have been taken. */
const restsOn = (file: CaseFile, aside: Named, find: Find): Named | undefined => {
  const after = without(file, aside);
  return (
    standing(after)
      // An answer to the entry goes with it.
      .filter(({ name, fact }) => fact.seq > aside.fact.seq && name !== 'confirmEntry')
      .find((one) => {
        const { step, after: own } = find(one.name);
        const before = own ?? (step === undefined ? [] : steps[step].after);
        const reopened = before.some((id) => isSettled(file, id) && !isSettled(after, id));
        return reopened || (!against(file, one, find) && against(after, one, find));
      })
  );
};

function cannotSetAside(file: CaseFile, entry: number, find: Find): Refusal | undefined {
  if (entry === openingSeq) {
    return refusal(
      'against-the-record',
      says`Entry 1 is the notification: correct it${part.by('correctFact')}, or withdraw the case that was opened in error${part.by('withdrawCase')}.`,
    );
  }
  const found = factBySeq(file, entry);
  if (found === undefined) {
    return refusal('invalid', `Entry ${entry} is no decision that stands on this case's record.`);
  }
  const { title, effect } = find(found.name);
  const instead = otherwise[found.name];
  if (instead !== undefined || effect !== undefined) {
    return refusal(
      'against-the-record',
      says`"${title}" has changed the case, and is not undone by being set aside. ${instead ?? 'Take a decision that changes it again instead.'}`,
    );
  }
  const resting = restsOn(file, found, find);
  return resting === undefined
    ? undefined
    : refusal(
        'against-the-record',
        says`Entry ${resting.fact.seq}, "${find(resting.name).title}" of ${part.day(resting.fact.on)}, rests on it. Set that aside first${part.by('setEntryAside', { entry: resting.fact.seq })}.`,
      );
}

/** Made with the catalogue's own look-up, because what rests on an entry is found by the rules of what came after it. */
export const setEntryAsideBy = (find: Find): Definition<'setEntryAside'> =>
  define({
    name: 'setEntryAside',
    title: 'Set an entry aside that was recorded in error',
    past: 'set an entry aside that was recorded in error',
    source: 'always open: what was recorded in error is put right on the record',
    roles: [...businessUnit, 'scrutineer'],
    form: setEntryAsideForm,
    decides: ['entry'],
    notOpen: () => undefined,
    refuse: (file, form) => cannotSetAside(file, form.entry, find),
    effect: (file, taken) => {
      const found = factBySeq(file, taken.form.entry);
      if (found === undefined) return file;
      // The name and the fact are of one decision, as they stood on the file.
      const aside = { ...found, by: taken.seq } as Superseded;
      return { ...without(file, found), superseded: [...file.superseded, aside], course: file.course + 1 };
    },
    notices: [factCorrected],
    tells: (_file, taken, before) => retractionTellings(before, { entry: taken.form.entry, field: 'on', find }),
  });
