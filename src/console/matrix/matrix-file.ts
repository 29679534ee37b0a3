import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import { sayInstant } from '../../procedure/dates';
import type { Instant, IsoDate } from '../../procedure/time';
import { excelFile } from '../excel-file';
import type { FilterOn } from './asked-for';
import { fileRows } from './read-matrix';
import type { MatrixRow } from './rows';

/** What the file says of itself. */
export interface AboutFile {
  readonly partnership: string;
  readonly at: Instant;
  readonly by: string;
  readonly tab: string;
  readonly filters: readonly FilterOn[];
  readonly found: number;
}

/** A calendar date as Excel keeps one: at midnight, without a zone. */
const dateCell = (date: IsoDate | undefined): CellValue => (date === undefined ? null : new Date(`${date}T00:00:00Z`));

/** Empty cells stay empty, so that a filter of Excel finds them. */
const textCell = (text: string | undefined): CellValue => (text === undefined || text === '' ? null : text);

const columns: readonly {
  readonly header: string;
  readonly width: number;
  readonly isDate?: true;
  of(row: MatrixRow): CellValue;
}[] = [
  { header: 'Case', width: 16, of: (row) => row.reference },
  { header: 'Stage', width: 44, of: (row) => row.stage },
  { header: 'How it ended', width: 30, of: (row) => textCell(row.ending) },
  { header: 'Day', width: 7, of: (row) => row.day ?? null },
  { header: 'Red, amber or green', width: 12, of: (row) => row.lightWord },
  { header: 'In words', width: 28, of: (row) => row.standing },
  { header: 'Next', width: 40, of: (row) => textCell(row.next?.title) },
  { header: 'Next date', width: 13, isDate: true, of: (row) => dateCell(row.next?.due) },
  { header: 'Whose turn', width: 40, of: (row) => textCell(row.next?.whose) },
  { header: 'Review type', width: 38, of: (row) => textCell(row.review) },
  { header: 'The Panel', width: 26, of: (row) => textCell(row.panel) },
  { header: 'Publication', width: 38, of: (row) => textCell(row.publication) },
  { header: 'Publication date', width: 16, isDate: true, of: (row) => dateCell(row.publicationOn) },
  { header: 'Where it is published', width: 40, of: (row) => textCell(row.link?.text) },
  { header: 'Received', width: 13, isDate: true, of: (row) => dateCell(row.receivedOn) },
  { header: 'Closed', width: 13, isDate: true, of: (row) => dateCell(row.closedOn) },
  { header: 'Practice', width: 10, of: (row) => (row.practice ? 'Practice' : null) },
];

const fills: Readonly<Record<MatrixRow['light'], string | undefined>> = {
  red: 'FFF4CDC6',
  amber: 'FFFDE3C8',
  green: 'FFCFE4DA',
  none: undefined,
};

const lightColumn = columns.findIndex(({ header }) => header === 'Red, amber or green') + 1;

function writeRows(sheet: Worksheet, rows: readonly MatrixRow[]): void {
  sheet.columns = columns.map(({ header, width, isDate }) => ({
    header,
    width,
    style: isDate === true ? { numFmt: 'dd/mm/yyyy' } : { alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) {
    // A text is written as a text, whatever it begins with; only a value made as one would be a formula.
    const added = sheet.addRow(columns.map(({ of }) => of(row)));
    const fill = fills[row.light];
    if (fill !== undefined) {
      added.getCell(lightColumn).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(rows.length + 1, 2), column: columns.length } };
}

function writeAbout(sheet: Worksheet, about: AboutFile, shown: number): void {
  sheet.columns = [{ width: 24 }, { width: 90 }];
  const lines: readonly (readonly [string, string])[] = [
    ['Partnership', about.partnership],
    ['As it stood at', sayInstant(about.at)],
    ['Saved by', about.by],
    ['Cases', about.tab],
    ...(about.filters.length === 0
      ? [['Filters', 'None'] as const]
      : about.filters.map(({ label, value }) => [`Filter: ${label}`, value] as const)),
    [
      'Rows',
      about.found > shown ? `The first ${shown} of ${about.found}: a file holds ${fileRows} at most` : `${shown}`,
    ],
    ['Dates', 'Working days, by this partnership’s calendar. The list does not bring itself up to date.'],
  ];
  for (const line of lines) sheet.addRow([...line]).getCell(1).font = { bold: true };
}

/** The rows as an Excel file, with a sheet that says of when it is and what was left out. */
export async function matrixFile(rows: readonly MatrixRow[], about: AboutFile): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Children’s Case Matrix', {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  writeRows(sheet, rows);
  writeAbout(workbook.addWorksheet('About this list'), about, rows.length);
  return excelFile(workbook);
}
