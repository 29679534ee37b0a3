import { writeSync } from 'node:fs';

/** Bytes of the log that are kept in memory while they cannot be written; what comes beyond is lost, and counted. */
const mostWaiting = 1024 * 1024;
const againMs = 250;

/** Error for which the log cannot be written. */
export interface LogTrouble {
  /** The system's code, such as ENOSPC. */
  readonly code: string;
  readonly lost: number;
}

/** Writes bytes to a file that is open, and answers how many it took. */
export type WriteBytes = (bytes: Buffer) => number;

/**
 * Destination of log lines. A full disk or a slow reader never stops the program: lines wait in memory, and are written
 * when they can be. Beyond one megabyte lines are lost, and a line of the log says how many.
 */
export class LogDestination {
  #waiting: Buffer[] = [];
  #size = 0;
  #lost = 0;
  #code: string | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly writeBytes: WriteBytes) {}

  /** Takes a line, with its line break. Never throws. */
  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#size + bytes.length > mostWaiting) this.#lost += 1;
    else this.#add(bytes);
    // While it is known that nothing can be written, it is tried now and then, and not with every line.
    if (this.#timer === undefined) this.flush();
  }

  /** Writes what waits, as far as it can be written now. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.#writeAll();
      if (this.#lost > 0) {
        this.#add(Buffer.from(lostLine(this.#lost, this.#code ?? 'unknown')));
        this.#lost = 0;
        this.#writeAll();
      }
      this.#code = undefined;
    } catch (error) {
      this.#code = codeOf(error);
      this.#timer = setTimeout(() => this.flush(), againMs).unref();
    }
  }

  /**
   * Returns the error that keeps lines from being written; undefined if there is none, or if their reader is merely
   * slow.
   */
  trouble(): LogTrouble | undefined {
    if (this.#code === undefined || this.#code === 'EAGAIN') return undefined;
    return { code: this.#code, lost: this.#lost };
  }

  #add(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#size += bytes.length;
  }

  #writeAll(): void {
    for (let [first] = this.#waiting; first !== undefined; [first] = this.#waiting) {
      const written = this.writeBytes(first);
      this.#size -= written;
      if (written === first.length) this.#waiting.shift();
      else this.#waiting[0] = first.subarray(written);
      if (written === 0) throw Object.assign(new Error('Nothing was written.'), { code: 'EAGAIN' });
    }
  }
}

const lostLine = (lost: number, code: string): string =>
  `${JSON.stringify({ level: 40, time: Date.now(), lost, code, msg: 'Lines of this log were lost: they could not be written.' })}\n`;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';

/** Standard output, to which the program's log and its own words go. */
export const standardOutput = new LogDestination((bytes) => writeSync(1, bytes));
// Tries once more at the exit to write the lines that still wait.
process.once('exit', () => standardOutput.flush());
