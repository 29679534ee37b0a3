import type { IsoDate } from '../../../procedure/time/time';
import { lowered } from '../../wording/letters';

/* One shape for every table of a report: the page, the pictures and the workbook are all made of it. */

export const tableIds = [
  'criteria',
  'agencies',
  'outcomes',
  'endings',
  'limits',
  'steps',
  'waiting',
  'actions',
] as const;
export type TableId = (typeof tableIds)[number];

export const isTableId = (text: string | undefined): text is TableId => tableIds.some((id) => id === text);

/** A number, a day, or nothing to say. */
export type Cell = { readonly number: number } | { readonly day: IsoDate } | { readonly text: string } | undefined;

export interface ReportRow {
  readonly label: string;
  /** What is said of it in smaller letters. */
  readonly about?: string;
  readonly cells: readonly Cell[];
}

/** Which columns of numbers a picture shows, side by side on one bar. */
export interface ChartOfTable {
  /** What the numbers along the axis are. */
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
  /** What the rows are. */
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly total?: ReportRow;
  readonly chart?: ChartOfTable;
  /** What is said in place of a table without rows. */
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

/** What a picture shows, in a sentence, for who does not see it. */
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
