import { expect, test } from 'vitest';
import { makeId, normalizeId, toId18 } from './ids.ts';

// 18-character ids as the vendor's documentation shows them.
test.each([
  ['001D000000IqhSL', '001D000000IqhSLIAZ'],
  ['001R00000064wdt', '001R00000064wdtIAA'],
  ['001R00000033I6A', '001R00000033I6AIAU'],
  ['001D000000K0fXO', '001D000000K0fXOIAZ'],
])('%s becomes %s', (short, long) => {
  expect(toId18(short)).toBe(long);
  expect([normalizeId(short), normalizeId(long)]).toEqual([long, long]);
});

test('refuses a wrong length, a wrong character and a suffix that does not match', () => {
  expect([normalizeId('001D'), normalizeId('001D000000Iqh-L'), normalizeId('001D000000IqhSLAAA')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('ids of a prefix are distinct and in order', () => {
  const ids = [1, 2, 61, 62, 63, 4000].map((n) => makeId('006', n));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(6);
});
