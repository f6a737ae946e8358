import { expect, test } from 'vitest';
import { fillRates } from './fill-rates.ts';

const samples = [
  { input: { id: 'a', total: 5, lines: [{ name: 'x' }, {}] } },
  { input: { id: '', total: 'many', lines: [] } },
  { input: { id: null, lines: [{ name: '' }] } },
  { input: {}, bindings: { steps: { id: 7 } } },
];

test('counts how many samples fill each field, leave it empty, or fail in it', () => {
  const mapping = `{
    "id": id,
    "twice": total * 2,
    "step": $steps.id,
    "lines": [lines.{ "name": name }],
    "fixed": "x",
    "inner": { "a": $uppercase(total) }
  }`;
  const rates = fillRates(mapping, samples).map(({ target, filled, empty, failed }) => [
    target.map((segment) => (segment.kind === 'name' ? segment.name : segment.kind)).join('.'),
    { filled, empty, failed },
  ]);
  expect(Object.fromEntries(rates)).toEqual({
    id: { filled: 1, empty: 3, failed: 0 },
    twice: { filled: 1, empty: 2, failed: 1 },
    step: { filled: 1, empty: 3, failed: 0 },
    'lines.item.name': { filled: 1, empty: 3, failed: 0 },
    fixed: { filled: 4, empty: 0, failed: 0 },
    'inner.a': { filled: 1, empty: 2, failed: 1 },
  });
});

test('a failure outside of the fields fails all of them', () => {
  const rates = fillRates('($x := $error("no"); { "a": id, "b": [lines.{ "c": name }] })', samples);
  expect(rates.map(({ filled, empty, failed }) => ({ filled, empty, failed }))).toEqual([
    { filled: 0, empty: 0, failed: 4 },
    { filled: 0, empty: 0, failed: 4 },
  ]);
});

test('a text that cannot be parsed has no fields, and without samples there are no figures', () => {
  expect(fillRates('{ "a": ', samples)).toEqual([]);
  expect(fillRates('{ "a": id }', [])).toEqual([
    { target: [{ kind: 'name', name: 'a' }], filled: 0, empty: 0, failed: 0 },
  ]);
});
