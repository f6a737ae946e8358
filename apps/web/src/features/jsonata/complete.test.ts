import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { expect, test } from 'vitest';
import { completeExpression, isWhole } from './complete.ts';
import type { ExpressionScope } from './expression-scope.ts';
import { functionHelp } from './function-help.ts';

const text: JsonSchema = { type: 'string' };
const opportunity: JsonSchema = {
  type: 'object',
  properties: {
    Id: { type: 'string', title: 'Id', description: 'Record id.' },
    Account: { type: ['object', 'null'], properties: { Name: text, 'Billing Country': text } },
    Lines: { type: 'array', items: { type: 'object', properties: { Quantity: { type: 'number' }, Name: text } } },
  },
};
const contract: JsonSchema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: { type: 'string', description: 'Identity.' },
    total: { type: 'object', properties: { amount: text, currency: text } },
    lines: { type: 'array', items: { type: 'object', properties: { name: text } } },
  },
};
const scope: ExpressionScope = {
  context: opportunity,
  variables: { trigger: { schema: opportunity, detail: 'what started the run' } },
  valueMaps: ['tax-codes'],
  target: contract,
};

/** Completes at the `|` of a text. */
const complete = (marked: string, kind?: string) => {
  const result = completeExpression(marked.replace('|', ''), marked.indexOf('|'), scope, functionHelp);
  return result?.options.filter((option) => kind === undefined || option.kind === kind).map(({ label }) => label);
};

test('a bare name offers the fields of the input, variables and functions', () => {
  const result = completeExpression('A', 1, scope, functionHelp);
  expect(result?.from).toBe(0);
  expect(result?.options[0]).toEqual({
    label: 'Id',
    kind: 'field',
    apply: 'Id',
    detail: 'string',
    info: 'Id: Record id.',
    boost: 2,
  });
  expect(complete('|', 'variable')).toEqual(['$trigger']);
  expect(complete('$mo|', 'function')).toEqual(expect.arrayContaining(['$money', '$sum']));
  expect(complete('$|', 'function')).not.toContain('$eval');
});

test.each([
  ['Account.|', ['Name', 'Billing Country']],
  ['Account.Na|', ['Name', 'Billing Country']],
  ['$trigger.Lines.|', ['Quantity', 'Name']],
  ['$$.Lines[0].|', ['Quantity', 'Name']],
  ['Lines[|', ['Quantity', 'Name']],
  ['Lines.{"x": |', ['Quantity', 'Name']],
  ['Lines.(|', ['Quantity', 'Name']],
  ['Lines.{"x": $uppercase(|', ['Quantity', 'Name']],
  ['Lines[Quantity > 1].{"x": $.|', ['Quantity', 'Name']],
  ['$map(Lines, function($line) { $line.|', ['Quantity', 'Name']],
  ['($account := $trigger.Account; $account.|', ['Name', 'Billing Country']],
  ['($lines := Lines; $lines[|', ['Quantity', 'Name']],
  ['$sort(Lines, function($one, $other) { $other.|', ['Quantity', 'Name']],
  ['$reduce(Lines, function($sum, $line) { $line.|', ['Quantity', 'Name']],
  ['Lines^(|', ['Quantity', 'Name']],
  ['Lines@$line.(|', ['Quantity', 'Name']],
  ['$filter(Lines, function($l) { $l.Quantity > 1 }).|', ['Quantity', 'Name']],
  ['($a := { "account": Account }; $a.account.|', ['Name', 'Billing Country']],
  ['Account.in|', ['Name', 'Billing Country']],
  ['Unknown.|', []],
])('the fields behind a path are offered: %s', (marked, fields) => {
  expect(complete(marked, 'field')).toEqual(fields);
});

test('variables are offered where they are in scope', () => {
  expect(complete('($a := 1; $b := 2; |', 'variable')).toEqual(['$trigger', '$a', '$b']);
  expect(complete('($a := |', 'variable')).toEqual(['$trigger']);
  expect(complete('[($a := 1; $a), |', 'variable')).toEqual(['$trigger']);
  expect(complete('$map(Lines, function($line, $index) { |', 'variable')).toEqual(['$trigger', '$line', '$index']);
  expect(complete('Lines@$line#$at.(|', 'variable')).toEqual(['$trigger', '$at', '$line']);
});

test('a name that a path cannot hold is quoted', () => {
  const options = completeExpression('Account.', 8, scope, functionHelp)?.options.map(({ apply }) => apply);
  expect(options).toEqual(['Name', '`Billing Country`']);
});

test('keys of the target are offered in key positions, without those already used', () => {
  expect(complete('{ "id": Id, | }')).toEqual(['"total"', '"lines"']);
  expect(complete('{ "id": Id, "to| }')).toEqual(['"total"', '"lines"']);
  expect(complete('{ "total": { | } }')).toEqual(['"amount"', '"currency"']);
  expect(complete('{ "lines": Lines.{ | } }')).toEqual(['"name"']);
  expect(completeExpression('{  }', 2, scope, functionHelp)?.options[0]).toEqual({
    label: '"id"',
    kind: 'key',
    apply: '"id": ',
    detail: 'string, required',
    info: 'Identity.',
    boost: 4,
  });
});

test.each([
  ['Account.Name', true],
  ['Account.Nam', false],
  ['Account.', false],
  ['$trigger', true],
  ['$uppercase', false],
  ['{ "id', false],
])('a list has nothing to add to what is whole: %s', (text, whole) => {
  const found = completeExpression(text, text.length, scope, functionHelp);
  expect(found && isWhole(found, text.slice(found.from))).toBe(whole);
});

test('value maps are offered by name', () => {
  expect(complete('$valueMap("|')).toEqual(['"tax-codes"']);
});

test.each(['Id |', '"closed" |', '/* comm| */', '"some te|xt"'])('nothing is offered in %s', (marked) => {
  expect(complete(marked)).toBeUndefined();
});
