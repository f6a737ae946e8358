import { expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { outlineEntries, readOutline } from './outline.ts';
import { nestedSource } from './nested-source.ts';

const text: JsonSchema = { type: 'string' };
const list = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'array',
  items: { type: 'object', properties },
});

const sourceSchema: JsonSchema = {
  type: 'object',
  properties: {
    Name: text,
    Account: { type: 'object', properties: { Name: text } },
    'Line Items': list({ Name: text, Parts: list({ Code: text }) }),
    Tags: { type: 'array', items: text },
  },
};
const targetSchema: JsonSchema = {
  type: 'object',
  properties: {
    name: text,
    customer: { type: 'object', properties: { name: text } },
    lines: list({ name: text, detail: { type: 'object', properties: { name: text } }, parts: list({ code: text }) }),
    tags: { type: 'array', items: text },
  },
};

const pick = (source: string, target: string, written = '') => {
  const { object } = readOutline(written);
  const inside = outlineEntries(object).flatMap((entry) => (entry.object === undefined ? [] : [entry.object]));
  const path = target.split('.');
  const around = [object, ...inside]
    .filter((each) => each !== undefined)
    .filter((each) => each.path.every((name, index) => path[index] === name));
  const { path: field, expression } = nestedSource({
    target: path,
    targetSchema,
    source: source.split('.'),
    sourceSchema,
    around,
  });
  return `${field.join('.')}: ${expression}`;
};

test.each([
  ['Name', 'name', 'name: Name'],
  ['Account.Name', 'customer.name', 'customer: { "name": Account.Name }'],
  ['Line Items.Name', 'lines.name', 'lines: [`Line Items`.{ "name": Name }]'],
  ['Line Items.Name', 'lines.detail.name', 'lines: [`Line Items`.{ "detail": { "name": Name } }]'],
  ['Line Items.Parts.Code', 'lines.parts.code', 'lines: [`Line Items`.{ "parts": [Parts.{ "code": Code }] }]'],
  ['Name', 'lines.name', 'lines: [{ "name": Name }]'],
  ['Line Items', 'lines', 'lines: `Line Items`'],
  ['Tags', 'tags', 'tags: Tags'],
  ['Line Items.Name', 'tags', 'tags: [`Line Items`.Name]'],
  ['Name', 'tags', 'tags: [Name]'],
])('%s into %s gives %s', (source, target, expected) => {
  expect(pick(source, target)).toBe(expected);
});

test('a list that the text already builds gets a field that is read from its item', () => {
  const written = '{ "lines": [`Line Items`.{ "name": Name }] }';
  expect(pick('Line Items.Parts.Code', 'lines.detail.name', written)).toBe('lines.detail: { "name": Parts.Code }');
  expect(pick('Line Items.Parts.Code', 'lines.parts.code', written)).toBe('lines.parts: [Parts.{ "code": Code }]');
  expect(pick('Account.Name', 'lines.detail.name', written)).toBe('lines.detail: { "name": $$.Account.Name }');
});
