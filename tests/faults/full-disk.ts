import { setTimeout as pause } from 'node:timers/promises';
import type { SmallDisk } from './cast/small-disk';
import type { FullDiskSeen } from './observed';

/** Milliseconds within which the application has to say that there is no room. */
const saysWithinMs = 15_000;
/** Milliseconds within which everything has to work once there is room again, PostgreSQL's recovery included. */
const readyWithinMs = 90_000;

/** Makes the disk full for so long at least, and answers what the application at this address said of it. */
export async function fullDisk(disk: SmallDisk, url: string, lastsMs: number): Promise<FullDiskSeen> {
  await disk.fill();
  const began = Date.now();
  const said = new Set<string>();
  let saysSo = false;
  try {
    while (Date.now() - began < (saysSo ? lastsMs : Math.max(lastsMs, saysWithinMs))) {
      const { sentence, isFull } = await health(url);
      said.add(sentence);
      saysSo ||= isFull;
      await pause(250);
    }
  } finally {
    await disk.makeRoom();
  }
  const roomAt = Date.now();
  let last = await health(url);
  for (; !last.isReady && Date.now() - roomAt < readyWithinMs; last = await health(url)) await pause(250);
  return { said: [...said], saysSo, lastly: last.sentence, goesOn: last.isReady, afterMs: Date.now() - roomAt };
}

interface Health {
  readonly isReady: boolean;
  /** True if the answer says that there is no room. */
  readonly isFull: boolean;
  readonly sentence: string;
}

async function health(url: string): Promise<Health> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) });
    const body: unknown = await answer.json();
    const told = typeof body === 'object' && body !== null ? body : {};
    return {
      isReady: answer.ok,
      isFull: 'disk' in told && told.disk === 'full',
      sentence: 'detail' in told ? String(told.detail) : String(answer.status),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { isReady: false, isFull: false, sentence: `no answer (${why})` };
  }
}
