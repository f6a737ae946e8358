import { expect, test } from 'vitest';
import { data, expression, literal, type FieldValue, type FieldValueKind } from '@throughline/core/flow/field-value';
import { convertValue } from './convert-value.ts';

const cases: readonly (readonly [FieldValue, FieldValueKind, FieldValue])[] = [
  [expression('olga@example.com'), 'literal', literal('olga@example.com')],
  [expression('"Hello"'), 'literal', literal('Hello')],
  [expression('$trigger.Name'), 'literal', literal('{{$trigger.Name}}')],
  [expression('$trigger.Name'), 'data', data('$trigger.Name')],
  [expression('1 + 1'), 'data', data('')],
  [
    literal('Deal {{$trigger.Name}}'),
    'expression',
    expression('"Deal " & ($trigger.Name = null ? "" : $trigger.Name)'),
  ],
  [literal('{{$trigger.Name}}'), 'data', data('$trigger.Name')],
  [literal('Hello'), 'data', data('')],
  [literal(true), 'expression', expression('true')],
  [data('$trigger.Name'), 'literal', literal('{{$trigger.Name}}')],
  [data('$trigger.Name'), 'expression', expression('$trigger.Name')],
  [data(''), 'literal', literal('')],
];

test.each(cases)('%j as %s is %j', (from, kind, to) => {
  expect(convertValue(from, kind)).toEqual(to);
});
