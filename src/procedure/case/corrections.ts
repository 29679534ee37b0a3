import * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact, PassedLimit } from './case-file';
import {
  contradicted,
  limitsNewlyPassed,
  newlyPassedByOthers,
  wouldBeRefused,
  type Corrected,
  type Find,
  type NamedFact,
} from './correction-checks';
import { correctionTellings, factCorrected } from './correction-tellings';
import { parseIsoDate } from '../time/dates';
import { define, type Definition, type Taking } from '../decision';
import { factsOf, supersede } from './facts';
import { code, count, fieldProblems, readForm, words, yesNo } from '../forms';
import { confirmedField } from '../notification/notification-people';
import { againstGrounds } from '../notification/notification-rules';
import { openingCorrectionRefused } from './opening-correction';
import { openingSeq, withOpeningCorrected } from './opening-entry';
import { plannedDates } from '../dates/plan';
import { partsOf, refusal, refusedField, type FieldProblem, type Refusal } from '../refusals';
import { says, type Sentence } from '../sentence';
import type { NoticeKind } from '../reminders/notice';
import { businessUnit } from '../roles';
import { datesOutside, spanClockOf } from '../spans';
import { isStep } from '../step-ids';
import type { Instant, IsoDate } from '../time/time';
import { valueAt, withValueAt } from '../time/value-at';

/* Always open: correct a recorded fact; the old value stays on the record. */

const correctFactForm = z.strictObject({
  entry: count('The entry of the record', 'Its number'),
  field: code(
    'The field',
    '"on" for its day, or a field of its form such as views.health; of entry 1, the notification, such as receivedOn or children.0.name',
  ),
  value: z.optional(z.unknown()).register(z.globalRegistry, { title: 'The right value' }),
  reason: words('The reason'),
  yearsAreRight: z.optional(
    yesNo('The year is right', 'Send true for a day that lies so far back that the year is asked about'),
  ),
  confirmed: confirmedField(),
});

declare module './case-file' {
  interface Forms {
    correctFact: z.infer<typeof correctFactForm>;
  }
}

/** The standing fact with this number in the record. */
export function factBySeq(file: CaseFile, seq: number): NamedFact | undefined {
  for (const [name, facts] of Object.entries(file.facts)) {
    const found = (facts as readonly Fact<unknown>[]).find((one) => one.seq === seq);
    if (found !== undefined) return { name: name as DecisionName, fact: found };
  }
  return undefined;
}

type Form = z.infer<typeof correctFactForm>;

const notWhole = (fields: readonly FieldProblem[]): Refusal => ({
  ...refusal('invalid', 'With that value the entry would not be whole.'),
  fields,
});

const atValue = (code: Refusal['code'], said: string | Sentence): Refusal =>
  refusedField(code, { field: 'value', said });

/**
 * Refuses a value that cannot be the day of an entry: it is no real date, lies in the future, or is before the
 * notification was received. Undefined if it can.
 */
function againstDay(file: CaseFile, value: unknown, today: IsoDate): Refusal | undefined {
  const on = typeof value === 'string' ? parseIsoDate(value) : undefined;
  if (on === undefined) return refusal('invalid', 'The right day must be a real date, year-month-day.');
  if (on > today) return atValue('in-the-future', 'The right day cannot be in the future.');
  if (on < file.notification.receivedOn) {
    return atValue('against-the-record', 'That is before the notification was received.');
  }
  return undefined;
}

/**
 * Refuses a value that cannot stand in a field of a form: the field is what was decided, the form does not allow the
 * value, or a date is outside its span. Undefined if it can.
 */
function againstForm(
  file: CaseFile,
  found: NamedFact,
  { field, value, now, find }: Pick<Form, 'field' | 'value'> & { readonly now: Instant; readonly find: Find },
) {
  const { decides, form } = find(found.name);
  if (decides?.includes(field) === true) {
    return refusal(
      'against-the-record',
      `"${field}" is what was decided, and cannot be corrected. Take the decision again instead.`,
    );
  }
  const checked = readForm(form, withValueAt(found.fact.form, field.split('.'), value));
  if (!checked.success) return notWhole(fieldProblems(checked.error));
  const outside = datesOutside(form, checked.data, spanClockOf(file, now));
  // A date that an earlier release took stays as it is while another field is corrected.
  const ofField = outside.filter((one) => one.field === field || one.field.startsWith(`${field}.`));
  return ofField.length > 0 ? notWhole(ofField) : undefined;
}

/** The number that a correction has once it is on the record. */
const nextSeq = (file: CaseFile): number => file.seq + 1;

interface Correcting {
  readonly find: Find;
  /** The number of the correction in the record. */
  readonly seq: number;
}

/** The fact as its correction makes it, with its old value. It is read by its decision's own form, as where it was taken. */
function rightOf(
  { name, fact }: NamedFact,
  { field, value }: Pick<Form, 'field' | 'value'>,
  { find, seq }: Correcting,
): Fact<unknown> {
  const was = field === 'on' ? fact.on : valueAt(fact.form, field.split('.'));
  const right = { ...fact, corrections: [...(fact.corrections ?? []), { seq, field, was }] };
  // Checked in cannotCorrect: what has been accepted is a real day.
  if (field === 'on') return { ...right, on: value as IsoDate };
  const form = withValueAt(fact.form, field.split('.'), value);
  const read = readForm(find(name).form, form);
  return { ...right, form: read.success ? read.data : form };
}

