import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { callerOf } from '../e2e/caller';
import { anInstallation, signIn, type RunningInstallation } from '../e2e/installation';
import { carefulCaller, ofItsOwn, Unanswered, type Answered } from './careful-caller';
import { mailFrom, type Cast } from './cast/cast';
import { ask } from './cast/full-disk';
import { startRelay, type Relay } from './cast/relay';
import { recordsUrlIn } from './cast/tree';
import type { CopySeen } from './observed';

const root = path.join(__dirname, '..', '..');
const copied = promisify(execFile);
/** Milliseconds that a copy may take to start, and to answer once it was told to take over. */
const patienceMs = 120_000;

/**
 * Copies the records, and Temporal's state where that is in a folder too, as onto another machine: without what says
 * which processes of this one have them. PostgreSQL's own order for a copy of what is in use: where it will begin to
 * recover first, what it recovers from last.
 */
export async function copyData({ records, temporal }: Cast['folders']): Promise<string> {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'copied-')), 'data');
  mkdirSync(copy, { mode: 0o700 });
  // A file that is gone before it is copied is none to copy.
  const take = (from: string, to: string) => copied('cp', ['-a', from, to]).catch(() => undefined);
  const control = path.join('db', 'global', 'pg_control');
  const beginsAt = readFileSync(path.join(records, control));
  await take(records, path.join(copy, 'records'));
  const log = path.join(copy, 'records', 'db', 'pg_wal');
  rmSync(log, { recursive: true, force: true });
  await take(path.join(records, 'db', 'pg_wal'), log);
  writeFileSync(path.join(copy, 'records', control), beginsAt);
  rmSync(path.join(copy, 'records', 'db', 'postmaster.pid'), { force: true });
  if (temporal !== undefined) await take(temporal, path.join(copy, 'temporal'));
  return copy;
}

/** A copy that is to be started beside the installation that it was taken from. */
export interface Copy {
  readonly folder: string;
  readonly takenFrom: CopySeen['takenFrom'];
  /** A case that both have. */
  readonly reference: string | undefined;
  /** For how long it runs before anybody answers its question, in milliseconds. */
  readonly lastsMs: number;
}

/**
 * Starts a copy with ports of its own, and its keys; where Temporal's state is no part of it, on the installation's own
 * Temporal. Sends it what it must not take, and looks at what it did. One that was taken of what stood still, with its
 * Temporal, is then told to take over.
 */
export async function watchCopy(cast: Cast, copy: Copy): Promise<CopySeen> {
  const relay = await startRelay();
  const { keys, temporal } = cast.folders;
  const beside = await anInstallation({
    ...signIn,
    ...{ DATA_DIR: copy.folder, PAYLOAD_KEYS_FILE: keys, PRACTICE_SMTP_URL: relay.url, LOG_LEVEL: 'warn' },
    MAIL_FROM: `${mailFrom.name} <${mailFrom.address}>`,
    ...(temporal === undefined ? { TEMPORAL_ADDRESS: cast.temporalAddress } : {}),
  });
  const remove = async (): Promise<void> => {
    await beside.stop();
    await relay.stop();
    beside.remove();
    rmSync(path.dirname(copy.folder), { recursive: true, force: true });
  };
  cast.atTheEnd(remove);
  try {
    const startedAt = Date.now();
    await inTime(beside.start());
    const heldBack = await whatItDoes({ beside, relay, copy, startedAt });
    if (copy.takenFrom === 'running' || temporal === undefined) return heldBack;
    return { ...heldBack, tookOver: await takesOver(beside, copy.reference) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...{ takenFrom: copy.takenFrom, answers: [], mail: relay.seen.length, changed: 0 }, notStarted: why };
  } finally {
    await remove();
  }
}

/** Data copied while they are written may be incomplete: such a copy may never be ready. */
async function inTime(starting: Promise<void>): Promise<void> {
  const tooLate = new AbortController();
  const late = async (): Promise<void> => {
    await pause(patienceMs, undefined, { signal: tooLate.signal });
    throw new Error(`It was not ready in ${patienceMs / 1_000} s.`);
  };
  try {
    await Promise.race([starting, late()]);
  } finally {
    starting.catch(() => undefined);
    tooLate.abort();
  }
}

interface Watching {
  readonly beside: RunningInstallation;
  readonly relay: Relay;
  readonly copy: Copy;
  readonly startedAt: number;
}

/** Sends it a notification, a decision and a move of a case's clock, gives it time, and counts what it did. */
async function whatItDoes({ beside, relay, copy, startedAt }: Watching): Promise<CopySeen> {
  const { post } = callerOf(beside);
  const sample: unknown = JSON.parse(readFileSync(path.join(root, 'samples', 'notification.json'), 'utf8'));
  const practice = { ...(typeof sample === 'object' ? sample : {}), practice: true };
  const route = `/api/cases/${copy.reference ?? ''}`;
  const sent: readonly (readonly [string, object])[] = [
    ['/api/notifications', practice],
    ...(copy.reference === undefined
      ? []
      : ([
          [`${route}/decisions/addNote`, { note: 'By the copy' }],
          [`${route}/practice/advance`, { to: 'next-deadline' }],
        ] as const)),
  ];
  const answers: string[] = [];
  for (const [to, body] of sent) {
    const { status, body: said } = await post(to, body, { by: 'P01' });
    answers.push(inShort({ status, body: said }));
  }
  await pause(copy.lastsMs);
  const [row] = await ask(
    recordsUrlIn(copy.folder),
    `SELECT count(*)::int AS changed FROM case_events WHERE recorded_at > to_timestamp(${startedAt} / 1000.0)`,
  );
  const changed = Number(row?.['changed']);
  return { takenFrom: copy.takenFrom, answers, mail: relay.seen.length, changed };
}

/** Says on the copy that it goes on there, as IT does. Answers what the copy answers to a note then. */
async function takesOver(beside: RunningInstallation, reference: string | undefined): Promise<string | undefined> {
  await beside.stop();
  await copied(process.execPath, [path.join(root, 'scripts', 'place.mjs'), 'here'], { env: beside.environment });
  await beside.start();
  await beside.isReady();
  if (reference === undefined) return undefined;
  const caller = carefulCaller({ url: beside.url, token: beside.token, patienceMs });
  try {
    // Restarts cases that the stop caught in the middle of something, as the hourly comparison with Temporal does.
    await caller.post('/api/reconciliation/restarts', { by: 'P01', key: ofItsOwn, body: { cases: 'all' } });
    const body = { note: 'Taken over' };
    return inShort(await caller.post(`/api/cases/${reference}/decisions/addNote`, { by: 'P01', key: ofItsOwn, body }));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    const { body } = await caller.get('/api/reconciliation');
    return `${error.message}; it finds of its cases: ${JSON.stringify(body)}`;
  }
}

const inShort = ({ status, body: { code } }: Pick<Answered, 'status' | 'body'>): string =>
  typeof code === 'string' ? `${status} ${code}` : `${status}`;
