import { expect, test } from 'vitest';
import { testRun } from '../../../testing/mapping/builtins/test-run.ts';
import { parseSignature } from '../syntax/parse-signature.ts';
import { ArgumentCheck } from './argument-check.ts';
import { EvaluationFailure } from './failure.ts';

const call = () => 'a function';

/** The arguments that the function gets, or the code and number of the argument that is wrong. */
function complete(signature: string, args: readonly unknown[], context: unknown): unknown {
  try {
    return new ArgumentCheck(parseSignature(signature).signature).complete(testRun(0), args, context, 'f');
  } catch (error) {
    if (!(error instanceof EvaluationFailure)) throw error;
    return [error.code, error.index, error.token];
  }
}

test.each<[signature: string, args: readonly unknown[], context: unknown, result: unknown]>([
  // Passed on unchanged.
  ['<s:s>', ['a'], null, ['a']],
  ['<sn?:s>', ['a'], null, ['a']],
  ['<s:s>', [undefined], null, [undefined]],
  ['<x>', [call], null, [call]],
  ['<j>', [call], null, ['T0410', 1, 'f']],
  ['<(sn)o?>', [1, {}], null, [1, {}]],
  ['<f>', [undefined], null, ['T0410', 1, 'f']],
  // Taken from the context.
  ['<s-:s>', [], 'context', ['context']],
  ['<s-nn?:s>', [1], 'context', ['context', 1, undefined]],
  ['<s-nn?:s>', [1, 2], 'context', ['context', 1, 2]],
  ['<s-:s>', [], 1, ['T0411', 1, 'f']],
  ['<s-:s>', [], null, ['T0411', 1, 'f']],
  ['<s-:s>', [], undefined, [undefined]],
  ['<x-s:x>', ['key'], { key: 1 }, [{ key: 1 }, 'key']],
  // Turned into a list of one.
  ['<a:n>', [5], null, [[5]]],
  ['<a:n>', [undefined], null, [undefined]],
  ['<a<n>:n>', [5], null, [[5]]],
  ['<a<n>:n>', [[1, 2]], null, [[1, 2]]],
  ['<a<n>:n>', [[]], null, [[]]],
  ['<a<n>:n>', [[1, 'a']], null, ['T0412', 1, 'f']],
  ['<a<n>:n>', ['a'], null, ['T0412', 1, 'f']],
  ['<a<s>s?:s>', ['a', '-'], null, [['a'], '-']],
  // Any number of arguments.
  ['<a+>', [1, [2], 3], null, [[1], [2], [3]]],
  ['<a+>', [], null, ['T0410', 1, 'f']],
  // Too many arguments, or arguments of the wrong type.
  ['<s:s>', ['a', 'b'], null, ['T0410', 2, 'f']],
  ['<sn:s>', ['a', 'b'], null, ['T0410', 2, 'f']],
  ['<n-n?:n>', [1, 'b'], null, ['T0410', 2, 'f']],
  ['<l>', [null], null, [null]],
  ['<b>', [0], null, ['T0410', 1, 'f']],
])('%s called with %j in the context %j', (signature, args, context, result) => {
  expect(complete(signature, args, context)).toEqual(result);
});

test('what one call caches does not change the next', () => {
  const check = new ArgumentCheck(parseSignature('<s-n?:s>').signature);
  const results = [['a'], [1], ['a', 1], [], ['b'], [2]].map((args) =>
    check.complete(testRun(0), args, 'context', 'f'),
  );
  expect(results).toEqual([['a'], ['context', 1], ['a', 1], ['context', undefined], ['b'], ['context', 2]]);
});

test('arguments that can be assigned to parameters in exponentially many ways are refused at once', () => {
  const letters = Array.from({ length: 40 }, () => 'x');
  expect(complete(`<${'s+'.repeat(30)}:s>`, [...letters, 1], null)).toEqual(['T0410', 41, 'f']);
  expect(complete(`<${'s?'.repeat(60)}:s>`, [...letters, 1], null)).toEqual(['T0410', 41, 'f']);
});
