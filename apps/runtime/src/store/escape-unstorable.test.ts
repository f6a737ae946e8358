import { expect, test } from 'vitest';
import { escapeUnstorable } from './escape-unstorable.ts';

test('the NUL character and halves of surrogate pairs are spelled out, and everything else stays', () => {
  const value = { 'a\u0000': ['b\u0000c', 'd\ud800', '\udc00e', 'pair 😀', String.raw`\u0000`, 'C:\\\u0000'], n: 1 };
  expect(escapeUnstorable(value)).toEqual({
    [String.raw`a\u0000`]: [
      String.raw`b\u0000c`,
      String.raw`d\ud800`,
      String.raw`\udc00e`,
      'pair 😀',
      String.raw`\u0000`,
      String.raw`C:\\u0000`,
    ],
    n: 1,
  });
});

test('a value that can be stored is given back as it is', () => {
  const value = { name: 'Ünïcode' };
  expect(escapeUnstorable(value)).toBe(value);
  expect(escapeUnstorable(undefined)).toBe(undefined);
});
