import { expect, test } from 'vitest';
import { compileMapping } from '../mapping/compile-mapping.ts';
import {
  data,
  escapeLiteral,
  expression,
  expressionOf,
  fieldValueSchema,
  isDataPath,
  literal,
  literalParts,
  type FieldValue,
} from './field-value.ts';

const trigger = { Name: 'Merrow & "Finch"', Amount: 0, Empty: null, 'Unit price': 12.5, lines: [{ Id: 'a' }] };

const valueOf = (field: FieldValue): unknown => compileMapping(expressionOf(field)).evaluate(trigger, { trigger });

test.each<[FieldValue, unknown]>([
  [literal('olga@example.com'), 'olga@example.com'],
  [literal('Say "yes" \\ or\nno: $trigger.Name & 1 {'), 'Say "yes" \\ or\nno: $trigger.Name & 1 {'],
  [literal('Deal {{$trigger.Name}} is worth {{ $trigger.Amount }}'), 'Deal Merrow & "Finch" is worth 0'],
  [literal('{{$trigger.Amount}}'), '0'],
  [literal('{{$trigger.Empty}}{{$trigger.Nothing}}'), ''],
  [literal('{{$trigger.`Unit price`}}'), '12.5'],
  [literal('\\{{$trigger.Name}}'), '{{$trigger.Name}}'],
  [literal(true), true],
  [literal(false), false],
  [data('$trigger.Name'), 'Merrow & "Finch"'],
  [data('$trigger.lines[0].Id'), 'a'],
  [data('$trigger.Amount'), 0],
  [expression('$trigger.Amount + 1'), 1],
])('%j gives %j', (field, expected) => {
  expect(valueOf(field)).toEqual(expected);
});

test.each(['{{', 'a {{b}} c', '\\{{', '{{{{', '{{$trigger.Name}}', '}}', 'a\\'])(
  'the escaped literal of %j is the text itself',
  (text) => {
    expect(literalParts(escapeLiteral(text)).map((part) => ('text' in part ? part.text : part))).toEqual([text]);
    expect(fieldValueSchema.parse(literal(escapeLiteral(text)))).toEqual(literal(escapeLiteral(text)));
  },
);

test.each(['$trigger', '$steps.read.lines[0].Name', '$item.`a b`.Größe', '$trigger.a[-1]'])('%s is a path', (text) => {
  expect(isDataPath(text)).toBe(true);
});

test.each(['', 'Name', '$trigger.', '$trigger.a + 1', '$sum($trigger.a)', '$trigger.a b', '$trigger[a=1]'])(
  '%s is not a path',
  (text) => {
    expect(isDataPath(text)).toBe(false);
  },
);

test('a plain text in a hand-written document is an expression', () => {
  expect(fieldValueSchema.parse('$trigger.a + 1')).toEqual(expression('$trigger.a + 1'));
});

test.each([
  [data('Name'), 'Use a path such as $trigger.Name, or make the field an expression'],
  [literal('Hello {{Name}}'), 'Between {{ and }} put a path such as $trigger.Name, or write \\{{ for two braces'],
  [
    literal('Hello {{$trigger.Name'),
    'Between {{ and }} put a path such as $trigger.Name, or write \\{{ for two braces',
  ],
  [literal(''), 'Something is needed here'],
  [expression(' '), 'An expression is needed'],
])('%j is refused: %s', (field, message) => {
  expect(fieldValueSchema.safeParse(field).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
