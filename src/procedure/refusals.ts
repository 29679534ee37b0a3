import type { PassedLimit } from './case/case-file';
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

export interface FieldProblem {
  /** Dotted path of the field, `criteria.improvements.met`; empty for the form as a whole. */
  readonly field: string;
  readonly sentence: string;
}

export interface Refusal {
  readonly code: RefusalCode;
  readonly sentence: string;
  readonly fields?: readonly FieldProblem[];
  /** The person who was first, and when. Absent if nobody was. */
  readonly first?: { readonly by: PersonId; readonly at: Instant };
  /** The number of the entry of the record that it goes against. */
  readonly entry?: number;
  /** The limits that it passes, where it passes any and no reason was given. */
  readonly limits?: readonly PassedLimit[];
}
