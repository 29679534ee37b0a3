import writeXlsxFile, { type CellObject } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility';
import type { IsoDate } from '../../procedure/time/time';
import { writable } from '../../procedure/written-text';

/* The only module that knows how an Excel file is written. */

type WrittenSheet = Parameters<typeof writeXlsxFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

/** A cell's content. A text is written as a text, whatever it begins with: no cell is ever a formula. */
type ExcelContent = { readonly text: string } | { readonly number: number } | { readonly day: IsoDate };

/** A cell as it is to look; an empty one is `undefined`, so that a filter of Excel finds it. */
export type ExcelCell =
  | (ExcelContent & {
      readonly bold?: true;
      /** In points; 11 otherwise. */
      readonly size?: number;
      /** The colour behind it, as `#f4cdc6`. */
      readonly fill?: string | undefined;
      /** Breaks lines at the width of the column, and begins at the top of the row. */
      readonly wrap?: true;
      /** Puts a number or a day on the left, where texts are. */
      readonly left?: true;
      /** Excel's pattern for a day; `d mmmm yyyy` otherwise. */
      readonly pattern?: string;
    })
  | undefined;

/** A sheet of a workbook. */
export interface ExcelSheet {
  /** 31 letters at most. */
  readonly name: string;
  /** The widths of the columns, in letters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly ExcelCell[])[];
  /** A list below a head: the head and the first column stay in sight, a filter is on the head, and it prints one page wide. */
  readonly isList?: true;
}

/**
 * Returns the sheets as the bytes of an Excel file. A character that no XML file can hold is dropped: records of earlier
 * releases have some, and one of them would make the whole file unreadable.
 */
export function excelFile(sheets: readonly ExcelSheet[]): Promise<Buffer> {
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [lists(sheets)] };
  return writeXlsxFile(sheets.map(written), options).toBuffer();
}

function written({ name, widths, rows, isList }: ExcelSheet): WrittenSheet {
  return {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row) => row.map(writtenCell)),
    ...(isList && { stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape' }),
  };
}

function writtenCell(cell: ExcelCell): CellObject | null {
  if (cell === undefined) return null;
  return {
    ...valueOf(cell),
    ...('day' in cell && { format: cell.pattern ?? 'd mmmm yyyy' }),
    ...(cell.bold && { fontWeight: 'bold' }),
    ...(cell.size !== undefined && { fontSize: cell.size }),
    ...(cell.fill !== undefined && { backgroundColor: cell.fill }),
    ...(cell.wrap && { wrap: true, alignVertical: 'top' }),
    ...(cell.left && { align: 'left' }),
  };
}

function valueOf(content: ExcelContent): Pick<CellObject, 'value' | 'type'> {
  if ('text' in content) return { type: String, value: writable(content.text) };
  if ('number' in content) return { type: Number, value: content.number };
  // Excel keeps a day as midnight without a zone, which the writer takes from UTC.
  return { type: Date, value: new Date(`${content.day}T00:00:00Z`) };
}

/** Adds what the writer has no option for: the filter of a list, and its print one page wide. */
function lists(sheets: readonly ExcelSheet[]): Feature {
  const listAt = (index: number): ExcelSheet | undefined => (sheets[index]?.isList ? sheets[index] : undefined);
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const list = listAt(sheetIndex);
            if (list === undefined) return xml;
            return ['<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>', filterOf(list)].reduce(inItsPlace, xml);
          },
          transformElementAttributes: (tag, attributes, _at, _options, { sheetIndex }) =>
            tag === 'pageSetup' && listAt(sheetIndex) !== undefined
              ? { ...attributes, fitToWidth: 1, fitToHeight: 0 }
              : attributes,
        },
      },
    },
  };
}

function filterOf({ rows, widths }: ExcelSheet): string {
  const last = getCellAddress(Math.max(rows.length, 2) - 1, widths.length - 1);
  return getSelfClosingTagMarkup('autoFilter', { ref: `A1:${last}` });
}

/** Adds an element to a sheet where Excel asks for it: it opens no file whose elements are in another order. */
function inItsPlace(xml: string, element: string): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
}
