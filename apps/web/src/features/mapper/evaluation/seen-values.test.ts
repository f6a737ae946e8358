import { expect, test } from 'vitest';
import { seenValues } from './seen-values.ts';

const text = '{ "a": $valueMap("m", country), "b": $valueMap("m", email) }';
const samples = JSON.stringify([
  { input: { country: 'GB', email: 'mara@firm.example' } },
  { input: { country: 'GB', email: 'tom@firm.example' } },
]);

test('values are listed with their counts, and it is told which are personal', () => {
  expect(seenValues({ text, samples, valueMaps: '{}', map: 'm' })).toEqual([
    { key: 'GB', samples: 2, isPersonal: false },
    { key: 'mara@firm.example', samples: 1, isPersonal: true },
    { key: 'tom@firm.example', samples: 1, isPersonal: true },
  ]);
});
