import { describe, expect, test } from 'vitest';
import { compileMapping, MappingError, type CompileOptions } from './compile-mapping.ts';

/** The code, and the part of the text to which the error points. */
function errorOf(text: string, input: unknown = {}, options: CompileOptions = {}): unknown {
  try {
    return { value: compileMapping(text, options).evaluate(input) };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    const { code, range, token } = error;
    return { code, at: range && text.slice(range.start, range.end), token };
  }
}

function messageOf(text: string, input: unknown = {}): string {
  try {
    compileMapping(text).evaluate(input);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('an error points at the innermost expression concerned', () => {
  test.each<[text: string, code: string, at: string, token: string | undefined]>([
    ['{ "a": b + "x" }', 'T2002', '+', '+'],
    ['1 < "a"', 'T2009', '<', '<'],
    ['[1..name]', 'T2004', '1..name', '..'],
    ['-name', 'D1002', '-', '-'],
    ['(1/0) ? 1', 'D1001', '(1/0)', '?'],
    ['$map([1], function($v) { $v * "x" })', 'T2002', '*', '*'],
    ['$uppercase(5)', 'T0410', '$uppercase', 'uppercase'],
    ['($f := function($x) { $uppercase($x) }; $f(5))', 'T0410', '$uppercase', 'uppercase'],
    ['($f := function($x)<n:n> { $x }; $f("a"))', 'T0410', '$f', 'f'],
    ['[5] ~> $map($uppercase)', 'T0410', '$map', 'uppercase'],
    ['5 ~> $uppercase', 'T0410', '$uppercase', 'uppercase'],
    ['1 ~> 2', 'T2006', '2', '~>'],
    ['sum(list)', 'T1005', 'sum', 'sum'],
    ['sum(?)', 'T1007', 'sum', 'sum'],
    ['name(1)', 'T1006', 'name', 'name'],
    ['name(?)', 'T1008', 'name', 'name'],
    ['{ 1: 2 }', 'T1003', '1', '{'],
    ['{ "a": 1, "a": 2 }', 'D1009', '"a"', '{'],
    ['{ "_jsonata_lambda": 1 }', 'D1013', '"_jsonata_lambda"', '{'],
    ['[1, "a"]^($)', 'T2007', '^($)', '^'],
    ['[{"a": true}, {"a": 1}]^(a)', 'T2008', '^(a)', '^'],
    ['$ ~> |$|5|', 'T2011', '5', '|'],
    ['$ ~> |$|{}, 5|', 'T2012', '5', '|'],
    ['($clone := 1; $ ~> |$|{}|)', 'T2013', '|$|{}|', '|'],
    ['[1, 2][1/0]', 'D1001', '[1/0]', '['],
  ])('%s', (text, code, at, token) => {
    expect(errorOf(text, { name: 'Acme', b: 1, list: [1] })).toEqual({ code, at, token });
  });
});

describe('a limit points at where it was exceeded', () => {
  const many = { items: Array.from({ length: 200_000 }, (_, id) => ({ id })) };
  test.each<[text: string, options: CompileOptions, code: string, at: string]>([
    ['{ "ids": items.id }', { maxItems: 10 }, 'D2015', 'items.id'],
    ['{ "ids": [1..5].([1..5]) }', { maxItems: 10 }, 'D2015', '([1..5])'],
    ['{ "all": [1..20] }', { maxItems: 10 }, 'D2015', '1..20'],
    ['{ "all": items.(id + 1) }', { maxTicks: 5_000 }, 'TOO_MANY_STEPS', 'items'],
    ['($f := function($n) { 1 + $f($n + 1) }; $f(0))', { maxDepth: 50 }, 'D1011', '$f'],
    ['{ "a": "xxxxx" & "yyyyyy" }', { maxTextLength: 10 }, 'TEXT_TOO_LONG', '&'],
    ['[1, 2, 3]', { maxResultSize: 3 }, 'RESULT_TOO_LARGE', '[1, 2, 3]'],
  ])('%s', (text, options, code, at) => {
    expect(errorOf(text, many, { ...options, mode: 'closures' })).toMatchObject({ code, at });
  });
});

describe('sentences', () => {
  test('an unknown function is reported with a similar name', () => {
    expect(messageOf('$upercase(name)')).toBe('There is no function $upercase here. Did you mean $uppercase?');
    expect(messageOf('($total := function() { 1 }; $totl())')).toMatch(/Did you mean \$total\?$/);
    expect(messageOf('$xyzzy(1)')).toBe('There is no function $xyzzy here.');
  });

  test('short values are shown in full', () => {
    expect(messageOf(`"${'x'.repeat(100)}" + 1`)).toBe(
      `The left side of "+" must be a number, not the text "${'x'.repeat(40)}…".`,
    );
  });

  test('data nested beyond the stack is a limit, not a crash', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(errorOf('$count(**)', deep)).toMatchObject({ code: 'D1011' });
    expect(errorOf('$', deep)).toMatchObject({ code: 'D1011' });
    expect(errorOf('$ = $$', deep)).toEqual({ value: true });
  });

  test('a value that contains itself is a limit, not a crash', () => {
    expect(errorOf('{"a": 1} ~> |$|{"self": $}|')).toMatchObject({ code: 'D1011' });
    expect(errorOf('$string({"a": 1} ~> |$|{"self": $}|)')).toMatchObject({ code: 'TEXT_TOO_LONG' });
  });
});
