import { expect, it } from 'vitest';
import { compareMappingFields } from './compare-mapping-fields.ts';

/** Without what is the same. */
const changesOf = (before: string | undefined, after: string) => {
  const { fields, rest } = compareMappingFields(before, after);
  return { rest, fields: fields.filter(({ effect }) => effect !== 'same') };
};

it('lists the fields whose expressions differ, with old and new expression and plain sentence', () => {
  const before = '{ "name": Name, "code": "V" & tax, "gone": Note, "lines": Items.{ "amount": Price, "unit": "h" } }';
  const after =
    '{ "name": Name, "code": "R" & tax, "lines": Items.{ "amount": Price * 2, "unit": "h" }, "new": Owner.Name }';
  expect(changesOf(before, after)).toEqual({
    rest: 'nothing',
    fields: [
      {
        field: 'code',
        effect: 'changed',
        before: { expression: '"V" & tax', sentence: 'The text “V” + tax.' },
        after: { expression: '"R" & tax', sentence: 'The text “R” + tax.' },
      },
      {
        field: 'lines[].amount',
        effect: 'changed',
        before: { expression: 'Price', sentence: 'Price.' },
        after: { expression: 'Price * 2', sentence: 'Price times 2.' },
      },
      { field: 'new', effect: 'added', after: { expression: 'Owner.Name', sentence: 'Name of Owner.' } },
      { field: 'gone', effect: 'removed', before: { expression: 'Note', sentence: 'Note.' } },
    ],
  });
});

it('says when only layout and comments differ, and when only the order does', () => {
  expect(changesOf('{"a":1,"b":\'x\'}', '{\n  "a": 1, /* first */\n  "b": "x"\n}')).toEqual({
    fields: [],
    rest: 'layout',
  });
  expect(changesOf('{ "a": 1, "b": 2 }', '{ "b": 2, "a": 1 }')).toEqual({ fields: [], rest: 'order' });
  expect(changesOf('{ "a": 1 }', '{ "a": 1 }')).toEqual({ fields: [], rest: 'nothing' });
});

it('tells a change of a list, and of what is defined around the fields, from changes of the fields', () => {
  const before = '($rate := 1; { "lines": Items.{ "amount": Price * $rate } })';
  const after = '($rate := 2; { "lines": Items[Active].{ "amount": Price * $rate } })';
  expect(changesOf(before, after).fields).toEqual([
    {
      field: '@around',
      effect: 'changed',
      before: { expression: '($rate := 1; { … } )' },
      after: { expression: '($rate := 2; { … } )' },
    },
    {
      field: 'lines',
      effect: 'changed',
      before: { expression: 'Items. { … } ' },
      after: { expression: 'Items[Active]. { … } ' },
    },
  ]);
});

it('compares texts that build no object as a whole', () => {
  expect(changesOf('Name', 'Name & "!"').fields).toEqual([
    { field: '@around', effect: 'changed', before: { expression: 'Name' }, after: { expression: 'Name & "!"' } },
  ]);
});

it('lists every field of a new text, and fields that are the same', () => {
  expect(compareMappingFields(undefined, '{ "a": Name }').fields).toEqual([
    { field: 'a', effect: 'added', after: { expression: 'Name', sentence: 'Name.' } },
  ]);
  const same = { expression: 'Name', sentence: 'Name.' };
  expect(compareMappingFields('{ "a": Name }', '{ "a": Name }').fields).toEqual([
    { field: 'a', effect: 'same', before: same, after: same },
  ]);
});
