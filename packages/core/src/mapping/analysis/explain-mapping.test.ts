import { describe, expect, test } from 'vitest';
import { explainMapping } from './explain-mapping.ts';

const input = {
  id: 'A1',
  blank: '',
  none: null,
  account: { name: 'Acme', phone: null },
  lines: [
    { name: 'one', price: 1, role: 'pm' },
    { name: 'two', price: 2 },
  ],
  empty: [],
};

/** The status, then each reason as `kind «text» message`. */
const explained = (mapping: string, target: string, options: Partial<Parameters<typeof explainMapping>[2]> = {}) => {
  const { status, reasons, evaluated, filled, failure } = explainMapping(mapping, input, {
    target: target.split('.'),
    ...options,
  });
  return [
    evaluated > 1 ? `${status} ${filled}/${evaluated}` : status,
    ...reasons.map(({ kind, start, end, message }) => `${kind} «${mapping.slice(start, end)}» ${message}`),
    ...(failure === undefined ? [] : [`${failure.code} ${failure.message}`]),
  ];
};

test.each<[string, string, string, readonly string[]]>([
  ['a value', '{ "a": id }', 'a', ['filled']],
  [
    'a misspelt field',
    '{ "a": account.nmae }',
    'a',
    ['empty', 'step «nmae» There is no "nmae". The nearest there: name.'],
  ],
  [
    'a step before it',
    '{ "a": acount.name.first }',
    'a',
    ['empty', 'step «acount» There is no "acount". The nearest there: account.'],
  ],
  ['a field of a text', '{ "a": id.name }', 'a', ['empty', 'step «name» There is nothing to take "name" from.']],
  ['null in the data', '{ "a": account.phone }', 'a', ['empty', 'blank «phone» This is null.']],
  ['blank text in the data', '{ "a": blank }', 'a', ['empty', 'blank «blank» This is empty.']],
  ['a filter', '{ "a": lines[price > 9].name }', 'a', ['empty', 'filter «[price > 9]» None of 2 items fulfils this.']],
  [
    'a position',
    '{ "a": lines[5].name }',
    'a',
    ['empty', 'filter «[5]» There is none at this position among 2 items.'],
  ],
  [
    'a condition',
    '{ "a": id = "B2" ? account.name }',
    'a',
    ['empty', 'condition «id = "B2"» This is false, and there is no other value.'],
  ],
  [
    'a branch that is empty',
    '{ "a": id = "A1" ? account.nam : "x" }',
    'a',
    ['empty', 'condition «id = "A1"» This is true.', 'step «nam» There is no "nam". The nearest there: name.'],
  ],
  [
    'a default that stepped in',
    '{ "a": account.nam ?? "none" }',
    'a',
    ['filled', 'step «nam» There is no "nam". The nearest there: name.', 'default «"none"» The default is taken.'],
  ],
  [
    'a default that is empty',
    '{ "a": acc ?: none }',
    'a',
    ['empty', 'step «acc» There is no "acc".', 'default «none» The default is taken.', 'blank «none» This is null.'],
  ],
  [
    'a variable',
    '($x := account.nam; { "a": $x })',
    'a',
    ['empty', 'variable «$x» $x is empty.', 'step «nam» There is no "nam". The nearest there: name.'],
  ],
  ['a variable that nobody binds', '{ "a": $steps.read.id }', 'a', ['empty', 'variable «$steps» $steps is empty.']],
  [
    'an argument',
    '{ "a": $uppercase(account.nam) }',
    'a',
    ['empty', 'step «nam» There is no "nam". The nearest there: name.'],
  ],
  [
    'a function',
    '{ "a": $lookup(account, "fax") }',
    'a',
    ['empty', 'function «$lookup(account, "fax")» $lookup gives nothing for this.'],
  ],
  [
    'a function of the text',
    '($f := function($p) { $p.fax }; { "a": $f(account) })',
    'a',
    ['empty', 'step «fax» There is no "fax".'],
  ],
  [
    'a parameter',
    '($f := function($p) { $p }; { "a": $f(account.fax) })',
    'a',
    ['empty', 'variable «$p» $p is empty.', 'step «fax» There is no "fax".'],
  ],
  ['an operand', '{ "a": price * 2 }', 'a', ['empty', 'step «price» There is no "price".']],
  ['fields of items', '{ "l": [lines.{ "r": role }] }', 'l.r', ['empty 1/2', 'step «role» There is no "role".']],
  [
    'fields of items of nothing',
    '{ "l": [lins.{ "r": role }] }',
    'l.r',
    ['empty', 'step «lins» There is no "lins". The nearest there: lines.'],
  ],
  [
    '$map over nothing',
    '{ "l": $map(lines[price > 9], function($l) { { "r": $l.role } }) }',
    'l.r',
    ['empty', 'filter «[price > 9]» None of 2 items fulfils this.'],
  ],
  [
    'a branch not taken',
    '{ "o": id = "B2" ? { "a": id } : { "b": 1 } }',
    'o.a',
    ['empty', 'condition «id = "B2"» This is false.'],
  ],
  [
    'a value that is left out',
    '$sift({ "a": id }, function($v) { $v = "B2" })',
    'a',
    ['empty', 'dropped «id» It has a value here, which is left out further on.'],
  ],
  [
    'a variable that the field does not take',
    '($x := { "b": id }; { "a": id = "B2" ? $x })',
    'a.b',
    ['empty', 'condition «id = "B2"» This is false, and there is no other value.'],
  ],
  [
    'an error',
    '{ "a": account.name * 2 }',
    'a',
    ['failed', 'T2001 The left side of "*" must be a number, not the text "Acme".'],
  ],
  ['a field the text does not set', '{ "a": 1 }', 'b', ['unset']],
  ['a text with errors', '{ "a": ', 'a', ['unset']],
])('%s', (_title, mapping, target, expected) => {
  expect(explained(mapping, target)).toEqual(expected);
});

describe('the details of a reason', () => {
  test('the value before the step, and the names there', () => {
    expect(explainMapping('{ "a": lines.nam }', input, { target: ['a'] }).reasons).toEqual([
      {
        kind: 'step',
        start: 13,
        end: 16,
        before: { name: 'one', price: 1, role: 'pm' },
        names: ['name'],
        message: 'There is no "nam". The nearest there: name.',
      },
    ]);
  });

  test('the value that a filter tested', () => {
    const { reasons } = explainMapping('{ "a": lines[price > 9] }', input, { target: ['a'] });
    expect(reasons.map((reason) => reason.kind === 'filter' && reason.before)).toEqual([input.lines]);
  });
});

test('bindings and value maps of the sample', () => {
  const mapping = '{ "a": $valueMap("terms", $steps.x), "b": $valueMap("terms", $steps.y, null) }';
  const sample = { bindings: { steps: { x: 'n30' } }, valueMaps: { terms: { n30: '30' } } };
  expect(explained(mapping, 'a', sample)).toEqual(['filled']);
  expect(explained(mapping, 'b', sample)).toEqual(['empty', 'step «y» There is no "y". The nearest there: x.']);
});
