import { expect, test } from 'vitest';
import { compileMapping, type CompileOptions } from '../compile-mapping.ts';
import { MappingError } from '../mapping-error.ts';

/** The result of every evaluation, or its error's code and range, and the mode afterwards. */
function evaluated(text: string, inputs: readonly unknown[], options: CompileOptions = {}) {
  const mapping = compileMapping(text, options);
  const results = inputs.map((input) => {
    try {
      return mapping.evaluate(input);
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      return { code: error.code, at: text.slice(error.range?.start, error.range?.end) };
    }
  });
  return { results, mode: mapping.mode };
}

test('code is generated for a mapping that is used often, sooner if it takes longer', () => {
  const text = '{ "total": $sum(lines.(hours * rate)) }';
  const small = { lines: [{ hours: 2, rate: 50 }] };
  const large = { lines: Array.from({ length: 2_000 }, () => ({ hours: 1, rate: 1 })) };
  const often = (times: number) => Array.from({ length: times }, () => small);
  expect(evaluated(text, often(20)).mode).toBe('closures');
  expect(evaluated(text, often(400))).toEqual({ results: often(400).map(() => ({ total: 100 })), mode: 'generated' });
  expect(evaluated(text, [large]).mode).toBe('closures');
  expect(evaluated(text, [large, large]).mode).toBe('generated');
});

test('the mode can be forced', () => {
  expect(
    evaluated(
      'a',
      Array.from({ length: 100 }, () => ({})),
      { mode: 'closures' },
    ).mode,
  ).toBe('closures');
  expect(evaluated('a', [], { mode: 'generated' }).mode).toBe('generated');
});

test('inputs for which the code was not made are still evaluated', () => {
  const text = '{ "name": account.name, "lines": [lines[amount > 0].{ "id": id, "amount": amount }] }';
  const inputs = [
    { account: { name: 'Northwind' }, lines: [{ id: 1, amount: 2 }] },
    { account: [{ name: 'Northwind' }, { name: 'Contoso' }], lines: { id: 1, amount: 2 } },
    { lines: [[{ id: 1, amount: 2 }], { amount: 1 }, null, 'x'] },
    [{ account: { name: 'A' } }, { account: { name: 'B' } }],
    null,
    undefined,
  ];
  const closures = evaluated(text, inputs, { mode: 'closures' });
  expect(closures.results.slice(0, 2)).toEqual([
    { name: 'Northwind', lines: [{ id: 1, amount: 2 }] },
    { name: ['Northwind', 'Contoso'], lines: [{ id: 1, amount: 2 }] },
  ]);
  expect(evaluated(text, inputs, { mode: 'generated' }).results).toEqual(closures.results);
});

test('values of a further order-by term may be mixed as long as none are compared', () => {
  const text = 'rows^(a, b).a';
  const inputs = [
    { rows: [{ a: 2, b: null }, { a: 1, b: 'x' }, { a: 3 }] },
    { rows: [{ a: 2, b: null }, { a: 1, b: 'x' }, { a: 2 }] },
    {
      rows: [
        { a: 2, b: null },
        { a: 1, b: 'x' },
        { a: 2, b: 'y' },
      ],
    },
  ];
  const closures = evaluated(text, inputs, { mode: 'closures' });
  expect(closures.results).toEqual([[1, 2, 3], [1, 2, 2], { code: 'T2008', at: '^(a, b)' }]);
  expect(evaluated(text, inputs, { mode: 'generated' }).results).toEqual(closures.results);
});

test('a failure has the same range as with closures', () => {
  const text = '{ "net": price * quantity }';
  expect(evaluated(text, [{ price: 2, quantity: '3' }], { mode: 'generated' }).results).toEqual([
    { code: 'T2002', at: '*' },
  ]);
});

test('limits on steps and time apply inside generated code', () => {
  const text = '{ "a": [a.{ "b": [$$.a.{ "c": $ }] }] }';
  const input = { a: Array.from({ length: 1_000 }, (_, index) => index) };
  expect(evaluated(text, [input], { mode: 'generated', maxTicks: 100_000 }).results).toEqual([
    { code: 'TOO_MANY_STEPS', at: 'a' },
  ]);
});

