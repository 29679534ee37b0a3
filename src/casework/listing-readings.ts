import { addDays, londonInstant, timeOfDay } from '../procedure/time/dates';
import type { CredentialKind } from '../procedure/read-parts';
import type { CaseReference, IsoDate, PersonId } from '../procedure/time/time';
import type { ListedReading } from '../records/readings';
import type { Office } from './office';
import type { Reader } from './reading';

/** The readings to list. Every condition that is given must hold. */
export interface ReadingsAsked {
  readonly reference?: CaseReference | undefined;
  readonly person?: PersonId | 'nobody' | undefined;
  readonly credential?: CredentialKind | undefined;
  /** The first and the last day, in London. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of the reading log, newest first; null on the last page. */
export interface ReadingList {
  readonly readings: readonly ListedReading[];
  readonly next: string | null;
}

const midnight = timeOfDay('00:00');

/**
 * Lists a page of the reading log. A reading of several cases names those of which the reader of the log may know, and
 * counts the others. Throws `InvalidCursor` for a cursor that no such list gave out.
 */
export async function listReadings(
  { records }: Pick<Office, 'records'>,
  reader: Reader,
  { reference, person, credential, from, to, cursor, limit = 50 }: ReadingsAsked,
): Promise<ReadingList> {
  const page = await records.readings.list({
    viewer: reader === 'installation' ? undefined : reader.id,
    limit,
    ...(reference === undefined ? {} : { reference }),
    ...(person === undefined ? {} : { person }),
    ...(credential === undefined ? {} : { credential }),
    ...(from === undefined ? {} : { from: londonInstant(from, midnight) }),
    ...(to === undefined ? {} : { before: londonInstant(addDays(to, 1), midnight) }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return { readings: page.readings, next: page.next ?? null };
}

/** Lists a page of the readings of one case; of the other cases that were shown with it, it says only how many. */
export async function listReadingsOfCase(
  office: Pick<Office, 'records'>,
  reader: Reader,
  asked: ReadingsAsked & { readonly reference: CaseReference },
): Promise<ReadingList> {
  const { readings, next } = await listReadings(office, reader, asked);
  const own = ({ cases, more, ...reading }: ListedReading): ListedReading => ({
    ...reading,
    cases: [asked.reference],
    more: more + cases.length - 1,
  });
  return { readings: readings.map(own), next };
}
