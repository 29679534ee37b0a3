import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cast, Parts } from './cast/cast';
import { fillDisk } from './cast/full-disk';
import { copyData, watchCopy } from './copied';
import { fullDisk } from './full-disk';
import type { CopySeen, FullDiskSeen, ReadWhileFull } from './observed';
import { readWhile } from './reading-while-full';
import type { Part } from './cast/part';
import type { Manners } from './cast/relay';
import type { Act } from './schedule';

/** For how long the relay is well at least before it is in a bad way again. */
const calmMs = 10_000;

/** What an act needs of the cases that are going on. */
export interface Going {
  /** The next decision that can be taken once only is sent by twelve at the same time. */
  contest(keys: 'the same' | 'their own'): void;
  /** The reference of an open case. */
  openCase(pick: number): string | undefined;
  /** Begins a case again from the record, as IT does. */
  restart(reference: string): Promise<void>;
  /** Notes that a case was sent what it has to refuse on its record. */
  poisoned(reference: string): void;
  /** The case's own clock, in milliseconds. */
  clockOf(reference: string): Promise<number>;
  /** Notes what the application said of a full disk. */
  sawDisk(seen: FullDiskSeen): void;
  /** Notes what came of reading while nothing could be written. */
  read(seen: readonly ReadWhileFull[]): void;
  /** Watches a copy while other faults happen; one copy at a time. */
  besides(watch: () => Promise<CopySeen>): void;
  /** Sends decisions by the API whose dates no rule bears; each has to be refused. */
  sendImpossibleDates(reference: string): Promise<void>;
}

/** Does what the act says to the cast, for as long as it says, and puts it right again. */
export async function inflict(cast: Cast, { fault, lastsMs, pick }: Act, going: Going): Promise<void> {
  const mail = async (manners: Manners, times = 2): Promise<void> => {
    await cast.relay.behave(manners);
    await pause(lastsMs * times);
    await cast.relay.behave('well');
    // What failed before is tried again twice as late each time: without some calm in between nothing would go on.
    await pause(calmMs);
  };
  const copied = async (takenFrom: CopySeen['takenFrom']): Promise<void> => {
    const reference = going.openCase(pick);
    const folder = takenFrom === 'running' ? await copyData(cast.folders) : await copiedAtRest(cast);
    going.besides(() => watchCopy(cast, { folder, takenFrom, reference, lastsMs }));
  };
  switch (fault) {
    case 'the worker is killed':
      return killed(lastsMs, oneOf(cast.workers, { cast, pick }));
    case 'the API is killed':
      return killed(lastsMs / 4, oneOf(cast.apis, { cast, pick }));
    case 'everything is killed at once':
      return killed(lastsMs / 4, ...cast.postgres, cast.temporal, ...cast.apis, ...cast.workers);
    case 'Temporal is killed':
      return killed(lastsMs / 4, cast.temporal);
    case 'PostgreSQL is killed':
      return killed(lastsMs / 4, oneOf(cast.postgres, { cast, pick }));
    case 'the mail relay refuses connections':
      return mail('refuses');
    case 'the mail relay hangs':
      // Longer at times than anything waits for a relay that says nothing.
      return mail('hangs', 5);
    case 'the mail relay says 421':
      return mail('says 421');
    case 'the mail relay says 550':
      return mail('says 550');
    case 'the mail relay takes a message and drops the connection':
      return mail('drops');
    case 'the mail relay is away for three days of a case': {
      const reference = going.openCase(pick);
      if (reference === undefined) return;
      await cast.relay.behave('refuses');
      await threeDaysOf(reference, going);
      await cast.relay.behave('well');
      return pause(calmMs);
    }
    case 'the database is slow':
      await cast.database.be('slow');
      await pause(lastsMs);
      return cast.database.be('open');
    case 'the database is gone':
      await cast.database.be('refuses');
      await pause(lastsMs);
      return cast.database.be('open');
    case 'the database answers nothing':
      await cast.database.be('hangs');
      await pause(lastsMs);
      return cast.database.be('open');
    case 'the database is full':
      await fillDisk(cast.recordsUrl(), true);
      going.read(await readWhile(cast, going.openCase(pick), pause(lastsMs)));
      return fillDisk(cast.recordsUrl(), false);
    case 'the disk is full': {
      if (cast.disk === undefined) throw new Error('There is no disk to fill: leave this fault out.');
      const filled = fullDisk(cast.disk, cast.url, lastsMs);
      going.read(await readWhile(cast, going.openCase(pick), filled));
      return going.sawDisk(await filled);
    }
    case 'the data is copied while everything runs':
      return copied('running');
    case 'the data is copied while everything stands still':
      return copied('stopped');
    case 'another worker comes and goes': {
      const another = await cast.anotherWorker();
      await pause(lastsMs);
      return another.kill();
    }
    case 'twelve callers decide with the same key':
      return going.contest('the same');
    case 'twelve callers decide with keys of their own':
      return going.contest('their own');
    case 'a case is sent what it cannot take': {
      const reference = going.openCase(pick);
      if (reference === undefined) return;
      going.poisoned(reference);
      await poison(cast, reference);
      return going.sendImpossibleDates(reference);
    }
    case 'a case is terminated': {
      const reference = going.openCase(pick);
      if (reference === undefined) return;
      const target = ['--workflow-id', reference, '--address', cast.temporalAddress];
      await promisify(execFile)(cast.cli, ['workflow', 'terminate', ...target, '--reason', 'By mistake']);
      await pause(lastsMs);
      return going.restart(reference);
    }
  }
}

