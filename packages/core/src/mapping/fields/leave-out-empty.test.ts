import { expect, test } from 'vitest';
import { applyEdits } from '../syntax/text-edit.ts';
import { leaveOutEmpty, leavesOutEmpty } from './leave-out-empty.ts';

test.each([
  ['', false, '$compact({\n})'],
  ['{ "a": b /* kept */ }', false, '$compact({ "a": b /* kept */ })'],
  ['($x := 1; { "a": $x })', false, '($x := 1; $compact({ "a": $x }))'],
])('%j becomes one that leaves out what is empty, and back', (text, before, after) => {
  expect(leavesOutEmpty(text)).toBe(before);
  const wrapped = applyEdits(text, leaveOutEmpty(text, true));
  expect([wrapped, leavesOutEmpty(wrapped)]).toEqual([after, true]);
  const back = applyEdits(wrapped, leaveOutEmpty(wrapped, false));
  expect(back).toBe(text === '' ? '{\n}' : text);
});

test('what is so already, and a text that builds no object, stay as they are', () => {
  expect([leavesOutEmpty('Lines.Name'), leaveOutEmpty('Lines.Name', true)]).toEqual([undefined, []]);
  expect(leaveOutEmpty('$compact({ "a": b })', true)).toEqual([]);
});
