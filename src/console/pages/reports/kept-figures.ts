/** Figures, with the state of the records that they were reckoned from. */
interface Kept<Figures> {
  readonly state: string;
  readonly figures: Figures;
}

/** More than a page with all its pictures asks for, for several people at once. */
const mostKept = 40;

/**
 * Figures as they were last reckoned: a page and its pictures ask for the same ones within a second. They are good as
 * long as the records are in the state that they were in.
 */
export class KeptFigures<Figures> {
  private readonly kept = new Map<string, Kept<Figures>>();

  /** The figures that were reckoned from this state, or those that are reckoned now. */
  async of(
    key: string,
    { state, reckon }: { readonly state: () => Promise<string>; readonly reckon: () => Promise<Figures> },
  ): Promise<Figures> {
    // Asked before the records are read: what is recorded in between makes the next one reckon again.
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
