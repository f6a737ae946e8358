import { applyEdits } from '../syntax/text-edit.ts';
import { expect, test } from 'vitest';
import { readOutline } from './outline.ts';
import { insertAt, patchTarget } from './patch-target.ts';
import { pathWithin } from './source-path.ts';

const apply = (text: string, path: string, expression = 'Source') => {
  const result = patchTarget(text, path.split('.'), expression);
  if (result.kind !== 'patch') return result.kind;
  const { edits, caret } = result.patch;
  const patched = applyEdits(text, edits);
  return `${patched.slice(0, caret)}|${patched.slice(caret)}`;
};

test('an empty mapping becomes an object', () => {
  expect(apply('', 'id')).toBe('{\n  "id": Source|\n}');
  expect(apply(' \n', 'total.amount')).toBe('{\n  "total": { "amount": Source| }\n}');
});

test('a field is added after the last one, with its indentation, and comments stay where they are', () => {
  const text = '{\n    "id": Id, /* key */\n    "name": Name /* last */\n}';
  expect(apply(text, 'status')).toBe(
    '{\n    "id": Id, /* key */\n    "name": Name, /* last */\n    "status": Source|\n}',
  );
});

test('an object on one line stays on one line', () => {
  expect(apply('{ "id": Id }', 'total.amount')).toBe('{ "id": Id, "total": { "amount": Source| } }');
});

test('a field is added to the existing object, even inside lists and blocks', () => {
  expect(apply('(\n  $x := 1;\n  {\n    "total": {\n      "amount": $x\n    }\n  }\n)', 'total.currency')).toBe(
    '(\n  $x := 1;\n  {\n    "total": {\n      "amount": $x,\n      "currency": Source|\n    }\n  }\n)',
  );
  expect(apply('{\n  "lines": Lines.{\n    "a": A\n  }\n}', 'lines.b')).toBe(
    '{\n  "lines": Lines.{\n    "a": A,\n    "b": Source|\n  }\n}',
  );
  expect(apply('{ /* nothing yet */ }', 'id')).toBe('{ "id": Source| /* nothing yet */ }');
});

test('a field without an expression gets it', () => {
  expect(apply('{\n  "id":\n}', 'id')).toBe('{\n  "id": Source|\n}');
});

test('existing expressions are never replaced', () => {
  expect(apply('{ "id": Id }', 'id')).toBe('taken');
  expect(apply('{ "total": $money(Amount, "GBP") }', 'total.amount')).toBe('taken');
  expect(apply('$merge([a, b])', 'id')).toBe('no-place');
});

test('a path at the caret is separated from the word before it', () => {
  expect(insertAt('{ "id": }', 8, 8, 'Id')).toEqual({ edits: [{ start: 8, end: 8, text: 'Id' }], caret: 10 });
  expect(insertAt('a', 1, 1, 'Id')).toEqual({ edits: [{ start: 1, end: 1, text: ' Id' }], caret: 4 });
});

test('inside a list built per item a path starts at the item', () => {
  const text = '{ "lines": LineItems[Quantity > 0].{ "name": Name } }';
  const root = readOutline(text).object;
  const lines = root?.entries[0]?.object;
  if (root === undefined || lines === undefined) throw new Error('The text builds a list.');
  expect(pathWithin([root, lines], ['LineItems', 'Unit Price'])).toBe('`Unit Price`');
  expect(pathWithin([root, lines], ['Account', 'Name'])).toBe('$$.Account.Name');
  expect(pathWithin([root, lines], ['LineItems'])).toBe('$');
  expect(pathWithin([root], ['LineItems', 'Name'])).toBe('LineItems.Name');
});

test('inside a function per item a path starts at its variable', () => {
  const text = '{ "lines": $map(deal.lines, function($line) { { "name": $line.Name } }) }';
  const root = readOutline(text).object;
  const lines = root?.entries[0]?.object;
  if (root === undefined || lines === undefined) throw new Error('The text builds a list.');
  expect(pathWithin([root, lines], ['deal', 'lines', 'Quantity'])).toBe('$line.Quantity');
  expect(pathWithin([root, lines], ['deal', 'Name'])).toBe('deal.Name');
});
