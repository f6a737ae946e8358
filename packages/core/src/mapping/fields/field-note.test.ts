import { expect, test } from 'vitest';
import { applyEdits } from '../syntax/text-edit.ts';
import { editNote, noteOf } from './field-note.ts';

const text = `{
  /* The link. */
  "id": Id, /* not about the name */
  "name": Name, /* short */ "code": Code
}`;
const noted = (target: string, note: string, whole = text) => {
  const edits = editNote(whole, [target], note);
  return edits && applyEdits(whole, edits);
};

test('the note on a field is the comment directly before it', () => {
  expect(['id', 'name', 'code', 'none'].map((name) => noteOf(text, [name]))).toEqual([
    'The link.',
    undefined,
    'short',
    undefined,
  ]);
});

test('a note is changed, added and removed without touching anything else', () => {
  expect(noted('id', 'The key.')).toBe(text.replace('The link.', 'The key.'));
  expect(noted('id', '')).toBe(text.replace('/* The link. */\n  ', ''));
  expect(noted('name', 'Theirs.')).toBe(text.replace('"name"', '/* Theirs. */\n  "name"'));
  expect(noted('code', '')).toBe(text.replace('/* short */ ', ''));
  expect(noted('a', 'One.', '{ "a": 1 }')).toBe('{ /* One. */ "a": 1 }');
  expect(noted('none', 'x')).toBeUndefined();
});

test('a note cannot end its comment', () => {
  expect(noted('a', 'no */ "b": 2', '{ "a": 1 }')).toBe('{ /* no * / "b": 2 */ "a": 1 }');
});
