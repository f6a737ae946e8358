import { expect, test } from 'vitest';
import {
  duplicateRows,
  formatValue,
  mergeRows,
  parseRows,
  parseValue,
  pasteCounts,
  repeatedKeys,
  rowsWithoutKey,
  searchRows,
  valueKinds,
} from './value-map-rows.ts';

test.each([
  ['HP-UK', 'HP-UK'],
  ['2', 2],
  ['"2"', '2'],
  ['true', true],
  ['null', null],
  ['1.50', 1.5],
  ['007', '007'],
  ['9007199254740993', '9007199254740993'],
  ['"quoted"', 'quoted'],
  ['"half', '"half'],
  ['', ''],
])('the text %s is the value %j', (text, value) => {
  expect(parseValue(text)).toBe(value);
});

test.each(['2', 'true', 'null', '"in quotes"', 'plain', '', 2, false, null])(
  'a value survives its text: %j',
  (value) => {
    expect(parseValue(formatValue(value))).toBe(value);
  },
);

test('rows come from a spreadsheet, or separated by semicolons or commas', () => {
  const rows = [
    { key: 'GB', value: 'VAT-20', note: 'standard rate' },
    { key: 'DE', value: '19' },
  ];
  expect(parseRows('GB\tVAT-20\tstandard rate\r\nDE\t19\n\n')).toEqual(rows);
  expect(parseRows('GB; VAT-20; standard rate\nDE; 19')).toEqual(rows);
  expect(parseRows('GB,VAT-20,standard rate\nDE,19')).toEqual(rows);
});

test('pasted rows replace the values of existing keys, and keep everything else', () => {
  const before = [
    { key: 'GB', value: 'old', note: 'kept' },
    { key: 'FR', value: 'x' },
  ];
  expect(mergeRows(before, parseRows('GB\tnew\nDE\t19'))).toEqual([
    { key: 'GB', value: 'new', note: 'kept' },
    { key: 'FR', value: 'x' },
    { key: 'DE', value: '19' },
  ]);
});

test('pasted values are numbers or booleans only if all of them are', () => {
  const values = (text: string) => parseRows(text).map(({ value }) => value);
  expect(values('a\t2\nb\t3.5\nc\t')).toEqual([2, 3.5, '']);
  expect(values('a\t2\nb\t007')).toEqual(['2', '007']);
  expect(values('a\ttrue\nb\tfalse')).toEqual([true, false]);
  expect(values('a\ttrue\nb\t1')).toEqual(['true', '1']);
  expect(valueKinds([2, '', 3])).toEqual(['numbers']);
});

test('pasted rows without a key are named', () => {
  expect(rowsWithoutKey(parseRows('a\tx\n\ty'))).toEqual(['Row 2 has no key.']);
});

test('duplicate keys are found, and rows can be found by any of their texts', () => {
  const rows = [
    { key: 'GB', value: 'a' },
    { key: 'DE', value: 'b', note: 'Germany' },
    { key: 'GB', value: 'c' },
  ];
  expect([...duplicateRows(rows)]).toEqual([2]);
  expect(searchRows(rows, 'german').map(({ index }) => index)).toEqual([1]);
  expect(searchRows(rows, '').map(({ index }) => index)).toEqual([0, 1, 2]);
});

test('pasted rows that repeat a key are named with both of their numbers', () => {
  const row = (key: string, value: string) => ({ key, value });
  expect(repeatedKeys([row('a', '1'), row('b', '2'), row('a', '3'), row('b', '2')])).toEqual([
    'Row 3 repeats the key “a” of row 1.',
    'Row 4 repeats the key “b” of row 2.',
  ]);
  expect(repeatedKeys([row('a', '1'), row('A', '1')])).toEqual([]);
});

test('a paste says how many rows it adds and how many it changes', () => {
  const entries = [
    { key: 'a', value: '1', note: 'one' },
    { key: 'b', value: '2' },
  ];
  const pasted = [
    { key: 'a', value: '1' },
    { key: 'b', value: 2 },
    { key: 'c', value: '3' },
  ];
  expect(pasteCounts(entries, pasted)).toEqual({ added: 1, changed: 1 });
});
