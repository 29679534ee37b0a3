import {
  CancellationScope,
  TemporalFailure,
  condition,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities';
import type { CaseFile } from '../src/procedure/case/case-file';
import type { Recording } from '../src/procedure/case/record';
import { readNoticeKey } from '../src/procedure/reminders/notice-key';

/* Effects of a case on the world: its record is kept, its notices are sent. The procedure waits for neither. */

// The record is written beside the decision itself; a database that does not answer must not hold the case up.
const promptly = proxyLocalActivities<Pick<Activities, 'record'>>({
  startToCloseTimeout: '1 second',
  scheduleToCloseTimeout: '2 seconds',
  retry: { initialInterval: '100 milliseconds', maximumAttempts: 5 },
  summary: 'Put it on the record',
});

// Tried until it works: a mail server or a database may be away for days, and nothing is given up.
const patiently = { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' } as const;

export interface Effects {
  /** Puts this on the record. False: it could not be written at once, and goes on being tried. */
  record(recording: Recording): Promise<boolean>;
  /** Sends what is on the record and not known to be sent; never resolves. */
  deliver(): Promise<never>;
  /** Looks on the record for notices that wait and that the file does not know, so that they are sent too. */
  takeUpWaiting(): Promise<void>;
  /** True if nothing is being written or sent. */
  areAtRest(): boolean;
  /** True if everything that happened is on the record. */
  areRecorded(): boolean;
}

/** The emails of a case that the file knows and that are not known to be sent. */
export interface Unsent {
  readonly reference: CaseFile['reference'];
  /** The keys of their notices, as the file is now. */
  keys(): readonly string[];
  /** Called with those that are left when some were sent, and with all of them when more were found. */
  change(keys: readonly string[]): void;
}

/** The effects of one run of a case. */
export function effectsOf(unsent: Unsent): Effects {
  const recorder = recorderOf();
  const sender = senderOf(unsent);
  return {
    record: recorder.record,
    deliver: sender.deliver,
    takeUpWaiting: () => takeUpWaiting(unsent),
    areAtRest: () => sender.isAtRest() && recorder.isAtRest(),
    areRecorded: recorder.isAtRest,
  };
}

/**
 * Writes recordings one after the other. With several at once a replay would learn of them together, and go on with
 * them in another order.
 */
function recorderOf() {
  let writing: Promise<void> | undefined;
  let unrecorded = 0;
  let inHand = 0;

  async function write(recording: Recording): Promise<boolean> {
    try {
      await promptly.record(recording);
      return true;
    } catch (error) {
      // A local activity fails with what it failed with itself, not wrapped as an ordinary one's failure is.
      if (!(error instanceof TemporalFailure) || isCancellation(error)) throw error;
      unrecorded += 1;
      void CancellationScope.nonCancellable(async () => {
        await goOnRecording(recording);
        unrecorded -= 1;
      });
      return false;
    }
  }

  async function record(recording: Recording): Promise<boolean> {
    inHand += 1;
    const before = writing;
    const mine = before === undefined ? write(recording) : before.then(() => write(recording));
    const ended = mine.then(
      () => undefined,
      () => undefined,
    );
    writing = ended;
    try {
      return await mine;
    } finally {
      inHand -= 1;
      if (writing === ended) writing = undefined;
    }
  }

  return { record, isAtRest: () => unrecorded === 0 && inHand === 0 };
}

/** Writes to the records until it works. */
async function goOnRecording(recording: Recording): Promise<void> {
  const { record } = proxyActivities<Pick<Activities, 'record'>>({
    startToCloseTimeout: '20 seconds',
    retry: patiently,
    summary: `Write to the records: entry ${recording.file.seq}`,
  });
  await record(recording);
}

/** Sends what is on the record and not known to be sent. What is being sent is not sent a second time. */
function senderOf({ reference, keys, change }: Unsent) {
  const sending = new Set<string>();

  async function send(some: readonly string[]): Promise<void> {
    const { sendNotices } = proxyActivities<Pick<Activities, 'sendNotices'>>({
      startToCloseTimeout: '2 minutes',
      retry: patiently,
      summary: sayKeys(some),
    });
    await sendNotices({ reference, keys: some });
    some.forEach((key) => sending.delete(key));
    change(keys().filter((key) => !some.includes(key)));
  }

  async function deliver(): Promise<never> {
    for (;;) {
      const waiting = () => keys().filter((key) => !sending.has(key));
      await condition(() => waiting().length > 0);
      const some = waiting();
      some.forEach((key) => sending.add(key));
      void send(some);
    }
  }

  return { deliver, isAtRest: () => sending.size === 0 };
}

/** Takes up what waits on the record. The record is asked: a Signal may come from anybody, with any content. */
async function takeUpWaiting({ reference, keys, change }: Unsent): Promise<void> {
  const { waitingNotices } = proxyActivities<Pick<Activities, 'waitingNotices'>>({
    startToCloseTimeout: '20 seconds',
    retry: patiently,
    summary: 'Look for emails that wait',
  });
  const waiting = await waitingNotices({ reference });
  change([...new Set([...keys(), ...waiting])]);
}

/** "Email: information-asked to P21, P24", as it reads in Temporal UI; 200 bytes at most. */
function sayKeys(keys: readonly string[]): string {
  const byKind = new Map<string, string[]>();
  for (const key of keys) {
    const { kind, to } = readNoticeKey(key);
    byKind.set(kind, [...(byKind.get(kind) ?? []), to]);
  }
  const said = `Email: ${[...byKind].map(([kind, to]) => `${kind} to ${to.join(', ')}`).join('; ')}`;
  return said.length > 180 ? `${said.slice(0, 177)}...` : said;
}
