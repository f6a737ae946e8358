import { describe, expect, test } from 'vitest';
import { createMappingChecker } from './create-mapping-checker.ts';
import { source } from '../../../testing/mapping/analysis/order-schema.ts';

describe('the type at a place', () => {
  const typeAt = (mapping: string, word: string) =>
    createMappingChecker({ source }).check(mapping).typeAt(mapping.indexOf(word))?.text;

  test.each([
    ['{ "a": id }', 'id', 'text'],
    ['{ "a": note }', 'note', 'text or nothing'],
    ['{ "a": lines.name }', 'name', 'text'],
    ['{ "a": lines.name }', 'lines', 'list of Line'],
    ['{ "a": lines[0] }', '[0]', 'Line'],
    ['{ "a": $map(lines, function($l) { $l.price }) }', '$l.price', 'Line'],
    ['{ "a": $sum(lines.price) }', '$sum', 'number'],
    ['($f := function($x) { $x }; [$f(id), $f(amount)])', '{ $x', 'function'],
    ['($f := function($x) { $x }; [$f(id), $f(amount)])', '$x }', 'text or number'],
    ['{ "a": [id, note] }', '[id', 'list of text'],
    ['{ "a": id, "b": 1 }', '{ "a"', '{ a, b }'],
    ['{ "a": isOpen ? 1 : "x" }', '? 1', '1 or "x"'],
    ['{ "a": hours }', 'hours', 'decimal text (hours)'],
    ['{ "a": ', 'a', undefined],
  ])('%s: %s', (mapping, word, expected) => {
    expect(typeAt(mapping, word)).toEqual(expected);
  });
});
