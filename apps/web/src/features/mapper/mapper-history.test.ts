import { expect, test } from 'vitest';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { startHistory } from '#features/drafts/history.ts';
import { editMapping, type MapperEdit } from './mapper-history.ts';

const document = (text: string): MappingDocument => ({
  format: 1,
  text,
  source: { kind: 'any' },
  target: { kind: 'any' },
  tests: [],
});

const texts = (...edits: readonly MapperEdit[]): string[] => {
  let history = startHistory(document(''));
  return edits.map((edit) => (history = editMapping(history, edit)).present.text);
};

const text = (value: string, run: number): MapperEdit => ({ type: 'text', text: value, run });
const undo: MapperEdit = { type: 'undo' };
const redo: MapperEdit = { type: 'redo' };

test('undo reverts a picked field and stops at the beginning, and redo restores it', () => {
  const picked = '{\n  "name": Name\n}';
  expect(texts(text(picked, 1), undo, undo, redo, redo)).toEqual([picked, '', '', picked, picked]);
});

test('continuous typing is undone as a whole, and a field picked after it separately', () => {
  expect(texts(text('a', 1), text('ab', 1), text('abc', 2), undo, undo, redo, redo)).toEqual([
    'a',
    'ab',
    'abc',
    'ab',
    '',
    'ab',
    'abc',
  ]);
});

test('typing after an undo is a separate edit, and nothing is left to redo', () => {
  expect(texts(text('a', 1), undo, text('b', 2), redo, undo)).toEqual(['a', '', 'b', 'b', '']);
});

const edits = (base: string, insert: string): MapperEdit => ({
  type: 'edits',
  base,
  edits: [{ start: base.length, end: base.length, text: insert }],
});

test('each gesture is one step, also between two keystrokes', () => {
  expect(texts(text('a', 1), edits('a', 'b'), edits('ab', 'c'), text('abcd', 1), undo, undo, undo)).toEqual([
    'a',
    'ab',
    'abc',
    'abcd',
    'abc',
    'ab',
    'a',
  ]);
});

test('a gesture that was meant for another text changes nothing', () => {
  expect(texts(text('a', 1), edits('b', 'c'), undo)).toEqual(['a', 'a', '']);
});
