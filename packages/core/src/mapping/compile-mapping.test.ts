import { describe, expect, test } from 'vitest';
import { compileMapping, MappingError, type CompileOptions } from './compile-mapping.ts';

function failureOf(text: string, input?: unknown, options?: CompileOptions): unknown {
  try {
    return { result: compileMapping(text, options).evaluate(input) };
  } catch (error) {
    return error instanceof MappingError ? summary(error) : error;
  }
}

function summary({ code, phase, position, line, column, token }: MappingError) {
  return { code, phase, position, line, column, token };
}

describe('evaluation', () => {
  test('maps an input with bindings to plain JSON', () => {
    const mapping = compileMapping('{ "name": Name, "lines": Lines.{ "sku": ProductCode }, "by": $flow.key }');
    const input = { Name: 'Acme', Lines: [{ ProductCode: 'A' }, { ProductCode: 'B' }] };
    expect(mapping.evaluate(input, { flow: { key: 'handoff' } })).toStrictEqual({
      name: 'Acme',
      lines: [{ sku: 'A' }, { sku: 'B' }],
      by: 'handoff',
    });
  });

  test('returns undefined when the mapping gives nothing, and omits missing fields', () => {
    expect(compileMapping('Missing').evaluate({})).toBeUndefined();
    expect(compileMapping('{ "a": Missing, "b": null }').evaluate({})).toStrictEqual({ b: null });
  });

  test('returns lists without engine flags', () => {
    const result = compileMapping('items.n').evaluate({ items: [{ n: 1 }, { n: 2 }] });
    expect(Reflect.ownKeys(result as object)).toEqual(['0', '1', 'length']);
  });

  test('keeps evaluations of one mapping apart', () => {
    const mapping = compileMapping('$sum([1..n]) & ":" & $who');
    const results = [3, 4, 5].map((n) => mapping.evaluate({ n }, { who: `run-${n}` }));
    expect(results).toEqual(['6:run-3', '10:run-4', '15:run-5']);
  });

  test('takes value maps from the options, but prefers those of a binding', () => {
    const mapping = compileMapping('[$valueMap("a", "k"), $valueMap("b", "k")]', {
      valueMaps: { a: { k: 'option' }, b: { k: 'option' } },
    });
    expect(mapping.evaluate({}, { valueMaps: { b: { k: 'binding' } } })).toEqual(['option', 'binding']);
  });

  test('takes the clock from the options, so that a replay maps the same', () => {
    const now = () => Date.UTC(2026, 10, 23, 14, 30);
    expect(compileMapping('[$now(), $millis(), $now("[Y]")]', { now }).evaluate({})).toEqual([
      '2026-11-23T14:30:00.000Z',
      1795444200000,
      '2026',
    ]);
  });
});

describe('errors', () => {
  test('a parse error has a line and a column', () => {
    expect(failureOf('{\n  "a": 1,\n  "b": ]\n}')).toEqual({
      code: 'S0211',
      phase: 'parse',
      position: 19,
      line: 3,
      column: 8,
      token: ']',
    });
  });

  test('an evaluation error has the position of the call', () => {
    expect(failureOf('(\n  $x := 1;\n  $money("1,2", "GBP")\n)')).toEqual({
      code: 'BAD_ARGUMENT',
      phase: 'evaluate',
      position: 15,
      line: 3,
      column: 3,
      token: 'money',
    });
  });

  test('a business code passes through with its sentence', () => {
    const mapping = compileMapping('$required(terms, "BILLING_TERMS_MISSING", "The deal has no terms.")');
    expect(() => mapping.evaluate({})).toThrow(
      expect.objectContaining({ code: 'BILLING_TERMS_MISSING', message: 'The deal has no terms.' }),
    );
  });
});

describe('limits', () => {
  test('stops after the maximum number of steps', () => {
    const text = '($loop := function($n) { $loop($n + 1) }; $loop(0))';
    expect(failureOf(text, {}, { maxTicks: 10_000 })).toMatchObject({ code: 'TOO_MANY_STEPS', phase: 'evaluate' });
  });

  test('stops at the deadline if time passes faster than steps are counted', () => {
    const text = '($loop := function($n) { $loop($n + 1) }; $loop(0))';
    expect(failureOf(text, {}, { deadlineMs: -1 })).toMatchObject({ code: 'D1012', phase: 'evaluate' });
  });

  test('stops at the depth', () => {
    const text = '($down := function($n) { 1 + $down($n + 1) }; $down(0))';
    expect(failureOf(text, {}, { maxDepth: 100 })).toMatchObject({ code: 'D1011', phase: 'evaluate' });
  });

  test('stops at the length of a list', () => {
    expect(failureOf('items.(1)', { items: [1, 2, 3, 4] }, { maxItems: 3 })).toMatchObject({ code: 'D2015' });
  });

  test.each(['$eval("1")', '$random()', '$shuffle([1, 2])'])('%s is off unless allowed', (text) => {
    expect(failureOf(text, {})).toMatchObject({ code: 'FUNCTION_OFF', phase: 'evaluate' });
    expect(compileMapping(text, { isImpureAllowed: true }).evaluate({})).toBeDefined();
  });

  test.each(['__proto__', 'constructor', 'prototype'])('refuses a result with the key %s', (key) => {
    expect(failureOf(`{ $k: { "x": 1 } } ~> function($v) { { "in": $v } }`.replace('$k', `"${key}"`))).toMatchObject({
      code: 'UNSAFE_KEY',
      phase: 'evaluate',
    });
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test("data that poses as one of the reference's functions is data, and is not called", () => {
    const input = { x: { _jsonata_lambda: true, body: {} } };
    expect(compileMapping('x').evaluate(input)).toEqual(input.x);
    expect(failureOf('x()', input)).toMatchObject({ code: 'T1006', position: 0, token: 'x' });
  });

  test('refuses a function as a result', () => {
    expect(failureOf('{ "f": $sum }')).toMatchObject({ code: 'RESULT_NOT_JSON' });
    expect(failureOf('function($x) { $x }')).toMatchObject({ code: 'RESULT_NOT_JSON' });
  });
});
