import type { DecisionName } from './case/case-file';
import type { Role } from './roles';
import type { StepId } from './step-ids';
import { stepLabel } from './step-names';
import { sayDate } from './time/dates';
import type { IsoDate, PersonId } from './time/time';

/*
 * Sentences of the rules as the parts that they are made of. The API says a person by their id and names decisions by
 * their routes; pages say the person's name and leave the routes out. Each makes its sentence of the same parts, so
 * that nothing has to be looked for in a sentence that is made already.
 */

/** A part of a sentence that is more than text: what it names, not how it is said. */
export type TypedPart =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'agency'; readonly code: string }
  /** A child or a relative, by the code that the case has for them. */
  | { readonly kind: 'relative'; readonly ref: string }
  | { readonly kind: 'role'; readonly role: Role; readonly title: string }
  | { readonly kind: 'step'; readonly step: StepId }
  | { readonly kind: 'day'; readonly on: IsoDate }
  /** An option of the notification form. */
  | { readonly kind: 'option'; readonly option: string }
  /** A code that is added for programs, with its blank and in brackets. */
  | { readonly kind: 'code'; readonly code: string }
  /** The decisions that put it right, with the entry or the hold that they take; added as a code is. */
  | {
      readonly kind: 'decisions';
      readonly decisions: readonly DecisionName[];
      readonly entry?: number;
      readonly hold?: string;
    };

export type SentencePart = string | TypedPart;

/** A sentence by its parts, in order. */
export type Sentence = readonly SentencePart[];

/** Makes the parts of sentences: `says` puts them between its text. */
export const part = {
  person: (id: PersonId): TypedPart => ({ kind: 'person', id }),
  agency: (code: string): TypedPart => ({ kind: 'agency', code }),
  relative: (ref: string): TypedPart => ({ kind: 'relative', ref }),
  role: (role: Role, titles: Readonly<Record<Role, string>>): TypedPart => ({
    kind: 'role',
    role,
    title: titles[role],
  }),
  step: (step: StepId): TypedPart => ({ kind: 'step', step }),
  day: (on: IsoDate): TypedPart => ({ kind: 'day', on }),
  option: (option: string): TypedPart => ({ kind: 'option', option }),
  code: (code: string): TypedPart => ({ kind: 'code', code }),
  /** The decision that puts it right, which pages leave out: they link to it. */
  by: (decision: DecisionName, of: { readonly entry?: number; readonly hold?: string } = {}): TypedPart => ({
    kind: 'decisions',
    decisions: [decision],
    ...of,
  }),
  byEither: (...decisions: readonly DecisionName[]): TypedPart => ({ kind: 'decisions', decisions }),
};

const listOf = (some: SentencePart | Sentence | number): Sentence =>
  typeof some === 'number' ? [String(some)] : typeof some === 'string' || 'kind' in some ? [some] : some;

/** Puts a text between parts, or between sentences. */
export const inList = (some: readonly (SentencePart | Sentence)[], between = ', '): Sentence =>
  some.flatMap((one, at) => (at === 0 ? listOf(one) : [between, ...listOf(one)]));

/** Joins texts that follow each other, so that a sentence of texts alone is one text. */
function joinTexts(parts: Sentence): Sentence {
  const joined: SentencePart[] = [];
  for (const one of parts) {
    const last = joined.at(-1);
    if (typeof one === 'string' && typeof last === 'string') joined[joined.length - 1] = last + one;
    else if (one !== '') joined.push(one);
  }
  return joined;
}

/** Makes a sentence of a template: what stands between its texts is a part, a list of parts, a text or a number. */
export const says = (
  texts: TemplateStringsArray,
  ...between: readonly (SentencePart | Sentence | number)[]
): Sentence =>
  joinTexts(
    texts.flatMap((text, at) => {
      const after = between[at];
      return after === undefined ? [text] : [text, ...listOf(after)];
    }),
  );

/** Says a sentence, each typed part by the words of one door. */
export const saidWith = (sentence: Sentence, wordsFor: (typed: TypedPart) => string): string =>
  sentence.map((one) => (typeof one === 'string' ? one : wordsFor(one))).join('');

const inBrackets = (codes: readonly string[]): string => ` (${codes.join(', ')})`;

/** Returns a typed part as the API says it. */
function inCodes(typed: TypedPart): string {
  switch (typed.kind) {
    case 'person':
      return typed.id;
    case 'agency':
      return typed.code;
    case 'relative':
      return typed.ref;
    case 'role':
      return typed.title;
    case 'step':
      return stepLabel(typed.step);
    case 'day':
      return sayDate(typed.on);
    case 'option':
      return `"${typed.option}"`;
    case 'code':
      return inBrackets([typed.code]);
    case 'decisions': {
      const { decisions, entry, hold } = typed;
      return inBrackets([
        ...decisions,
        ...(entry === undefined ? [] : [`entry ${entry}`]),
        ...(hold === undefined ? [] : [hold]),
      ]);
    }
  }
}

/** Says a sentence as the API and the record have it. */
export const saidInCodes = (sentence: Sentence): string => saidWith(sentence, inCodes);
