/** The columns of the sheet that people sign off, by their titles. Only the expression and the note are read back. */
export const sheetColumns = {
  field: 'Target field',
  type: 'Type',
  required: 'Required',
  sentence: 'In words',
  expression: 'Expression',
  sources: 'Sources',
  sample: 'On the sample',
  note: 'Note',
  tests: 'Tests',
} as const;

export type SheetColumn = keyof typeof sheetColumns;

export const sheetColumnNames = Object.keys(sheetColumns) as readonly SheetColumn[];

export type SheetRow = Readonly<Record<SheetColumn, string>>;

/** The name of a cell as spreadsheets show it: `D14`. Both numbers start at 0. */
export function cellAddress(row: number, column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
