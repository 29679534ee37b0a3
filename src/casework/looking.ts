import { setTimeout as pause } from 'node:timers/promises';
import type { OpenCase } from '../records/cases';
import { CasesUnavailable, type LastEntry, type WhyUnavailable } from '../temporal/cases';
import { findingOf, type Finding, type Found } from './engine-finding';
import type { Office } from './office';
import { findCase } from './reading';

/* Looks at cases one by one, each by itself: whatever is wrong with one, the others are looked at. */

/** What cases are looked at with. */
export type Looking = Pick<Office, 'cases' | 'records' | 'now' | 'limits' | 'log'>;

const atATime = 16;
/** A case whose worker died at this moment does again what is on the record already; it is given as long as that takes. */
const catchesUpWithin = 2_000;
/** After so many that do not answer no more are asked: each takes seconds. */
const mostSilent = 64;
/** So many others are asked whether any case answers at all. */
const mostOthers = 4;

/** What a look at one case came to. `silent`: its run did not answer how far it is. */
type Look =
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'answers' }
  | { readonly kind: 'silent'; readonly runId: string }
  /** It was not asked how far it is. */
  | { readonly kind: 'unasked' };

/** What looks at cases came to. `nobodyAnswers`: no case does, so that the fault is not with one of them. */
export interface Looked {
  readonly found: readonly Found[];
  readonly nobodyAnswers: boolean;
}

interface Seen {
  readonly one: OpenCase;
  readonly look: Look;
}

/**
 * Looks at open cases, and tells one that does not answer from an engine without anybody who works for it: where no case
 * answers, none of them is found for that.
 */
export async function lookAtAll(office: Looking, among: readonly OpenCase[]): Promise<Looked> {
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
  // They may have been slow: they are asked once more, now that it is known that others answer.
  for (let from = 0; from < silent.length; from += atATime) {
    const some = silent.slice(from, from + atATime);
    seen.push(...(await Promise.all(some.map(async ({ one }) => ({ one, look: await lookAgain(office, one) })))));
  }
  return { found: foundIn(seen), nobodyAnswers: false };
}

/** Looks at one open case. */
export const lookAtOne = async (office: Looking, one: OpenCase): Promise<Finding | undefined> =>
  (await lookAtAll(office, [one])).found[0]?.finding;

function isAskedInVain(seen: readonly Seen[]): boolean {
  const silent = seen.filter(({ look }) => look.kind === 'silent').length;
  return silent >= mostSilent || (silent >= atATime && !seen.some(({ look }) => look.kind === 'answers'));
}

const foundIn = (seen: readonly Seen[]): readonly Found[] =>
  seen
    .flatMap(({ one: { reference }, look }) => (look.kind === 'found' ? [{ reference, finding: look.finding }] : []))
    .toSorted((a, b) => (a.reference < b.reference ? -1 : 1));

async function lookAgain(office: Looking, one: OpenCase): Promise<Look> {
  const look = await lookAt(office, one, true);
  return look.kind === 'silent' ? { kind: 'found', finding: { kind: 'no-answer', runId: look.runId } } : look;
}

/**
 * Whether any other open case answers. Where there are none to ask, a few that do not answer are told from an engine
 * that nobody works for by whether a worker asks for work.
 */
async function doOthersAnswer(office: Looking, among: readonly OpenCase[], silent: number): Promise<boolean> {
  const { records, now, cases } = office;
  const looked = new Set(among.map(({ reference }) => reference));
  const others = (await records.cases.openReferences()).filter((reference) => !looked.has(reference));
  if (others.length === 0) return silent <= mostOthers && cases.isWorked();
  const some = await records.cases.openCases(now(), others.slice(0, mostOthers));
  const looks = await Promise.all(some.map((one) => lookAt(office, one, true)));
  return looks.some(({ kind }) => kind === 'answers');
}

/** The engine as a whole does not answer: no case need be looked at then. */
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

async function lookAt(office: Looking, one: OpenCase, asks: boolean): Promise<Look> {
  try {
    return await examined(office, one, asks);
  } catch (error) {
    if (!(error instanceof CasesUnavailable) || ofTheEngine[error.reason]) throw error;
    office.log?.warn(
      { reference: one.reference, error: error.message },
      'A case could not be compared with Temporal; it is looked at again next time.',
    );
    return { kind: 'unasked' };
  }
}

async function examined(office: Looking, one: OpenCase, asks: boolean): Promise<Look> {
  const { cases, limits } = office;
  const { reference, seq } = one;
  const standing = await cases.standing(reference);
  const finding = findingOf(one, standing);
  if (finding !== undefined) {
    // It may have closed since it was read, and its workflow have ended as it should.
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
