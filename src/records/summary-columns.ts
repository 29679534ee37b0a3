import { summaryEdition, type CaseSummary } from './case-summary';
import { searchKey } from './search-key';

/** The columns of `cases` that a summary fills, and what each of them gets. */
const COLUMNS: readonly (readonly [column: string, value: (summary: CaseSummary) => unknown])[] = [
  ['partnership', (summary) => summary.partnership],
  ['profile', (summary) => summary.profile],
  ['practice', (summary) => summary.practice],
  ['stage', (summary) => summary.stage],
  ['steps', (summary) => summary.steps],
  ['next_due', (summary) => summary.nextDue],
  ['next_due_at', (summary) => summary.nextDueAt],
  ['review_type', (summary) => summary.reviewType],
  ['opened_at', (summary) => summary.openedAt],
  ['received_on', (summary) => summary.receivedOn],
  ['closed_on', (summary) => summary.closedOn],
  ['agencies', (summary) => summary.agencies],
  ['search', ({ reference, agencies }) => searchKey([reference, ...agencies].join(' '))],
  ['people', (summary) => summary.people],
  ['shut_out', (summary) => summary.shutOut],
  ['day_one', (summary) => summary.dayOne],
  ['ending', (summary) => summary.ending],
  ['panel', (summary) => summary.panel],
  ['turns', (summary) => JSON.stringify(soonestFirst(summary.turns))],
  ['milestones', (summary) => JSON.stringify(summary.milestones)],
  ['summary_edition', () => summaryEdition],
];

/** The names of the columns that a summary fills, in the order of `summaryValues`. */
export const summaryColumns: readonly string[] = COLUMNS.map(([column]) => column);

/** What a summary fills its columns with. */
export function summaryValues(summary: CaseSummary): readonly unknown[] {
  return COLUMNS.map(([, value]) => value(summary));
}

function soonestFirst(turns: CaseSummary['turns']): CaseSummary['turns'] {
  return [...turns].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}
