import type { CaseReference } from '../../procedure/time/time';
import type { Records } from '../../records/records';

/** Called with the number of the last entry of a case when the case has a new one. */
type Tell = (seq: number) => void;

type Listens = Pick<Records, 'listen' | 'cases'>;

/**
 * Tells open pages of new entries in cases. All pages share one listener: it starts with the first page that follows a
 * case, and stops with the last.
 */
export class LiveHub {
  readonly #followers = new Map<CaseReference, Set<Tell>>();
  #listening: Promise<() => Promise<void>> | undefined;

  constructor(private readonly records: Listens) {}

  /** True while an open page follows a case. */
  get isListening(): boolean {
    return this.#listening !== undefined;
  }

  /**
   * Calls `tell` for each new entry of a case, and at once if its record is already past entry `after`. Resolves with a
   * function that stops this.
   */
  async follow(reference: CaseReference, after: number, tell: Tell): Promise<() => void> {
    let last = after;
    const known = (seq: number): void => {
      if (seq <= last) return;
      last = seq;
      tell(seq);
    };
    this.#add(reference, known);
    this.#listening ??= this.records.listen(
      (recorded, seq) => this.#tell(recorded, seq),
      () => void this.#lookAgain(),
    );
    await this.#listening;
    // Entries recorded after the page was made and before the listener began were reported to nobody: look them up.
    await this.#look(reference);
    return () => this.#leave(reference, known);
  }

  #add(reference: CaseReference, tell: Tell): void {
    const known = this.#followers.get(reference) ?? new Set();
    this.#followers.set(reference, known.add(tell));
  }

  #leave(reference: CaseReference, tell: Tell): void {
    const followers = this.#followers.get(reference);
    followers?.delete(tell);
    if (followers?.size === 0) this.#followers.delete(reference);
    if (this.#followers.size > 0) return;
    const listening = this.#listening;
    this.#listening = undefined;
    void listening?.then((stop) => stop());
  }

  #tell(reference: CaseReference, seq: number): void {
    for (const tell of this.#followers.get(reference) ?? []) tell(seq);
  }

  /** Looks up what was recorded while the listener had lost its connection. */
  async #lookAgain(): Promise<void> {
    for (const reference of this.#followers.keys()) await this.#look(reference);
  }

  async #look(reference: CaseReference): Promise<void> {
    // Live updates are a convenience: while the records are unavailable, pages get none.
    const found = await this.records.cases.get(reference).catch(() => undefined);
    if (found !== undefined) this.#tell(reference, found.file.seq);
  }
}

const hubs = new WeakMap<Listens, LiveHub>();

/** The one hub of these records. */
export function liveHubOf(records: Listens): LiveHub {
  const known = hubs.get(records) ?? new LiveHub(records);
  hubs.set(records, known);
  return known;
}
