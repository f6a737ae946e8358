import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSheetFile } from './read-sheet.ts';
import { sheetColumnNames, sheetColumns, type SheetRow } from './sheet-columns.ts';
import { csvOf, xlsxOf } from './write-sheet.ts';

const row = (texts: Partial<SheetRow>): SheetRow => ({
  field: '',
  type: '',
  required: '',
  sentence: '',
  expression: '',
  sources: '',
  sample: '',
  note: '',
  tests: '',
  ...texts,
});
const rows = [
  row({ field: 'name', type: 'string', expression: '=Name & "a;b"', note: 'One\nTwo, “three”' }),
  row({ field: 'lines.amount', expression: "-Amount\n  + '=1'", sample: '+44 1904 000100', tests: '@all' }),
  row({ field: '税', expression: '" leading and trailing "', note: ' 007 ' }),
];
const grid = [
  sheetColumnNames.map((name) => sheetColumns[name]),
  ...rows.map((each) => sheetColumnNames.map((name) => each[name])),
];

const asFile = async (blob: Blob, name: string) => new File([await blob.arrayBuffer()], name);
const texts = (read: Awaited<ReturnType<typeof readSheetFile>>) =>
  'problem' in read ? read.problem : read.rows.map((cells) => sheetColumnNames.map((_, index) => cells[index] ?? ''));
const problemOf = async (file: File) => {
  const read = await readSheetFile(file);
  return 'problem' in read ? read.problem : undefined;
};

test('what is written as csv comes back as it was, and no cell runs as a formula', async () => {
  const blob = await csvOf(rows);
  const text = await blob.text();
  expect(text.split('\r\n').slice(1)).toEqual([
    `"name","string","","","'=Name & ""a;b""","","","One\nTwo, “three”",""`,
    `"lines.amount","","","","'-Amount\n  + '=1'","","'+44 1904 000100","","'@all"`,
    `"税","","","",""" leading and trailing ""","",""," 007 ",""`,
  ]);
  expect(texts(await readSheetFile(await asFile(blob, 'fields.csv')))).toEqual(grid);
});

test('what is written as a workbook comes back as it was', async () => {
  const blob = await xlsxOf(rows);
  expect(texts(await readSheetFile(await asFile(blob, 'fields.xlsx')))).toEqual(grid);
});

test('a csv of a spreadsheet that separates by semicolons or tabs is read as well', async () => {
  const semicolons = new File(['Target field;Expression\r\nname;"a;b"\r\n'], 'fields.csv');
  expect(await readSheetFile(semicolons)).toEqual({ rows: [['Target field', 'Expression'], ['name', 'a;b'], ['']] });
  const tabs = new File(['Target field\tExpression\nname\ta'], 'fields.tsv');
  expect(await readSheetFile(tabs)).toEqual({
    rows: [
      ['Target field', 'Expression'],
      ['name', 'a'],
    ],
  });
});

test('a file that is too large, packed too tightly, damaged or of another kind is refused with a sentence', async () => {
  expect(await problemOf(new File([new Uint8Array(5 * 1024 * 1024)], 'big.csv'))).toBe(
    '“big.csv” has 5.0 MB. Files of at most 4.0 MB are read.',
  );
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(31 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(await problemOf(new File([bomb.slice().buffer], 'bomb.xlsx'))).toBe(
    '“bomb.xlsx” becomes 31.0 MB when it is unpacked, which is too much.',
  );
  expect(await problemOf(new File(['no workbook'], 'fields.xlsx'))).toContain('“fields.xlsx” cannot be read');
  expect(await problemOf(new File(['"a'], 'half.csv'))).toBe(
    'Row 1 of “half.csv” has a quotation mark without its partner.',
  );
  expect(await problemOf(new File([''], 'fields.pdf'))).toBe(
    '“fields.pdf” is neither an .xlsx nor a .csv file. Save the sheet as one of them.',
  );
  expect(await problemOf(new File(['a\n'.repeat(10_001)], 'long.csv'))).toContain('At most 10000 are read.');
});

test('a text that a cell of a workbook cannot hold is named', async () => {
  await expect(xlsxOf([row({ field: 'name', expression: 'a'.repeat(40_000) })])).rejects.toThrow(
    'Expression of name has 40000 characters, and a cell of a workbook holds at most 32767. Export csv instead.',
  );
});
