import * as cheerio from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';

/** Value of a cell: a day is a date at midnight UTC, and an empty cell is `undefined`. */
type ExcelValue = string | number | Date | undefined;

/** A sheet as a program reads it that opens the file. */
export interface ReadSheet {
  readonly rows: readonly (readonly ExcelValue[])[];
  /** Calculated cells, by their addresses. */
  readonly formulas: readonly string[];
  /** In letters, for each column that has one. */
  readonly widths: readonly number[];
  /** Numbers of rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The cells that have a filter, as `A1:C3`. */
  readonly filter: string | undefined;
  /** The colours behind cells, by their addresses. */
  readonly fills: Readonly<Record<string, string>>;
  /** The elements of the sheet in their order, in which alone Excel takes them. */
  readonly parts: readonly string[];
}

/** Reads an Excel file: its sheets by their names, in their order. */
export function readBook(bytes: Uint8Array): ReadonlyMap<string, ReadSheet> {
  const files = unzipSync(bytes);
  const open = (name: string) => xmlOf(strFromU8(files[name] ?? new Uint8Array()));
  const book = open('xl/workbook.xml');
  const styles = stylesOf(open('xl/styles.xml'));
  const strings = open('xl/sharedStrings.xml');
  const texts = strings('si')
    .toArray()
    .map((one) => strings(one).text());
  const sheets = book('sheet').toArray();
  return new Map(
    sheets.map((one, at) => [
      book(one).attr('name') ?? '',
      sheetOf(open(`xl/worksheets/sheet${at + 1}.xml`), texts, styles),
    ]),
  );
}

function xmlOf(text: string): cheerio.CheerioAPI {
  // A program that opens the file gives up at these; this parser would not.
  const wrong = /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.exec(text);
  if (wrong !== null) throw new Error(`A character that XML does not allow stands at ${wrong.index}.`);
  return cheerio.load(text, { xml: true });
}

interface Styles {
  isDay(style: number): boolean;
  fill(style: number): string | undefined;
}

function stylesOf($: cheerio.CheerioAPI): Styles {
  const formats = $('cellXfs > xf').toArray();
  const pattern = (style: number) => $(`numFmt[numFmtId="${$(formats[style]).attr('numFmtId') ?? ''}"]`);
  const fills = $('fills > fill').toArray();
  return {
    isDay: (style) => /y/.test(pattern(style).attr('formatCode') ?? ''),
    fill: (style) =>
      $(fills[Number($(formats[style]).attr('fillId') ?? 0)])
        .find('fgColor')
        .attr('rgb'),
  };
}

function sheetOf($: cheerio.CheerioAPI, texts: readonly string[], styles: Styles): ReadSheet {
  const value = (cell: Parameters<typeof $>[0]): ExcelValue => {
    const written = $(cell).find('v').text();
    if ($(cell).attr('t') === 's') return texts[Number(written)];
    if (written === '') return undefined;
    // Excel counts days from the 30th of December 1899.
    if (styles.isDay(Number($(cell).attr('s')))) return new Date(Date.UTC(1899, 11, 30) + Number(written) * 86_400_000);
    return Number(written);
  };
  const address = (cell: Parameters<typeof $>[0]) => $(cell).attr('r') ?? '';
  const rows = $('sheetData > row')
    .toArray()
    .map((row) => {
      const cells = $(row).find('c').toArray();
      return cells.reduce<ExcelValue[]>((line, cell) => {
        line[columnOf(address(cell))] = value(cell);
        return line;
      }, []);
    })
    .map((line) => Array.from(line));
  const pane = $('pane[state=frozen]');
  return {
    rows,
    formulas: $('c:has(f)').toArray().map(address),
    widths: $('cols > col')
      .toArray()
      .map((column) => Number($(column).attr('width'))),
    frozen: { rows: Number(pane.attr('ySplit') ?? 0), columns: Number(pane.attr('xSplit') ?? 0) },
    filter: $('autoFilter').attr('ref'),
    fills: Object.fromEntries(
      $('sheetData c[s]')
        .toArray()
        .flatMap((cell) => {
          const fill = styles.fill(Number($(cell).attr('s')));
          return fill === undefined ? [] : [[address(cell), fill]];
        }),
    ),
    parts: $('worksheet')
      .children()
      .toArray()
      .map(({ name }) => name),
  };
}

/** The column of an address, from 0: of `B7` it is 1. */
function columnOf(address: string): number {
  return Array.from(address.replace(/\d+$/, '')).reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
