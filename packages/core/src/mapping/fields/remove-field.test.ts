import { expect, test } from 'vitest';
import { applyEdits } from '../syntax/text-edit.ts';
import { disconnect } from './disconnect.ts';
import { noteOf } from './field-note.ts';
import { removeField } from './remove-field.ts';
import { writeFieldTexts } from './write-fields.ts';

const removed = (text: string, target: string) => {
  const result = removeField(text, [target]);
  return 'edits' in result ? applyEdits(text, result.edits) : result.reason;
};

test.each([
  ['{\n  /* Legal name. */ "name": Name,\n  "city": City\n}', '{\n  "city": City\n}'],
  ['{\n  /* Legal name. */\n  "name": Name,\n  "city": City\n}', '{\n  "city": City\n}'],
  ['{ /* Legal name. */ "name": Name, "city": City }', '{ "city": City }'],
  ['{\n  "city": City,\n  /* Legal name. */\n  "name": Name\n}', '{\n  "city": City\n}'],
  ['{\n  "city": City, /* of the city */\n  "name": Name\n}', '{\n  "city": City /* of the city */\n}'],
  ['{\n  /* Legal name. */ "name": Name,\n  /* Where. */ "city": City\n}', '{\n  /* Where. */ "city": City\n}'],
])('a field takes its note with it, and no other: %j', (text, rest) => {
  expect(removed(text, 'name')).toBe(rest);
});

test('a field that is not there, or is there twice, is refused', () => {
  expect([removed('{ "a": 1 }', 'b'), removed('{ "a": 1, "a": 2 }', 'a'), removed('Name', 'a')]).toEqual([
    'The mapping has no field b.',
    'a is written more than once.',
    'The mapping is not written as an object with fields.',
  ]);
});

test('the next field gets no note, whichever way a field is removed', () => {
  const text = '{\n  /* Legal name. */ "name": Name,\n  "city": City\n}';
  const line = disconnect(text, ['name'], ['Name']);
  const cell = writeFieldTexts(text, [{ target: ['name'], expression: '' }]);
  const rest = '{\n  "city": City\n}';
  expect('edits' in line && applyEdits(text, line.edits)).toBe(rest);
  expect(cell).toEqual({ text: rest });
  expect(noteOf(rest, ['city'])).toBeUndefined();
});
