import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../testing/mapping/conformance/seeded-random.ts';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';
import { EvaluationFailure } from './failure.ts';
import { linearRegexSource } from './linear-regex-source.ts';
import { readRegex } from './regex-tree.ts';
import { compileSafeRegex, type SafeRegex } from './safe-regex.ts';

function exec(regex: SafeRegex, text: string): RegExpExecArray | null {
  return regex.exec(testRun(0), text);
}

/** The result of a search, and where the next one would begin. */
function outcome(regex: RegExp | SafeRegex, text: string): unknown {
  const found = regex instanceof RegExp ? regex.exec(text) : exec(regex, text);
  return { found: found && { index: found.index, groups: [...found] }, next: regex.lastIndex };
}

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof EvaluationFailure) return error.code;
    throw error;
  }
}

describe('patterns for which backtracking takes exponential time', () => {
  test.each([
    ['^(a+)+$', ''],
    ['^(a+)+$', 'i'],
    ['^(a+)+$', 'm'],
    ['(a|a)*b', 'i'],
    ['^(a|aa)+$', ''],
    ['(.*)*x', 'im'],
    ['(a*)*b', 'i'],
    ['^(?:[a-z]+\\s?)*$', 'i'],
    ['^(?:a{1,30})+$', ''],
    ['^(?:a{17,}b?)+$', ''],
    ['^(?:(?:a+){3}){5}$', 'i'],
  ])('/%s/%s', (pattern, flags) => {
    expect(exec(compileSafeRegex(pattern, flags), `${'a'.repeat(40)}!`)).toBeNull();
    expect(outcome(compileSafeRegex(pattern, flags), 'aab')).toEqual(outcome(new RegExp(pattern, `g${flags}`), 'aab'));
  });
});

test('patterns for which backtracking takes quadratic time finish on long texts', () => {
  expect(exec(compileSafeRegex('\\s+$', ''), `${' '.repeat(300_000)}x`)).toBeNull();
  expect(exec(compileSafeRegex('a.*b', 'i'), 'A'.repeat(300_000))).toBeNull();
  expect(exec(compileSafeRegex('(\\w+)\\s(\\w+)', ''), 'w'.repeat(300_000))).toBeNull();
});

describe('patterns that need backtracking are refused when they could run away', () => {
  test.each([
    '^(a+)+\\1$',
    '^(?=(a+)+$)',
    '^(a|a)*(?!b)',
    '(?<=(a+)+)b',
    '^(?:a{1,100}){1,100}$',
    '^((a?){40}a{40})$',
    '(\\w+) (\\w+) (\\w+) (\\w+) (\\w+) \\1',
  ])('/%s/', (pattern) => {
    expect(codeOf(() => compileSafeRegex(pattern, ''))).toBe('REGEX_UNSAFE');
  });
});

describe('patterns that need backtracking accept texts of a harmless length', () => {
  test.each([
    ['^(?=.*[A-Z])(?=.*\\d).{8,}$', 'Passw0rdPassw0rd'],
    ['\\B(?=(\\d{3})+(?!\\d))', '1234567'],
    ['(["\']).*?\\1', 'say "yes" now'],
    ['(?<!\\d)\\d{4}(?!\\d)', 'PO 2026'],
    ['\\b(\\w+)\\s+\\1\\b', 'the the'],
  ])('/%s/', (pattern, text) => {
    expect(outcome(compileSafeRegex(pattern, ''), text)).toEqual(outcome(new RegExp(pattern, 'g'), text));
  });

  test('and refuse longer ones', () => {
    const regex = compileSafeRegex('\\b(\\w+)\\s+\\1\\b', '');
    expect(codeOf(() => exec(regex, 'x'.repeat(300_000)))).toBe('REGEX_UNSAFE');
  });
});

test('even the linear engine refuses texts that would keep it busy for seconds', () => {
  const pattern = `^(?:${Array.from({ length: 100 }, (_, index) => `a{1,${(index % 10) + 1}}`).join('|')})+$`;
  expect(codeOf(() => exec(compileSafeRegex(pattern, ''), `${'a'.repeat(1_000_000)}!`))).toBe('REGEX_UNSAFE');
});

test('each value keeps its own position in the text', () => {
  const [first, second] = [compileSafeRegex('(a+)+', 'i'), compileSafeRegex('(a+)+', 'i')];
  expect([exec(first, 'aAba')?.[0], exec(first, 'aAba')?.[0], exec(second, 'aAba')?.[0]]).toEqual(['aA', 'a', 'aA']);
  expect([first.lastIndex, first.source, first.flags]).toEqual([4, '(a+)+', 'gi']);
});

const atoms = [
  'a',
  'B',
  'é',
  'É',
  'ß',
  '.',
  '[ab]',
  '[^a]',
  '[A-C]',
  '[à-ý]',
  '[^é-ü]',
  '\\w',
  '[^\\W_]',
  '\\s',
  '\\d',
];
const others = [
  '\\b',
  '^',
  '$',
  '\\B',
  '',
  '\\x41',
  '\\u0061',
  '\\cJ',
  '\\101',
  '\\.',
  '\\-',
  '{',
  ']',
  '[\\b-]',
  '[]',
  'K',
  'ſ',
];
const quantifiers = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}', '{2,}', '{0,2}?', '{3,5}', '{18}', '{2,20}'];

/** V8's own flag, which selects the linear engine. */
const linearFlag = 'l';

function isTakenByLinearEngine(source: string): boolean {
  try {
    return new RegExp(source, linearFlag).flags === linearFlag;
  } catch {
    return false;
  }
}

function randomPattern(random: SeededRandom, depth: number): string {
  const inner = (): string => randomPattern(random, depth - 1);
  switch (random.below(depth <= 0 ? 3 : 8)) {
    case 0:
    case 1:
      return random.pick(atoms);
    case 2:
      return random.pick(others);
    case 3:
      return inner() + inner();
    case 4:
      return `(?:${inner()}|${inner()})`;
    case 5:
      return `(${inner()})`;
    case 6:
      return `(?<${random.pick(['x', 'y', 'z'])}${depth}${random.below(1000)}>${inner()})`;
    default:
      return `(?:${inner()})${random.pick(quantifiers)}`;
  }
}

test('the pattern for the linear engine means the same as the original', () => {
  const random = new SeededRandom(20_261_123);
  const units = [
    'a',
    'A',
    'b',
    'B',
    'c',
    '\n',
    'é',
    'É',
    'ß',
    'ü',
    '_',
    '1',
    'k',
    '\u212a',
    's',
    '\u017f',
    '\u00b5',
    '\u03bc',
  ];
  let compared = 0;
  // Makes sure that the engine is enabled.
  compileSafeRegex('(a+)+', '');
  for (let round = 0; round < 4_000; round += 1) {
    const pattern = randomPattern(random, 4);
    const flags = random.pick(['', 'i', 'm', 'im']);
    const source = linearRegexSource(readRegex(pattern), flags.includes('i'));
    if (source === undefined || !isTakenByLinearEngine(source)) continue;
    const text = Array.from({ length: random.below(9) }, () => random.pick(units)).join('');
    const expected = outcome(new RegExp(pattern, `g${flags}`), text);
    const linear = outcome(new RegExp(source, `g${flags.replace('i', '')}${linearFlag}`), text);
    expect({ pattern, flags, text, outcome: linear }).toEqual({ pattern, flags, text, outcome: expected });
    compared += 1;
  }
  expect(compared).toBeGreaterThan(3_000);
});
