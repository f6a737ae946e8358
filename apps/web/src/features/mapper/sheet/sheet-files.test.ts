import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { fromCsvCell } from './csv-cell.ts';
import { formulaCell } from './formula-cell.ts';
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
  'problem' in read
    ? read.problem
    : read.rows.map((cells) => sheetColumnNames.map((_, index) => textOf(read.isCsv, cells[index])));
const textOf = (isCsv: boolean, cell: unknown) => (isCsv ? fromCsvCell(String(cell)) : (cell ?? ''));
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
  expect(await readSheetFile(semicolons)).toEqual({
    rows: [['Target field', 'Expression'], ['name', 'a;b'], ['']],
    isCsv: true,
  });
  const tabs = new File(['Target field\tExpression\nname\ta'], 'fields.tsv');
  expect(await readSheetFile(tabs)).toEqual({
    rows: [
      ['Target field', 'Expression'],
      ['name', 'a'],
    ],
    isCsv: true,
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
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}.xml`, new Uint8Array()])),
  );
  expect(await problemOf(new File([many.slice().buffer], 'many.xlsx'))).toBe(
    '“many.xlsx” consists of more than 500 files. Export the sheet anew.',
  );
  expect(await problemOf(new File(['no workbook'], 'fields.xlsx'))).toContain('“fields.xlsx” cannot be read');
  expect(await problemOf(new File(['"a'], 'half.csv'))).toBe(
    'Row 1 of “half.csv” has a quotation mark without its partner.',
  );
  expect(await problemOf(new File([new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c])], 'latin.csv'))).toBe(
    '“latin.csv” is not UTF-8. Save it as “CSV UTF-8” or as .xlsx.',
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

/** A workbook as it is written here, with other rows. */
async function workbook(sheetData: string): Promise<File> {
  const parts = unzipSync(new Uint8Array(await (await xlsxOf([])).arrayBuffer()));
  const path = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[path] ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/s, () => sheetData);
  const packed = zipSync({ ...parts, [path]: strToU8(sheet) });
  return new File([packed.slice().buffer], 'fields.xlsx');
}

const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const data = (rows: string) => `<sheetData>${rows}</sheetData>`;

test('cells of a workbook with a formula are told from empty ones, wherever they are', async () => {
  const file = await workbook(
    data(
      `<row r="1">${inline('A1', 'Field')}${inline('B1', 'Expression')}</row>` +
        '<row r="2"><c r="A2" t="str"><f>B1</f><v>name</v></c><c r="B2" t="e"><f>-Amount</f><v>#NAME?</v></c></row>' +
        '<row r="3"><c r="A3" t="str"><f>B1</f></c><c r="B3"><v>12</v></c><c r="C3" t="e"><v>#REF!</v></c></row>',
    ),
  );
  expect(await readSheetFile(file)).toEqual({
    rows: [
      ['Field', 'Expression', undefined],
      [formulaCell, formulaCell, undefined],
      [formulaCell, 12, formulaCell],
    ],
    isCsv: false,
  });
});

test.each([
  ['a row', '<row r="1e999"></row>'],
  ['a row', "<row r='9999999'></row>"],
  ['a row', '<row s=">" r="1&#48;00000000"/>'],
  ['a column', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
  ['a column', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
  ['a cell', '<row r="1"><c><v>1</v></c></row>'],
])('%s that no sheet has is refused before anything is read: %s', async (_, rows) => {
  expect(await problemOf(await workbook(data(rows)))).toBe(
    '“fields.xlsx” has a cell at a place that no sheet has. Save it anew as .xlsx or .csv.',
  );
});

test('content far away is refused, and formats without content are not', async () => {
  const head = `<row r="1">${inline('A1', 'Field')}`;
  expect(await problemOf(await workbook(data(`${head}</row><row r="1048576">${inline('A1048576', 'x')}</row>`)))).toBe(
    '“fields.xlsx” has 1048576 rows. At most 10000 are read.',
  );
  expect(await problemOf(await workbook(data(`${head}${inline('XFD1', 'x')}</row>`)))).toBe(
    '“fields.xlsx” has more than 200 columns. Keep those of the exported sheet.',
  );
  const formatted = data(`${head}<c r="XFD1"/></row><row r="1048576"><c r="A1048576"/></row>`);
  expect(await readSheetFile(await workbook(formatted))).toEqual({ rows: [['Field']], isCsv: false });
});

test('every cell of a workbook is formatted as text, also an empty one', async () => {
  const parts = unzipSync(new Uint8Array(await (await xlsxOf([row({ field: 'name' })])).arrayBuffer()));
  const textOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  expect(textOf('xl/styles.xml')).toContain('formatCode="@"');
  const [, style] = /<c r="A2" s="(\d+)"/.exec(textOf('xl/worksheets/sheet1.xml')) ?? [];
  const styles = [...textOf('xl/worksheets/sheet1.xml').matchAll(/<c r="[A-I]2" s="(\d+)"/g)].map(([, own]) => own);
  expect(styles).toEqual(sheetColumnNames.map(() => style));
});
