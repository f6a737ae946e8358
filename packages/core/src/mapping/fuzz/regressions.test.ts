import { expect, test } from 'vitest';
import { compareEngines } from './compare-engines.ts';
import type { Outcome } from './outcome.ts';

/** Differences that the fuzzer found: text, input, and what both engines must give. */
const regressions: readonly (readonly [text: string, input: unknown, outcome: Outcome])[] = [
  ['($map(1, function(){$map(1, function(){nothing})}))', {}, { kind: 'nothing' }],
  ['$base64decode("a😀b")', {}, { kind: 'value', value: '' }],
  ['$base64decode("ašbc")', {}, { kind: 'value', value: 'i¦Ü' }],
  ['$single($, $sort(?))', 1, { kind: 'error', code: 'D3070' }],
  ['$sift($clone($), $power(?))', { a: {} }, { kind: 'error', code: 'D3061' }],
  ['$[] ~> $map(λ($v){$v})', 1, { kind: 'value', value: [1] }],
  ['value[].$ ~> $distinct()', { value: [1, 1] }, { kind: 'value', value: [1] }],
  ['1 ~> ($map(?) ~> $sum)', {}, { kind: 'nothing' }],
  ['([5].$).$', {}, { kind: 'nothing' }],
  ['([].${$: $}).$', {}, { kind: 'nothing' }],
];

test.each(regressions)('%s on %j', async (text, input, outcome) => {
  const [comparison] = await compareEngines({ seed: 0, text, inputs: [input], bindings: {} });
  expect(comparison).toEqual({ input, ours: outcome, reference: outcome, verdict: 'equal' });
});
