import { expect, test } from 'vitest';
import { minorUnitDigits } from './minor-unit-digits.ts';

test.each([
  ['EUR', 2],
  ['HUF', 2],
  ['JPY', 0],
  ['IQD', 3],
  ['BHD', 3],
  ['CLF', 4],
  ['XYZ', 2],
])('%s has %i', (currency, digits) => {
  expect(minorUnitDigits(currency)).toBe(digits);
});
