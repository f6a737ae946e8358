import { cellAddress } from './sheet-columns.ts';
import { formulaCell } from './formula-cell.ts';
import { scanSheet, type ScannedSheet } from './scan-sheet.ts';
import { unpackFirstSheet } from './unpack-workbook.ts';

/** What a file holds, row by row, or why it cannot be read. Cells with a formula are `formulaCell`. */
export type SheetGrid =
  | {
      readonly rows: readonly (readonly unknown[])[];
      /** Its cells may have the apostrophe of `toCsvCell`. */
      readonly isCsv: boolean;
    }
  | { readonly problem: string };

/** A mapping of thousands of fields takes less. */
const mostBytes = 4 * 1024 * 1024;
const mostRows = 10_000;
const mostColumns = 200;

/** Reads a csv file or a workbook's first sheet. Never throws for a file that is not what it claims to be. */
export async function readSheetFile(file: File): Promise<SheetGrid> {
  const { name, size } = file;
  if (size > mostBytes) {
    return { problem: `“${name}” has ${megabytes(size)} MB. Files of at most ${megabytes(mostBytes)} MB are read.` };
  }
  const isWorkbook = /\.xlsx$/i.test(name);
  if (!isWorkbook && !/\.(?:csv|tsv|txt)$/i.test(name)) {
    return { problem: `“${name}” is neither an .xlsx nor a .csv file. Save the sheet as one of them.` };
  }
  try {
    return isWorkbook ? await workbookRows(file) : await csvRows(file);
  } catch (error) {
    return { problem: `“${name}” cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

function tooLarge(name: string, rows: number, columns: number): { readonly problem: string } | undefined {
  if (rows > mostRows) return { problem: `“${name}” has ${rows} rows. At most ${mostRows} are read.` };
  if (columns > mostColumns) {
    return { problem: `“${name}” has more than ${mostColumns} columns. Keep those of the exported sheet.` };
  }
  return undefined;
}

async function csvRows(file: File): Promise<SheetGrid> {
  const { default: papa } = await import('papaparse');
  const text = utf8Text(await file.arrayBuffer());
  if (text === undefined) {
    return { problem: `“${file.name}” is not UTF-8. Save it as “CSV UTF-8” or as .xlsx.` };
  }
  const { data, errors } = papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault !== undefined) {
    return { problem: `Row ${(fault.row ?? 0) + 1} of “${file.name}” has a quotation mark without its partner.` };
  }
  const columns = data.reduce((most, row) => Math.max(most, row.length), 0);
  return tooLarge(file.name, data.length, columns) ?? { rows: data, isCsv: true };
}

/** A file in another encoding is refused rather than read with wrong letters. */
function utf8Text(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The sign that separates the titles. Other rows may have any of them in their texts. */
function delimiterOf(text: string): string {
  const [titles = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => titles.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function workbookRows(file: File): Promise<SheetGrid> {
  const bytes = await file.arrayBuffer();
  const unpacked = await unpackFirstSheet(new Uint8Array(bytes), file.name);
  if ('problem' in unpacked) return unpacked;
  const scanned = scanSheet(unpacked.xml);
  if (scanned === undefined) {
    return { problem: `“${file.name}” has a cell at a place that no sheet has. Save it anew as .xlsx or .csv.` };
  }
  const problem = tooLarge(file.name, scanned.rows, scanned.columns);
  if (problem !== undefined) return problem;
  const { readSheet } = await import('read-excel-file/universal');
  const rows = await readSheet(bytes, { trim: false });
  return { rows: withFormulas(rows, scanned), isCsv: false };
}

/** The library reads a cell as empty if its formula has failed, or was never computed; empty means something else here. */
function withFormulas(rows: readonly (readonly unknown[])[], { formulas, ...size }: ScannedSheet) {
  if (formulas.size === 0) return rows;
  const isFormula = (row: number, column: number): boolean => formulas.has(cellAddress(row, column));
  const [height, width] = [Math.max(rows.length, size.rows), Math.max(rows[0]?.length ?? 0, size.columns)];
  return Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_cell, column) => (isFormula(row, column) ? formulaCell : rows[row]?.[column])),
  );
}
