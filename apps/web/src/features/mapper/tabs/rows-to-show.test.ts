import { expect, test } from 'vitest';
import { cellKey, noHeldCells, withHeldCell } from './held-cells.ts';
import { rowsToShow } from './rows-to-show.ts';

const row = (id: string, expression = '', note = '') => ({ id, expression, note });
const rows = [row('name', 'Name', 'Legal one.'), row('city', 'BillingCity'), row('country')];
const ids = (search: string, isSetOnly: boolean, held = noHeldCells) =>
  rowsToShow(rows, { search, isSetOnly, covered: new Set(['name', 'city']), held }).map(({ id }) => id);

test('a search finds names, expressions and notes', () => {
  expect([ids('', false), ids('BILLING', false), ids('legal', false), ids('', true), ids('country', true)]).toEqual([
    ['name', 'city', 'country'],
    ['city'],
    ['name'],
    ['name', 'city'],
    [],
  ]);
});

test('a row stays while something is typed in it that could not be written', () => {
  const held = withHeldCell(noHeldCells, cellKey('country', 'expression'), { text: '"GB', problem: 'No quote.' });
  expect(ids('legal', true, held)).toEqual(['name', 'country']);
  expect(ids('legal', true, withHeldCell(held, cellKey('country', 'expression'), undefined))).toEqual(['name']);
});
