import type { CaseFile } from '../procedure/case/case-file';
import type { CaseReference } from '../procedure/time/time';

/** A case file, and the version of the row from which it was read. */
export interface KeptFile {
  readonly version: string;
  readonly file: CaseFile;
}

/**
 * The version of a row. Every write gives the row another transaction id, and a restored database numbers them anew.
 */
export const versionOf = (cases: string): string => `concat_ws(' ', ${cases}.xmin, ${cases}.recorded_at)`;

/** Greatest number of files: as many as people have open at once. A file is some tens of kilobytes. */
const mostKept = 200;

/**
 * Caches case files as they were last read. An unchanged file is returned as the very same object, so that results
 * worked out for it and its calendar can be reused. The cache never decides by itself that a file is current: each read
 * asks the database for the version.
 */
export class KeptFiles {
  readonly #kept = new Map<CaseReference, KeptFile>();

  of(reference: CaseReference): KeptFile | undefined {
    return this.#kept.get(reference);
  }

  /** Caches a file. Evicts the least recently used file if there are too many. */
  keep(reference: CaseReference, kept: KeptFile): CaseFile {
    this.#kept.delete(reference);
    this.#kept.set(reference, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return kept.file;
  }
}
