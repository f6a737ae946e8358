import { expect, test } from 'vitest';
import { fromCsvCell, toCsvCell } from './csv-cell.ts';

test.each(['=1+1', '+1', '-Amount', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "'=1", "''-x", '\uFF1Dcmd'])(
  '%j cannot run as a formula, and comes back as it was',
  (text) => {
    expect(toCsvCell(text)).toBe(`'${text}`);
    expect(fromCsvCell(toCsvCell(text))).toBe(text);
  },
);

test.each(['Amount', '"text"', "'text'", "'a' & 'b'", '', '(-1)', "'"])('%j is written as it is', (text) => {
  expect(toCsvCell(text)).toBe(text);
  expect(fromCsvCell(text)).toBe(text);
});
