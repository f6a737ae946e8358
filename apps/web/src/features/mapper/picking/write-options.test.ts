import { expect, test } from 'vitest';
import { fieldTree, flattenFields } from '../target-fields.ts';
import { writeOptions } from './write-options.ts';

const fields = flattenFields(
  fieldTree({ properties: { deal: { properties: { Name: { type: 'string' }, Address1: { type: 'string' } } } } }),
);
const valuesFor = (typed: string): string[] => writeOptions(typed, fields).map(({ value }) => value);

test('a name finds source fields, and can be meant as a text', () => {
  expect(valuesFor('name')).toEqual(['deal.Name', '"name"']);
  expect(valuesFor('Net 30')).toEqual(['"Net 30"']);
});

test('an expression comes first, and a number is one', () => {
  expect(valuesFor('1')).toEqual(['1', 'deal.Address1']);
  expect(valuesFor('"GB"')).toEqual(['"GB"']);
  expect(valuesFor('$now()')).toEqual(['$now()']);
});

test('what is neither a name nor an expression can only be a text', () => {
  expect(valuesFor('30 days net')).toEqual(['"30 days net"']);
});

test('as long as nothing is typed, every source field is offered', () => {
  expect(valuesFor(' ')).toEqual(['deal', 'deal.Name', 'deal.Address1']);
});

test('the nearest names come first, however many fields stand before them', () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`Filename${index}`, { type: 'string' }]));
  const properties = { ...many, NameOfFirm: { type: 'string' }, Name: { type: 'string' } } as const;
  const found = writeOptions('Name', flattenFields(fieldTree({ properties }))).map(({ value }) => value);
  expect([...found.slice(0, 3), found.length]).toEqual(['Name', 'NameOfFirm', 'Filename0', 51]);
});
