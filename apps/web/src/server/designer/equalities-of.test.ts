import { expect, test } from 'vitest';
import { equalitiesOf } from './equalities-of.ts';

test.each([
  [undefined, {}],
  ['', {}],
  ['StageName = "Closed Won"', { StageName: 'Closed Won' }],
  ['"Closed Won" = $trigger.StageName', { StageName: 'Closed Won' }],
  [
    '(StageName = "Closed Won" and IsWon = true) and $not(Amount = 0) and Amount > 5',
    { StageName: 'Closed Won', IsWon: true },
  ],
  ['`Odd name` = 12', { 'Odd name': 12 }],
  ['StageName = "Closed Won" or Amount > 5', {}],
  ['$not(StageName = "Closed Won")', {}],
  ['Account.Name = "Quay"', {}],
  ['StageName = Other', {}],
  ['Owner = null', {}],
  ['StageName = ', {}],
])('the condition %j demands %j', (condition, demanded) => {
  expect(equalitiesOf(condition)).toEqual(demanded);
});
