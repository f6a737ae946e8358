import { describe, expect, test } from 'vitest';
import { compileMapping } from '../compile-mapping.ts';

function evaluate(text: string, input?: unknown): unknown {
  return compileMapping(text, { mode: 'closures' }).evaluate(input);
}

interface Tree {
  readonly name: string;
  readonly children?: readonly Tree[];
}

/** A chain without branches that has this many nodes. */
function chainOf(nodes: number): Tree {
  let tree: Tree = { name: 'leaf' };
  for (let level = 1; level < nodes; level += 1) tree = { name: `node ${level}`, children: [tree] };
  return tree;
}

describe('deep recursion fits the stack', () => {
  // Well below the limit of a thousand calls. Frames are larger before V8 has optimised them, and the heaviest of these
  // tests then exhaust the stack at 960 levels, which is the same error.
  const levels = 600;

  test('through an operator', () => {
    const text = `($sum := function($n) { $n = 0 ? 0 : $n + $sum($n - 1) }; $sum(${levels - 1}))`;
    expect(evaluate(text)).toBe(((levels - 1) * levels) / 2);
  });

  test('through objects, conditions and paths', () => {
    const text = `(
      $depth := function($tree) { $tree.children ? { "depth": 1 + $tree.children.$depth($).depth } : { "depth": 1 } };
      $depth($$).depth
    )`;
    expect(evaluate(text, chainOf(levels))).toBe(levels);
  });

  test('through blocks and variables', () => {
    const text = `(
      $depth := function($tree) { ($children := $tree.children; $below := $children.$depth($); 1 + ($below ?: 0)) };
      $depth($$)
    )`;
    expect(evaluate(text, chainOf(levels))).toBe(levels);
  });

  test('through higher-order functions, which are calls themselves', () => {
    const text = `(
      $depth := function($tree) { 1 + ($sum($map($tree.children, function($child) { $depth($child) })) ?: 0) };
      $depth($$)
    )`;
    const nodes = Math.floor(levels / 2);
    expect(evaluate(text, chainOf(nodes))).toBe(nodes);
  });
});

describe('a nested expression', () => {
  test('compiles in linear time', () => {
    const levels = 200;
    const nested = (open: string, close: string): string => `${open.repeat(levels)}1${close.repeat(levels)}`;
    expect(JSON.stringify(evaluate(nested('{"a": ', '}'), {}))).toBe(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(evaluate(nested('(', ' ?? 2)'), {})).toBe(1);
    expect(evaluate(nested('(', ' ?: 2)'), {})).toBe(1);
    const groups = `${'n@$x{"a": $$.'.repeat(20)}n${'}'.repeat(20)}`;
    expect(JSON.stringify(evaluate(groups, { n: 1 }))).toBe(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`);
  });
});

describe('functions', () => {
  test('of JavaScript that a host left in the data are not called', () => {
    const input = { run: () => 'called', name: 'x' };
    expect(() => evaluate('$.run()', input)).toThrow('This is not a function');
    expect(() => evaluate('$map([1], run)', input)).toThrow();
    expect(evaluate('name', input)).toBe('x');
  });

  test('keep the context in which they are written, and their tail calls have that of the caller', () => {
    const input = { name: 'outer', item: { name: 'inner' } };
    expect(evaluate('($f := function() { name & "" }; item.$f())', input)).toBe('outer');
    expect(evaluate('($f := function() { $lookup("name") }; item.$f())', input)).toBe('inner');
    expect(evaluate('($f := function() { $lookup("name") & "" }; item.$f())', input)).toBe('outer');
  });

  test('see the names of their scope as they are when they are called', () => {
    expect(evaluate('($f := function() { $x }; $x := 1; $a := $f(); $x := 2; [$a, $f()])')).toEqual([1, 2]);
    expect(evaluate('($x := 1; $a := ($x := 2; $x); [$x, $a])')).toEqual([1, 2]);
    expect(evaluate('($x := 1; true ? $x := 2; $x)')).toBe(2);
    expect(evaluate('($f := function($a, $a) { $a }; $f(1, 2))')).toBe(2);
  });

  test('of the language can be shadowed, also $exists, which ?? asks', () => {
    expect(evaluate('($sum := function() { "mine" }; $sum([1]))')).toBe('mine');
    expect(evaluate('($exists := function($x) { $x != "none" }; "none" ?? 2)')).toBe(2);
  });
});
