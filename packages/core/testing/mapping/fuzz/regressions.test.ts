import { expect, test } from 'vitest';
import { compareEngines } from './compare-engines.ts';
import type { Outcome } from './outcome.ts';

/** Differences that the fuzzer found: text, input, and the outcome that both engines must have. */
const regressions: readonly (readonly [text: string, input: unknown, outcome: Outcome])[] = [
  ['($map(1, function(){$map(1, function(){nothing})}))', {}, { kind: 'nothing' }],
  ['$base64decode("a😀b")', {}, { kind: 'value', value: '' }],
  ['$base64decode("ašbc")', {}, { kind: 'value', value: 'i¦Ü' }],
  ['$single([1], $sort(?))', 1, { kind: 'error', code: 'D3070' }],
  ['$[] ~> $map(λ($v){$v})', 1, { kind: 'value', value: [1] }],
  ['value[].$ ~> $distinct()', { value: [1, 1] }, { kind: 'value', value: [1] }],
  ['1 ~> ($map(?) ~> $sum)', {}, { kind: 'nothing' }],
  ['([5].$).$', {}, { kind: 'nothing' }],
  ['([].${$: $}).$', {}, { kind: 'nothing' }],
  ['[].$', {}, { kind: 'value', value: [] }],
  ['$.code ~> $sum()', { code: [] }, { kind: 'value', value: 0 }],
  ['[owner#$i]', [{ owner: 1 }, null], { kind: 'value', value: [1] }],
  ['-(1).a ?? 5', {}, { kind: 'value', value: 5 }],
  ['$ = $^(1).a / 1 ?? $', 1, { kind: 'value', value: 1 }],
  ['owner.code[]', { owner: [[{ code: [[]] }]] }, { kind: 'value', value: [[]] }],
  ['$sift(λ($){$sift(λ($){$})})', { Postcode: 1 }, { kind: 'error', code: 'T0411' }],
  ['${"a": $[]}', 1, { kind: 'value', value: { a: 1 } }],
  ['length#$.{}[0]', { length: [null, null] }, { kind: 'value', value: {} }],
  ['[table.id#$.$[1]]', { table: [{ id: 1 }, { id: 2 }] }, { kind: 'value', value: [2] }],
  ['{"b": {"owner": true}.owner[]}[b = true]', {}, { kind: 'value', value: { b: [true] } }],
  ['($v := foo; {}.$v)', { foo: [] }, { kind: 'value', value: [] }],
  ['($v := foo; {}.$v)', { foo: [5] }, { kind: 'value', value: [5] }],
  ['(foo.a)[$ * []]', { foo: [] }, { kind: 'error', code: 'T2002' }],
  ['$number[0].name', [null, null], { kind: 'nothing' }],
  ['[[[]][-1]]', {}, { kind: 'value', value: [[]] }],
  ['[[[1,2],[3]][0]]', {}, { kind: 'value', value: [[1, 2]] }],
  ['$distinct(value.key.(1)^(>$))', { value: [{ key: [null, null] }] }, { kind: 'value', value: [1] }],
  ['($x := value.key.(1)^(>$); $distinct($x))', { value: [{ key: [null, null] }] }, { kind: 'value', value: [1] }],
  ['$distinct(foo.{"a": 1}[])', { foo: [{}, {}] }, { kind: 'value', value: { a: 1 } }],
  ['($x := foo.{"a": 1}[]; $distinct($x))', { foo: [{}, {}] }, { kind: 'value', value: { a: 1 } }],
];

test.each(regressions)('%s on %j', async (text, input, outcome) => {
  const [comparison] = await compareEngines({ seed: 0, text, inputs: [input], bindings: {} });
  expect(comparison).toMatchObject({ input, mode: 'closures', ours: outcome, reference: outcome, verdict: 'equal' });
});

/** An example for each known difference that can be avoided: text, input, and our outcome. */
const known: readonly (readonly [text: string, input: unknown, ours: Outcome])[] = [
  ['($x := 1; [$x := 2, $x])', {}, { kind: 'value', value: [2, 2] }],
  ['{"a": (1; 2; $error("first")), "b": $f()}', {}, { kind: 'error', code: 'D3137' }],
  ['$map([1, true], $string(?))', {}, { kind: 'value', value: ['1', 'true'] }],
  ['($o := {"a": 1}; $ ~> |$o|{"a": 2}|; $o)', {}, { kind: 'value', value: { a: 1 } }],
  ['/async/($sum).match', {}, { kind: 'nothing' }],
  ['$formatNumber(1, "0", {"digit": 1})', {}, { kind: 'error', code: 'BAD_ARGUMENT' }],
  ['$formatNumber(1, "0", {"zero-digit": "ab"})', {}, { kind: 'error', code: 'BAD_ARGUMENT' }],
  ['$replace("a", "a", $sum)', {}, { kind: 'error', code: 'D3012' }],
  ['$pad(?)([1])', {}, { kind: 'error', code: 'T0410' }],
  ['a.b.%{"x": $, "y": $}', { a: { b: 1 } }, { kind: 'value', value: { x: { b: 1 }, y: { b: 1 } } }],
  ['(a{"x": 1}; $count(a))', { a: [] }, { kind: 'value', value: 0 }],
];

test.each(known)('%s differs on purpose', async (text, input, ours) => {
  const [comparison] = await compareEngines({ seed: 0, text, inputs: [input], bindings: {} });
  expect(comparison).toMatchObject({ ours, verdict: 'known' });
});
