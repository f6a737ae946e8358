import { expect, test } from 'vitest';
import type { Ir } from '../syntax/ir.ts';
import { createMappingChecker } from './create-mapping-checker.ts';
import { nodesOf } from './parts-of.ts';

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

const judged = (mapping: string) => {
  const checked = createMappingChecker({ target: { type: 'object', properties: { x: { type: 'string' } } } }).check(
    mapping,
  );
  const lineage = checked.lineage();
  return {
    syntaxErrors: checked.parsed.errors.length,
    rows: lineage.length,
    isComplete: lineage.every(({ isComplete }) => isComplete),
  };
};

/** Each of these would take for ever if the analysis followed everything in it. */
test.each([
  [
    'functions that call the one before twice',
    `(${times(40, (n) => `$f${n} := function($x) { ${n === 0 ? '$x' : `$f${n - 1}($x) & $f${n - 1}($x)`} };`)} { "x": $f39(a) })`,
    { syntaxErrors: 0, rows: 1, isComplete: false },
  ],
  [
    'values that hold the one before twice',
    `(${times(60, (n) => `$v${n} := ${n === 0 ? 'a' : `{ "l": $v${n - 1}, "r": $v${n - 1} }`};`)} { "x": $string($v59) })`,
    { syntaxErrors: 0, rows: 1, isComplete: true },
  ],
  [
    'a result of that kind, which is listed up to a limit',
    `(${times(60, (n) => `$v${n} := ${n === 0 ? 'a' : `{ "l": $v${n - 1}, "r": $v${n - 1} }`};`)} $compact({ "x": $v59 }))`,
    { syntaxErrors: 0, rows: 2_000, isComplete: true },
  ],
  [
    'objects merged with one thing or another, again and again',
    `(${times(60, (n) => `$v${n} := ${n === 0 ? '{}' : `$merge([$v${n - 1}, c ? { "a${n}": a } : { "b": b }])`};`)} $v59)`,
    { syntaxErrors: 0, rows: 60, isComplete: true },
  ],
  [
    'objects merged into one that grows with each of them',
    `($v0 := {};${times(3_000, (n) => `$v${n + 1} := $merge([$v${n}, { "k${n}": b${n} }]);`)} $v3000)`,
    { syntaxErrors: 0, rows: 1, isComplete: false },
  ],
  [
    'a large object merged with a small one, again and again',
    `($v0 := { ${times(2_000, (n) => `"k${n}": b${n}, `)} "z": 1 };${times(2_000, (n) => `$v${n + 1} := $merge([$v${n}, { "z": ${n} }]);`)} $v2000)`,
    { syntaxErrors: 0, rows: 1, isComplete: false },
  ],
  [
    'a long chain of operators',
    times(900, (n) => `${n === 0 ? '' : ' & '}a${n}`),
    { syntaxErrors: 0, rows: 1, isComplete: true },
  ],
  [
    'objects in objects',
    `${times(200, () => '{ "a": ')}1${times(200, () => ' }')}`,
    { syntaxErrors: 0, rows: 1, isComplete: true },
  ],
])('%s', (_title, mapping, expected) => {
  expect(judged(mapping)).toEqual(expected);
});

test('a very long list is analysed', () => {
  const one: Ir = { kind: 'literal', value: 1, start: 0, end: 1 };
  const items = Array.from({ length: 200_000 }, () => one);
  expect([...nodesOf({ kind: 'array', items, start: 0, end: 1 })].length).toBe(200_001);
});
