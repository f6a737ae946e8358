import { expect, test } from 'vitest';
import { textChange } from './text-change.ts';

test.each([
  ['', 'abc', { from: 0, to: 0, insert: 'abc' }],
  ['abc', '', { from: 0, to: 3, insert: '' }],
  ['abc', 'abc', { from: 3, to: 3, insert: '' }],
  ['aXc', 'aYc', { from: 1, to: 2, insert: 'Y' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['{ "a": A }', '{ "a": A, "b": B }', { from: 8, to: 8, insert: ', "b": B' }],
])('from %j to %j', (before, after, change) => {
  expect(textChange(before, after)).toEqual(change);
  expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
});
