import type { Workbook } from 'exceljs';
import { writable } from '../procedure/written-text';

/**
 * Returns a workbook as the bytes of an Excel file. A character that no XML file can hold is dropped: records of earlier
 * releases have some, and one of them would make the whole file unreadable.
 */
export async function excelFile(workbook: Workbook): Promise<Buffer> {
  workbook.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') cell.value = writable(cell.value);
      });
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
