import { describe, expect, test } from 'vitest';
import { runQuery } from './run-query.ts';
import type { Table } from './table.ts';

const DAY = new Date('2026-11-23');
const left: Table = {
  name: 'lefts',
  columns: ['id', 'code', 'day'],
  rows: () => [
    { id: { value: 1 }, code: { value: '7' }, day: { value: DAY } },
    { id: { value: 2 }, code: { value: 'x' }, day: { value: null } },
    { id: { value: 3 }, code: { value: null }, day: { value: null } },
  ],
};
const right: Table = {
  name: 'rights',
  columns: ['num', 'name', 'shown'],
  rows: () => [
    { num: { value: 7 }, name: { value: 'x' }, shown: { value: '23/11/2026' } },
    { num: { value: null }, name: { value: 'y' }, shown: { value: '24/11/2026' } },
    { num: { value: 7 }, name: { value: 'z' }, shown: { value: '23/11/2026' } },
  ],
};

function pairs(join: string) {
  const text = `SELECT l.id, r.name FROM lefts l ${join} ORDER BY l.id, r.name`;
  const findTable = (name: string) => (name === 'lefts' ? left : name === 'rights' ? right : undefined);
  const { rows } = runQuery({ text, parameters: [], findTable, now: DAY });
  return rows.map((row) => `${row['id']}${row['name'] ?? '-'}`);
}

describe('a join on an equality finds the same rows as a row-by-row comparison', () => {
  test.each([
    ['text with number', 'JOIN rights r ON r.num = l.code', ['1x', '1z']],
    ['the other way round', 'JOIN rights r ON l.code = r.num', ['1x', '1z']],
    ['null with nothing', 'LEFT JOIN rights r ON r.num = l.code', ['1x', '1z', '2-', '3-']],
    ['with a further condition', "JOIN rights r ON l.code = r.num AND r.name > 'x'", ['1z']],
    ['a date with its text', 'JOIN rights r ON r.shown = l.day', ['1x', '1z']],
    ['or something else', 'JOIN rights r ON r.name = l.code OR r.num > l.id + 5', ['1x', '1z', '2x']],
    ['a condition of one side only', 'JOIN rights r ON l.id = 1', ['1x', '1y', '1z']],
    ['an inequality', 'JOIN rights r ON r.num > l.id AND l.id > 1', ['2x', '2z', '3x', '3z']],
  ])('%s', (_title, join, expected) => {
    expect(pairs(join)).toEqual(expected);
  });
});
