import { conditionSentence, readConditionText, readExpressionForm } from '@throughline/core/mapping/fields';
import { expect, test } from 'vitest';
import { optionOf, startCondition, withFittingValues, wordsOf } from './condition-rows.ts';

const options = new Map(
  [
    { value: '$trigger.Amount', names: ['Deal is won', 'Amount'], hint: 'number' },
    { value: '$trigger.IsWon', names: ['Deal is won', 'Won'], hint: 'boolean' },
    { value: '$trigger.StageName', names: ['Deal is won', 'Stage'], hint: 'choice' },
    { value: '$steps.read.Name', names: ['Read the account', 'Account name'], hint: 'string' },
  ].map((option) => [option.value, option]),
);
const typeOf = (form: ReturnType<typeof readExpressionForm>) =>
  form.kind === 'source' ? optionOf(form.path, options)?.hint : undefined;

const compared = (field: string, value: string | number | boolean) =>
  ({
    match: 'all',
    rows: [
      {
        kind: 'comparison',
        left: readExpressionForm(field),
        operator: 'is',
        right: { kind: 'constant', value },
      },
    ],
  }) as const;

test.each([
  ['$trigger.Amount', '', 0],
  ['$trigger.Amount', '5000', 5000],
  ['$trigger.IsWon', '', true],
  ['$trigger.StageName', 0, ''],
  ['$trigger.StageName', 7, '7'],
  ['$trigger.unknown', '', ''],
])('%s that was just chosen is compared with a value of its type: %j becomes %j', (field, value, fitting) => {
  expect(withFittingValues(startCondition, compared(field, value), typeOf)).toEqual(compared(field, fitting));
});

test('what somebody typed for the same field stays as it is, and an added row starts with a text', () => {
  const before = compared('$trigger.Amount', 0);
  const [row] = before.rows;
  const typed = { ...before, rows: [{ ...row, right: { kind: 'constant', value: 'much' } as const }] };
  expect(withFittingValues(before, typed, typeOf)).toEqual(typed);
  const blank = { kind: 'text', text: '', reason: '' } as const;
  const added = { match: 'all', rows: [row, { ...row, left: blank, right: blank }] } as const;
  expect(withFittingValues(before, added, typeOf)).toEqual({ match: 'all', rows: [row, ...startCondition.rows] });
});

test('fields are said by their titles, and those of steps with the name of the step', () => {
  const condition = readConditionText('$trigger.StageName = "Won" and Amount > 5 and $steps.read.Name');
  expect(condition && conditionSentence(condition, (path) => wordsOf(optionOf(path, options)))).toBe(
    'Stage is “Won” and Amount is more than 5 and Account name of “Read the account” is filled.',
  );
});
