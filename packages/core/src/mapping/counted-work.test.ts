import { measureWork, type Work } from '../../testing/mapping/measure-work.ts';
import { expect, test } from 'vitest';
import { testRun } from '../../testing/mapping/builtins/test-run.ts';
import { SeededRandom } from '../../testing/mapping/conformance/seeded-random.ts';
import { applyCallable } from './engine/apply-callable.ts';
import { callableOf, type Callable } from './engine/callable.ts';
import { EvaluationFailure } from './engine/failure.ts';
import { regexCallable } from './engine/regex-callable.ts';
import { compileSafeRegex } from './engine/safe-regex.ts';
import { standardLibrary } from './standard-library.ts';

/** The most that one step may cost; see the bombs. A call may cost a few steps more than it counts. */
const blocksPerStep = 100;
const unitsPerStep = 32;
const uncountedSteps = 300;

const length = 20_000;
const longTexts = ['x', '1', ' ', ' a', 'one hundred and ', '9', 'ß', '👍', '0,', '[Y]', '"', 'I', '%20', '-0.', '=']
  .map((unit) => unit.repeat(length / unit.length))
  .flatMap((text) => [text, `${text.slice(0, length / 2)}b`]);
const shortTexts = ['a', '', '#,##0.00', '[Y0001]', 'w', 'I', 'A', '0', 'GB', 'EUR', 'yyyy-MM-dd', '2026-11-23', 'day'];
const numbers = [0, 3, -3, 36, 1e6, 1e15, 1.7e308, -20_000, 5e-300];
const lists: readonly unknown[] = [
  Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 5_003),
  Array.from({ length: 5_000 }, (_, index) => `text ${(index * 7919) % 5_003}`),
  Array.from({ length: 2_000 }, (_, index) => ({ id: index, name: `name ${index}` })),
  longTexts.slice(0, 6).map((text) => text.slice(1)),
  Array.from({ length: 8 }, () => Array.from({ length: 500 }, (_, index) => ({ amount: '1.5', index }))),
  Array.from({ length: 3_000 }, () => '2026-11-23'),
  ['a', 'b'],
];
const records: readonly unknown[] = [
  Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key ${index}`, index])),
  Object.fromEntries(longTexts.slice(0, 6).map((text, index) => [`${index}${text}`, text])),
  { 'zero-digit': '0', 'grouping-separator': longTexts[0], 'decimal-separator': '.' },
  { amount: '12.50', currency: 'EUR' },
];
const functions: readonly Callable[] = [
  ...['x', '\\s+', '(x+)+b', '^.*b', '[^,]*,', '\\d{3}', '(?=x)x*b'].map((pattern) =>
    regexCallable(compileSafeRegex(pattern, '')),
  ),
  callableOf((_run, [left]) => left, { arity: 2, label: undefined, check: undefined, kind: 'lambda' }),
];

const poolOf: Readonly<Record<string, readonly unknown[]>> = {
  s: [...longTexts, ...shortTexts, ...longTexts],
  n: numbers,
  b: [true, false],
  l: [null],
  a: lists,
  o: records,
  f: functions,
};
const everything = [...longTexts, ...shortTexts, ...numbers, ...lists, ...lists, ...records, true, null];

function argumentsFor(random: SeededRandom, { check }: Callable): unknown[] {
  return (check?.signature.parameters ?? []).map(({ type }) => {
    const letters = type.replaceAll(/[()]/g, '').split('');
    const pool = letters.flatMap((letter) => poolOf[letter] ?? everything);
    return random.pick(pool);
  });
}

/** The steps that the call counted, whatever its outcome. */
function call(callable: Callable, args: readonly unknown[]): number {
  const run = testRun(Date.UTC(2026, 10, 23), { maxTicks: 1_000_000, maxTextLength: 200_000, maxItems: 50_000 });
  try {
    applyCallable(run, callable, args, null);
  } catch (error) {
    if (!(error instanceof EvaluationFailure)) throw error;
  }
  return run.spent;
}

const library = [...standardLibrary({ isImpureAllowed: true })].filter(([name]) => name !== 'eval');

test.each(library)('$%s counts its work in proportion to what it does', (name, callable) => {
  const random = new SeededRandom(20_261_130);
  const worst: { readonly args: readonly unknown[]; readonly spent: number; readonly work: Work }[] = [];
  const calls = Math.min(24, 6 * (callable.check?.signature.parameters.length ?? 0));
  for (let round = 0; round < calls; round += 1) {
    const args = argumentsFor(random, callable);
    let spent = 0;
    const work = measureWork(() => {
      spent = call(callable, args);
    });
    const steps = spent + uncountedSteps;
    if (work.blocks > blocksPerStep * steps || work.units > unitsPerStep * steps) worst.push({ args, spent, work });
  }
  expect(worst.map(({ args, ...rest }) => ({ name, args: args.map(shown), ...rest }))).toEqual([]);
});

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'undefined').slice(0, 60);
}
