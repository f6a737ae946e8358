import { expect, test } from 'vitest';
import { valueMapNames } from './value-map-names.ts';

test.each<[string, readonly string[]]>([
  ['Name', []],
  ['$valueMap("terms", Terms__c)', ['terms']],
  [
    '{ "a": [Lines.($valueMap("role", Role) & $valueMap("item", Sku, null))], "b": $valueMap("role", x) }',
    ['item', 'role'],
  ],
  ['( $f := function($x) { $valueMap("inner", $x) }; $f(a) ~> $valueMap("outer") )', ['inner', 'outer']],
  ['$valueMap($table, key)', []],
  ['"$valueMap(\'quoted\')"', []],
])('%s', (text, names) => {
  expect(valueMapNames(text)).toEqual(names);
});

test('text that cannot be read is refused', () => {
  expect(() => valueMapNames('{')).toThrow(expect.objectContaining({ name: 'MappingError', phase: 'parse' }));
});
