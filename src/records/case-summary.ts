import type { CaseReference, Instant, IsoDate } from '../procedure/time';

/**
 * A case in a list: what can be said of it without opening its file. It is worked out from the file by whoever records
 * it, and stands in columns, so that 20,000 cases can be filtered without reading their files.
 */
export interface CaseSummary {
  readonly reference: CaseReference;
  readonly partnership: string;
  readonly profile: string;
  readonly practice: boolean;
  readonly stage: string;
  /** The steps that are open. */
  readonly steps: readonly string[];
  /** The next deadline: its calendar date, and the moment at which it is missed. None in a closed case. */
  readonly nextDue: IsoDate | undefined;
  readonly nextDueAt: Instant | undefined;
  readonly reviewType: string | undefined;
  readonly openedAt: Instant;
  readonly receivedOn: IsoDate;
  readonly closedOn?: IsoDate;
  readonly agencies: readonly string[];
}
