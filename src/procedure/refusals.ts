import type { DecisionName, PassedLimit } from './case/case-file';
import { saidInCodes, type Sentence } from './sentence';
import type { StepId } from './step-ids';
import type { Instant, PersonId } from './time/time';

/**
 * Codes for why a decision was not taken. Each surface maps the code by one exhaustive table; the sentence is for
 * people.
 */
export const refusalCodes = [
  'invalid',
  'too-early',
  'too-late',
  'already-decided',
  'wrong-role',
  'unknown-person',
  'in-the-future',
  'against-the-record',
  'passes-a-limit',
  /** A value breaks no rule, but is so unlikely that it has to be confirmed once; the sentence says what to send. */
  'to-be-confirmed',
  'key-used-for-another',
  'closed',
  'changed-since',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A sentence as the API says it, and the parts that it was made of where it is more than text. */
export interface SentenceWithParts {
  readonly sentence: string;
  /** Absent where the sentence is text alone, or was kept by 0.1.0; empty where a later release wrote parts unknown here. */
  readonly parts?: Sentence;
}

export interface FieldProblem extends SentenceWithParts {
  /** Dotted path of the field, `criteria.improvements.met`; empty for the form as a whole. */
  readonly field: string;
}

export interface Refusal extends SentenceWithParts {
  readonly code: RefusalCode;
  readonly fields?: readonly FieldProblem[];
  /** The field that the whole sentence is about: `on`, the day, which stands beside the form. */
  readonly field?: 'on';
  /** The steps or the decisions that come first, where the sentence says no more than that. */
  readonly waitsFor?: readonly (StepId | DecisionName)[];
  /** The person who was first, and when. Absent if nobody was. */
  readonly first?: { readonly by: PersonId; readonly at: Instant };
  /** The number of the entry of the record that it goes against. */
  readonly entry?: number;
  /** The limits that it passes, where it passes any and no reason was given. */
  readonly limits?: readonly PassedLimit[];
}

/** Makes the sentence of its parts, and keeps the parts where one of them is more than text. */
export const saidOf = (said: string | Sentence): SentenceWithParts =>
  typeof said === 'string'
    ? { sentence: said }
    : {
        sentence: saidInCodes(said),
        ...(said.some((one) => typeof one !== 'string') ? { parts: said } : {}),
      };

/** Returns the parts of what was said, to say it again within another sentence. */
export const partsOf = ({ sentence, parts = [] }: SentenceWithParts): Sentence =>
  parts.length === 0 ? [sentence] : parts;

export const refusal = (code: RefusalCode, said: string | Sentence): Refusal => ({ code, ...saidOf(said) });

/** Refuses one field of a form. The sentence stands at the field, and is the refusal's own. */
export const refusedField = (
  code: RefusalCode,
  { field, said }: { readonly field: string; readonly said: string | Sentence },
): Refusal => ({ ...refusal(code, said), fields: [{ field, ...saidOf(said) }] });
