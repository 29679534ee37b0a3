import { accessSync, constants, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { clearLeftover } from './guarded';
import { identify, isAlive } from './identity';

/** Reason for which the data folder cannot be used: a code, and a sentence that says what to do. */
interface DataFolderProblem {
  readonly code: 'data-folder-in-use' | 'data-folder-not-writable';
  readonly sentence: string;
}

/** The data folder, ours until `release`. */
interface DataFolderLock {
  readonly dataDir: string;
  readonly release: () => void;
}

/** Either the lock or what stood in its way. */
export type DataFolderAnswer =
  { readonly ok: true; readonly lock: DataFolderLock } | { readonly ok: false; readonly problem: DataFolderProblem };

const ownerSchema = z.object({ pid: z.number(), startedAt: z.string() });

// A process killed a moment ago may still be on its way out; one that answers a second later is in use.
const PATIENCE_MS = 1_000;

/**
 * Takes the data folder for this process alone, and waits for what a killed predecessor left running in it.
 * The lock is a file with the owner's process in it: one whose owner no longer runs counts for nothing.
 */
export async function lockDataFolder(dataDir: string, say: (sentence: string) => void): Promise<DataFolderAnswer> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    const owner = await take(path.join(dataDir, 'lock'));
    if (owner !== undefined) return { ok: false, problem: inUse(dataDir, owner) };
    await clearLeftovers(path.join(dataDir, 'run'), say);
  } catch (error) {
    return { ok: false, problem: notWritable(dataDir, error) };
  }
  return { ok: true, lock: { dataDir, release: () => rmSync(path.join(dataDir, 'lock'), { force: true }) } };
}

/** Undefined when the lock is ours, else the process that has it. */
async function take(file: string): Promise<number | undefined> {
  const mine = JSON.stringify(identify(process.pid));
  const candidate = `${file}.${process.pid}`;
  const until = Date.now() + PATIENCE_MS;
  writeFileSync(candidate, mine, { mode: 0o600 });
  try {
    for (;;) {
      if (linked(candidate, file)) {
        // Two who found the same stale lock could each believe that they replaced it; the second look settles it.
        await pause(30);
        if (contentOf(file) === mine) return undefined;
      }
      const content = contentOf(file);
      const owner = content === undefined ? undefined : ownerOf(content);
      if (content !== undefined && owner === undefined) putAside(file, content);
      if (owner !== undefined && Date.now() >= until) return owner;
      await pause(owner === undefined ? 5 : 50);
    }
  } finally {
    rmSync(candidate, { force: true });
  }
}

function putAside(file: string, stale: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    // Gives the lock back if another start replaced the stale lock just before it was moved.
    if (contentOf(aside) !== stale) linked(aside, file);
  } catch {
    // Another start was quicker to move it.
  }
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function ownerOf(content: string): number | undefined {
  try {
    const owner = ownerSchema.parse(JSON.parse(content));
    return isAlive(owner) ? owner.pid : undefined;
  } catch {
    return undefined;
  }
}

async function clearLeftovers(runFolder: string, say: (sentence: string) => void): Promise<void> {
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  const entries = readdirSync(runFolder).filter((name) => name.endsWith('.json'));
  if (entries.length > 0) say('The last run was cut short; waiting until what it started has ended.');
  await Promise.all(entries.map((name) => clearLeftover(path.join(runFolder, name))));
}

function inUse(dataDir: string, pid: number): DataFolderProblem {
  return {
    code: 'data-folder-in-use',
    sentence: `The data folder ${dataDir} is in use by another instance (process ${pid}). Stop that one, or set DATA_DIR to another folder.`,
  };
}

function notWritable(dataDir: string, error: unknown): DataFolderProblem {
  const why = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  return {
    code: 'data-folder-not-writable',
    sentence: `The data folder ${dataDir} cannot be written (${why}). Give this user the right to write there, or set DATA_DIR to another folder.`,
  };
}

// By shape: what the system throws need not be an instance of this realm's Error (under jest it is not).
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
