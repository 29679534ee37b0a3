import type { Activities } from '../../activities/activities';
import { toMillis } from '../procedure/time/dates';
import type { Instant } from '../procedure/time/time';

/** After so long without a try another worker has it: the longest pause between two is five minutes. */
const forgottenAfterMs = 12 * 60_000;

interface Waiting {
  readonly since: number;
  lastTried: number;
}

/** Entries that this process has not been able to put on the record yet. */
export interface Unrecorded {
  readonly record: Activities['record'];
  /** For how long the oldest entry has waited, in milliseconds; undefined where none does. */
  oldestMs(): number | undefined;
}

/** Watches the recording of entries: one that fails waits from the first try, until it is on the record. */
export function watchRecording(record: Activities['record'], now: () => Instant): Unrecorded {
  const waiting = new Map<string, Waiting>();
  return {
    async record(recording) {
      const key = `${recording.file.reference} ${recording.file.seq}`;
      try {
        await record(recording);
        waiting.delete(key);
      } catch (error) {
        const at = toMillis(now());
        waiting.set(key, { since: waiting.get(key)?.since ?? at, lastTried: at });
        throw error;
      }
    },
    oldestMs() {
      const at = toMillis(now());
      for (const [key, { lastTried }] of waiting) if (at - lastTried > forgottenAfterMs) waiting.delete(key);
      if (waiting.size === 0) return undefined;
      return at - Math.min(...[...waiting.values()].map(({ since }) => since));
    },
  };
}
