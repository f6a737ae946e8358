import { expect, test } from 'vitest';
import { readExpression } from './read-expression.ts';
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

test('text that cannot be parsed is refused', () => {
  expect(() => valueMapNames('{')).toThrow(expect.objectContaining({ name: 'MappingError', phase: 'parse' }));
});

test.each<[string, readonly string[], boolean]>([
  ['$trigger.name', [], false],
  ['$valueMap("a", x) & $valueMap(\'b\', y) & $valueMap("a", z)', ['a', 'b'], false],
  ['$valueMap ( /* which one */ "a", x)', ['a'], false],
  ['$valueMap(name, x)', [], true],
  ['$valueMap(first ? "a" : "b", x)', [], true],
  ['"a" ~> $valueMap(x)', [], true],
  ['( $look := $valueMap; $look("a", x) )', [], true],
  ['$map(keys, $valueMap("a", ?))', ['a'], false],
  ['$businessDayAdd(start, 5, "holidays-uk")', ['holidays-uk'], false],
  ['$isBusinessDay(start, calendar)', [], true],
  ['$businessDayAdd(start, 5)', [], false],
  ['$businessDayDifference(start, end, ["2026-12-25"])', [], false],
  ['$businessDayAdd(start, 5, "2026-12-25")', [], false],
  ['"$valueMap(name, x)"', [], false],
])('what %s needs is known before it runs', (text, valueMaps, isValueMapComputed) => {
  const reading = readExpression(text);
  expect({ valueMaps: reading.valueMaps, isValueMapComputed: reading.isValueMapComputed }).toEqual({
    valueMaps,
    isValueMapComputed,
  });
});
