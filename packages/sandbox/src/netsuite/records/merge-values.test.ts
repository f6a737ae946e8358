import { expect, test } from 'vitest';
import { mergeValues } from './merge-values.ts';
import { RECORD_TYPES } from './record-types.ts';

const { fields } = RECORD_TYPES.salesOrder;
const before = {
  memo: 'old',
  item: [
    { line: 1, quantity: 2 },
    { line: 2, quantity: 3 },
  ],
};
const none: ReadonlySet<string> = new Set();

test('a field is set, emptied with null, and kept when it is not mentioned', () => {
  expect(mergeValues(fields, { ...before, otherRefNum: 'PO 1' }, { memo: 'new', otherRefNum: null }, none)).toEqual({
    memo: 'new',
    item: before.item,
  });
});

test('a line with a known key changes that line, and a line without a key is added', () => {
  expect(mergeValues(fields, before, { item: [{ line: 2, rate: 5 }, { quantity: 9 }] }, none)).toEqual({
    memo: 'old',
    item: [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 3, rate: 5 },
      { line: 3, quantity: 9 },
    ],
  });
});

test('sending the same lines again doubles them, unless the list is replaced', () => {
  const body = { item: [{ quantity: 2 }, { quantity: 3 }] };
  expect(mergeValues(fields, before, body, none)['item']).toHaveLength(4);
  expect(mergeValues(fields, before, body, new Set(['item']))).toEqual({
    memo: 'old',
    item: [
      { line: 1, quantity: 2 },
      { line: 2, quantity: 3 },
    ],
  });
});

test('currencies are keyed by the currency', () => {
  const customer = RECORD_TYPES.customer.fields;
  const body = { currencyList: [{ currency: { id: '1' } }, { currency: { id: '3' } }] };
  expect(mergeValues(customer, { currencyList: [{ currency: { id: '1' } }] }, body, none)).toEqual(body);
});
