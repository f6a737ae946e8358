import { expect, test } from 'vitest';
import { nearestNames } from './nearest-names.ts';

test.each([
  ['Acount', ['Account', 'Contact', 'Name'], ['Account']],
  ['amuont', ['amount', 'account'], ['amount']],
  ['AMOUNT', ['amount', 'count'], ['amount']],
  ['x', ['alpha', 'beta'], []],
  ['', ['a', 'ab'], ['a']],
  ['abcd', ['abce', 'abcf', 'abcg', 'abch'], ['abce', 'abcf', 'abcg']],
])('%s among %j', (wanted, known, expected) => {
  expect(nearestNames(wanted, known)).toEqual(expected);
});
