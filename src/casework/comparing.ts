import { fromMillis, parseInstant, toMillis } from '../procedure/time/dates';
import type { CaseReference, Instant } from '../procedure/time/time';
import { notedStandingStill, noteStandingStill } from '../records/standing-still';
import type { OpenCase } from '../records/cases';
import type { Finding, FoundCase } from './engine-finding';
import { lookAtAll, lookAtOne, type Looked, type LookingOffice } from './looking';

/* Compares the open cases on the record with what Temporal runs. Only writes down what was found; changes no case. */

/** The result of comparing the open cases with Temporal. */
export interface Comparison extends Looked {
  readonly at: Instant;
  /** Number of open cases. */
  readonly open: number;
}

/**
 * Name of the fact that holds the moment up to which the cases were compared and Temporal knew every recorded entry.
 */
const comparedUpTo = 'open cases were compared with Temporal up to';
/** The time that the first comparison looks back, in milliseconds. */
const firstLooksBack = 3_600_000;
/** The greatest difference expected between the clocks of the database and of this process, in milliseconds. */
const clocksDiffer = 300_000;

/**
 * Compares every open case with Temporal. Temporal's lists say which cases are doubtful; only those are then asked one
 * by one. Throws `RecordsUnavailable` and `CasesUnavailable`.
 */
export async function compareWithEngine(office: LookingOffice): Promise<Comparison> {
  const { cases, records, now } = office;
  const at = now();
  const since = await lastCompared(office, at);
  const open = await records.cases.openCases(since);
  const [listed, suspects, noted] = [await cases.list(), await cases.suspects(since), await notedIn(office)];
  const isDoubtful = ({ reference, lately, contradicted }: OpenCase): boolean =>
    lately ||
    contradicted !== undefined ||
    !listed.running.has(reference) ||
    listed.endedOddly.has(reference) ||
    suspects.has(reference) ||
    noted.has(reference);
  const { found, nobodyAnswers } = await lookAtAll(office, open.filter(isDoubtful));
  // Keeps the old moment while a case is behind its record, so that each comparison asks that case again until it has
  // been restarted.
  if (!nobodyAnswers && found.every(({ finding }) => finding.kind !== 'behind')) {
    await records.installation.setFact(comparedUpTo, fromMillis(toMillis(at) - clocksDiffer));
  }
  await note(office, found);
  return { at, open: open.length, found, nobodyAnswers };
}

/**
 * Looks only at those open cases that may have come to a stop since a moment: cases for which Temporal reports
 * problems, or which were started or ended by hand; cases whose record refuses what they write; and cases that were
 * found last time. The others are left to `compareWithEngine`, so that ten thousand cases at rest cost three queries to
 * Temporal.
 */
export async function lookForStandingStill(office: LookingOffice, since: Instant): Promise<Comparison> {
  const { cases, records, now } = office;
  const at = now();
  const wanted = new Set<string>([...(await cases.suspects(since)), ...(await notedIn(office))]);
  for (const reference of await records.cases.contradicted()) wanted.add(reference);
  const open = wanted.size === 0 ? [] : await records.cases.openCases(at, [...wanted] as CaseReference[]);
  const { found, nobodyAnswers } = await lookAtAll(office, open);
  await note(office, found);
  return { at, open: open.length, found, nobodyAnswers };
}

/** Compares one case with Temporal. Returns undefined if the case is closed or goes on as it should. */
export async function compareOne(office: LookingOffice, reference: CaseReference): Promise<Finding | undefined> {
  const [open] = await office.records.cases.openCases(office.now(), [reference]);
  return open && lookAtOne(office, open);
}

const notedIn = async ({ records }: LookingOffice): Promise<ReadonlySet<string>> =>
  new Set((await notedStandingStill(records.installation)).map(({ reference }) => reference));

const note = ({ records }: LookingOffice, found: readonly FoundCase[]): Promise<void> =>
  noteStandingStill(
    records.installation,
    found.map(({ reference, finding }) => ({ reference, found: finding.kind })),
  );

async function lastCompared({ records }: LookingOffice, at: Instant): Promise<Instant> {
  const fact = await records.installation.fact(comparedUpTo);
  return (typeof fact === 'string' ? parseInstant(fact) : undefined) ?? fromMillis(toMillis(at) - firstLooksBack);
}
