import { toMillis } from '../procedure/time/dates';
import type { CaseReading } from '../records/readings';
import { printOf } from './content-hash';
import type { Records } from '../records/records';
import { RecordsUnavailable } from '../records/unavailable';

/**
 * Milliseconds for which a page that is opened again by the same credential, with nothing new in it, is the same
 * reading. Short enough that the log shows who keeps a page open, and long enough for a page that refreshes itself.
 */
export const sameReadingMs = 5 * 60_000;

/** The most readings that one statement writes. */
const atOnce = 200;
/** The number of readings remembered, after which those whose time is over are forgotten. */
const mostRemembered = 5_000;

/** A reading, and the number of the last entry that it showed where it is of one case. */
export interface Opened extends CaseReading {
  readonly seq?: number | undefined;
}

/** Thrown when a reading cannot be put in the log. What was to be read is then not shown: nobody reads without a trace. */
export class ReadingNotLogged extends RecordsUnavailable {
  constructor(because: RecordsUnavailable) {
    super(because.why, because);
  }

  /** Says in two sentences why nothing is shown. */
  get sentence(): string {
    return `Whoever reads about a case is put in the reading log first. The log cannot be written at present: ${this.why}.`;
  }
}

interface Waiting {
  readonly reading: CaseReading;
  readonly written: () => void;
  readonly failed: (error: unknown) => void;
}

type Keeps = Pick<Records, 'readings'>;

/**
 * Writes readings to the records. Those that come while a statement is under way go together in the next, so that a
 * busy moment costs few statements, and each caller still waits until its own is written.
 */
export class ReadingLog {
  readonly #remembered = new Map<string, number>();
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(private readonly records: Keeps) {}

  /**
   * Resolves when the reading is in the records, or is one that was written a short while ago. Throws
   * `ReadingNotLogged`; the page is not shown then.
   */
  async note({ seq, ...reading }: Opened): Promise<void> {
    const { at, person, credential, part, cases } = reading;
    // A digest, because a file may show thousands of cases.
    const key = printOf(part, [person ?? '', credential.kind, credential.name, seq ?? 0, cases]);
    const now = toMillis(at);
    const before = this.#remembered.get(key);
    if (before !== undefined && now >= before && now - before < sameReadingMs) return;
    await new Promise<void>((written, failed) => {
      this.#waiting.push({ reading, written, failed });
      void this.#write();
    });
    this.#remember(key, now);
  }

  /** Writes until nothing waits; a second call meanwhile leaves it to the first. */
  async #write(): Promise<void> {
    if (this.#isWriting) return;
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, atOnce);
      this.#waiting = this.#waiting.slice(atOnce);
      try {
        await this.records.readings.add(batch.map(({ reading }) => reading));
        for (const { written } of batch) written();
      } catch (error) {
        const why = error instanceof RecordsUnavailable ? new ReadingNotLogged(error) : error;
        for (const { failed } of batch) failed(why);
      }
    }
    this.#isWriting = false;
  }

  #remember(key: string, now: number): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, now);
    if (this.#remembered.size <= mostRemembered) return;
    for (const [old, at] of this.#remembered) {
      if (now - at < sameReadingMs && this.#remembered.size <= 2 * mostRemembered) return;
      this.#remembered.delete(old);
    }
  }
}

const logs = new WeakMap<Keeps, ReadingLog>();

/** The one log of these records. */
export function readingLogOf(records: Keeps): ReadingLog {
  const known = logs.get(records) ?? new ReadingLog(records);
  logs.set(records, known);
  return known;
}
