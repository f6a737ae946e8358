import { conditionSentence, readConditionText, readExpressionForm } from '@throughline/core/mapping/fields';
import { expect, test } from 'vitest';
import { optionOf, startCondition, withFittingValues, wordsOf } from './condition-rows.ts';

const options = new Map(
  [
    { value: '$trigger.Amount', names: ['Deal is won', 'Amount'], hint: 'number' },
    { value: '$trigger.IsWon', names: ['Deal is won', 'Won'], hint: 'boolean' },
    { value: '$trigger.StageName', names: ['Deal is won', 'Stage'], hint: 'choice' },
    { value: '$trigger.Extra', names: ['Deal is won', 'Extra'], hint: 'any' },
    { value: '$steps.read.Name', names: ['Read the account', 'Account name'], hint: 'string' },
  ].map((option) => [option.value, option]),
);
const typeOf = (form: ReturnType<typeof readExpressionForm>) =>
  form.kind === 'source' ? optionOf(form.path, options)?.hint : undefined;

const compared = (field: string, value: string | number | boolean | null) =>
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
  ['$trigger.Amount', null, null],
  ['$trigger.StageName', null, null],
  ['$trigger.Extra', 7, 7],
  ['$trigger.Extra', false, false],
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

test('rows that stay when others are removed, moved or added keep what they are compared with', () => {
  const [stage] = compared('$trigger.StageName', 'Won').rows;
  const [amount] = compared('$trigger.Amount', null).rows;
  const [won] = compared('$trigger.IsWon', 'yes').rows;
  const before = { match: 'any', rows: [stage, amount, won] } as const;
  const edits = [
    [amount, won],
    [stage, won],
    [amount],
    [amount, stage, won],
    [stage, won, amount],
    [...before.rows, won],
  ];
  for (const rows of edits) {
    const next = { match: 'any', rows } as const;
    expect(withFittingValues(before, next, typeOf)).toEqual(next);
  }
});

test('only the row whose field was chosen gets a value of its type', () => {
  const [stage] = compared('$trigger.StageName', 7).rows;
  const [amount] = compared('$trigger.Amount', '5000').rows;
  const [chosen] = compared('$trigger.Amount', 'Won').rows;
  const [fitting] = compared('$trigger.Amount', 5000).rows;
  const before = { match: 'all', rows: [stage, { ...chosen, right: amount.right }] } as const;
  expect(withFittingValues(before, { match: 'all', rows: [stage, amount] }, typeOf)).toEqual({
    match: 'all',
    rows: [stage, fitting],
  });
});

test('fields are said by their titles, and those of steps with the name of the step', () => {
  const condition = readConditionText('$trigger.StageName = "Won" and Amount > 5 and $steps.read.Name');
  expect(condition && conditionSentence(condition, (path) => wordsOf(optionOf(path, options)))).toBe(
    'Stage is “Won” and Amount is more than 5 and Account name of “Read the account” is filled.',
  );
});
