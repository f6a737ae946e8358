import { expect, test } from 'vitest';
import type { FieldForm, FieldFormKind } from './field-form.ts';
import { blankForm, formProblem } from './form-problem.ts';
import { readExpressionForm } from './read-field.ts';
import { startForm } from './start-form.ts';
import { writeField } from './write-field.ts';

const name = readExpressionForm('Account.Name');

test.each<[FieldFormKind, string | undefined, string]>([
  ['template', 'One part of the text is empty.', ''],
  ['first-filled', 'One of the values is not chosen yet.', ''],
  ['condition', 'Choose the field that the condition looks at.', ''],
  ['check', 'Choose the value that it is compared with.', ''],
  ['value-map', 'Choose the value map.', ''],
  ['date', undefined, '$date(Account.Name)'],
  ['money', 'Choose the currency.', ''],
  ['conversion', undefined, '$string(Account.Name)'],
  ['part', 'Type the pattern of the part, such as ^[A-Z]{2} for two capitals at the start.', ''],
  ['function', 'Choose the function.', ''],
  ['calculation', 'One side of the calculation is empty.', ''],
  ['values', undefined, '[Account.Name]'],
  ['aggregate', undefined, '(Account.Name)[0]'],
  ['list', undefined, '[Account.Name]'],
  ['group', 'Choose the field whose values tell the groups apart.', ''],
  ['source', undefined, 'Account.Name'],
  ['constant', undefined, '""'],
  ['object', undefined, '{}'],
  ['text', 'Choose a source field or type a value.', ''],
])('a source field that becomes %s: %s', (kind, problem, written) => {
  const form = startForm(kind, name);
  expect([formProblem(form), problem === undefined ? writeField(form) : '']).toEqual([problem, written]);
});

test('another kind takes over the value that the first one was about', () => {
  const converted = (expression: string, kind: FieldFormKind) =>
    writeField(startForm(kind, readExpressionForm(expression)));
  expect(converted('$valueMap("terms", Code)', 'date')).toBe('$date(Code)');
  expect(converted('$money(Amount, "EUR")', 'conversion')).toBe('$string(Amount)');
  expect(converted('$sum(Lines.Price)', 'list')).toBe('[Lines.Price]');
});

test.each<[string, FieldForm]>([
  ['Choose what each item becomes.', { kind: 'list', from: name, order: [], item: blankForm, isKept: true }],
  [
    'Choose the field that decides the order.',
    { kind: 'list', from: name, order: [{ by: blankForm, isDescending: false }], isKept: true },
  ],
  ['Type how the date is written, such as dd.MM.yyyy.', { kind: 'date', how: 'format', value: name, pattern: '' }],
  [
    'Add a second value, which is used when the first is empty.',
    { kind: 'first-filled', notation: 'filled', alternatives: [name] },
  ],
  ['Add a case.', { kind: 'condition', cases: [] }],
])('%s', (problem, form) => {
  expect(formProblem(form)).toBe(problem);
});
