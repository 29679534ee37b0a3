import { leastSight, takesIn, visibility, type Sight } from '../procedure/permissions';
import type { CaseFilter, ListedCase } from '../records/cases';
import type { Office } from './office';
import { caseNow, type Reader } from './reading';

/** Which cases to list, and in what order; every condition that is given must hold. */
export interface Listing extends Omit<CaseFilter, 'visibleTo' | 'textWithin' | 'overdueAsOf' | 'limit'> {
  /** Whose list it is: it has the cases that they may see, and finds by what they may read there. */
  readonly reader: Reader;
  /** Only those whose next deadline has passed, each by its own clock. */
  readonly overdue?: boolean;
  /** At most so many: 50 unless it is said, and 200 at the most. */
  readonly limit?: number;
}

/** How one case of a list is shown: whether its date has passed, and whether the reader sees more than its state. */
interface Shown {
  readonly overdue: boolean;
  readonly reads: boolean;
}

const listedView = ({ summary }: ListedCase, { overdue, reads }: Shown) => ({
  reference: summary.reference,
  partnership: summary.partnership,
  profile: summary.profile,
  practice: summary.practice,
  stage: summary.stage,
  steps: summary.steps,
  nextDue: summary.nextDue ?? null,
  nextDueAt: summary.nextDueAt ?? null,
  overdue,
  reviewType: summary.reviewType ?? null,
  openedAt: summary.openedAt,
  receivedOn: summary.receivedOn,
  closedOn: summary.closedOn ?? null,
  agencies: reads ? summary.agencies : null,
});

/** A case as a list shows it. */
export type ListedView = ReturnType<typeof listedView>;

/** One page of a list, and the cursor of the page after it; null where this was the last. */
export interface CaseList {
  readonly cases: readonly ListedView[];
  readonly next: string | null;
}

/**
 * What a reader's lists and searches are confined to. What they see differs from case to case, and a search goes by the
 * least of it: nobody but the Business Unit, who see the names of every case in their list, finds a case by a name.
 */
export function listedFor(reader: Reader): Pick<CaseFilter, 'visibleTo'> & { readonly textWithin: Sight } {
  if (reader === 'installation') return { textWithin: 'words' };
  return { visibleTo: visibility(reader), textWithin: leastSight(reader) };
}

/**
 * One page of the cases that the reader may see, the newest first unless it is said otherwise. Throws `InvalidCursor`
 * for a cursor that no such list gave out.
 */
export async function listCases(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { reader, overdue = false, limit = 50, ...filter }: Listing,
): Promise<CaseList> {
  const at = now();
  const confined = listedFor(reader);
  const reads = takesIn(confined.textWithin, 'words');
  const page = await records.cases.list({ ...filter, ...confined, limit, ...(overdue ? { overdueAsOf: at } : {}) });
  const cases = page.cases.map((one) => {
    const { nextDueAt } = one.summary;
    return listedView(one, { overdue: nextDueAt !== undefined && nextDueAt < caseNow(at, one), reads });
  });
  return { cases, next: page.next ?? null };
}