function cannotCorrect(
  file: CaseFile,
  form: Form,
  { today, now, find }: Pick<Taking, 'today' | 'now'> & { readonly find: Find },
): Refusal | undefined {
  const { entry, field, value } = form;
  if (entry === openingSeq) {
    const why = openingCorrectionRefused(file, form, now);
    if (why !== undefined) return why;
    const after = withOpeningCorrected(file, { seq: nextSeq(file), field, value });
    return contradicted({ before: file, after, entry }, find);
  }
  const found = factBySeq(file, entry);
  if (found === undefined) {
    return refusal(
      'invalid',
      `Entry ${entry} is no decision that stands on this case's record; its events list those that do.`,
    );
  }
  const why = field === 'on' ? againstDay(file, value, today) : againstForm(file, found, { field, value, now, find });
  if (why !== undefined) return why;
  const right = rightOf(found, form, { find, seq: nextSeq(file) });
  const after = followed(file, found, { right, find });
  return (
    wouldBeRefused(file, { found, right, find }) ??
    againstNotification(file, after) ??
    contradicted({ before: file, after, entry, name: found.name }, find)
  );
}

/** Refuses a correction of an added child after which the notification contradicts itself. */
function againstNotification(before: CaseFile, after: CaseFile): Refusal | undefined {
  const known = againstGrounds(before.notification);
  const wrong = againstGrounds(after.notification).find(
    (one) => !known.some(({ sentence }) => sentence === one.sentence),
  );
  return wrong && atValue('against-the-record', says`${partsOf(wrong)}.`);
}

const withRight = (file: CaseFile, { name }: NamedFact, right: Fact<unknown>): CaseFile => ({
  ...file,
  // The form was checked by its decision's own form, so the facts keep their type.
  facts: { ...file.facts, [name]: factsOf(file, name).map((one) => (one.seq === right.seq ? right : one)) },
});

/** The record with the right fact, and with what the decision of the fact makes of the case. */
function followed(file: CaseFile, found: NamedFact, { right, find }: Pick<Corrected, 'right' | 'find'>): CaseFile {
  const after = withRight(file, found, right);
  return find(found.name).corrected?.(after, right) ?? after;
}

function corrected(file: CaseFile, taken: Fact<z.infer<typeof correctFactForm>>, find: Find): CaseFile {
  const { entry, field, value } = taken.form;
  if (entry === openingSeq) {
    const right = withOpeningCorrected(file, { seq: taken.seq, field, value });
    // Another authority was told, and the right one has still to be.
    const after = field === 'homeAuthority' ? supersede(right, ['tellHomeAuthority'], taken.seq) : right;
    return { ...countedAnew(file, after), course: file.course + 1 };
  }
  const found = factBySeq(file, entry);
  if (found === undefined) return file;
  const right = rightOf(found, taken.form, { find, seq: taken.seq });
  // The reason for passing a limit stands with the date that passes it.
  const passes = taken.passes !== undefined && limitsNewlyPassed(file, { found, right, find }).length > 0;
  const noted = passes ? { ...right, passes: taken.passes } : right;
  return { ...countedAnew(file, followed(file, found, { right: noted, find })), course: file.course + 1 };
}

/** The limits that the record passes with a correction and did not pass before it. */
function limitsOf(
  file: CaseFile,
  form: Form,
  { today, find }: { readonly today: IsoDate; readonly find: Find },
): readonly PassedLimit[] {
  if (form.entry === openingSeq) {
    const after = withOpeningCorrected(file, { seq: nextSeq(file), field: form.field, value: form.value });
    return newlyPassedByOthers({ before: file, after, entry: openingSeq }, { today, find });
  }
  const found = factBySeq(file, form.entry);
  if (found === undefined) return [];
  const right = rightOf(found, form, { find, seq: nextSeq(file) });
  const after = followed(file, found, { right, find });
  return [
    ...limitsNewlyPassed(file, { found, right, find }),
    ...newlyPassedByOthers({ before: file, after, entry: form.entry }, { today, find }),
  ];
}

/**
 * Dates already met do not move, but for those that were counted from what has been corrected: their day was never
 * right, and is worked out again.
 */
function countedAnew(before: CaseFile, after: CaseFile): CaseFile {
  const open = (file: CaseFile): CaseFile => ({ ...file, met: {} });
  const stays = Object.entries(after.met).filter(
    ([step]) => !isStep(step) || plannedDates(open(before), step).due === plannedDates(open(after), step).due,
  );
  return { ...after, met: Object.fromEntries(stays) };
}

/** Made with the catalogue's own look-up, because a correction is checked by the form of what it corrects. */
export const correctFactBy = (find: Find): Definition<'correctFact'> =>
  define<'correctFact', NoticeKind>({
    name: 'correctFact',
    title: 'Correct a recorded fact',
    past: 'corrected a recorded fact',
    confirmation: 'Recorded fact corrected',
    source: 'always open: the old value stays on the record',
    roles: [...businessUnit, 'scrutineer'],
    form: correctFactForm,
    decides: ['entry', 'field', 'value', 'confirmed'],
    notOpen: () => undefined,
    refuse: (file, form, taking) => cannotCorrect(file, form, { ...taking, find }),
    limits: (file, form, { today }) => limitsOf(file, form, { today, find }),
    effect: (file, taken) => corrected(file, taken, find),
    // A correction also tells people again what other decisions told, so that its emails are of any kind.
    notices: [factCorrected],
    tells: (file, taken, before) => correctionTellings(file, before, { ...taken.form, find }),
  });
