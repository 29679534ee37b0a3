import type { Instant } from '../procedure/time/time';
import type { Profile, ProfilePerson } from '../profile/load';
import type { Partnership } from '../profile/partnership';
import type { Records } from '../records/records';
import type { Cases } from '../temporal/cases';

/** Logs what was done and what went wrong; pino has this shape. Never pass it words that people wrote. */
export interface Log {
  info(what: object, sentence: string): void;
  warn(what: object, sentence: string): void;
  error(what: object, sentence: string): void;
}

/** A person's id and name. */
export type Named = Pick<ProfilePerson, 'id' | 'name'>;

/**
 * The dependencies of all work on cases, whether from the console or the API. Calls throw `RecordsUnavailable` and
 * `CasesUnavailable` while a part of the system is away; any other refusal is a return value.
 */
export interface Office {
  readonly cases: Cases;
  readonly records: Records;
  readonly profile: Pick<Profile, 'people' | 'policy' | 'outside' | 'readingsKeptYears'> & {
    /** People who have left the partnership, whom the record still names. */
    readonly left?: readonly Named[];
  };
  /** The partnership as it stands today: policy, calendar, meetings, and who holds each role. */
  partnership(): Promise<Partnership>;
  /** The wall's clock. */
  now(): Instant;
  readonly log?: Log;
  /**
   * Waits shortened by tests, in milliseconds: for a decision to be read back from the records, and for a case that is
   * behind its record to catch up.
   */
  readonly limits?: { readonly recordedWithinMs?: number; readonly catchesUpWithinMs?: number };
}
