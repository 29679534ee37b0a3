import { sayInstant } from '../../../procedure/time/dates';
import type { Instant, IsoDate } from '../../../procedure/time/time';
import { excelFile, type ExcelCell, type ExcelSheet } from '../../http/excel-file';
import type { FilterOn } from './asked-for';
import { fileRows } from './read-matrix';
import type { MatrixRow } from './rows';

/** Facts about the file: who made it, when, and with which filters. */
export interface AboutFile {
  readonly partnership: string;
  readonly at: Instant;
  readonly by: string;
  readonly tab: string;
  readonly filters: readonly FilterOn[];
  readonly found: number;
}

const dayCell = (day: IsoDate | undefined): ExcelCell =>
  day === undefined ? undefined : { day, pattern: 'dd/mm/yyyy', wrap: true };

/** Empty cells stay empty, so that a filter of Excel finds them. */
const textCell = (text: string | undefined): ExcelCell =>
  text === undefined || text === '' ? undefined : { text, wrap: true };

const fills: Readonly<Record<MatrixRow['light'], string | undefined>> = {
  red: '#f4cdc6',
  amber: '#fde3c8',
  green: '#cfe4da',
  none: undefined,
};

const lightCell = ({ light, lightWord }: MatrixRow): ExcelCell => ({
  text: lightWord,
  wrap: true,
  fill: fills[light],
});

const columns: readonly {
  readonly header: string;
  readonly width: number;
  of(row: MatrixRow): ExcelCell;
}[] = [
  { header: 'Case', width: 16, of: (row) => textCell(row.reference) },
  { header: 'Stage', width: 44, of: (row) => textCell(row.stage) },
  { header: 'How it ended', width: 30, of: (row) => textCell(row.ending) },
  { header: 'Day', width: 7, of: ({ day }) => (day === undefined ? undefined : { number: day, wrap: true }) },
  { header: 'Red, amber or green', width: 12, of: lightCell },
  { header: 'In words', width: 28, of: (row) => textCell(row.standing) },
  { header: 'Next', width: 40, of: (row) => textCell(row.next?.title) },
  { header: 'Next date', width: 13, of: (row) => dayCell(row.next?.due) },
  { header: 'Whose turn', width: 40, of: (row) => textCell(row.next?.whose) },
  { header: 'Review type', width: 38, of: (row) => textCell(row.review) },
  { header: 'The Panel', width: 26, of: (row) => textCell(row.panel) },
  { header: 'Publication', width: 38, of: (row) => textCell(row.publication) },
  { header: 'Publication date', width: 16, of: (row) => dayCell(row.publicationOn) },
  { header: 'Where it is published', width: 40, of: (row) => textCell(row.link?.text) },
  { header: 'Received', width: 13, of: (row) => dayCell(row.receivedOn) },
  { header: 'Closed', width: 13, of: (row) => dayCell(row.closedOn) },
  { header: 'Practice', width: 10, of: (row) => textCell(row.practice ? 'Practice' : undefined) },
];

function listOf(rows: readonly MatrixRow[]): ExcelSheet {
  const head = columns.map(({ header }): ExcelCell => ({ text: header, bold: true, wrap: true }));
  return {
    name: 'Children’s Case Matrix',
    widths: columns.map(({ width }) => width),
    rows: [head, ...rows.map((row) => columns.map(({ of }) => of(row)))],
    isList: true,
  };
}

function aboutOf(about: AboutFile, shown: number): ExcelSheet {
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
  return {
    name: 'About this list',
    widths: [24, 90],
    rows: lines.map(([label, text]) => [{ text: label, bold: true }, { text }]),
  };
}

/** Returns the rows as an Excel file, with a sheet that says of when it is and what was left out. */
export function matrixFile(rows: readonly MatrixRow[], about: AboutFile): Promise<Buffer> {
  return excelFile([listOf(rows), aboutOf(about, rows.length)]);
}
