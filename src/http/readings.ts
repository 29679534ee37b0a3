import type { Office } from '../casework/office';
import { readingLogOf } from '../casework/reading-log';
import type { LinkOf } from '../procedure/asking/links';
import { readWithoutCases, type ReadPart, type Shows } from '../procedure/read-parts';
import type { Access, Coming } from './access';

/* Puts readings in the log, for the API and the console alike. */

/** The cases that an answer shows, where they are not the one in the address, and the part where it is another. */
export interface ShownCases {
  readonly cases: readonly string[];
  readonly part?: ReadPart;
}

/** An answer that is about to be sent. */
interface AnswerToLog<Given> {
  readonly access: Pick<Access<Given>, 'shows' | 'caseIn'>;
  readonly coming: Coming;
  readonly given: Given;
  readonly shown: ShownCases | undefined;
}

/** The part under which a reading is logged; undefined where the answer shows nothing of a case. */
function partOf(shows: Shows, shown: ShownCases | undefined): ReadPart | undefined {
  if (shown?.part !== undefined) return shown.part;
  return shows === 'nothing' ? undefined : shows;
}

/**
 * Puts a reading in the log before its answer is sent, so that nothing is shown that is not in the log. An answer to
 * HEAD shows nothing and is none. Throws `ReadingNotLogged` where it cannot be written.
 */
export async function logReading<Given>(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { access, coming: { reader, credential, isHead }, given, shown }: AnswerToLog<Given>,
): Promise<void> {
  const part = partOf(access.shows, shown);
  if (part === undefined || reader === undefined || credential === undefined || isHead === true) return;
  const own = access.caseIn?.(given);
  const cases = own === undefined ? (shown?.cases ?? []) : [own.reference, ...(shown?.cases ?? [])];
  if (cases.length === 0 && !readWithoutCases.includes(part)) return;
  await readingLogOf(records).note({
    at: now(),
    person: reader === 'installation' ? undefined : reader.id,
    credential,
    part,
    cases: [...new Set(cases)],
    seq: own?.seq,
  });
}

/** A request that is about to be shown to somebody who came by a link. */
interface LinkReading extends LinkOf {
  /** The number of the case's last entry. */
  readonly seq: number;
  /** True for a HEAD request, whose answer shows nothing. */
  readonly isHead: boolean;
}

/** Puts the reading of a request by its link in the log before it is shown. Throws `RecordsUnavailable`. */
export async function logLinkReading(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { reference, contribution, person, seq, isHead }: LinkReading,
): Promise<void> {
  if (isHead) return;
  const credential = { kind: 'link', name: contribution } as const;
  await readingLogOf(records).note({ at: now(), person, credential, part: 'request', cases: [reference], seq });
}
