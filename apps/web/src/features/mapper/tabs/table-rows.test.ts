import { expect, test } from 'vitest';
import { readOutline } from '@throughline/core/mapping/fields';
import { fieldTree } from '../target-fields.ts';
import { tableRows } from './table-rows.ts';

const target = {
  properties: {
    name: {},
    total: { type: 'object', properties: { amount: {}, currency: {} } },
    lines: { type: 'array', items: { type: 'object', properties: { sku: {} } } },
    country: {},
    contacts: { type: 'array', items: { type: 'object', properties: { email: {} } } },
  },
} as const;
const source = { properties: { Name: { type: 'string', title: 'Account name' } } } as const;
const text =
  '{ /* As on invoices. */ "name": Name, "total": $money(Amount, "GBP"), "lines": Lines.{ "sku": Sku }, "extra": 1 }';

test('each target field has its expression, sentence, sources and note', () => {
  const links = {
    sourcesOf: (id: string) =>
      id === 'name'
        ? [{ id: 'Name', label: 'Name', via: 'direct' as const, through: undefined, range: undefined }]
        : [],
  };
  const rows = tableRows({ text, outline: readOutline(text), fields: fieldTree(target), links, source });
  expect(
    rows.map(({ id, node, expression, sentence, sources, note }) => [
      id,
      node !== undefined,
      expression,
      sentence,
      sources,
      note,
    ]),
  ).toEqual([
    ['name', true, 'Name', 'Account name.', ['Name'], 'As on invoices.'],
    ['total', true, '$money(Amount, "GBP")', 'Amount as money in “GBP”.', [], ''],
    ['lines.sku', true, 'Sku', 'Sku.', [], ''],
    ['country', true, '', '', [], ''],
    ['contacts', true, '', '', [], ''],
    ['contacts.email', true, '', '', [], ''],
    ['extra', false, '1', '1.', [], ''],
  ]);
});
