import { expect, test } from 'vitest';
import { forRecentTexts } from './for-recent-texts.ts';

test('a recent text is read once, and an older one again', () => {
  const read: string[] = [];
  const lengthOf = forRecentTexts((text) => {
    read.push(text);
    return text.length;
  });
  expect([lengthOf('a'), lengthOf('bb'), lengthOf('a')]).toEqual([1, 2, 1]);
  for (const text of ['c', 'd', 'e', 'f', 'g', 'h', 'i']) lengthOf(text);
  expect([lengthOf('bb'), lengthOf('a')]).toEqual([2, 1]);
  expect(read).toEqual(['a', 'bb', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'a']);
});
