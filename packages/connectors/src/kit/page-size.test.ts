import { expect, it } from 'vitest';
import { pageSize } from './page-size.ts';

it.each([
  [undefined, 200],
  [50, 50],
  [0, 1],
  [-7, 1],
  [2.9, 2],
  [9999, 1000],
  [Number.NaN, 200],
  [Number.POSITIVE_INFINITY, 200],
])('asks for %s records as %i', (wanted, expected) => {
  expect(pageSize(wanted, 200, 1000)).toBe(expected);
});
