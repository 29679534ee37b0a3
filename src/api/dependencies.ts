import type { Instant } from '../procedure/time';
import type { Profile } from '../profile/load';
import type { Partnership } from '../profile/partnership';
import type { Records } from '../records/records';
import type { Cases } from '../temporal/cases';

/** Where the API says what it did and what went wrong; pino has this shape. It is never given what people wrote. */
export interface Log {
  info(what: object, sentence: string): void;
  warn(what: object, sentence: string): void;
  error(what: object, sentence: string): void;
}

/** Everything the API is built from. */
export interface Dependencies {
  readonly cases: Cases;
  readonly records: Records;
  readonly profile: Pick<Profile, 'people' | 'policy'>;
  /** The partnership as it stands today: policy, calendar, meetings, and who holds each role. */
  partnership(): Promise<Partnership>;
  /** The wall's clock. */
  now(): Instant;
  readonly token: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  /** What the types of problems begin with; without it, `/problems` under the public address. */
  readonly problemBase?: string;
  readonly log?: Log;
  /** True while the process is about to stop, so that nothing new is sent to it. */
  readonly isDraining?: () => boolean;
  /** How long a request may take; for tests. */
  readonly limits?: { readonly requestMs?: number; readonly recordedWithinMs?: number };
}
