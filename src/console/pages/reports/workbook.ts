import { londonDate } from '../../../procedure/time/dates';
import { sayPeriod, saySpan } from '../../../procedure/reports-period';
import type { Instant } from '../../../procedure/time/time';
import { excelFile, type ExcelCell, type ExcelSheet } from '../../http/excel-file';
import type { AskedReport } from './asked-report';
import type { ReportRow, ReportTable } from './report-table';

/** Contents of the first sheet, beside the tables. */
export interface Cover {
  readonly partnership: string;
  readonly asked: AskedReport;
  readonly sentences: readonly string[];
  readonly madeAt: Instant;
}

/** Returns a workbook with a sheet for each table: numbers are numbers, days are days, and no text is a formula. */
export function makeWorkbook(tables: readonly ReportTable[], cover: Cover): Promise<Buffer> {
  return excelFile([coverOf(cover), ...tables.map(sheetOf)]);
}

const title = (text: string): readonly ExcelCell[] => [{ text, bold: true, size: 14, wrap: true }];

function coverOf({ partnership, asked, sentences, madeAt }: Cover): ExcelSheet {
  return {
    name: 'About this report',
    widths: [110],
    rows: [
      title(`${partnership}: serious incident reviews`),
      [{ text: `Received in ${sayPeriod(asked.period)}, ${saySpan(asked.period)}`, bold: true, wrap: true }],
      [{ text: 'Made on', wrap: true }],
      [{ day: londonDate(madeAt), left: true }],
      ...sentences.map((text) => [{ text, wrap: true }] as const),
    ],
  };
}

function sheetOf(table: ReportTable): ExcelSheet {
  const { notes, heading, columns, rows, total, empty } = table;
  const above = [[{ text: table.title, bold: true, size: 14 }], ...notes.map((text) => [{ text }]), []] as const;
  if (rows.length === 0) return { name: table.sheet, widths: [], rows: [...above, [{ text: empty }]] };
  return {
    name: table.sheet,
    widths: [60, ...columns.map(() => 22)],
    rows: [
      ...above,
      [heading, ...columns].map((text) => ({ text, bold: true, wrap: true })),
      ...rows.map((row) => rowOf(row)),
      ...(total === undefined ? [] : [rowOf(total).map((cell) => cell && ({ ...cell, bold: true } as const))]),
    ],
  };
}

const rowOf = ({ label, about, cells }: ReportRow): readonly ExcelCell[] => [
  { text: about === undefined ? label : `${label} (${about})` },
  ...cells,
];
