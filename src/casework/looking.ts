import { setTimeout as pause } from 'node:timers/promises';
import type { OpenCase } from '../records/cases';
import { CasesUnavailable, type LastEntry, type WhyUnavailable } from '../temporal/cases';
import { findingOf, type Finding, type FoundCase } from './engine-finding';
import type { Office } from './office';
import { findCase } from './reading';

/* Looks at cases one by one. A fault in one case does not keep the others from being looked at. */

/** The parts of the office that looking at cases needs. */
export type LookingOffice = Pick<Office, 'cases' | 'records' | 'now' | 'limits' | 'log'>;

const atATime = 16;
/**
 * The time allowed for a case to catch up with its record, in milliseconds. If its worker has just died, the case does
 * again what is on the record already.
 */
const catchesUpWithin = 2_000;
/** The number of silent cases after which no more are asked: each takes seconds. */
const mostSilent = 64;
/** The number of other cases that are asked, to find out if any case answers at all. */
const mostOthers = 4;

/** The result of looking at one case. `silent`: its run did not answer how far it is. */
type Look =
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'answers' }
  | { readonly kind: 'silent'; readonly runId: string }
  /** The case was not asked how far it is. */
  | { readonly kind: 'unasked' };

/** The result of looking at cases. `nobodyAnswers`: no case answers, so the fault is not with one of them. */
export interface Looked {
  readonly found: readonly FoundCase[];
  readonly nobodyAnswers: boolean;
}

interface Seen {
  readonly one: OpenCase;
  readonly look: Look;
}

/**
 * Looks at open cases, and tells a silent case from an engine without workers: if no case answers, silence is not
 * reported as a fault of any of them.
 */
export async function lookAtAll(office: LookingOffice, among: readonly OpenCase[]): Promise<Looked> {
  const seen: Seen[] = [];
  for (let from = 0; from < among.length; from += atATime) {
    const asks = !isAskedInVain(seen);
    const some = among.slice(from, from + atATime);
    seen.push(...(await Promise.all(some.map(async (one) => ({ one, look: await lookAt(office, one, asks) })))));
  }
  const silent = seen.filter(({ look }) => look.kind === 'silent');
  if (silent.length === 0) return { found: foundIn(seen), nobodyAnswers: false };
  if (!seen.some(({ look }) => look.kind === 'answers') && !(await doOthersAnswer(office, among, silent.length)))
    return { found: foundIn(seen), nobodyAnswers: true };
  // Asks the silent cases once more, now that others are known to answer: they may only have been slow.
  for (let from = 0; from < silent.length; from += atATime) {
    const some = silent.slice(from, from + atATime);
    seen.push(...(await Promise.all(some.map(async ({ one }) => ({ one, look: await lookAgain(office, one) })))));
  }
  return { found: foundIn(seen), nobodyAnswers: false };
}

/** Looks at one open case. */
export const lookAtOne = async (office: LookingOffice, one: OpenCase): Promise<Finding | undefined> =>
  (await lookAtAll(office, [one])).found[0]?.finding;

function isAskedInVain(seen: readonly Seen[]): boolean {
  const silent = seen.filter(({ look }) => look.kind === 'silent').length;
  return silent >= mostSilent || (silent >= atATime && !seen.some(({ look }) => look.kind === 'answers'));
}

const foundIn = (seen: readonly Seen[]): readonly FoundCase[] =>
  seen
    .flatMap(({ one: { reference }, look }) => (look.kind === 'found' ? [{ reference, finding: look.finding }] : []))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));

async function lookAgain(office: LookingOffice, one: OpenCase): Promise<Look> {
  const look = await lookAt(office, one, true);
  return look.kind === 'silent' ? { kind: 'found', finding: { kind: 'no-answer', runId: look.runId } } : look;
}

/**
 * True if any other open case answers. If there is no other and only a few cases are silent, true if a worker polls for
 * work: an engine without workers would silence them all.
 */
async function doOthersAnswer(office: LookingOffice, among: readonly OpenCase[], silent: number): Promise<boolean> {
  const { records, now, cases } = office;
  const looked = new Set(among.map(({ reference }) => reference));
  const others = (await records.cases.openReferences()).filter((reference) => !looked.has(reference));
  if (others.length === 0) return silent <= mostOthers && cases.isWorked();
  const some = await records.cases.openCases(now(), others.slice(0, mostOthers));
  const looks = await Promise.all(some.map((one) => lookAt(office, one, true)));
  return looks.some(({ kind }) => kind === 'answers');
}

/** Reasons that concern the engine as a whole. On these no case need be looked at. */
const ofTheEngine: Readonly<Record<WhyUnavailable, boolean>> = {
  away: true,
  'turned-away': true,
  'held-back': true,
  'too-slow': false,
  busy: false,
  'engine-error': false,
  'no-worker': false,
  'no-answer': false,
  'stands-still': false,
};

/** True if another case may answer though this one did not. */
export const concernsOneCase = ({ reason }: CasesUnavailable): boolean => !ofTheEngine[reason];

async function lookAt(office: LookingOffice, one: OpenCase, asks: boolean): Promise<Look> {
  try {
    return await examined(office, one, asks);
  } catch (error) {
    if (!(error instanceof CasesUnavailable) || !concernsOneCase(error)) throw error;
    office.log?.warn(
      { reference: one.reference, error: error.message },
      'A case could not be compared with Temporal; it is compared again next time.',
    );
    return { kind: 'unasked' };
  }
}

async function examined(office: LookingOffice, one: OpenCase, asks: boolean): Promise<Look> {
  const { cases, limits } = office;
  const { reference, seq } = one;
  const standing = await cases.standing(reference);
  const finding = findingOf(one, standing);
  if (finding !== undefined) {
    // Reads the case again: it may have closed meanwhile, and its workflow have ended as it should.
    const since = await findCase(office, reference);
    return since?.file.closedOn === undefined ? { kind: 'found', finding } : { kind: 'unasked' };
  }
  if (standing.kind !== 'running' || !asks) return { kind: 'unasked' };
  const answered = (answer: LastEntry): Look =>
    answer === 'no-answer' ? { kind: 'silent', runId: standing.runId } : { kind: 'answers' };
  const first = await cases.lastEntry(reference, standing.runId);
  if (typeof first !== 'number' || first >= seq) return answered(first);
  await pause(limits?.catchesUpWithinMs ?? catchesUpWithin);
  const second = await cases.lastEntry(reference, standing.runId);
  const behind = findingOf(one, standing, second);
  return behind === undefined ? answered(second) : { kind: 'found', finding: behind };
}
