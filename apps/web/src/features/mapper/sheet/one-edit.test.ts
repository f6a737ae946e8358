import { expect, test } from 'vitest';
import { applyEdits } from '@throughline/core/mapping/syntax';
import { oneEdit } from './one-edit.ts';

test.each([
  ['abc', 'axc', { start: 1, end: 2, text: 'x' }],
  ['aa', 'aaa', { start: 2, end: 2, text: 'a' }],
  ['aaa', 'aa', { start: 2, end: 3, text: '' }],
  ['', 'new', { start: 0, end: 0, text: 'new' }],
  ['same', 'same', { start: 4, end: 4, text: '' }],
])('%j becomes %j by one edit of what differs', (before, after, edit) => {
  expect(oneEdit(before, after)).toEqual(edit);
  expect(applyEdits(before, [edit])).toBe(after);
});
