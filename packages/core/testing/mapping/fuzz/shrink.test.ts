import { expect, test } from 'vitest';
import { shrink } from './shrink.ts';

test('parts that are irrelevant to a failure are removed', async () => {
  const failure = {
    text: '($x := lines[price > 1 and qty].{"id": $string(id), "total": price * qty}; $append($x, $sum([1..3])))',
    input: { lines: [{ id: 1, price: 2, qty: 3 }], name: 'Acme', tags: ['a', 'b'] },
  };
  const isFailure = async ({ text, input }: typeof failure): Promise<boolean> =>
    text.includes('$sum(') && JSON.stringify(input ?? null).includes('Acme');
  expect(await shrink(failure as { text: string; input: never }, isFailure as never)).toEqual({
    text: '$sum()',
    input: 'Acme',
  });
});
