import { fromCsvCell } from './csv-cell.ts';

/** What a file holds, row by row, or why it cannot be read. */
export type SheetGrid = { readonly rows: readonly (readonly unknown[])[] } | { readonly problem: string };

/** A mapping of thousands of fields takes less. */
const mostBytes = 4 * 1024 * 1024;
const mostUnpackedBytes = 30 * 1024 * 1024;
const mostParts = 500;
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
    const read = isWorkbook ? await workbookRows(file) : await csvRows(file);
    return 'problem' in read ? read : bounded(read.rows, name);
  } catch (error) {
    return { problem: `“${name}” cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

function bounded(rows: readonly (readonly unknown[])[], name: string): SheetGrid {
  if (rows.length > mostRows) return { problem: `“${name}” has ${rows.length} rows. At most ${mostRows} are read.` };
  if (rows.some((row) => row.length > mostColumns)) {
    return { problem: `“${name}” has more than ${mostColumns} columns. Keep those of the exported sheet.` };
  }
  return { rows };
}

async function csvRows(file: File): Promise<SheetGrid> {
  const { default: papa } = await import('papaparse');
  // A file in another encoding than UTF-8 is refused rather than read with wrong letters.
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  const { data, errors } = papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const fault = errors.find(({ type }) => type === 'Quotes');
  if (fault !== undefined) {
    return { problem: `Row ${(fault.row ?? 0) + 1} of “${file.name}” has a quotation mark without its partner.` };
  }
  return { rows: data.map((row) => row.map((cell) => fromCsvCell(cell))) };
}

/** The sign that separates the titles. Other rows may have any of them in their texts. */
function delimiterOf(text: string): string {
  const [titles = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => titles.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

async function workbookRows(file: File): Promise<SheetGrid> {
  const bytes = await file.arrayBuffer();
  const size = await unpackedSize(new Uint8Array(bytes));
  if (size > mostUnpackedBytes) {
    return { problem: `“${file.name}” becomes ${megabytes(size)} MB when it is unpacked, which is too much.` };
  }
  const { readSheet } = await import('read-excel-file/universal');
  return { rows: await readSheet(bytes, { trim: false }) };
}

/** The size that the parts of a packed file claim. Unpacking stops at it, so that a small file cannot fill the memory. */
async function unpackedSize(bytes: Uint8Array): Promise<number> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      parts += 1;
      size += originalSize;
      return false;
    },
  });
  return parts > mostParts ? Number.POSITIVE_INFINITY : size;
}
