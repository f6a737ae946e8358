import { expect, test } from 'vitest';
import { checkMapping } from '@throughline/core/mapping';
import { readOutline } from '@throughline/core/mapping/fields';
import { invalidFields } from './invalid-fields.ts';

const target = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    amount: { type: 'number' },
    lines: { type: 'array', items: { type: 'object', properties: { hours: { type: 'number' } } } },
  },
} as const;

const invalid = (text: string, preview?: unknown): string[] => [
  ...invalidFields(readOutline(text), checkMapping(text, { target }), preview, target),
];

test('a value of the wrong type is invalid, whether the text or only the sample shows it', () => {
  expect(invalid('{ "id": "A", "amount": 1 }')).toEqual([]);
  expect(invalid('{ "id": "A", "amount": "much" }')).toEqual(['amount']);
  expect(
    invalid('{ "amount": Amount, "lines": Lines }', { amount: 'much', lines: [{ hours: 1 }, { hours: '2' }] }),
  ).toEqual(['amount', 'lines\nhours']);
});

test('a sample without a result shows no invalid fields', () => {
  expect(invalid('{ "amount": Amount }', undefined)).toEqual([]);
});
