import * as z from 'zod/mini';
import type { CaseFile, DecisionName, Fact } from './case-file';
import { londonDate, parseIsoDate } from './dates';
import { define, refusal, type Definition, type Taking } from './decision';
import { code, count, fieldProblems, words, yesNo } from './forms';
import { supersede } from './facts';
import { correctionTellings, type FindTelling } from './correction-tellings';
import { openingCorrectionRefused } from './opening-correction';
import { openingSeq, withOpeningCorrected } from './opening-entry';
import { plannedDates } from './plan';
import type { FieldProblem, Refusal } from './refusals';
import { businessUnit } from './roles';
import { datesOutside, spanClockOf } from './spans';
import { isStep } from './step-ids';

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
});

declare module './case-file' {
  interface Forms {
    correctFact: z.infer<typeof correctFactForm>;
  }
}

/** A fact of any name: what corrections need of it. */
interface Found {
  readonly name: DecisionName;
  readonly fact: Fact<unknown>;
}

/** The standing fact with this number in the record. */
export function factBySeq(file: CaseFile, seq: number): Found | undefined {
  for (const [name, facts] of Object.entries(file.facts)) {
    const found = (facts as readonly Fact<unknown>[]).find((one) => one.seq === seq);
    if (found !== undefined) return { name: name as DecisionName, fact: found };
  }
  return undefined;
}

/** The value at a dotted path of a form. */
export function valueAt(form: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : undefined,
    form,
  );
}

function withValueAt(form: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(form))
    return form.map((one: unknown, at) => (String(at) === key ? withValueAt(one, rest, value) : one));
  const inside = typeof form === 'object' && form !== null ? (form as Record<string, unknown>) : {};
  return { ...inside, [key]: withValueAt(inside[key], rest, value) };
}

/** What of a catalogue's entry a correction is checked by. */
type Find = (name: DecisionName) => {
  readonly title: string;
  readonly form: z.ZodMiniType;
  readonly decides?: readonly string[];
  readonly once?: boolean | ((form: unknown) => string);
  readonly refuse?: (file: CaseFile, form: unknown, taking: Taking) => Refusal | undefined;
  readonly corrected?: (file: CaseFile, right: Fact<unknown>) => CaseFile;
} & ReturnType<FindTelling>;

const without = (file: CaseFile, { name, fact }: Found): CaseFile => ({
  ...file,
  facts: {
    ...file.facts,
    [name]: (file.facts[name] as readonly Fact<unknown>[]).filter(({ seq }) => seq !== fact.seq),
  },
});

/** A correction may not bring in what the decision itself would have been refused for, had it said so. */
function wouldBeRefused(file: CaseFile, found: Found, right: unknown, find: Find): Refusal | undefined {
  const { title, once, refuse } = find(found.name);
  const { fact } = found;
  const others = without(file, found);
  if (typeof once === 'function') {
    const same = (others.facts[found.name] as readonly Fact<unknown>[]).some((one) => once(one.form) === once(right));
    if (same) return refusal('already-decided', `${title} (${once(right)}): that is on the record already.`);
  }
  const taking: Taking = {
    by: fact.by,
    role: fact.role,
    on: fact.on,
    now: fact.recordedAt,
    today: londonDate(fact.recordedAt),
  };
  // What the record has come to say since is no fault of the correction.
  return refuse?.(others, fact.form, taking) === undefined ? refuse?.(others, right, taking) : undefined;
}

function cannotCorrect(
  file: CaseFile,
  form: z.infer<typeof correctFactForm>,
  { today, now, find }: Pick<Taking, 'today' | 'now'> & { readonly find: Find },
): Refusal | undefined {
  if (form.entry === openingSeq) return openingCorrectionRefused(file, form, now);
  const found = factBySeq(file, form.entry);
  if (found === undefined) {
    return refusal(
      'invalid',
      `Entry ${form.entry} is no decision that stands on this case's record; its events list those that do.`,
    );
  }
  const definition = find(found.name);
  if (form.field === 'on') {
    const on = typeof form.value === 'string' ? parseIsoDate(form.value) : undefined;
    if (on === undefined) return refusal('invalid', 'The right day must be a real date, year-month-day.');
    if (on > today) {
      const sentence = 'The right day cannot be in the future.';
      return { ...refusal('in-the-future', sentence), fields: [{ field: 'value', sentence }] };
    }
    return on < file.notification.receivedOn
      ? refusal('against-the-record', 'That is before the notification was received.')
      : undefined;
  }
  if (definition.decides?.includes(form.field) === true) {
    return refusal(
      'against-the-record',
      `"${form.field}" is what was decided, and cannot be corrected. Take the decision again instead.`,
    );
  }
  const checked = z.safeParse(definition.form, withValueAt(found.fact.form, form.field.split('.'), form.value));
  const notWhole = (fields: readonly FieldProblem[]): Refusal => ({
    code: 'invalid',
    sentence: 'With that value the entry would not be whole.',
    fields,
  });
  if (!checked.success) return notWhole(fieldProblems(checked.error));
  const outside = datesOutside(definition.form, checked.data, spanClockOf(file, now));
  // A date that an earlier release took stays as it is while another field is corrected.
  const ofField = outside.filter(({ field }) => field === form.field || field.startsWith(`${form.field}.`));
  return ofField.length > 0 ? notWhole(ofField) : wouldBeRefused(file, found, checked.data, find);
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
  const { fact, name } = found;
  const was = field === 'on' ? fact.on : valueAt(fact.form, field.split('.'));
  const right = {
    ...fact,
    ...(field === 'on' ? { on: value } : { form: withValueAt(fact.form, field.split('.'), value) }),
    corrections: [...(fact.corrections ?? []), { seq: taken.seq, field, was }],
  };
  const facts = file.facts[name]?.map((one) => (one.seq === entry ? right : one));
  // Checked by the decision's own form in cannotCorrect, so the facts keep their type.
  const after = { ...file, facts: { ...file.facts, [name]: facts }, course: file.course + 1 };
  const followed = find(name).corrected?.(after, factBySeq(after, entry)?.fact ?? fact) ?? after;
  return countedAnew(file, followed);
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
  return stays.length === Object.keys(after.met).length ? after : { ...after, met: Object.fromEntries(stays) };
}

/** Made with the catalogue's own look-up, because a correction is checked by the form of what it corrects. */
export const correctFactBy = (find: Find): Definition<'correctFact'> =>
  define({
    name: 'correctFact',
    title: 'Correct a recorded fact',
    source: 'always open: the old value stays on the record',
    roles: [...businessUnit, 'scrutineer'],
    form: correctFactForm,
    decides: ['entry', 'field', 'value'],
    notOpen: () => undefined,
    refuse: (file, form, taking) => cannotCorrect(file, form, { ...taking, find }),
    effect: (file, taken) => corrected(file, taken, find),
    tells: (file, taken, before) => correctionTellings(file, before, { ...taken.form, find }),
  });
