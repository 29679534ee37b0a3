import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { RoomWhere } from '../http/readiness';
import type { LogTrouble } from '../log/destination';
import { RecordsUnavailable } from '../records/unavailable';
import type { Records } from '../records/records';

/** Reasons for a failed write by the error's code, in words that follow "Not ready:". */
const why: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full',
  EDQUOT: 'its share of the disk is used up',
  EROFS: 'its disk cannot be written to',
  EIO: 'its disk fails',
};

/** Bytes that are tried: more than what a full disk still finds room for between others. */
const triedBytes = 64 * 1024;
/** Milliseconds for which an answer holds, so that whoever asks often does not write often. */
const holdsMs = 1_000;

/** Places in which there must be room to write. */
export interface Rooms {
  readonly records: Pick<Records, 'writable'>;
  /** Left out by a worker by itself, which keeps nothing in a folder and may have none. */
  readonly dataDir?: string;
  logTrouble(): LogTrouble | undefined;
}

/**
 * Asks whether what comes in can be kept, by writing a little: into the records, into the data folder, and as the log
 * fares; where the records are away, into the folder alone. Answers nothing, or why not, in words that follow "Not ready:".
 */
export function roomIn({ records, dataDir, logTrouble }: Rooms): (where?: RoomWhere) => Promise<string | undefined> {
  const look = async (where: RoomWhere): Promise<string | undefined> => {
    const trouble = logTrouble();
    const ofLog = trouble && `the log cannot be written (${trouble.code}, ${trouble.lost} lines lost)`;
    const inRecords = where === 'everywhere' ? await ofRecords(records) : undefined;
    return inRecords ?? (dataDir === undefined ? undefined : await ofFolder(dataDir)) ?? ofLog;
  };
  const last = new Map<RoomWhere, { readonly at: number; readonly said: Promise<string | undefined> }>();
  return (where = 'everywhere') => {
    const at = performance.now();
    const before = last.get(where);
    if (before !== undefined && at - before.at <= holdsMs) return before.said;
    const said = look(where);
    last.set(where, { at, said });
    return said;
  };
}

async function ofRecords(records: Rooms['records']): Promise<string | undefined> {
  try {
    await records.writable();
    return undefined;
  } catch (error) {
    // `RecordsUnavailable` says why in its own sentence.
    return error instanceof RecordsUnavailable ? lowered(error.message) : 'the records cannot be written';
  }
}

const lowered = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`.replace(/\.$/, '');

async function ofFolder(dataDir: string): Promise<string | undefined> {
  const file = path.join(dataDir, `room-${randomUUID()}`);
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(Buffer.alloc(triedBytes, 1));
      await handle.sync();
    } finally {
      await handle.close();
    }
    return undefined;
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    return `the data folder cannot be written: ${why[code] ?? code}`;
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
