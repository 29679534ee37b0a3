import type { CaseFile, DecisionName, Forms } from '../procedure/case/case-file';
import { definitionOf } from '../procedure/catalogue';
import { entryBySeq } from '../procedure/case/entries';
import { londonDate, parseIsoDate } from '../procedure/time/dates';
import type { Call } from '../procedure/decision';
import { fieldProblems, readForm } from '../procedure/forms';
import { onBehalfField, onBehalfForm, readOnBehalf } from '../procedure/case/on-behalf';
import { reasonField, reasonForPassing } from '../procedure/case/passing';
import { partsOf, saidOf, type FieldProblem, type Refusal } from '../procedure/refusals';
import { spanClockOf } from '../procedure/spans';
import { roleOfCall } from '../procedure/may-take';
import { whyNotOfDay } from '../procedure/take';
import type { Instant, IsoDate } from '../procedure/time/time';
import type { ProfilePerson } from '../profile/load';
import type { CaseContent } from '../records/content';
import type { KeptWords } from '../records/free-text';
import { birthProblems } from './births';
import { doubtsRefused } from './doubts';
import { parseForm, wrongFields } from './forms';
import { schemaOfEntry, separateWords, wordsIdFor, type IdOf, type Separated } from './free-text';

/** A decision as somebody sends it, unchecked. */
export interface SentDecision {
  readonly name: DecisionName;
  /** The day on which it was taken, `2026-12-07`; today if left out. */
  readonly on?: unknown;
  readonly form: unknown;
  /** The reason for deciding although a limit is passed; left out if no limit is passed. */
  readonly reasonForPassing?: unknown;
  /** On whose behalf it is recorded, and where that was decided; left out where it is the sender's own. */
  readonly onBehalf?: unknown;
  readonly actor: Pick<ProfilePerson, 'id'>;
  /** The last entry of the record that the sender had seen. If left out, later entries are not checked. */
  readonly madeFrom?: number | undefined;
}

/**
 * The sent decision with its idempotency key, the case's own clock, and the case's names if the decision needs them.
 */
export interface Preparing extends SentDecision {
  readonly key: string;
  readonly now: Instant;
  readonly content?: CaseContent | undefined;
}

/** A call that can go to the case, and the words to keep before it goes. */
export interface Prepared {
  readonly kind: 'prepared';
  readonly call: Call;
  readonly words: readonly KeptWords[];
  /** The form as it was read, with its words. */
  readonly form: unknown;
}

/**
 * The refusal of a decision before it goes to its case. `begun: false`: the form itself is wrong, whatever the case
 * says.
 */
export interface NotPrepared {
  readonly kind: 'refused';
  readonly refusal: Refusal;
  readonly begun: boolean;
}

/**
 * Reads what was sent for a case, and takes the words out of it. Keeps nothing and does not ask the case yet. `now` is
 * the case's own clock.
 */
export function prepare(
  file: CaseFile,
  { name, on: day, form: sent, reasonForPassing: why, actor, key, now, madeFrom, content, onBehalf }: Preparing,
): Prepared | NotPrepared {
  // Checks the role first, so that a person who may not take the decision learns nothing about its form. Skips this
  // check for a key that was taken already: that decision is answered again.
  const role = file.taken[key] === undefined ? roleOfCall(file, { name, by: actor.id, onBehalf }) : undefined;
  if (typeof role === 'object') return notPrepared(role, true);
  const read = parseForm(definitionOf(name).form, sent, spanClockOf(file, now));
  const { on, wrong: wrongDay } = readDay(day);
  const reason = readReason(why);
  const behalf = readOnBehalf(onBehalf);
  const wrong = [...wrongDay, ...reason.wrong, ...(behalf.kind === 'wrong' ? behalf.fields : [])];
  if (read.kind === 'refused' || wrong.length > 0) {
    const fields = read.kind === 'refused' ? (read.refusal.fields ?? []) : [];
    return notPrepared(wrongFields([...fields, ...wrong, ...againstTheDay(file, name, { on, now })]));
  }
  const ofBirth = birthProblems(file, { name, form: read.form, content });
  if (ofBirth.length > 0) return notPrepared(wrongFields(ofBirth));
  // A key that was taken already is answered again: its own decision is no doubt of it.
  const doubted = file.taken[key] === undefined ? doubtsRefused(file, { name, form: read.form, content }) : undefined;
  if (doubted !== undefined) return notPrepared(doubted);
  const separated = separate(file, { name, form: read.form, key, now });
  if ('code' in separated) return notPrepared(separated);
  const carried = reason.text === undefined ? undefined : separateReason(file, key, reason.text);
  const other = behalf.kind === 'read' ? separateOnBehalf(file, key, behalf.form) : undefined;
  const call: Call = {
    name,
    key,
    by: actor.id,
    form: separated.form,
    ...(on === undefined ? {} : { on }),
    ...(madeFrom === undefined ? {} : { madeFrom }),
    ...(carried === undefined ? {} : { reasonForPassing: carried.form }),
    ...(other === undefined ? {} : { onBehalf: other.form }),
  };
  const words = [...separated.words, ...(carried?.words ?? []), ...(other?.words ?? [])];
  return { kind: 'prepared', call, words, form: read.form };
}

