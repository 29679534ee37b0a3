import type { Report } from '../../procedure/reports';

/** A report, with the state of the records that it was reckoned from. */
interface Kept {
  readonly state: string;
  readonly report: Report;
}

/** More than a page with all its pictures asks for, for several people at once. */
const mostKept = 40;

/**
 * Reports as they were last reckoned: a page and its pictures ask for the same one within a second. One is good as long
 * as the records of its cases are in the state that they were in.
 */
export class KeptReports {
  private readonly kept = new Map<string, Kept>();

  /** The report that was reckoned from this state, or the one that is reckoned now. */
  async of(
    key: string,
    { state, reckon }: { readonly state: () => Promise<string>; readonly reckon: () => Promise<Report> },
  ): Promise<Report> {
    // Asked before the cases are read: what is recorded in between makes the next one reckon again.
    const now = await state();
    const known = this.kept.get(key);
    if (known?.state === now) return known.report;
    const report = await reckon();
    this.kept.delete(key);
    this.kept.set(key, { state: now, report });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return report;
  }
}
