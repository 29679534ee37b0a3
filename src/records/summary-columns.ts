import { DAY_ONE } from './case-list';
import { summaryEdition, type CaseSummary } from './case-summary';
import { searchKey } from './search-key';

/** Columns of `cases` that a summary fills, each with the value that it gets. */
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
  ['search', foundBy],
  ['people', (summary) => summary.people],
  ['sees_state', (summary) => summary.seesState],
  ['sees_whole', (summary) => summary.seesWhole],
  ['shut_out', (summary) => summary.shutOut],
  ['day_one', (summary) => summary.dayOne],
  ['ending', (summary) => summary.ending],
  ['panel', (summary) => summary.panel],
  ['turns', (summary) => JSON.stringify(soonestFirst(summary.turns))],
  ['milestones', (summary) => JSON.stringify(summary.milestones)],
  ['carried', (summary) => summary.carried],
  ['summary_edition', () => summaryEdition],
];

/** A case's own reference and the agencies of its notification first; each text once. */
function foundBy({ reference, agencies, alsoFoundBy = [] }: CaseSummary): string {
  return [...new Set([reference, ...agencies, ...alsoFoundBy].map(searchKey))].join(' ');
}

/** The names of the columns that a summary fills, in the order of `summaryValues`. */
export const summaryColumns: readonly string[] = COLUMNS.map(([column]) => column);

/** Values of the columns that a summary fills, in the order of `summaryColumns`. */
export function summaryValues(summary: CaseSummary): readonly unknown[] {
  return COLUMNS.map(([, value]) => value(summary));
}

function soonestFirst(turns: CaseSummary['turns']): CaseSummary['turns'] {
  const soonest = [...turns].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  // The next date of a case is its own; what is asked of people within a step comes after it.
  const isOwn = ({ within }: CaseSummary['turns'][number]): boolean => within === undefined;
  return [...soonest.filter(isOwn), ...soonest.filter((one) => !isOwn(one))];
}

/** Columns of the case `c` that a list shows. */
export const SUMMARY = `c.reference, c.partnership, c.profile, c.practice, c.practice_offset_ms, c.stage, c.steps, c.next_due,
  c.next_due_at, c.review_type, c.opened_at, c.received_on, c.closed_on, c.agencies, c.people,
  c.sees_state, c.sees_whole, c.shut_out,
  ${DAY_ONE} AS day_one, c.ending, c.panel, c.turns->0 AS next_turn, c.milestones->'publication' AS publication,
  c.milestones->'notConfirmed' AS not_confirmed`;
