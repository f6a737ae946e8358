import { expect, it } from 'vitest';
import { behavioursOfItem } from './behaviours-of-item.ts';

const item = (kind: string, key: string) => ({ definitionId: `id of ${key}`, kind, key });
const behaviour = (key: string, ...valueMaps: string[]) => ({ definitionId: `id of ${key}`, valueMaps });

const [taxes, countries, deals] = [
  item('value-map', 'taxes'),
  item('value-map', 'countries'),
  item('mapping', 'deals'),
];
const items = [deals, taxes, countries];

it('shows under a mapping its own behaviour, and under a value map those around the change that use it', () => {
  const [own, invoices, addresses] = [
    behaviour('deals'),
    behaviour('invoices', 'taxes'),
    behaviour('addresses', 'countries', 'taxes'),
  ];
  const all = [own, invoices, addresses];
  expect(behavioursOfItem(deals, items, all)).toEqual({ shown: [own], insideChange: 0 });
  expect(behavioursOfItem(taxes, items, all)).toEqual({ shown: [invoices, addresses], insideChange: 0 });
  expect(behavioursOfItem(countries, items, all)).toEqual({ shown: [addresses], insideChange: 0 });
});

it('counts the mappings of the change itself that use a value map', () => {
  expect(behavioursOfItem(taxes, items, [behaviour('deals', 'taxes')])).toEqual({ shown: [], insideChange: 1 });
});
