import type { Instant } from '../procedure/time/time';
import type { Profile, ProfilePerson } from '../profile/load';
import type { Partnership } from '../profile/partnership';
import type { Records } from '../records/records';
import type { Cases } from '../temporal/cases';

/** Where it is said what was done and what went wrong; pino has this shape. It is never given what people wrote. */
export interface Log {
  info(what: object, sentence: string): void;
  warn(what: object, sentence: string): void;
  error(what: object, sentence: string): void;
}

/** Somebody by name. */
export type Named = Pick<ProfilePerson, 'id' | 'name'>;

/**
 * What people's work on cases is done with, whichever surface they come by. Its calls throw `RecordsUnavailable` and
 * `CasesUnavailable` while a part of the system is away; every other no is a value.
 */
export interface Office {
  readonly cases: Cases;
  readonly records: Records;
  readonly profile: Pick<Profile, 'people' | 'policy'> & {
    /** Those who have left the partnership, whom the record still names. */
    readonly left?: readonly Named[];
  };
  /** The partnership as it stands today: policy, calendar, meetings, and who holds each role. */
  partnership(): Promise<Partnership>;
  /** The wall's clock. */
  now(): Instant;
  readonly log?: Log;
  /**
   * For tests: how long what was decided is given to be read back from the records, and a case that is behind its record
   * to catch up, in milliseconds.
   */
  readonly limits?: { readonly recordedWithinMs?: number; readonly catchesUpWithinMs?: number };
}
