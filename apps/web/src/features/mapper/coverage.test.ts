import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { expect, test } from 'vitest';
import { readOutline } from '@throughline/core/mapping/fields';
import { coverage } from './coverage.ts';
import { fieldTree, flattenFields, searchFields } from './target-fields.ts';

const text: JsonSchema = { type: 'string' };
const money: JsonSchema = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: { amount: { type: 'string', title: 'Net amount' }, currency: text },
};
const schema: JsonSchema = {
  type: 'object',
  required: ['id', 'total'],
  properties: {
    id: text,
    total: money,
    discount: money,
    lines: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: text, note: text } } },
  },
};
const targets = fieldTree(schema);

const cover = (source: string, preview?: unknown) => {
  const { total, mapped, covered, missing } = coverage(targets, readOutline(source), preview);
  return { share: `${mapped}/${total}`, covered: [...covered].toSorted(), missing: missing.map(({ id }) => id) };
};

test('the tree lists containers, lists and leaves with their types', () => {
  expect(flattenFields(targets).map(({ id, type, isRequired, isList }) => [id, type, isRequired, isList])).toEqual([
    ['id', 'string', true, false],
    ['total', 'object', true, false],
    ['total.amount', 'string', true, false],
    ['total.currency', 'string', true, false],
    ['discount', 'object', false, false],
    ['discount.amount', 'string', true, false],
    ['discount.currency', 'string', true, false],
    ['lines', 'list of object', false, true],
    ['lines.name', 'string', true, false],
    ['lines.note', 'string', false, false],
  ]);
});

test('a search finds names, paths and titles, together with the containers around them', () => {
  const found = (search: string) => flattenFields(searchFields(targets, search)).map(({ id }) => id);
  expect(found('CURR')).toEqual(['total', 'total.currency', 'discount', 'discount.currency']);
  expect(found('net am')).toEqual(['total', 'total.amount', 'discount', 'discount.amount']);
  expect(found('lines.na')).toEqual(['lines', 'lines.name']);
});

test('required fields are reported as missing only if their object is built', () => {
  expect(cover('{ "id": Id, "total": { "amount": Amount } }')).toEqual({
    share: '2/7',
    covered: ['id', 'total', 'total.amount'],
    missing: ['total.currency'],
  });
  expect(cover('')).toEqual({ share: '0/7', covered: [], missing: ['id', 'total'] });
});

test('the fields that a call builds are taken from the preview; without one, all of them count', () => {
  const source = '{ "id": Id, "total": $money(Amount, "GBP"), "lines": Lines.{ "name": Name } }';
  expect(cover(source)).toEqual({
    share: '4/7',
    covered: ['id', 'lines', 'lines.name', 'total', 'total.amount', 'total.currency'],
    missing: [],
  });
  expect(cover(source, { id: 'x', total: { amount: '1.00' } })).toEqual({
    share: '3/7',
    covered: ['id', 'lines', 'lines.name', 'total', 'total.amount'],
    missing: ['total.currency'],
  });
});

test('for a text that does not build a plain object, the preview counts', () => {
  expect(cover('$merge([a, b])', { id: '1', lines: [{ name: 'a' }] })).toEqual({
    share: '2/7',
    covered: ['id', 'lines', 'lines.name'],
    missing: ['total'],
  });
});

test('fields that lineage knows count as set even if the sample leaves them empty', () => {
  const source = '{ "id": Id, "total": $merge([one, other]) }';
  const outline = readOutline(source);
  const covered = (built: readonly string[]) => coverage(targets, outline, { id: '1' }, new Set(built)).covered;
  expect([...covered([])].toSorted()).toEqual(['id', 'total']);
  expect([...covered(['total', 'total.amount'])].toSorted()).toEqual(['id', 'total', 'total.amount']);
});
