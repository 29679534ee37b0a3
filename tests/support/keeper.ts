import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** Another process that uses a data folder, to be killed in the middle of it. */
export interface Keeper {
  readonly pid: number;
  /** What it said so far, a parsed line each. */
  readonly said: readonly Record<string, unknown>[];
  readonly kill: () => Promise<void>;
}

/** Starts a process that locks the data folder and does the task: see to-be-killed.cjs. */
export function startKeeper(task: 'guard' | 'insert' | 'lock', dataDir: string): Keeper {
  const child = spawn(process.execPath, [path.join(__dirname, 'to-be-killed.cjs'), task, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: Record<string, unknown>[] = [];
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message: unknown = JSON.parse(line);
    if (typeof message === 'object' && message !== null) said.push({ ...message });
  });
  const kill = (): Promise<void> => {
    child.kill('SIGKILL');
    return ended;
  };
  return { pid: child.pid ?? 0, said, kill };
}

/** Waits until it holds. */
export async function until(holds: () => boolean, withinMs = 50_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('It did not come to hold in time.');
    await pause(20);
  }
}

/** A folder that is closed to other accounts, as temporary ones are, and a way to remove it. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'reviews-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
