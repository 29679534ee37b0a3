import { execFile } from 'node:child_process';
import { open, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const allocated = promisify(execFile);

/** The disk on which everything of a run is, where the machine let one be made (scripts/small-disk.mjs). */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves not a byte of room; what becomes free meanwhile is taken too. */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
}

/** Bytes that are written at a time: first much, in the end what goes between two others. */
const chunks = [4 * 1024 * 1024, 64 * 1024, 4 * 1024, 1] as const;
/** Milliseconds between two looks for room. */
const againMs = 50;

/** The disk that is mounted at this folder. */
export function smallDiskAt(folder: string): SmallDisk {
  const file = path.join(folder, 'filler');
  let isFull = false;
  let keeping = Promise.resolve();
  const keep = async (): Promise<void> => {
    for (; isFull; await pause(againMs)) await fillUp(file);
  };
  return {
    folder,
    async fill() {
      isFull = true;
      await fillUp(file);
      keeping = keep();
    },
    async makeRoom() {
      isFull = false;
      await keeping;
      await rm(file, { force: true });
    },
  };
}

async function fillUp(file: string): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(file));
  const have = (await stat(file).catch(() => undefined))?.size ?? 0;
  // Most of it at once; another who takes some of it meanwhile makes that fail, and then it is written.
  const most = bavail * bsize - chunks[0];
  if (most > 0) await allocated('fallocate', ['-l', `${have + most}`, file]).catch(() => undefined);
  const handle = await open(file, 'a');
  try {
    for (const size of chunks) {
      const bytes = Buffer.alloc(size, 1);
      while (await wasWritten(handle.write(bytes)));
    }
  } finally {
    await handle.close();
  }
}

async function wasWritten(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