test('results that are too large and texts that are too long fail as in the closures', () => {
  const lines = { lines: Array.from({ length: 50 }, () => ({ text: 'abcdefghij' })) };
  const cases: readonly [string, CompileOptions][] = [
    ['[lines.{ "t": text }]', { maxResultSize: 100 }],
    ['lines', { maxResultSize: 100 }],
    ['( $a := [lines.{ "t": text }]; { "x": $a, "y": $a } )', { maxResultSize: 160 }],
    ['[lines.{ "t": text }]', { maxResultLength: 549 }],
    ['lines', { maxResultLength: 699 }],
    ['lines.text', { maxResultLength: 499 }],
    ['( $a := [lines.{ "t": text }]; { "x": $a, "y": $a } )', { maxResultLength: 1_101 }],
    ['[lines.{ "t": "ten or more" }]', { maxResultLength: 599 }],
    ['[lines.{ "t": text = "a" ? "no" : text & "ten or more" }]', { maxResultLength: 1_099 }],
    ['( $a := lines[0].text & "!"; [$a, $a, $a] )', { maxResultLength: 32 }],
    ['( $a := text ?? "abc"; $b := $a ?? "c"; { "x": $a, "y": [$b, $b] } )', { maxResultLength: 10 }],
    ['{ lines[0].text: 1, lines[1].text & "!": 2 }', { maxResultLength: 20 }],
    ['lines{ text & "!": $count($) }', { maxResultLength: 10 }],
    ['lines{ "all": $count($) }', { maxResultLength: 2 }],
    ['$reduce(lines, function($all, $line) { $all & $line.text }, "")', { maxTextLength: 100 }],
    ['[lines.text]', { maxItems: 10 }],
  ];
  const outcome = (mode: 'closures' | 'generated') =>
    cases.map(([text, options]) => evaluated(text, [lines], { ...options, mode }).results);
  expect(outcome('generated')).toEqual(outcome('closures'));
  expect(outcome('generated').map(([result]) => (result as { code: string }).code)).toEqual([
    ...Array.from({ length: 14 }, () => 'RESULT_TOO_LARGE'),
    'TEXT_TOO_LONG',
    'D2015',
  ]);
});

test('results of exactly the length that is allowed are given, in generated code too', () => {
  const lines = { lines: Array.from({ length: 50 }, () => ({ text: 'abcdefghij' })) };
  const cases: readonly [string, number][] = [
    ['[lines.{ "t": text }]', 550],
    ['lines.text', 500],
    ['[lines.{ "t": text = "a" ? "no" : text & "ten or more" }]', 1_100],
    ['( $a := lines[0].text & "!"; [$a, $a, $a] )', 33],
    ['{ lines[0].text: 1, lines[1].text & "!": 2 }', 21],
  ];
  for (const [text, maxResultLength] of cases) {
    const [closures, generated] = (['closures', 'generated'] as const).map(
      (mode) => evaluated(text, [lines], { maxResultLength, mode }).results,
    );
    expect(generated).toEqual(closures);
    expect(JSON.stringify(closures)).not.toContain('RESULT_TOO_LARGE');
  }
});

test.each([
  ['text & text', 9],
  ['text & "" & missing & text & "x"', 18],
  ['"" & text', 0],
  ['long & [1, 2] & long', 15],
])('%s takes the same steps in both engines, one for each 1,024 characters that are made', (text, atLeast) => {
  const input = { text: 'x'.repeat(5_000), long: 'y'.repeat(5_000) };
  const [closures = 0, generated] = (['closures', 'generated'] as const).map((mode) => {
    let spent = 0;
    const mapping = compileMapping(text, { mode, onSpent: (steps) => (spent = steps) });
    mapping.evaluate(input);
    expect(mapping.mode).toBe(mode);
    return spent;
  });
  expect(generated).toBe(closures);
  expect(closures).toBeGreaterThanOrEqual(atLeast);
});

test('a binding hides the function with the same name', () => {
  const mapping = compileMapping('$sum([1, 2]) & $rate', { mode: 'generated' });
  expect(mapping.evaluate({}, { rate: 5 })).toBe('35');
  expect(() => mapping.evaluate({}, { rate: 5, sum: 1 })).toThrow(MappingError);
});

test('names and texts of the mapping are never code', () => {
  const text =
    '{ "a\\"];throw 1;//": `x"];throw 2;//`, "b": "\\u2028`${1}", "c": `__proto__`, "d": `constructor`.name }';
  expect(evaluated(text, [{ 'x"];throw 2;//': 1 }], { mode: 'generated' })).toEqual({
    results: [{ 'a"];throw 1;//': 1, b: '\u2028`${1}' }],
    mode: 'generated',
  });
});

test('the input is not changed, and the result does not share a value that it contains twice', () => {
  const text = '( $a := { "x": list }; { "p": $a, "q": $a, "r": [1..3].$a } )';
  const input = Object.freeze({ list: Object.freeze([1, 2]) });
  expect(evaluated(text, [input], { mode: 'generated' }).results).toEqual([
    {
      p: { x: [1, 2] },
      q: { x: [1, 2] },
      r: [{ x: [1, 2] }, { x: [1, 2] }, { x: [1, 2] }],
    },
  ]);
});
