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

/** Doubles a text up to five million characters and gives it 95 times, which would be 500 MB. */
const doubled = (seed: string): string => {
  const steps = Array.from({ length: 19 }, (_, index) => `$a${index + 1} := $a${index} & $a${index};`);
  return `($a0 := "${seed}"; ${steps.join(' ')} [${Array.from({ length: 95 }, () => '$a19').join(', ')}])`;
};

test.each([
  ['idempotencyKey', 'idempotency key'],
  ['orderingKey', 'ordering key'],
  ['businessKey', 'business key'],
  ['businessLabel', 'label'],
])('the %s of a text that doubles itself is refused before it is written', (setting, name) => {
  for (const seed of ['0123456789', '\\u0001'.repeat(10)]) {
    expect(() => evaluateRunKeys(flowWith(undefined, { [setting]: doubled(seed) }), {}, 0)).toThrow(
      `The ${name} is made of more than 100000 characters or values. Choose a shorter part of the event.`,
    );
  }
});

test('a condition of a text that doubles itself fails', () => {
  expect(() => evaluateRunKeys(flowWith(doubled('0123456789')), {}, 0)).toThrow(
    'With the text at /1, the result holds more than 10000000 characters. Give fewer or shorter texts.',
  );
});

test('a key of a hundred thousand characters is stored with its hash, and a longer one is refused', () => {
  const flow = flowWith(undefined, { businessKey: 'long', businessLabel: 'long' });
  expect(evaluateRunKeys(flow, { long: 'x'.repeat(100_000) }, 0)).toEqual({
    isWanted: true,
    businessKey: expect.stringMatching(/^x{400}:[0-9a-f]{64}$/) as string,
    businessLabel: `${'x'.repeat(499)}…`,
  });
  expect(() => evaluateRunKeys(flow, { long: 'x'.repeat(100_001) }, 0)).toThrow(/^The business key is made of more/);
});

test('a record of a thousand lines is no trouble for conditions and keys', () => {
  const lines = Array.from({ length: 1000 }, (_, index) => ({ sku: `s${index}`, price: index, quantity: 2 }));
  const flow = flowWith('$sum(lines.(price * quantity)) > 0 and $count(lines[sku = "s7"]) = 1', {
    businessKey: 'id',
    businessLabel: '$join($sort(lines.sku), ",")',
  });
  expect(evaluateRunKeys(flow, { id: 'A', lines }, 0)).toMatchObject({ isWanted: true, businessKey: 'A' });
});
