import { expect, test } from 'vitest';
import { applyEdits } from '@throughline/core/mapping/syntax';
import { writtenValue } from './written-value.ts';

const targetSchema = { properties: { lines: { type: 'array', items: { properties: { kind: {} } } } } } as const;
const write = (text: string, path: string, expression: string): string => {
  const result = writtenValue(text, path.split('.'), expression, { sourceSchema: {}, targetSchema });
  return 'reason' in result ? result.reason : applyEdits(text, result.edits);
};

test('a typed value sets a field, or replaces what is there, and nothing else changes', () => {
  expect(write('{ "id": Id /* key */ }', 'name', '"x"')).toBe('{ "id": Id, "name": "x" /* key */ }');
  expect(write('{ "id": Id /* key */ }', 'id', 'Key')).toBe('{ "id": Key /* key */ }');
});

test('a field without a place, and what is no expression, is refused with a reason', () => {
  expect(write('{ "total": $money(1, "GBP") }', 'total.amount', '2')).toBe(
    'total is set as a whole, so total.amount has no place in it.',
  );
  expect(write('$merge([a])', 'id', '2')).toBe('The text does not build an object in which id has a place.');
  expect(write('{ "id": Id }', 'id', '2 +')).toContain('expected');
});

test('a value in a list that is not built yet makes a list of one item', () => {
  expect(write('{ }', 'lines.kind', '"role"')).toBe('{ "lines": [{ "kind": "role" }] }');
});