const threeDays = 3 * 86_400_000;
/** How long the clock of a case is waited for: a case may have come to its end. */
const movesWithinMs = 60_000;

/** Resolves when the clock of a case has gone on by three days, or does not go on any more. */
async function threeDaysOf(reference: string, going: Going): Promise<void> {
  const began = await going.clockOf(reference);
  for (const until = Date.now() + movesWithinMs; Date.now() < until; await pause(1_000))
    if ((await going.clockOf(reference)) - began >= threeDays) return;
}

/** Signals as the command line sends them: not encrypted, no JSON, under a key that there is not, and with nothing in them. */
const poisonous: readonly (readonly string[])[] = [
  ['--name', 'addNote', '--input', '{"by":"P14","form":{"note":"In somebody else\'s name"}}'],
  ['--name', 'addAction', '--input', '{"by":"P01","form":{"dueOn":"2062-12-18"}}'],
  ['--name', 'placeHold', '--input', 'bm90IEpTT04=', '--input-base64', '--input-meta', 'encoding=binary/plain'],
  ['--name', 'addNote', '--input', 'bm8ga2V5', '--input-base64', '--input-meta', 'encoding=binary/encrypted'],
  ['--name', 'withdrawCase'],
];

/** Tries of a Signal to a case that Temporal says is busy, a second apart. */
const triesWhileBusy = 20;

async function poison(cast: Cast, reference: string): Promise<void> {
  const target = ['--workflow-id', reference, '--address', cast.temporalAddress];
  const send = async (signal: readonly string[], left: number): Promise<void> => {
    try {
      await promisify(execFile)(cast.cli, ['workflow', 'signal', ...target, ...signal]);
    } catch (error) {
      // A case that has come to its end takes no Signal.
      if (/already completed/.test(String(error))) return;
      if (left === 0 || !/Workflow is busy/.test(String(error))) throw error;
      await pause(1_000);
      await send(signal, left - 1);
    }
  };
  for (const signal of poisonous) await send(signal, triesWhileBusy);
}

/** Where there are several of a kind, one is lost and the others are not. */
function oneOf(parts: Parts, { cast, pick }: { readonly cast: Cast; readonly pick: number }): Part {
  const one = parts[pick % parts.length] ?? parts[0];
  if (parts.length > 1) cast.say(`It is: ${one.name}.`);
  return one;
}

/** Stops everything as it is meant to be stopped, copies the data, and starts everything again. */
async function copiedAtRest(cast: Cast): Promise<string> {
  const parts = [...cast.postgres, cast.temporal, ...cast.apis, ...cast.workers];
  for (const one of [...parts].reverse()) await one.stop();
  try {
    return await copyData(cast.folders);
  } finally {
    for (const one of parts) await one.revive();
  }
}

/** Kills them at once; the stores are there again first, as whatever starts them has it. */
async function killed(awayMs: number, ...parts: readonly Part[]): Promise<void> {
  await Promise.all(parts.map((one) => one.kill()));
  await pause(awayMs);
  for (const one of parts) await one.revive();
}
