import { expect, test } from 'vitest';
import type { MappingDocument } from '../../../mapping/document.ts';
import type { BehaviourComparison } from './compare-behaviour.ts';
import { sharedComparison } from './shared-comparison.ts';

const any = { kind: 'any' } as const;
const version = (text: string): MappingDocument => ({ format: 1, text, source: any, target: any, tests: [] });

const comparison = (
  after: string,
  before = '{ "a": a }',
  more: Partial<BehaviourComparison> = {},
): BehaviourComparison => ({
  organisationId: 'halden-pike',
  change: { number: 1, state: 'in-review', createdAt: new Date(0) },
  mappings: [
    {
      definitionId: 'one',
      key: 'one',
      name: 'One',
      content: 'digest',
      valueMaps: [],
      before: version(before),
      after: version(after),
      samples: [{ name: 'five', origin: 'test', given: { input: { a: 5 } } }],
      leftOut: 0,
      recordsLeftOut: 0,
    },
  ],
  tablesBefore: {},
  tablesAfter: {},
  ...more,
});

test('all who ask for the same comparison get the result of one evaluation, also afterwards', async () => {
  const [one, two] = await Promise.all([
    sharedComparison(comparison('{ "a": a + 1 }')),
    sharedComparison(comparison('{ "a": a + 1 }')),
  ]);
  expect(two).toBe(one);
  expect(await sharedComparison(comparison('{ "a": a + 1 }'))).toBe(one);
  expect(one[0]?.report).toMatchObject({ compared: 1, different: 1 });
});

test('another text, another organisation and another value map are other comparisons', async () => {
  const first = await sharedComparison(comparison('{ "a": a }'));
  expect(await sharedComparison(comparison('{ "a": a + 2 }'))).not.toBe(first);
  expect(await sharedComparison(comparison('{ "a": a }', undefined, { organisationId: 'other' }))).not.toBe(first);
  const tablesAfter = { codes: { entries: { a: 'b' } } } as unknown as BehaviourComparison['tablesAfter'];
  expect(await sharedComparison(comparison('{ "a": a }', undefined, { tablesAfter }))).not.toBe(first);
});

test('a person who stops waiting leaves the others waiting for the result', async () => {
  const leaving = new AbortController();
  const left = sharedComparison(comparison('{ "a": a + 3 }'), leaving.signal);
  const stays = sharedComparison(comparison('{ "a": a + 3 }'));
  leaving.abort(new Error('The page was closed.'));
  await expect(left).rejects.toThrow('The page was closed.');
  expect((await stays)[0]?.report).toMatchObject({ compared: 1, different: 1 });
});

test('when the last person stops waiting, the comparison ends, and the next one who asks gets another', async () => {
  const endless = '($loop := function($n) { $loop($n + 1) }; { "a": $loop(1) })';
  for (const reason of ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']) {
    const leaving = new AbortController();
    const left = sharedComparison(comparison(endless), leaving.signal);
    leaving.abort(new Error(reason));
    await expect(left).rejects.toThrow(reason);
  }
  // Each of them would have kept the only thread of the organisation, and three more may wait for it.
  expect((await sharedComparison(comparison('{ "a": a + 4 }')))[0]?.report).toMatchObject({ compared: 1 });
});

test('what was left out because its result is too large is the same for everybody', async () => {
  const large = '{ "a": $pad("", 3000000) }';
  const first = await sharedComparison(comparison(large, large));
  expect(first[0]?.report.fields[0]?.counts).toEqual({ 'not-compared': 1 });
  expect(await sharedComparison(comparison(large, large))).toBe(first);
});
