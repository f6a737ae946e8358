import { expect, test } from 'vitest';
import { readEmailAddress } from './email-address.ts';

test.each([
  [' Nora@HaldenPike.example ', 'nora@haldenpike.example'],
  ["o'hara+tag@sub.haldenpike.example", "o'hara+tag@sub.haldenpike.example"],
])('the address %j is stored as %j', (text, email) => {
  expect(readEmailAddress(text)).toBe(email);
});

test.each([
  '',
  'nora',
  'nora@haldenpike',
  'nora@',
  '@haldenpike.example',
  'no ra@haldenpike.example',
  `${'x'.repeat(250)}@a.example`,
])('%j is no address', (text) => {
  expect(() => readEmailAddress(text)).toThrow(expect.objectContaining({ code: 'EMAIL_NOT_VALID' }));
});
