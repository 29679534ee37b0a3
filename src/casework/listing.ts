import { searchedBy, visibility } from '../procedure/permissions';
import type { CaseFilter, ListedCase } from '../records/cases';
import type { Office } from './office';
import { caseNow, type Reader } from './reading';

/** The cases to list, and their order. Every condition that is given must hold. */
export interface Listing extends Omit<CaseFilter, 'visibleTo' | 'textWithin' | 'overdueAsOf' | 'limit'> {
  /** The person whose list it is. The list has the cases that they may see, and searches only what they may read. */
  readonly reader: Reader;
  /** True for only those whose next deadline has passed, each by its own clock. */
  readonly overdue?: boolean;
  /** Greatest number of cases: 50 unless given, and never more than 200. */
  readonly limit?: number;
}

/** Two answers about a case in a list: has its next deadline passed, and does the reader see more than its state? */
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
  notConfirmed: summary.notConfirmed ?? [],
  openedAt: summary.openedAt,
  receivedOn: summary.receivedOn,
  closedOn: summary.closedOn ?? null,
  agencies: reads ? summary.agencies : null,
});

/** A case as a list shows it. */
type ListedView = ReturnType<typeof listedView>;

/** A page of a list, and the cursor of the next page; null on the last page. */
export interface CaseList {
  readonly cases: readonly ListedView[];
  readonly next: string | null;
}

/** Limits a reader's lists and searches to what they may see. */
const listedFor = (reader: Reader): Pick<CaseFilter, 'visibleTo' | 'textWithin'> =>
  reader === 'installation'
    ? { textWithin: 'words' }
    : { visibleTo: visibility(reader), textWithin: searchedBy(reader) };

/** True if the reader sees more of a listed case than its state. */
const readsOf = (reader: Reader, { seesWhole }: Pick<ListedCase['summary'], 'seesWhole'>): boolean =>
  reader === 'installation' || searchedBy(reader) === 'everything' || seesWhole.includes(reader.id);

/**
 * Lists a page of the cases that the reader may see, newest first unless another order is given. Throws `InvalidCursor`
 * for a cursor that no such list gave out.
 */
export async function listCases(
  { records, now }: Pick<Office, 'records' | 'now'>,
  { reader, overdue = false, limit = 50, ...filter }: Listing,
): Promise<CaseList> {
  const at = now();
  const confined = listedFor(reader);
  const page = await records.cases.list({ ...filter, ...confined, limit, ...(overdue ? { overdueAsOf: at } : {}) });
  const cases = page.cases.map((one) => {
    const { nextDueAt } = one.summary;
    const reads = readsOf(reader, one.summary);
    return listedView(one, { overdue: nextDueAt !== undefined && nextDueAt < caseNow(at, one), reads });
  });
  return { cases, next: page.next ?? null };
}
