import type { WaitingOfCase } from '../records/waiting-notices';
import { CasesUnavailable } from '../temporal/cases';
import { concernsOneCase, type LookingOffice } from './looking';
import { findCase } from './reading';

/*
 * Notices that wait on the record while their case no longer knows that they are to be sent. Nothing makes them now; a
 * fault of an earlier release, or a record that was changed by hand, may have left some.
 */

/**
 * Milliseconds for which a notice has waited before its case is asked about it. Those that are sent as they should be
 * wait for less, unless the mail server is away.
 */
const waitedFor = 5 * 60_000;
/** The number of cases that are asked at a time. Where none of them answers, no more are asked. */
const atATime = 16;

/** The notices of one case that were handed over to it again. */
type HandedOver = WaitingOfCase;

/**
 * Finds the notices that wait and that their case does not know of, and has the case send them: once, because a case
 * sends only what still waits. A closed case runs again until they are out. Returns what was handed over. Throws
 * `RecordsUnavailable` and `CasesUnavailable`.
 */
export async function handOverOrphanedNotices(office: LookingOffice, ms = waitedFor): Promise<readonly HandedOver[]> {
  const waiting = await office.records.notices.waitingFor(ms);
  const handedOver: HandedOver[] = [];
  for (let from = 0; from < waiting.length; from += atATime) {
    const some = await Promise.all(waiting.slice(from, from + atATime).map((one) => handOverOne(office, one)));
    handedOver.push(...some.filter((one) => typeof one === 'object'));
    if (some.every((one) => one === 'no-answer')) break;
  }
  return handedOver;
}

/** A case of which Temporal says nothing just now does not keep the others from sending; it is asked again next time. */
async function handOverOne(office: LookingOffice, one: WaitingOfCase): Promise<HandedOver | 'no-answer' | undefined> {
  try {
    return await handOver(office, one);
  } catch (error) {
    if (!(error instanceof CasesUnavailable) || !concernsOneCase(error)) throw error;
    return 'no-answer';
  }
}

/** Returns what was handed over to one case; undefined if the case knows of all that waits. */
async function handOver(office: LookingOffice, one: WaitingOfCase): Promise<HandedOver | 'no-answer' | undefined> {
  const { cases, log } = office;
  const { reference } = one;
  const standing = await cases.standing(reference);
  if (standing.kind !== 'running') return handOverToClosed(office, one);
  const known = await cases.unsent(reference, standing.runId);
  if (known === 'no-answer' || known === 'cannot-say') return known === 'no-answer' ? known : undefined;
  const orphaned = await stillWaiting(office, { reference, keys: one.keys.filter((key) => !known.includes(key)) });
  if (orphaned === undefined || (await cases.sendWaiting([reference])) === 0) return undefined;
  log?.warn(
    { reference, notices: orphaned.keys.length },
    'Emails waited of which the case did not know. It sends them.',
  );
  return orphaned;
}

/** Runs a closed case again, which then sends what waits and ends as it was. Open cases are restarted by themselves. */
async function handOverToClosed(office: LookingOffice, one: WaitingOfCase): Promise<HandedOver | undefined> {
  const { cases, log } = office;
  const known = await findCase(office, one.reference);
  if (known?.file.closedOn === undefined) return undefined;
  const orphaned = await stillWaiting(office, one);
  if (orphaned === undefined) return undefined;
  const { reference, keys } = orphaned;
  if (!(await cases.restart({ file: { ...known.file, unsent: keys } }))) return undefined;
  log?.warn({ reference, notices: keys.length }, 'Emails of a closed case waited. The case runs again to send them.');
  return orphaned;
}

/** Reads the record again: what the case has sent since the first look waits no longer. */
async function stillWaiting(
  { records }: LookingOffice,
  { reference, keys }: WaitingOfCase,
): Promise<HandedOver | undefined> {
  const waiting = keys.length === 0 ? [] : await records.notices.waiting({ keys });
  return waiting.length === 0 ? undefined : { reference, keys: waiting.map(({ notice }) => notice.key) };
}
