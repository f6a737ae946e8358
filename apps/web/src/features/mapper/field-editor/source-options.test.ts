import { objectsAround } from '@throughline/core/mapping/fields';
import { expect, test } from 'vitest';
import { fieldTree } from '../target-fields.ts';
import { itemOptions, sourceOptions } from './source-options.ts';

const fields = fieldTree({
  type: 'object',
  properties: {
    Name: { type: 'string', title: 'Deal name' },
    'Line Items': {
      type: 'array',
      items: { type: 'object', properties: { Price: { type: 'number' } } },
    },
  },
});
const sample = { Name: 'ACME', 'Line Items': [{ Price: 5 }] };
const at = (text: string, target: string) => ({
  fields,
  around: objectsAround(text, target.split('.')),
  variables: ['$rate'],
  sample,
});

test('what can be read is offered as it is written at the place, with its type and its value in the sample', () => {
  expect(sourceOptions(at('{}', 'name'))).toEqual([
    { value: 'Name', detail: 'string · ACME', hint: 'Deal name · ACME' },
    { value: '`Line Items`', detail: 'list of object · 1 item', hint: '1 item' },
    { value: '`Line Items`.Price', detail: 'number · 5', hint: '5' },
    { value: '$rate', detail: 'calculated above' },
  ]);
  expect(sourceOptions(at('{ "lines": `Line Items`.{ "a": 1 } }', 'lines.b')).map(({ value }) => value)).toEqual([
    '$',
    'Price',
    '$$.Name',
    '$rate',
  ]);
});

test('a filter of a list is offered the fields of its items', () => {
  const options = (text: string, target: string, list: string) =>
    itemOptions(at(text, target), [{ name: list }]).map(({ value }) => value);
  expect(options('{}', 'name', 'Line Items')).toEqual(['Price']);
  expect(options('{}', 'name', 'Unknown')).toEqual([]);
});
