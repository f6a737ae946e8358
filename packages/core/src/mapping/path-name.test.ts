import { expect, test } from 'vitest';
import { compileMapping } from './compile-mapping.ts';
import { pathName } from './path-name.ts';

const names = [
  'Amount',
  'VAT number',
  'and',
  'größe',
  'a.b',
  'a"b',
  'a`b',
  'Amount` or $exists($steps) or `z',
  'a\\b',
  '',
];

test.each(names)('the field %j is read by its name, at the beginning of a path and behind another field', (name) => {
  const record = { [name]: 7, inner: { [name]: 8 }, list: [{ [name]: 9 }, { [name]: 10 }] };
  const read = (path: string): unknown => compileMapping(path).evaluate(record, {});
  const written = pathName(name);
  expect([written, `inner.${written}`, `list.${written}`].map(read)).toEqual([7, 8, [9, 10]]);
});
