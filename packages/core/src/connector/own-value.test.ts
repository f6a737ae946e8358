import { expect, test } from 'vitest';
import { ownValue } from './own-value.ts';

test('returns a record’s own fields, and nothing that all objects inherit', () => {
  const record = { account: 1 };
  const inherited = ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'];
  expect(inherited.map((name) => ownValue(record, name))).toEqual(inherited.map(() => undefined));
  expect([ownValue(record, 'account'), ownValue(record, 'other'), ownValue(undefined, 'account')]).toEqual([
    1,
    undefined,
    undefined,
  ]);
});
