import { expect, test } from 'vitest';
import { applyEdits } from './text-edit.ts';

test('edits in any order are applied to their ranges of the old text', () => {
  const edits = [
    { start: 8, end: 11, text: 'three' },
    { start: 0, end: 3, text: '1' },
    { start: 11, end: 11, text: '!' },
    { start: 0, end: 0, text: '> ' },
  ];
  expect(applyEdits('one two six', edits)).toBe('> 1 two three!');
});

test.each([
  ['twice the same range', [2, 5], [2, 5]],
  ['ranges that share a character', [0, 3], [2, 5]],
  ['an insertion inside a replaced range', [0, 3], [1, 1]],
])('%s is refused, because the outcome would be neither of both', (_, [start = 0, end = 0], [from = 0, to = 0]) => {
  const edits = [
    { start, end, text: 'a' },
    { start: from, end: to, text: 'b' },
  ];
  expect(() => applyEdits('one two', edits)).toThrow(
    new RangeError(`Two edits overlap: ${start} to ${end} and ${from} to ${to} of the text.`),
  );
});
