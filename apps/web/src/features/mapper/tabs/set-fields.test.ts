import { expect, test } from 'vitest';
import { readOutline } from '@throughline/core/mapping/fields';
import { fieldTree } from '../target-fields.ts';
import { coverage } from '../coverage.ts';
import { setFields } from './set-fields.ts';

const fields = fieldTree({
  properties: {
    name: {},
    total: { type: 'object', properties: { amount: {}, currency: {} } },
    lines: { type: 'array', items: { type: 'object', properties: { sku: {} } } },
  },
});
const setBy = (text: string, result?: unknown) => {
  const outline = readOutline(text);
  return [...setFields(outline, fields, coverage(fields, outline, result).covered)];
};

test('a field that is set as a whole counts once, and one outside the target counts too', () => {
  expect(setBy('{ "total": $money(Amount, "GBP"), "lines": Lines.{ "sku": Sku }, "extra": 1, "name": }')).toEqual([
    ['total', ['total']],
    ['lines.sku', ['lines', 'sku']],
    ['extra', ['extra']],
  ]);
});

test('of a mapping that is one call, the fields in its result count', () => {
  expect(setBy('$merge(x)', { total: { amount: 1 } })).toEqual([['total.amount', ['total', 'amount']]]);
});
