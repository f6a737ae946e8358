import { describe, expect, test } from 'vitest';
import { compileMapping, type CompileOptions } from '../compile-mapping.ts';
import { outcomeOf } from '../../../testing/mapping/builtins/outcome.ts';

const input = {
  long: 'a'.repeat(200_000),
  blanks: ' '.repeat(200_000),
  digits: '1'.repeat(5_000),
  numbers: Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 20_011),
  records: Array.from({ length: 20_000 }, (_, index) => ({ b: { c: index }, a: [index] })),
};

function outcome(expression: string, options: CompileOptions = {}): Promise<unknown> {
  return outcomeOf(() => compileMapping(expression, { deadlineMs: 60_000, ...options }).evaluate(input));
}

describe('work for which the reference takes quadratic or exponential time, or all memory, finishes', () => {
  test.each([
    ['$count($distinct(numbers))', 20_000],
    ['$count($distinct($append(records, records)))', 20_000],
    ['$sort(numbers)[10000]', 10_006],
    ['$sort(numbers, function($a, $b) { $a > $b })[10000]', 10_006],
    ['$count($spread(records))', 40_000],
    ['$max(numbers) - $min(numbers)', 20_010],
    ['$length($trim(blanks))', 0],
    ['$length($replace(long, "a", "bb"))', 400_000],
    ['$length($replace(long, /a/, "$0$0"))', 400_000],
    ['$count($split(long, /a/))', 200_001],
    ['$contains(blanks & "x", /\\s+$/)', false],
    ['$contains(long, "b" & long)', false],
    ['$contains(long & long, $substring(long, 1) & "b")', false],
    ['$toMillis(digits, "[Y][M][D][d][H][m][s][f]")', -2_177_448_528_889],
    ['$toMillis(digits & "x", "[Y0001][M1][D1][H1][m1][s1]")', undefined],
    ['$toMillis($join([1..300].("one ")) & "!", "[Yw][Mw][Dw]")', undefined],
  ])('%s', async (expression, value) => {
    expect(await outcome(expression)).toEqual({ value });
  });
});

describe('a limit is checked before anything is built', () => {
  test.each([
    ['$pad("x", 1e8)', 'TEXT_TOO_LONG'],
    ['$pad("x", -1e300, "yz")', 'TEXT_TOO_LONG'],
    ['$formatInteger(1, $pad("0", 1e6, "0"))', 'TOO_MANY_STEPS'],
    ['$formatInteger(1e12, "I")', 'TEXT_TOO_LONG'],
    ['$fromMillis(0, "[Y,1000000000]")', 'TEXT_TOO_LONG'],
    ['$join([1..1000].$$.long)', 'TEXT_TOO_LONG'],
    ['$replace(long, "a", long)', 'TEXT_TOO_LONG'],
    [
      '$replace(long, /(a)/, "$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1")',
      'TEXT_TOO_LONG',
    ],
    ['$base64encode($pad("", 9e5))', 'TEXT_TOO_LONG'],
    ['$encodeUrl($pad("", 9e5, "ü"))', 'TEXT_TOO_LONG'],
    ['$string($reduce([1..40], function($all, $n) { {"a": $all, "b": $all} }, {}))', 'TEXT_TOO_LONG'],
    ['$distinct([$reduce([1..40], function($all, $n) { {"a": $all, "b": $all} }, {}), 1])', 'TEXT_TOO_LONG'],
    ['$formatNumber(1, $pad("0.", 1e5, "0"))', 'BAD_ARGUMENT'],
    ['$toMillis(long, $join([1..2000].("[Y]")))', 'TOO_MANY_STEPS'],
  ])('%s', async (expression, code) => {
    expect(await outcome(expression, { maxTextLength: 1_000_000, maxTicks: 5_000_000 })).toEqual({ code });
  });

  test('the limit on the length of lists is also checked before anything is built', async () => {
    const options = { maxItems: 1_000 };
    const expressions = [
      '$split(long, "")',
      '$split(long, /a/)',
      '$match(long, /a/)',
      '$append(numbers, 1)',
      '$map(numbers, $string)',
      '$spread(records)',
      '$zip(numbers, numbers)',
    ];
    const codes = await Promise.all(expressions.map((expression) => outcome(expression, options)));
    expect(codes).toEqual(expressions.map(() => ({ code: 'D2015' })));
  });
});

describe('data nested a hundred thousand levels deep is refused and never exhausts the stack', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;

  test.each(['string', 'boolean', 'clone', 'keys', 'spread', 'distinct'])('$%s', async (name) => {
    const given = await outcomeOf(() => compileMapping(`$type($${name}($$.deep))`).evaluate({ deep: [deep, deep] }));
    expect(given).toEqual({ code: 'D1011' });
  });

  test('$lookup', async () => {
    expect(await outcomeOf(() => compileMapping('$lookup($$.deep, "a")').evaluate({ deep }))).toEqual({
      code: 'D1011',
    });
  });
});

describe('keys never reach a prototype', () => {
  const data = JSON.parse('{"a": {"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}}') as unknown;

  test.each([
    '$merge([a])',
    '$spread(a)',
    '$sift(a, function($v) { true })',
    '$clone(a)',
    '$each(a, function($v, $k) { {$k: $v} })',
  ])('%s', async (expression) => {
    expect(await outcomeOf(() => compileMapping(expression).evaluate(data))).toEqual({ code: 'UNSAFE_KEY' });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('reading them is harmless', async () => {
    expect(await outcomeOf(() => compileMapping('$lookup({}, "__proto__")').evaluate({}))).toEqual({
      value: undefined,
    });
    expect(await outcomeOf(() => compileMapping('$lookup(a, "constructor").prototype').evaluate(data))).toEqual({
      value: 1,
    });
    expect(await outcomeOf(() => compileMapping('$keys(a)').evaluate(data))).toEqual({
      value: ['__proto__', 'constructor'],
    });
  });
});
