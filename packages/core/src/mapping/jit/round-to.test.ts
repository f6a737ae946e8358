import { expect, test } from 'vitest';
import { roundHalfEven } from '../builtins/round-half-even.ts';
import { roundTo } from './round-to.ts';

test('rounds as the builtin does, near halves too', () => {
  const values = [0, -0, 0.5, 1.5, 2.5, -0.5, 1.005, 2.675, 0.125, -0.004, 1e-7, 1e21, 123_456_789.125, 0.1 + 0.2];
  for (let index = 0; index < 20_000; index += 1) {
    values.push(((index * 7_919) % 100_003) / 1_000, -index / 8, index * 1.1, 1 / (index + 1));
  }
  const different = values.flatMap((value) =>
    [0, 1, 2, 4, 10, -2]
      .filter((places) => !Object.is(roundTo(value, places), roundHalfEven(value, places)))
      .map((places) => ({ value, places })),
  );
  expect(different).toEqual([]);
});
