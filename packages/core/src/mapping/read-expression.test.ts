import { describe, expect, test } from 'vitest';
import { readExpression } from './read-expression.ts';
import type { ResultShape } from './result-shape.ts';

const slices = (text: string) => {
  const { steps, variables, functions, isConstant } = readExpression(text);
  return {
    steps: steps.map(({ stepId, names, start, end }) => [stepId, names.join('.'), text.slice(start, end)]),
    variables: variables.map(({ name, start, end }) => [name, text.slice(start, end)]),
    functions: functions.map(({ name, start, end }) => [name, text.slice(start, end)]),
    isConstant,
  };
};

describe('what an expression uses', () => {
  test('steps, with the names after them and their ranges', () => {
    expect(slices('$exists($steps.readA.Name.x) and $lookup($steps, "b").y = $steps.c[0].d')).toEqual({
      steps: [
        ['readA', 'Name.x', '$steps.readA'],
        ['b', '', '"b"'],
        ['c', 'd', '$steps.c'],
      ],
      variables: [
        ['steps', '$steps'],
        ['steps', '$steps'],
        ['steps', '$steps'],
      ],
      functions: [
        ['exists', '$exists'],
        ['lookup', '$lookup'],
      ],
      isConstant: false,
    });
  });

  test('names in backquotes and texts with escapes, with their ranges', () => {
    expect(slices('$steps.`read a`.`b c`[0] & $lookup($steps, "\\u0062")')).toEqual({
      steps: [
        ['read a', 'b c', '$steps.`read a`'],
        ['b', '', '"\\u0062"'],
      ],
      variables: [
        ['steps', '$steps'],
        ['steps', '$steps'],
      ],
      functions: [['lookup', '$lookup']],
      isConstant: false,
    });
  });

  test('only variables that it does not bind itself', () => {
    const text = '($f := function($p) { $p.a & $other }; $x := $trigger.b; Lines@$l#$i.($l.c + $i); $f($x))';
    expect(slices(text)).toEqual({
      steps: [],
      variables: [
        ['other', '$other'],
        ['trigger', '$trigger'],
      ],
      functions: [],
      isConstant: false,
    });
  });

  test.each([
    ['"a" & 1', true],
    ['$now()', true],
    ['($x := 1; $x + 1)', true],
    ['Name', false],
    ['$', false],
    ['$item.a', false],
    ['**', false],
  ])('%s is the same for every record: %s', (text, isConstant) => {
    expect(readExpression(text).isConstant).toBe(isConstant);
  });

  test('the value maps it names', () => {
    expect(readExpression('$valueMap("b", x) & $valueMap("a", y) & $valueMap(z, y)').valueMaps).toEqual(['a', 'b']);
  });

  test('a syntax error is thrown with its range', () => {
    expect(() => readExpression('{ "a": }')).toThrow(expect.objectContaining({ phase: 'parse', position: 7 }));
  });
});

const plain = (shape: ResultShape): unknown => {
  if (shape.kind === 'unknown') return '?';
  if (shape.kind === 'list') return [plain(shape.items)];
  const fields = Object.fromEntries([...shape.fields].map(([name, field]) => [name, plain(field.shape)]));
  return shape.isOpen ? { ...fields, '...': true } : fields;
};

test.each([
  ['{ "a": Name, "b": { "c": 1 } }', { a: '?', b: { c: '?' } }],
  ['($x := { "a": 1 }; $compact($x))', { a: '?' }],
  ['Kind = "x" ? { "a": 1 } : { "b": 2 }', { a: '?', b: '?' }],
  ['Kind = "x" ? { "a": 1 }', { a: '?' }],
  ['Kind = "x" ? { "a": 1 } : $other', { a: '?', '...': true }],
  ['$merge([{ "a": 1 }, $trigger])', { a: '?', '...': true }],
  ['$merge([{ "a": 1 }, { "b": [{ "c": 1 }] }])', { a: '?', b: [{ c: '?' }] }],
  ['{ "lines": Lines.{ "d": Hours } }', { lines: [{ d: '?' }] }],
  ['{ "lines": [Lines.($h := Hours; { "d": $h })] }', { lines: [{ d: '?' }] }],
  ['{ Key: 1, "a": 2 }', { a: '?', '...': true }],
  ['$trigger', '?'],
  ['[1, 2]', ['?']],
])('%s builds a known shape', (text, shape) => {
  expect(plain(readExpression(text).shape)).toEqual(shape);
});
