import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { identify, isAlive, signal as send, waitUntilGone } from './identity';
import type { ProcessIdentity } from './identity';

/** Signal that asks a program to end, and the milliseconds after which it is killed. */
interface StopOrder {
  readonly signal: NodeJS.Signals;
  readonly graceMs: number;
}

/** A program to run under guard. */
export interface GuardedProgram {
  /** Names the log file and the entry in the run folder; one program of a name runs in a data folder. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly dataDir: string;
  /** Used when nobody is left to say how. */
  readonly stop: StopOrder;
}

/** Exit code and signal with which a program ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** A program that runs, and that ends when this process does, however this process ends. */
export interface Guarded {
  readonly pid: number;
  readonly logFile: string;
  readonly exited: Promise<Exit>;
  readonly stop: (order?: StopOrder) => Promise<Exit>;
}

const LOG_LIMIT = 10 * 1024 * 1024;
const identitySchema = z.object({ pid: z.number(), startedAt: z.string() });
const entrySchema = z.object({
  guard: identitySchema.optional(),
  child: identitySchema.optional(),
  signal: z.enum(['SIGINT', 'SIGTERM', 'SIGQUIT']).catch('SIGTERM'),
});
const messageSchema = z.union([
  z.object({ started: z.number() }),
  z.object({ failed: z.string() }),
  z.object({ exited: z.object({ code: z.number().nullable(), signal: z.string().nullable() }) }),
]);

/** Starts a program that never outlives this process, not even when this process is killed with SIGKILL. */
export async function startGuarded(program: GuardedProgram): Promise<Guarded> {
  const { name, dataDir, stop: stopOrder, ...start } = program;
  const logFile = path.join(dataDir, 'logs', `${name}.log`);
  const entryFile = path.join(dataDir, 'run', `${name}.json`);
  for (const file of [logFile, entryFile]) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const log = openLog(logFile);
  const guard = spawn(process.execPath, [path.join(__dirname, 'guard.cjs')], {
    // A session of its own, so that a terminal that closes or sends Ctrl-C does not reach it.
    detached: true,
    stdio: ['pipe', 'pipe', log],
    env: {},
    cwd: '/',
  });
  closeSync(log);
  const { stdin, stdout } = guard;
  if (stdin === null || stdout === null) throw new Error('The guard has no pipes.');
  // Written before the program can exist: the next start knows whom to wait for.
  const guardIdentity = guard.pid === undefined ? undefined : identify(guard.pid);
  const writeEntry = (child?: ProcessIdentity): void =>
    writeFileSync(entryFile, JSON.stringify({ guard: guardIdentity, child, signal: stopOrder.signal }));
  try {
    writeEntry();
  } catch (error) {
    // On a full disk, say: without its entry nothing is started, and the guard ends.
    stdin.end();
    throw error;
  }

  let child: ProcessIdentity | undefined;
  let exit: Exit = { code: null, signal: 'SIGKILL' };
  const tellGuard = (message: object): void => void stdin.write(`${JSON.stringify(message)}\n`);
  stdin.on('error', () => undefined);

  const exited = new Promise<Exit>((resolve) => {
    guard.once('error', () => resolve(exit));
    guard.once('close', () => {
      // Kills the program here if the guard alone was killed.
      if (child !== undefined && isAlive(child)) send(-child.pid, 'SIGKILL');
      rmSync(entryFile, { force: true });
      resolve(exit);
    });
  });

  const pid = await new Promise<number>((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const message = messageSchema.parse(JSON.parse(line));
      if ('started' in message) {
        child = identify(message.started);
        try {
          writeEntry(child);
          resolve(message.started);
        } catch (error) {
          tellGuard({ stop: stopOrder });
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      } else if ('failed' in message) reject(new Error(`${name} could not be started: ${message.failed}`));
      else exit = message.exited;
    });
    void exited.then(() => reject(new Error(`${name} could not be started; see ${logFile}`)));
    tellGuard({ start: { ...start, stop: stopOrder } });
  });

  const stop = (order = stopOrder): Promise<Exit> => {
    tellGuard({ stop: order });
    return exited;
  };
  return { pid, logFile, exited, stop };
}

/** Waits for a program that the last owner of the data folder left behind, and ends it when its guard is gone too. */
export async function clearLeftover(entryFile: string): Promise<void> {
  const entry = entrySchema.safeParse(readEntry(entryFile));
  if (entry.success) {
    const { guard, child, signal } = entry.data;
    if (guard !== undefined) await waitUntilGone(guard, 30_000);
    if (child !== undefined && isAlive(child)) {
      send(child.pid, signal);
      if (!(await waitUntilGone(child, 10_000))) send(-child.pid, 'SIGKILL');
      await waitUntilGone(child, 5_000);
    }
  }
  rmSync(entryFile, { force: true });
}

/** The last line that a program wrote, to be told to a person. */
export function lastLogLine(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? '';
}

function readEntry(entryFile: string): unknown {
  try {
    return JSON.parse(readFileSync(entryFile, 'utf8'));
  } catch {
    return undefined;
  }
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}
