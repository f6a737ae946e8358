import { expect, test } from 'vitest';
import { allowedOption, allowedValues } from './allowed-values.ts';

test('an option that is shown as text stands for the value of its own type', () => {
  const schema = { properties: { size: { enum: [1, 2.5, true, 'XL', null] } } } as const;
  const allowed = allowedValues(schema, ['size']);
  expect(['1', '2.5', 'true', 'XL', '3'].map((shown) => allowedOption(allowed, shown))).toEqual([
    1,
    2.5,
    true,
    'XL',
    undefined,
  ]);
});
