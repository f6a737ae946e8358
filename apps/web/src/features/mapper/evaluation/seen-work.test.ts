import { expect, test } from 'vitest';
import { seenValues } from './seen-work.ts';

const text = '{ "a": $valueMap("m", country), "b": $valueMap("m", email) }';
const samples = JSON.stringify([
  { input: { country: 'GB', email: 'mara@firm.example' } },
  { input: { country: 'GB', email: 'tom@firm.example' } },
]);

test('values are listed with their counts, and personal ones are only counted', () => {
  expect(seenValues({ text, samples, valueMaps: '{}', map: 'm' })).toEqual({
    keys: [{ key: 'GB', samples: 2 }],
    personal: 2,
  });
});
