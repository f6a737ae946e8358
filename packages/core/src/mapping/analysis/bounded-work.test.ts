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

const objectOf = (fields: number, prefix = 'k'): string => `{ ${times(fields, (n) => `"${prefix}${n}": a, `)} "z": 1 }`;
const list = (count: number, item: string): string => `[${times(count, () => `${item}, `)} 1]`;

/** An evaluation may read and copy thousands of fields, and each of them counts as an expression does. */
test.each([
  ['every field of a large object, again and again', `($o := ${objectOf(4_000)}; ${list(5_000, '$o.*')})`],
  [
    'one of two large objects merged into a third',
    `($o := ${objectOf(2_500)}; $p := ${objectOf(2_500, 'q')}; ${list(700, '$merge([$p, a ? $o : $p])')})`,
  ],
  ['a large object merged ten thousand times in one call', `($o := ${objectOf(4_000)}; $merge(${list(10_000, '$o')}))`],
  [
    'an object that grows with each merge',
    `($o0 := ${objectOf(4_000)}; ${times(800, (n) => `$o${n + 1} := $merge([$o${n}, { "z${n}": a }]);`)} $o800)`,
  ],
  ['a large object transformed again and again', `($o := ${objectOf(4_000)}; ${list(2_000, '$o ~> |$|{ "z": 1 }|')})`],
  [
    'large objects without their empty fields',
    `($o := ${objectOf(4_000)}; [${times(1_500, (n) => `$compact([$o, { "a": ${n} }]), `)} 1])`,
  ],
  [
    'many variables, and as many that do not exist',
    `(${times(3_000, (n) => `$k${n} := a;`)} [${times(3_000, (n) => `$j${n}, `)} 1])`,
  ],
])('the fields count: %s', (_title, mapping) => {
  const work = { left: 500_000 };
  createMappingChecker({ bindings: {}, work }).check(mapping);
  const spent = 500_000 - work.left;
  expect(spent).toBeGreaterThan(150_000);
  // What is left of the text is passed over, one expression each.
  expect(spent).toBeLessThan(220_000);
});

test('texts of which a thousand values are known may have any value, and joining them costs little', () => {
  const work = { left: 500_000 };
  createMappingChecker({ work }).check(`[${times(9_000, (n) => `"${n}", `)} ""]`);
  expect(500_000 - work.left).toBeLessThan(50_000);
});

test('names are compared for suggestions up to a limit, and every problem is reported', () => {
  const mapping = `($o := ${objectOf(4_000)}; [${times(200, (n) => `$o.kx${n}, `)} 1])`;
  const { problems } = createMappingChecker().check(mapping);
  expect(problems.map(({ message }) => message.includes('Did you mean'))).toEqual(
    Array.from({ length: 200 }, (_, index) => index < 9),
  );
});
