import type { CaseFile, DecisionName, Fact, PassedLimit, Passing } from './case-file';
import { definitionOf, type AnyDefinition } from '../catalogue';
import { londonDate } from '../time/dates';
import type { Taking } from '../decision';
import { fieldProblems, readForm, words } from '../forms';
import { refusal, type Refusal } from '../refusals';

/** The field, beside a decision's form, that says why the decision passes a limit. */
export const reasonField = 'reasonForPassing';

const reason = words(
  'The reason for passing the limit',
  'Only where the decision passes a limit; it then stands as a breach, with this reason',
);

/** Returns the field that asks why a limit is passed. A function, as `notificationForm` is. */
export const reasonForPassing = (): typeof reason => reason;

/** Every limit that a decision's form passes. The one rule, for every door and for what stands on the record. */
export const limitsPassed = (
  file: CaseFile,
  name: DecisionName,
  form: unknown,
  taking: Taking,
): readonly PassedLimit[] => definitionOf(name).limits?.(file, form, taking) ?? [];

/** The limits that a decision on the record passes: those noted with it, or worked out where it was corrected or is of 0.1.0. */
export function limitsPassedBy(file: CaseFile, name: DecisionName, fact: Fact<unknown>): readonly PassedLimit[] {
  if (fact.passes !== undefined && fact.corrections === undefined) return fact.passes.limits;
  const { by, role, on, recordedAt: now } = fact;
  return limitsPassed(file, name, fact.form, { by, role, on, now, today: londonDate(now) });
}

const sentences = (limits: readonly PassedLimit[]): string => limits.map(({ sentence }) => sentence).join(' ');

const wrong = (code: Refusal['code'], sentence: string, more: Partial<Refusal> = {}): Refusal => ({
  ...refusal(code, sentence),
  fields: [{ field: reasonField, sentence }],
  ...more,
});

/** Limits that are passed with a reason, none that is passed, or why a decision cannot be taken so. */
export type Passes =
  | { readonly kind: 'passes'; readonly passing: Passing }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Holds the limits that a decision passes against the reason given for it. */
export function passesOf(
  definition: AnyDefinition,
  limits: readonly PassedLimit[],
  { form, reason }: { readonly form: unknown; readonly reason: unknown },
): Passes {
  if (limits.length === 0) {
    return reason === undefined
      ? { kind: 'none' }
      : { kind: 'refused', refusal: wrong('invalid', `It passes no limit; leave out ${reasonField}.`) };
  }
  const own = definition.saysWhy === undefined ? undefined : valueOf(form, definition.saysWhy);
  const given = reason ?? own;
  if (given === undefined) {
    const ask = `Say why it is decided all the same (${reasonField}); it then stands as a breach.`;
    return {
      kind: 'refused',
      refusal: { ...wrong('passes-a-limit', ask, { limits }), sentence: `${sentences(limits)} ${ask}` },
    };
  }
  const read = readForm(reasonForPassing(), given);
  if (read.success) return { kind: 'passes', passing: { limits, reason: read.data } };
  const [problem] = fieldProblems(read.error);
  return { kind: 'refused', refusal: wrong('invalid', problem?.sentence ?? 'Give the reason', { limits }) };
}

const valueOf = (form: unknown, field: string): unknown =>
  typeof form === 'object' && form !== null ? (form as Readonly<Record<string, unknown>>)[field] : undefined;
