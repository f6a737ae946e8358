import { expect, test } from 'vitest';
import { toCents } from './transaction-lines.ts';

test.each([
  [1.005, 1.01],
  [2.675, 2.68],
  [-1.005, -1.01],
  [0.1 + 0.2, 0.3],
  [33.333333, 33.33],
  [1e9 + 0.125, 1e9 + 0.13],
])('%d becomes %d', (value, expected) => {
  expect(toCents(value)).toBe(expected);
});