/**
 * Checks the day itself against the rules, so that its problem is told along with those of the other fields. Returns an
 * empty list if no day was sent. `now` is the case's own clock.
 */
export function againstTheDay(
  file: CaseFile,
  name: DecisionName,
  { on, now }: { readonly on: IsoDate | undefined; readonly now: Instant },
): readonly FieldProblem[] {
  const why = on === undefined ? undefined : whyNotOfDay(file, name, { on, today: londonDate(now) });
  return why === undefined ? [] : [{ field: 'on', ...saidOf(partsOf(why)) }];
}

const notPrepared = (refusal: Refusal, begun = false): NotPrepared => ({ kind: 'refused', refusal, begun });

/** Reads the day, which stands beside the form's own fields. Its problem is listed beside theirs. */
function readDay(said: unknown): { readonly on?: IsoDate; readonly wrong: readonly FieldProblem[] } {
  if (said === undefined) return { wrong: [] };
  const on = typeof said === 'string' ? parseIsoDate(said) : undefined;
  if (on !== undefined) return { on, wrong: [] };
  const sentence = 'The day it was taken must be a real date, year-month-day, such as 2026-12-07';
  return { wrong: [{ field: 'on', sentence }] };
}

/** Reads the reason for passing a limit, which stands beside the form's own fields, as the day does. */
function readReason(said: unknown): { readonly text?: string; readonly wrong: readonly FieldProblem[] } {
  if (said === undefined) return { wrong: [] };
  const read = readForm(reasonForPassing(), said);
  return read.success
    ? { text: read.data, wrong: [] }
    : { wrong: fieldProblems(read.error).map((one) => ({ ...one, field: reasonField })) };
}

const separateReason = (file: CaseFile, key: string, text: string): Separated =>
  separateWords(reasonForPassing(), text, () => wordsIdFor(file.reference, key)(reasonField));

const separateOnBehalf = (file: CaseFile, key: string, form: unknown): Separated =>
  separateWords(onBehalfForm(), form, (path) => wordsIdFor(file.reference, key)(`${onBehalfField}.${path}`));

interface Parsed {
  readonly name: DecisionName;
  readonly form: unknown;
  readonly key: string;
  readonly now: Instant;
}

/** Takes the words out of a form, by its own schema. */
function separate(file: CaseFile, { name, form, key, now }: Parsed): Separated | Refusal {
  const idOf = wordsIdFor(file.reference, key);
  const separated = separateWords(definitionOf(name).form, form, idOf);
  if (name !== 'correctFact') return separated;
  // The cast is safe: the form was parsed by the schema of this decision, and separating words leaves every field in
  // place.
  const value = separateValue(file, form as Forms['correctFact'], { idOf, now });
  if ('code' in value) return value;
  const carried = separated.form as Forms['correctFact'];
  return { form: { ...carried, value: value.form }, words: [...separated.words, ...value.words] };
}

/** Reads the right value of a correction by what it corrects, and takes the words out of it. */
function separateValue(
  file: CaseFile,
  { entry, field, value }: Forms['correctFact'],
  { idOf, now }: { readonly idOf: IdOf; readonly now: Instant },
): Separated | Refusal {
  const wrong = (at: string, sentence: string) => wrongFields([{ field: at, sentence }]);
  const corrected = entryBySeq(file, entry);
  if (corrected === undefined) {
    return wrong(
      'entry',
      `Entry ${entry} is neither the notification nor a decision on this case's record; its events list those that are`,
    );
  }
  if (corrected.name === 'correctFact') {
    return wrong('entry', `Entry ${entry} is a correction itself; correct the entry that it corrected`);
  }
  if (field === 'on') {
    return typeof value === 'string' && parseIsoDate(value) !== undefined
      ? { form: value, words: [] }
      : wrong('value', 'The right day must be a real date, year-month-day, such as 2026-12-07');
  }
  const schema = schemaOfEntry(file, entry, field);
  if (schema === undefined) return wrong('field', `Entry ${entry} (${corrected.title}) has no field "${field}"`);
  const within = (path: string): string => (path === '' ? 'value' : `value.${path}`);
  const read = parseForm(schema, value, spanClockOf(file, now));
  if (read.kind === 'refused') {
    return wrongFields((read.refusal.fields ?? []).map((one) => ({ ...one, field: within(one.field) })));
  }
  return separateWords(schema, read.form, (path) => idOf(within(path)));
}
