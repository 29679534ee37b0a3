import { excelFile } from '../../src/console/http/excel-file';
import { isoDate } from '../../src/procedure/time/dates';
import { readBook } from '../support/excel-book';

const open = async (...sheets: Parameters<typeof excelFile>[0]) => readBook(await excelFile(sheets));

test('Texts are texts, numbers are numbers, and days are days on both sides of a change of the clocks', async () => {
  const days = ['1900-03-01', '2026-03-29', '2026-06-30', '2026-10-25', '2027-01-01'].map(isoDate);
  const book = await open({
    name: 'Cells',
    widths: [],
    rows: [[{ text: '7' }, { number: 7 }, undefined, { text: ' a\n<b> & "c" ' }], days.map((day) => ({ day }))],
  });
  expect(book.get('Cells')?.rows).toEqual([
    ['7', 7, undefined, ' a\n<b> & "c" '],
    days.map((day) => new Date(`${day}T00:00:00Z`)),
  ]);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=cmd|’ /C calc’!A0'])('%j is written as a text', async (text) => {
  const sheet = (await open({ name: 'Texts', widths: [], rows: [[{ text }]] })).get('Texts');
  expect(sheet).toMatchObject({ rows: [[text]], formulas: [] });
});

test('A character that no XML file can hold is dropped', async () => {
  const book = await open({ name: 'Texts', widths: [], rows: [[{ text: 'St Mary’s\u0000\ufffe School\ud800' }]] });
  expect(book.get('Texts')?.rows).toEqual([['St Mary’s School']]);
});

test('A list keeps its head in sight and has a filter, in the order in which Excel takes the parts of a sheet', async () => {
  const head = [{ text: 'Case' }, { text: 'Day' }];
  const book = await open(
    { name: 'List', widths: [16, 7], rows: [head, [{ text: 'SIN-2026-0001' }, { number: 3 }]], isList: true },
    { name: 'Empty list', widths: [16, 7], rows: [head], isList: true },
    { name: 'Plain', widths: [24], rows: [head] },
  );
  expect(book.get('List')).toMatchObject({ frozen: { rows: 1, columns: 1 }, filter: 'A1:B2', widths: [16, 7] });
  expect(book.get('List')?.parts).toEqual([
    'sheetPr',
    'sheetViews',
    'cols',
    'sheetData',
    'autoFilter',
    'pageMargins',
    'pageSetup',
  ]);
  expect(book.get('Empty list')?.filter).toBe('A1:B2');
  expect(book.get('Plain')).toMatchObject({ frozen: { rows: 0, columns: 0 }, filter: undefined, widths: [24] });
});
