import type { CaseFile } from '../case/case-file';
import { agreementOf, entriesForOthers, whoDecided, type EntryForAnother } from '../case/recorded-for';
import { defineNotice, tell, type StillTrue, type Telling } from '../reminders/notice';
import { textValue } from '../reminders/notice-values';
import { firstFound, unlessWithdrawn } from '../reminders/true-until';
import type { Notice } from '../case/record';

/* Emails about what the Business Unit recorded on behalf of somebody else. */

declare module '../reminders/notice' {
  interface Notices {
    'recorded-for-you': typeof recordedForYou;
    'objection-made': typeof objectionMade;
  }
}

const entryOf = (file: CaseFile, { values }: Notice): EntryForAnother | undefined =>
  entriesForOthers(file).find(({ fact }) => String(fact.seq) === values['entry']);

const ofTheSameEntry = (notice: Notice, earlier: Notice): boolean =>
  earlier.kind === notice.kind && earlier.values['entry'] === notice.values['entry'];

const untilAnswered: StillTrue = (notice, file) => {
  const entry = entryOf(file, notice);
  if (entry === undefined) return 'The entry no longer holds: it was decided again or set aside.';
  return entry.confirmation.state === 'not-yet-confirmed' ? undefined : 'It has been answered.';
};

const whileObjected: StillTrue = (notice, file) =>
  entryOf(file, notice)?.confirmation.state === 'objected'
    ? undefined
    : 'The objection is resolved: the entry was corrected, decided again or agreed to.';

export const recordedForYou = defineNotice({
  kind: 'recorded-for-you',
  title: 'A decision was recorded on behalf of somebody',
  asks: 'the answer to what was recorded',
  forms: ['confirmEntry'],
  ofCase: true,
  always: { entry: textValue('14'), decision: textValue('Record the determination') },
  stillTrue: firstFound(unlessWithdrawn, untilAnswered),
  replaces: ofTheSameEntry,
});

export const objectionMade = defineNotice({
  kind: 'objection-made',
  title: 'Somebody objects to what was recorded on their behalf',
  asks: 'the objection to be resolved',
  ofCase: true,
  always: { entry: textValue('14'), decision: textValue('Record the determination') },
  stillTrue: firstFound(unlessWithdrawn, whileObjected),
  replaces: ofTheSameEntry,
});

/** The title of a decision, from the catalogue, which has this file's decision in it too. */
type TitleOf = (name: EntryForAnother['name']) => string;

/**
 * Asks whoever decided it about each entry that now awaits their answer and did not before: it was recorded on their
 * behalf, or corrected after they had answered.
 */
export function askedToConfirm(before: CaseFile, after: CaseFile, titleOf: TitleOf): readonly Telling[] {
  const awaits = ({ confirmation }: Pick<EntryForAnother, 'confirmation'>) =>
    confirmation.state === 'not-yet-confirmed';
  const known = entriesForOthers(before).filter(awaits);
  return entriesForOthers(after)
    .filter((one) => awaits(one) && !known.some(({ fact }) => fact.seq === one.fact.seq))
    .map(({ name, fact, recordedFor }) =>
      tell(recordedForYou, {
        to: [whoDecided(after, recordedFor)],
        about: String(fact.seq),
        values: { entry: String(fact.seq), decision: titleOf(name) },
      }),
    );
}

/** Tells the Business Manager and whoever recorded it of each objection that was not there before. */
export function toldOfObjections(before: CaseFile, after: CaseFile, titleOf: TitleOf): readonly Telling[] {
  return entriesForOthers(after)
    .filter(({ fact, confirmation }) => {
      return confirmation.state === 'objected' && agreementOf(before, fact).answer?.seq !== confirmation.answer?.seq;
    })
    .map(({ name, fact }) =>
      tell(objectionMade, {
        to: ['business-manager', { person: fact.by, as: fact.role }],
        about: String(fact.seq),
        values: { entry: String(fact.seq), decision: titleOf(name) },
      }),
    );
}
