import { setTimeout as pause } from 'node:timers/promises';
import { fromMillis, parseInstant, toMillis } from '../procedure/dates';
import type { CaseReference, Instant } from '../procedure/time';
import type { OpenCase } from '../records/cases';
import type { LastEntry } from '../temporal/cases';
import { findingOf, type Finding } from './engine-finding';
import type { Office } from './office';
import { findCase } from './reading';

/* The open cases on the record are held against what Temporal runs. Nothing is changed by it. */

/** An open case that does not go on as it should. */
export interface Found {
  readonly reference: CaseReference;
  readonly finding: Finding;
}

/** What was found when the open cases were held against the engine. */
export interface Comparison {
  readonly at: Instant;
  /** How many cases are open. */
  readonly open: number;
  readonly found: readonly Found[];
}

type Comparing = Pick<Office, 'cases' | 'records' | 'now' | 'limits'>;

/** Up to when what was recorded is known to be known to the engine. */
const comparedUpTo = 'open cases were compared with Temporal up to';
/** How far the first comparison looks back, in milliseconds. */
const firstLooksBack = 3_600_000;
/** The clocks of the database and of this process may differ by so much. */
const clocksDiffer = 300_000;
const atATime = 16;
/** A case whose worker died at this moment does again what is on the record already; it is given as long as that takes. */
const catchesUpWithin = 2_000;

/**
 * Holds every open case against the engine. The engine's lists say which ones need looking at; of those alone it is
 * asked one by one. Throws `RecordsUnavailable` and `CasesUnavailable`.
 */
export async function compareWithEngine(office: Comparing): Promise<Comparison> {
  const { cases, records, now } = office;
  const at = now();
  const open = await records.cases.openCases(await lastCompared(office, at));
  const listed = await cases.list();
  const doubtful = open.filter(
    ({ reference, lately, contradicted }) =>
      lately || contradicted !== undefined || !listed.running.has(reference) || listed.endedOddly.has(reference),
  );
  const asking: Asking = { answered: true };
  const found: Found[] = [];
  for (let from = 0; from < doubtful.length; from += atATime) {
    const looks = doubtful.slice(from, from + atATime).map(async (one) => {
      const finding = await examine(office, one, asking);
      if (finding !== undefined) found.push({ reference: one.reference, finding });
    });
    await Promise.all(looks);
  }
  // One that is behind is asked again each time, until it was restarted.
  if (asking.answered && found.every(({ finding }) => finding.kind !== 'behind')) {
    await records.installation.setFact(comparedUpTo, fromMillis(toMillis(at) - clocksDiffer));
  }
  return { at, open: open.length, found: found.sort((a, b) => (a.reference < b.reference ? -1 : 1)) };
}

/** Holds one case against the engine; nothing where it is closed, or goes on as it should. */
export async function compareOne(office: Comparing, reference: CaseReference): Promise<Finding | undefined> {
  const [open] = await office.records.cases.openCases(office.now(), [reference]);
  return open && examine(office, open, { answered: true });
}

/** Whether cases answer how far they are; where nobody works for them it is not asked over and over. */
interface Asking {
  answered: boolean;
}

async function examine(office: Comparing, one: OpenCase, asking: Asking): Promise<Finding | undefined> {
  const { cases, limits } = office;
  const standing = await cases.standing(one.reference);
  const finding = findingOf(one, standing);
  if (finding !== undefined) {
    // It may have closed since it was read, and its workflow have ended as it should.
    const since = await findCase(office, one.reference);
    return since?.file.closedOn === undefined ? finding : undefined;
  }
  if (standing.kind !== 'running' || !asking.answered) return undefined;
  const { reference, seq } = one;
  const ask = async (): Promise<LastEntry> => {
    const answer = await cases.lastEntry(reference, standing.runId);
    if (answer === 'no-answer') asking.answered = false;
    return answer;
  };
  const isBehind = (answer: LastEntry): boolean => typeof answer === 'number' && answer < seq;
  if (!isBehind(await ask())) return undefined;
  await pause(limits?.catchesUpWithinMs ?? catchesUpWithin);
  return findingOf(one, standing, await ask());
}

async function lastCompared({ records }: Comparing, at: Instant): Promise<Instant> {
  const fact = await records.installation.fact(comparedUpTo);
  return (typeof fact === 'string' ? parseInstant(fact) : undefined) ?? fromMillis(toMillis(at) - firstLooksBack);
}
