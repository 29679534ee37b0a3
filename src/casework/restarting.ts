import * as z from 'zod/mini';
import { later, londonDate } from '../procedure/time/dates';
import { knowsOf, mayDo, sightOf, type Viewer } from '../procedure/permissions';
import type { CaseEvent } from '../procedure/case/record';
import type { Refusal } from '../procedure/refusals';
import type { CaseReference } from '../procedure/time/time';
import { isReference } from '../records/case-reference';
import type { CaseOnRecord } from '../records/cases';
import { compareOne, compareWithEngine, type Comparison } from './comparing';
import { sayFinding, type Finding, type FoundCase } from './engine-finding';
import { parseForm } from './forms';
import type { Office } from './office';
import { caseNow, findCase, type Reader } from './reading';
import { soon } from './poll-until';
import { whyMayNotDo } from './who-may';

/** Greatest number of cases that one order restarts. To restart more, send the order again. */
export const mostAtOnce = 100;
const atATime = 8;
/** The time allowed for a restart to appear on the case's record, in milliseconds. */
const recordedWithin = 5_000;

const reference = z.string().check(z.refine(isReference, 'Give a reference such as SIN-2026-0007'));

/** The cases to restart: those listed, or all that need it. */
export const restartForm = z.strictObject({
  cases: z.union([z.literal('all'), z.array(reference).check(z.minLength(1), z.maxLength(mostAtOnce))], {
    error: `Say which: "all", or up to ${mostAtOnce} references such as SIN-2026-0007 in a list`,
  }),
});

/** The result of restarting one case. */
export type Restart = { readonly reference: string; readonly sentence: string } & (
  | { readonly kind: 'restarted'; readonly finding: Finding }
  /** The case goes on as it should; nothing was done. */
  | { readonly kind: 'runs' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'no-such-case' }
);

/**
 * The result of an order to restart cases. `left`: number of cases beyond the greatest number that one order restarts.
 */
