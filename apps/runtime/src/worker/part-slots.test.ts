import { expect, test } from 'vitest';
import { createPartSlots } from './part-slots.ts';

test('a part waits for a slot of its own organisation and depth, and for no other', async () => {
  const take = createPartSlots(1);
  const order: string[] = [];
  const first = await take('a', 0);
  const second = take('a', 0).then((slot) => {
    order.push('a second part of a');
    return slot;
  });
  await take('b', 0).then(() => order.push('a part of b'));
  await take('a', 1).then(() => order.push('a part inside a part of a'));
  first.giveBack();
  await second;
  expect(order).toEqual(['a part of b', 'a part inside a part of a', 'a second part of a']);
});

test('a part that waits for a person lends its slot, and goes on when it has one again', async () => {
  const take = createPartSlots(1);
  const order: string[] = [];
  const waiting = await take('a', 0);
  const other = take('a', 0);
  let answer = (): void => undefined;
  const waited = waiting
    .lendDuring(
      () =>
        new Promise<void>((resolve) => {
          answer = resolve;
        }),
    )
    .then(() => order.push('the answered part'));
  const borrowed = await other;
  answer();
  order.push('the other part');
  borrowed.giveBack();
  await waited;
  expect(order).toEqual(['the other part', 'the answered part']);
});
