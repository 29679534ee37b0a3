/** Figures, with the state of the records that they were reckoned from. */
interface Kept<Figures> {
  readonly state: string;
  readonly figures: Figures;
}

/** The most figures kept: enough for several people who look at a page with all its pictures. */
const mostKept = 40;

/**
 * Caches figures, because a page and its pictures ask for the same ones within a second. Figures stay valid as long as
 * the state of the records is the same.
 */
export class KeptFigures<Figures> {
  private readonly kept = new Map<string, Kept<Figures>>();

  /** Returns the cached figures if the state is the same; otherwise works them out and caches them. */
  async of(
    key: string,
    { state, reckon }: { readonly state: () => Promise<string>; readonly reckon: () => Promise<Figures> },
  ): Promise<Figures> {
    // The state is read before the figures: if something is recorded in between, the next call works them out again.
    const now = await state();
    const known = this.kept.get(key);
    if (known?.state === now) return known.figures;
    const figures = await reckon();
    this.kept.delete(key);
    this.kept.set(key, { state: now, figures });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return figures;
  }
}
