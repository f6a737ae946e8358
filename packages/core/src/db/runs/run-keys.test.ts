import { expect, test } from 'vitest';
import { flowSchema } from '../../flow/definition.ts';
import { evaluateRunKeys } from './run-keys.ts';

const flowWith = (when: string | undefined, settings: object = {}) =>
  flowSchema.parse({
    format: 1,
    trigger: { kind: 'manual', name: 'By hand', ...(when && { when }) },
    body: [],
    settings,
  });

/** Takes steps without end. */
const bomb = '($loop := function($n) { $loop($n + 1) }; $loop(1))';

test.each([
  ['condition', flowWith(bomb)],
  ['idempotency key', flowWith(undefined, { idempotencyKey: bomb })],
  ['ordering key', flowWith(undefined, { orderingKey: bomb })],
  ['business key', flowWith(undefined, { businessKey: bomb })],
  ['label', flowWith(undefined, { businessLabel: bomb })],
])('a %s that loops without end is stopped after few steps', (_what, flow) => {
  expect(() => evaluateRunKeys(flow, {}, 0)).toThrow(/more than 100000 steps/);
});

test('a record of a thousand lines is no trouble for conditions and keys', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ({ sku: `s${index}`, price: index, quantity: 2 }));
  const flow = flowWith('$sum(lines.(price * quantity)) > 0 and $count(lines[sku = "s7"]) = 1', {
    businessKey: 'id',
    businessLabel: '$join($sort(lines.sku), ",")',
  });
  expect(evaluateRunKeys(flow, { id: 'A', lines }, 0)).toMatchObject({ isWanted: true, businessKey: 'A' });
});