export type Restarted =
  | { readonly kind: 'done'; readonly restarts: readonly Restart[]; readonly left: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Compares the open cases with Temporal, and lists those found that the reader may know of. */
export async function readComparison(office: Office, reader: Reader): Promise<Comparison> {
  const comparison = await compareWithEngine(office);
  return { ...comparison, found: await visibleOf(office, reader, comparison.found) };
}

/** Leaves out cases that are hidden from the reader, who is not to learn that they stand still either. */
async function visibleOf(office: Office, reader: Reader, found: readonly FoundCase[]): Promise<readonly FoundCase[]> {
  if (reader === 'installation') return found;
  const known = await Promise.all(found.map(({ reference: of }) => findCase(office, of)));
  return found.filter((_one, at) => isVisible(reader, known[at]));
}

const isVisible = (viewer: Viewer, known: CaseOnRecord | undefined): boolean =>
  known !== undefined && (sightOf(viewer, known.file) !== 'none' || knowsOf(viewer, known.file));

/** Restarts cases that somebody names, or all that need it. Throws `RecordsUnavailable` and `CasesUnavailable`. */
export async function restartCases(
  office: Office,
  { form, actor }: { readonly form: unknown; readonly actor: Viewer },
): Promise<Restarted> {
  const mayNot = whyMayNotDo(office, actor, 'restart-case');
  if (mayNot !== undefined) return { kind: 'refused', refusal: mayNot };
  const read = parseForm(restartForm, form, { today: londonDate(office.now()) });
  if (read.kind === 'refused') return read;
  const named =
    read.form.cases === 'all'
      ? (await readComparison(office, actor)).found.map((one) => one.reference)
      : [...new Set(read.form.cases)];
  const wanted = named.slice(0, mostAtOnce);
  const restarts: Restart[] = [];
  for (let from = 0; from < wanted.length; from += atATime) {
    const some = wanted.slice(from, from + atATime);
    restarts.push(...(await Promise.all(some.map((one) => restartNamed(office, one, actor)))));
  }
  return { kind: 'done', restarts, left: named.length - wanted.length };
}

async function restartNamed(office: Office, named: string, actor: Viewer): Promise<Restart> {
  const known = await findCase(office, named);
  return known === undefined || !isVisible(actor, known)
    ? { kind: 'no-such-case', reference: named, sentence: `There is no case ${named}.` }
    : restartCase(office, known.file.reference, actor);
}

/**
 * Starts a case again from the file on its record, if it does not go on as it should. Without `by` the installation
 * does so itself. Doing it twice has the effect of doing it once. The new run goes on sending the notices that still
 * wait, and sends those reminders that fell due meanwhile and are still true.
 */
export async function restartCase(office: Office, of: CaseReference, by?: Viewer): Promise<Restart> {
  const { cases, records, now, log } = office;
  const finding = await compareOne(office, of);
  const known = await findCase(office, of);
  if (known === undefined || known.file.closedOn !== undefined)
    return { kind: 'closed', reference: of, sentence: `${of} is closed.` };
  const runs: Restart = { kind: 'runs', reference: of, sentence: `${of} runs as it should; nothing was done.` };
  if (finding === undefined) return runs;
  const [last] = await records.events.eventsOf(of, { after: known.file.seq - 1, limit: 1 });
  const clock = caseNow(now(), known);
  // Takes the later time: another machine's clock may be ahead of this one's, and times on a record never go back.
  const event = entryOf(known, later(clock, last?.at ?? clock), finding, by);
  const file = { ...known.file, seq: event.seq, unsent: await unsentOf(records, known.file) };
  const started = await cases.restart({
    file,
    entry: { events: [event], notices: [] },
    inPlaceOf: 'runId' in finding ? finding.runId : undefined,
  });
  if (!started) return runs;
  log?.warn({ reference: of, found: finding.kind, by: by?.id }, 'A case was restarted from its record.');
  const isRecorded = async () => ((await findCase(office, of))?.file.seq ?? 0) >= event.seq;
  await soon(isRecorded, office.limits?.recordedWithinMs ?? recordedWithin);
  // Moves a practice case's clock ahead again, because a new run begins on the wall clock.
  if (file.practice && known.practiceOffsetMs > 0) await cases.advance(of, event.at);
  await cases.calendarChanged([of]);
  if (by !== undefined) await settleTasks(records, of, { at: now(), by: by.id });
  return {
    kind: 'restarted',
    finding,
    reference: of,
    sentence: `${sayFinding(of, finding)} It was restarted from its record.`,
  };
}

/** Lists every notice that waits on the record, those that the file knows first. */
async function unsentOf({ notices }: Office['records'], { reference: of, unsent }: CaseOnRecord['file']) {
  const waiting = (await notices.waiting({ reference: of })).map(({ notice }) => notice.key);
  return [...unsent.filter((key) => waiting.includes(key)), ...waiting.filter((key) => !unsent.includes(key))];
}

/** Builds the entry about the restart for the case's record. */
function entryOf({ file }: CaseOnRecord, at: CaseEvent['at'], finding: Finding, by: Viewer | undefined): CaseEvent {
  const role = by?.roles.find((one) => mayDo['restart-case'].includes(one));
  return {
    seq: file.seq + 1,
    kind: 'case-restarted',
    at,
    ...(by === undefined ? {} : { by: by.id }),
    ...(role === undefined ? {} : { role }),
    details: { found: finding.kind },
  };
}

const taskKind = 'not-running';

/** Gives the Business Unit a task about a case that does not go on, once. Restarting the case settles the task. */
export const addTask = ({ records, now }: Office, { reference: of, finding }: FoundCase, seq: number): Promise<void> =>
  records.tasks.add({
    key: `${of}/${taskKind}/${seq}`,
    reference: of,
    kind: taskKind,
    sentence: `${sayFinding(of, finding)} Nothing on its record is lost: restart it from its record under "Cases and the engine", or ask IT to.`,
    createdAt: now(),
  });

async function settleTasks(
  { tasks }: Office['records'],
  of: CaseReference,
  done: Parameters<Office['records']['tasks']['done']>[1],
): Promise<void> {
  const open = await tasks.list({ reference: of, toDo: true });
  for (const { key } of open.filter(({ kind }) => kind === taskKind)) await tasks.done(key, done);
}
