import { expect, test } from 'vitest';
import { editConditionText, readConditionText } from './condition-text.ts';
import { readExpressionForm } from './read-field.ts';
import { conditionSentence } from './sentence-of.ts';

test.each([
  '$trigger.StageName = "Closed Won"',
  '$trigger.Amount > 5000 and $exists($trigger.AccountId)',
  '$trigger.Amount > 5000 and ($trigger.IsWon or $trigger.StageName in ["Won", "Closed Won"])',
  '$not($trigger.IsWon)',
  '$trigger.IsWon',
  '$count($trigger.lines) > 0',
  '$steps.read.Name ? $steps.read.IsActive : false',
])('%s is read as rows and written again the same', (text) => {
  const condition = readConditionText(text);
  expect(condition && editConditionText('', condition)).toBe(text);
});

test.each(['', '   ', 'true', '"yes"', '$trigger.Amount >', '($x := 1; $x > 0)', '{ "a": 1 }'])(
  '%j stays an expression',
  (text) => {
    expect(readConditionText(text)).toBeUndefined();
  },
);

test('a changed row leaves layout and comments of the other rows as they are', () => {
  const text = '/* large */ $trigger.Amount   > 5000\n  and $trigger.StageName = "Won"';
  const condition = readConditionText(text);
  const [amount] = condition?.rows ?? [];
  if (amount === undefined) throw new Error('the condition has no rows');
  const stage = { left: readExpressionForm('$trigger.StageName'), right: readExpressionForm('"Closed Won"') };
  const changed = { match: 'all', rows: [amount, { kind: 'comparison', operator: 'is', ...stage }] } as const;
  expect(editConditionText(text, changed)).toBe(
    '/* large */ $trigger.Amount   > 5000\n  and $trigger.StageName = "Closed Won"',
  );
});

test('a condition is said in a sentence, with the words that people use for its fields', () => {
  const condition = readConditionText('$trigger.StageName = "Closed Won" and $not($steps.read.Name)');
  const words = new Map([['$trigger.StageName', 'Stage']]);
  const wordsOf = (path: readonly { readonly name: string }[]) => words.get(path.map(({ name }) => name).join('.'));
  expect(condition && conditionSentence(condition, wordsOf)).toBe(
    'Stage is “Closed Won” and Name of read of $steps is empty.',
  );
});
