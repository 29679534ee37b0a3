import type { IsoDate } from '../../../procedure/time/time';
import { lowered } from '../../wording/letters';

/* Tables of a report, all of one shape, from which the page, the pictures and the workbook are made. */

const tableIds = ['criteria', 'agencies', 'outcomes', 'endings', 'limits', 'steps', 'waiting', 'actions'] as const;
export type TableId = (typeof tableIds)[number];

export const isTableId = (text: string | undefined): text is TableId => tableIds.some((id) => id === text);

/** A number, a day, or nothing to say. */
export type Cell = { readonly number: number } | { readonly day: IsoDate } | { readonly text: string } | undefined;

export interface ReportRow {
  readonly label: string;
  /** The remark below the label, in smaller letters. */
  readonly about?: string;
  readonly cells: readonly Cell[];
}

/** The columns of numbers that a picture shows, side by side in each bar. */
interface ChartOfTable {
  /** The unit of the numbers along the axis. */
  readonly unit: string;
  readonly columns: readonly number[];
}

/** A table of a report. */
export interface ReportTable {
  readonly id: TableId;
  readonly title: string;
  /** The name of its sheet in the workbook, 31 letters at most. */
  readonly sheet: string;
  readonly notes: readonly string[];
  /** The heading of the column of row labels. */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly total?: ReportRow;
  readonly chart?: ChartOfTable;
  /** The sentence shown if the table has no rows. */
  readonly empty: string;
}

/** At most so many bars are legible in one picture. */
const mostBars = 14;

/** The rows that a picture shows, those with numbers first come. */
export function rowsOfChart({ rows, chart }: ReportTable): readonly ReportRow[] {
  if (chart === undefined) return [];
  return rows.filter((row) => chart.columns.some((column) => numberAt(row, column) > 0)).slice(0, mostBars);
}

/** The number in a column of a row; 0 where there is none. */
export function numberAt({ cells }: ReportRow, column: number): number {
  const cell = cells[column];
  return cell !== undefined && 'number' in cell ? cell.number : 0;
}

/** Describes a picture in a sentence, for those who do not see it. */
export function sayChart(table: ReportTable): string {
  const { chart, title, columns } = table;
  if (chart === undefined) return '';
  const shown = rowsOfChart(table);
  const [only] = chart.columns;
  const said = shown.map((row) => {
    if (chart.columns.length === 1 && only !== undefined) return `${row.label}, ${numberAt(row, only)}`;
    const parts = chart.columns.flatMap((column) => {
      const count = numberAt(row, column);
      return count === 0 ? [] : [`${count} ${columns[column]?.toLowerCase() ?? ''}`];
    });
    return `${row.label}: ${parts.join(', ')}`;
  });
  return `Bar chart of ${lowered(title)}, in ${chart.unit}. ${said.join('; ')}.`;
}
