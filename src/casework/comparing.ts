import { fromMillis, parseInstant, toMillis } from '../procedure/time/dates';
import type { CaseReference, Instant } from '../procedure/time/time';
import { notedStandingStill, noteStandingStill } from '../records/standing-still';
import type { OpenCase } from '../records/cases';
import type { Finding, Found } from './engine-finding';
import { lookAtAll, lookAtOne, type Looked, type Looking } from './looking';

/* The open cases on the record are held against what Temporal runs. Nothing is changed by it but what is noted of it. */

/** What was found when the open cases were held against the engine. */
export interface Comparison extends Looked {
  readonly at: Instant;
  /** How many cases are open. */
  readonly open: number;
}

/** Up to when what was recorded is known to be known to the engine. */
const comparedUpTo = 'open cases were compared with Temporal up to';
/** How far the first comparison looks back, in milliseconds. */
const firstLooksBack = 3_600_000;
/** The clocks of the database and of this process may differ by so much. */
const clocksDiffer = 300_000;

/**
 * Holds every open case against the engine. The engine's lists say which ones need looking at; of those alone it is
 * asked one by one. Throws `RecordsUnavailable` and `CasesUnavailable`.
 */
export async function compareWithEngine(office: Looking): Promise<Comparison> {
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
  // One that is behind is asked again each time, until it was restarted.
  if (!nobodyAnswers && found.every(({ finding }) => finding.kind !== 'behind')) {
    await records.installation.setFact(comparedUpTo, fromMillis(toMillis(at) - clocksDiffer));
  }
  await note(office, found);
  return { at, open: open.length, found, nobodyAnswers };
}

/**
 * Looks at those open cases alone that may have come to a stop since a moment: those that the engine reports problems
 * of, or began or ended by hand; those whose record refuses what they write; and those that were found last time. The
 * others are left to `compareWithEngine`, so that ten thousand cases at rest cost three questions to the engine.
 */
export async function lookForStandingStill(office: Looking, since: Instant): Promise<Comparison> {
  const { cases, records, now } = office;
  const at = now();
  const wanted = new Set<string>([...(await cases.suspects(since)), ...(await notedIn(office))]);
  for (const reference of await records.cases.contradicted()) wanted.add(reference);
  const open = wanted.size === 0 ? [] : await records.cases.openCases(at, [...wanted] as CaseReference[]);
  const { found, nobodyAnswers } = await lookAtAll(office, open);
  await note(office, found);
  return { at, open: open.length, found, nobodyAnswers };
}

/** Holds one case against the engine; nothing where it is closed, or goes on as it should. */
export async function compareOne(office: Looking, reference: CaseReference): Promise<Finding | undefined> {
  const [open] = await office.records.cases.openCases(office.now(), [reference]);
  return open && lookAtOne(office, open);
}

const notedIn = async ({ records }: Looking): Promise<ReadonlySet<string>> =>
  new Set((await notedStandingStill(records.installation)).map(({ reference }) => reference));

const note = ({ records }: Looking, found: readonly Found[]): Promise<void> =>
  noteStandingStill(
    records.installation,
    found.map(({ reference, finding }) => ({ reference, found: finding.kind })),
  );

async function lastCompared({ records }: Looking, at: Instant): Promise<Instant> {
  const fact = await records.installation.fact(comparedUpTo);
  return (typeof fact === 'string' ? parseInstant(fact) : undefined) ?? fromMillis(toMillis(at) - firstLooksBack);
}
