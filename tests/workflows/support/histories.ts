import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { DataConverter, Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import type { CaseReference } from '../../../src/procedure/time/time';
import { newPayloadKey } from '../../../src/security/payload-keys';
import { dataConverterOf } from '../../../src/temporal/data-converter';
import { inThreads } from '../../../src/temporal/replay-open-cases';
import { bundle, type Engine } from './engine';

/** What happened in one run of a case, as the server keeps it. */
export interface SavedHistory {
  readonly workflowId: string;
  readonly history: temporal.api.history.v1.IHistory;
}

/** What a folder of saved histories holds: how many runs each way took, and how many events. */
export type Expected = Readonly<Record<string, { readonly runs: number; readonly events: number }>>;

const { History } = temporal.api.history.v1;

const folder = path.join(__dirname, '..', 'histories');
const countsIn = (release: string) => path.join(folder, release, 'expected.json');

/** Saved histories are in plain, since nothing that is encrypted can be compressed; it is read with any key. */
export const ofSavedHistories: DataConverter = dataConverterOf({
  keys: { writing: newPayloadKey('2037-01-05'), reading: [], retired: [] },
  plain: 'accepted',
});

/** The history of each run of a case, last to first. */
export async function historiesOf({ env }: Engine, workflowId: string): Promise<readonly SavedHistory[]> {
  const found: SavedHistory[] = [];
  for (let runId: string | undefined; ;) {
    const history = await env.client.workflow.getHandle(workflowId, runId).fetchHistory();
    found.push({ workflowId, history });
    const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (before === undefined || before === null || before === '') return found;
    runId = before;
  }
}

/** A history as it was before it was encrypted. */
export async function inPlain(
  { workflowId, history }: SavedHistory,
  { payloadCodecs }: DataConverter,
): Promise<SavedHistory> {
  const [codec] = payloadCodecs ?? [];
  const inObjects = History.toObject(History.fromObject(history), { longs: String });
  const plain = async (value: unknown): Promise<unknown> => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return Promise.all(value.map(plain));
    if (isPayload(value)) return (await codec?.decode([value]))?.[0];
    const fields = Object.entries(value).map(async ([name, inside]) => [name, await plain(inside)] as const);
    return Object.fromEntries(await Promise.all(fields));
  };
  return { workflowId, history: History.fromObject((await plain(inObjects)) as object) };
}

const isPayload = (value: object): value is Payload =>
  'data' in value && value.data instanceof Uint8Array && 'metadata' in value;

/** What replaying came to: how many, and which could not be, each with why. */
export interface Replayed {
  readonly replayed: number;
  readonly broken: readonly string[];
}

/** Replays histories with the workflows that are shipped, or with others. */
export async function replay(
  histories: Iterable<SavedHistory>,
  dataConverter: DataConverter,
  codePath = bundle,
): Promise<Replayed> {
  const broken: string[] = [];
  let replayed = 0;
  const options = { workflowBundle: { codePath }, dataConverter, ...inThreads };
  const results = Worker.runReplayHistories(options, histories);
  for await (const { workflowId, error } of results) {
    replayed += 1;
    if (error !== undefined) broken.push(`${workflowId}: ${error.message}`);
  }
  return { replayed, broken };
}

/** Replays every run of these cases with the workflows that are shipped. */
export async function replayRunsOf(
  engine: Engine,
  stories: readonly { readonly reference: CaseReference }[],
): Promise<Replayed> {
  const histories = await Promise.all(stories.map(({ reference }) => historiesOf(engine, reference)));
  return replay(histories.flat(), engine.dataConverter);
}

const { EventType } = temporal.api.enums.v1;

/** What a run leaves behind of its first task: it is asked for nothing yet, and only says how it stands and when it wakes. */
const ofFirstTask = new Set([
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
]);

/**
 * A run that goes on from a case file, as it was before anything happened in it; nothing of a case's first run. This has
 * to be replayed by every later release: a changed rule changes no command at rest.
 */
export function atRest({ workflowId, history }: SavedHistory): SavedHistory | undefined {
  const events = history.events ?? [];
  const before = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  const first = events.findIndex(({ eventType }) => eventType === EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED);
  if (before === '' || first === -1) return undefined;
  const after = events.slice(first + 1);
  const woken = after.findIndex(({ eventType = null }) => eventType === null || !ofFirstTask.has(eventType));
  return {
    workflowId,
    history: { events: [...events.slice(0, first + 1), ...after.slice(0, woken === -1 ? undefined : woken)] },
  };
}

/** Releases of which histories are saved. */
export const savedReleases = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** What was counted when the histories of a release were saved. */
export const expectedOf = (release: string): Expected =>
  JSON.parse(readFileSync(countsIn(release), 'utf8')) as Expected;

/** The ways of a release with their histories, each run by itself. */
export function savedOf(release: string): ReadonlyMap<string, readonly SavedHistory[]> {
  const files = readdirSync(path.join(folder, release)).filter(
    (file) => file.endsWith('.json.br') && file !== caseFiles,
  );
  return new Map(files.map((file) => [file.replace('.json.br', ''), readSaved(path.join(folder, release, file))]));
}

function readSaved(file: string): readonly SavedHistory[] {
  const saved = uncompressed(file) as readonly Written[];
  return saved.map(({ workflowId, history }) => ({
    workflowId,
    history: History.decode(Buffer.from(history, 'latin1')),
  }));
}

/** A run as it is saved: the bytes of its history, one a character, in which repetitions can still be seen. */
interface Written {
  readonly workflowId: string;
  readonly history: string;
}

/** Saves the histories of a release in the place of those that were saved of it before. */
export function save(release: string, ways: ReadonlyMap<string, readonly SavedHistory[]>): Expected {
  rmSync(path.join(folder, release), { recursive: true, force: true });
  mkdirSync(path.join(folder, release), { recursive: true });
  for (const [way, histories] of ways) {
    const written = histories.map(({ workflowId, history }): Written => ({
      workflowId,
      history: Buffer.from(History.encode(history).finish()).toString('latin1'),
    }));
    writeFileSync(path.join(folder, release, `${way}.json.br`), compressed(written));
  }
  const counted = counts(ways);
  writeFileSync(countsIn(release), `${JSON.stringify(counted, undefined, 2)}\n`);
  return counted;
}

/** How many runs and events there are of each way. */
export const counts = (ways: ReadonlyMap<string, readonly SavedHistory[]>): Expected =>
  Object.fromEntries(
    [...ways].map(([way, histories]) => [
      way,
      {
        runs: histories.length,
        events: histories.reduce((sum, { history }) => sum + (history.events?.length ?? 0), 0),
      },
    ]),
  );

/** Case files and runs repeat one another over long distances, and are small together. */
export const compressed = (value: unknown): Buffer =>
  brotliCompressSync(JSON.stringify(value), {
    params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS, [constants.BROTLI_PARAM_QUALITY]: 9 },
  });

/** What was compressed. */
export const uncompressed = (file: string): unknown =>
  JSON.parse(brotliDecompressSync(readFileSync(file)).toString('utf8'));

/** The case files of a release, which lie beside its histories. */
const caseFiles = 'case-files.json.br';
export const caseFilesOf = (release: string): string => path.join(folder, release, caseFiles);
