import { Workbook, type Worksheet } from 'exceljs';
import { londonDate, toMillis } from '../../procedure/dates';
import { sayPeriod, saySpan } from '../../procedure/reports-period';
import type { Instant } from '../../procedure/time';
import { excelFile } from '../excel-file';
import type { AskedReport } from './asked-report';
import type { Cell, ReportRow, ReportTable } from './report-table';

/** What stands on the first sheet beside the tables. */
export interface Cover {
  readonly partnership: string;
  readonly asked: AskedReport;
  readonly sentences: readonly string[];
  readonly madeAt: Instant;
}

/** A workbook with a sheet for each table; numbers are numbers, days are days, and no text is a formula. */
export async function makeWorkbook(tables: readonly ReportTable[], cover: Cover): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.created = new Date(toMillis(cover.madeAt));
  writeCover(workbook.addWorksheet('About this report'), cover);
  for (const table of tables) writeTable(workbook.addWorksheet(table.sheet), table);
  return excelFile(workbook);
}

function writeCover(sheet: Worksheet, { partnership, asked, sentences, madeAt }: Cover): void {
  sheet.getColumn(1).width = 110;
  sheet.getColumn(1).alignment = { wrapText: true, vertical: 'top' };
  sheet.addRow([`${partnership}: serious incident reviews`]).font = { bold: true, size: 14 };
  sheet.addRow([`Received in ${sayPeriod(asked.period)}, ${saySpan(asked.period)}`]).font = { bold: true };
  sheet.addRow(['Made on']);
  const made = sheet.addRow([new Date(londonDate(madeAt))]);
  made.getCell(1).numFmt = 'd mmmm yyyy';
  made.getCell(1).alignment = { horizontal: 'left' };
  for (const sentence of sentences) sheet.addRow([sentence]);
}

function writeTable(sheet: Worksheet, { title, notes, heading, columns, rows, total, empty }: ReportTable): void {
  sheet.addRow([title]).font = { bold: true, size: 14 };
  for (const note of notes) sheet.addRow([note]);
  sheet.addRow([]);
  if (rows.length === 0) {
    sheet.addRow([empty]);
    return;
  }
  const header = sheet.addRow([heading, ...columns]);
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: 'top' };
  for (const row of rows) writeRow(sheet, row);
  if (total !== undefined) writeRow(sheet, total, true);
  sheet.getColumn(1).width = 60;
  columns.forEach((_, at) => {
    sheet.getColumn(at + 2).width = 22;
  });
}

function writeRow(sheet: Worksheet, { label, about, cells }: ReportRow, bold = false): void {
  const row = sheet.addRow([about === undefined ? label : `${label} (${about})`, ...cells.map(valueOf)]);
  if (bold) row.font = { bold: true };
  cells.forEach((cell, at) => {
    if (cell !== undefined && 'day' in cell) row.getCell(at + 2).numFmt = 'd mmmm yyyy';
  });
}

function valueOf(cell: Cell): number | Date | string | null {
  if (cell === undefined) return null;
  if ('number' in cell) return cell.number;
  // A day of the calendar is read as midnight UTC, which is how a workbook keeps days.
  return 'day' in cell ? new Date(cell.day) : cell.text;
}
