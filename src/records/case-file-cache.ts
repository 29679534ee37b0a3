import type { CaseFile } from '../procedure/case/case-file';
import type { CaseReference } from '../procedure/time/time';

/** A case file, and which version of its row it was read from. */
export interface KeptFile {
  readonly version: string;
  readonly file: CaseFile;
}

/** Whatever is written to a row, it is by another transaction; and a restored database counts those anew. */
export const versionOf = (cases: string): string => `concat_ws(' ', ${cases}.xmin, ${cases}.recorded_at)`;

/** As many as people have open at once; a file is some tens of kilobytes. */
const mostKept = 200;

/**
 * Case files as they were last read. Whoever asks for one that has not changed is given the very same object, so that
 * what was worked out for it and its calendar is there already. What is kept is never taken to be right by itself: the
 * database says each time which version is the last.
 */
export class KeptFiles {
  readonly #kept = new Map<CaseReference, KeptFile>();

  of(reference: CaseReference): KeptFile | undefined {
    return this.#kept.get(reference);
  }

  /** Keeps a file as the last that was asked for; the one that nobody asked for longest goes. */
  keep(reference: CaseReference, kept: KeptFile): CaseFile {
    this.#kept.delete(reference);
    this.#kept.set(reference, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return kept.file;
  }
}
