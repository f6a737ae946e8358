import { expect, it } from 'vitest';
import { maxKeyLength, storableKey, storableLabel, storableText } from './storable-text.ts';

it('keeps ordinary keys as they are', () => {
  expect([storableKey('O-1'), storableKey('é'.repeat(maxKeyLength))]).toEqual(['O-1', 'é'.repeat(maxKeyLength)]);
});

it('bounds long keys, which still differ where only their ends do', () => {
  const [one, two] = [storableKey(`${'x'.repeat(9000)}1`), storableKey(`${'x'.repeat(9000)}2`)];
  expect(one).not.toBe(two);
  expect([one.length <= maxKeyLength, storableKey(`${'x'.repeat(9000)}1`)]).toEqual([true, one]);
});

it('replaces what cannot be stored, and keys that differ there still differ', () => {
  expect(storableText('a\0b\uD800')).toBe('a\uFFFDb\uFFFD');
  expect(new Set(['a\0', 'a\uFFFD', 'a\uD800', 'a\uD801'].map(storableKey)).size).toBe(4);
});

it('cuts long labels', () => {
  expect(storableLabel('x'.repeat(9000))).toBe(`${'x'.repeat(maxKeyLength - 1)}…`);
});
