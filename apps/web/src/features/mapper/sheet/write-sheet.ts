import { toCsvCell } from './csv-cell.ts';
import { sheetColumnNames, sheetColumns, type SheetColumn, type SheetRow } from './sheet-columns.ts';

/** A cell of a workbook cannot hold more characters. */
const longestCell = 32_767;

const widths: Readonly<Record<SheetColumn, number>> = {
  field: 30,
  type: 14,
  required: 10,
  sentence: 44,
  expression: 50,
  sources: 34,
  sample: 24,
  note: 40,
  tests: 22,
};

/** What people type into such a cell stays a text, even if it starts like a formula: `-Amount`. */
const textCell = { type: String, format: '@', wrap: true, alignVertical: 'top' as const };

const titles = sheetColumnNames.map((name) => sheetColumns[name]);

/** The rows as a csv file that spreadsheets read as UTF-8 and in which nothing runs as a formula. */
export async function csvOf(rows: readonly SheetRow[]): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  const cells = rows.map((row) => sheetColumnNames.map((name) => toCsvCell(row[name])));
  const text = papa.unparse([titles, ...cells], { quotes: true, newline: '\r\n' });
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}

/**
 * The rows as a workbook. All cells are texts, which a spreadsheet shows and does not run.
 * @throws Error if a cell cannot hold a text; the message says which one and what to do.
 */
export async function xlsxOf(rows: readonly SheetRow[]): Promise<Blob> {
  for (const row of rows) {
    const long = sheetColumnNames.find((name) => row[name].length > longestCell);
    if (long !== undefined) {
      throw new Error(
        `${sheetColumns[long]} of ${row.field} has ${row[long].length} characters, and a cell of a workbook holds at most ${longestCell}. Export csv instead.`,
      );
    }
  }
  const { default: write } = await import('write-excel-file/universal');
  const head = titles.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => sheetColumnNames.map((name) => ({ ...textCell, value: row[name] })));
  return write([head, ...cells], {
    sheet: 'Fields',
    columns: sheetColumnNames.map((name) => ({ width: widths[name] })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  }).toBlob();
}
