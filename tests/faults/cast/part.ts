import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signal } from '../../../src/processes/identity';
import { startGuarded, type Exit, type GuardedProgram } from '../../../src/processes/guarded';

/** Something that runs in a process of its own, and is started again whenever it ends, as a supervisor does. */
export interface Part {
  readonly name: string;
  /** SIGKILL, and it stays away until it is revived. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  stop(): Promise<void>;
}

interface Running {
  readonly exited: Promise<Exit>;
  stop(): Promise<unknown>;
}

/** How a part is started: resolves once it can be used. */
export interface PartStart {
  readonly name: string;
  /** The name under which its process is in the run folder. */
  readonly process: string;
  readonly dataDir: string;
  start(): Promise<Running>;
  say(sentence: string): void;
}

/** Starts a part and keeps it running. */
export async function startPart({ name, process: entry, dataDir, start, say }: PartStart): Promise<Part> {
  let running: Running | undefined;
  let wanted = true;
  let starting: Promise<void> | undefined;

  async function begin(): Promise<void> {
    for (;;) {
      try {
        const begun = await start();
        running = begun;
        void begun.exited.then(() => {
          running = undefined;
          if (!wanted) return;
          say(`${name} ended by itself, and is started again.`);
          starting = pause(300).then(begin);
        });
        return;
      } catch (error) {
        if (!wanted) return;
        say(`${name} could not be started (${error instanceof Error ? error.message : String(error)}); once more.`);
        await pause(500);
      }
    }
  }
  await (starting = begin());

  return {
    name,
    async kill() {
      wanted = false;
      await starting;
      const dying = running;
      if (dying === undefined) return;
      signal(pidOf(path.join(dataDir, 'run', `${entry}.json`)), 'SIGKILL');
      await dying.exited;
    },
    async revive() {
      if (wanted) return;
      wanted = true;
      await (starting = begin());
    },
    async stop() {
      wanted = false;
      await starting;
      await running?.stop();
    },
  };
}

/** The process that a guarded program runs in. */
function pidOf(entryFile: string): number {
  const entry: unknown = JSON.parse(readFileSync(entryFile, 'utf8'));
  const child = typeof entry === 'object' && entry !== null && 'child' in entry ? entry.child : undefined;
  if (typeof child === 'object' && child !== null && 'pid' in child && typeof child.pid === 'number') return child.pid;
  throw new Error(`${entryFile} names no process.`);
}

/** A program of Node's, guarded so that it never outlives the tests, once what it is for answers. */
export async function startProgram(
  program: Pick<GuardedProgram, 'name' | 'args' | 'env' | 'dataDir'>,
  isReady: (logFile: string) => Promise<boolean>,
): Promise<Running> {
  const running = await startGuarded({
    ...program,
    command: process.execPath,
    cwd: '/',
    stop: { signal: 'SIGTERM', graceMs: 20_000 },
  });
  let ended = false;
  void running.exited.then(() => (ended = true));
  for (const until = Date.now() + 90_000; Date.now() < until; await pause(200)) {
    if (ended) throw new Error(`it ended before it was ready; see ${running.logFile}`);
    if (await isReady(running.logFile)) return running;
  }
  await running.stop({ signal: 'SIGKILL', graceMs: 1_000 });
  throw new Error(`it was not ready in time; see ${running.logFile}`);
}
