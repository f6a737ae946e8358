import { expect, test } from 'vitest';
import { writeFieldTexts } from './write-fields.ts';

const text = `{
  /* kept */ "name": Name,
  "amount" : $money(Amount, "GBP"),
  "lines": Lines.{ "sku": Sku , /* pieces */ "count": Count }
}`;

test('fields are changed, added and removed, and all other characters stay', () => {
  const written = writeFieldTexts(text, [
    { target: ['name'], expression: '$uppercase(Name)' },
    { target: ['lines', 'sku'], expression: ' Code ', note: 'From the shop.' },
    { target: ['lines', 'count'], expression: '' },
    { target: ['city'], expression: 'City', note: 'Where the firm is.' },
    { target: ['amount'], note: '' },
  ]);
  expect(written).toEqual({
    text: `{
  /* kept */ "name": $uppercase(Name),
  "amount" : $money(Amount, "GBP"),
  "lines": Lines.{ /* From the shop. */ "sku": Code },
  /* Where the firm is. */
  "city": City
}`,
  });
});

test('one refusal keeps all fields from being written, and each is named by its place', () => {
  expect(
    writeFieldTexts(text, [
      { target: ['name'], expression: '$uppercase(Name' },
      { target: ['amount'], expression: 'Amount' },
      { target: ['city'], expression: 'Name\n & ' },
    ]),
  ).toEqual({
    refusals: [
      { index: 0, part: 'expression', reason: expect.stringContaining(')') as string },
      { index: 2, part: 'expression', reason: expect.stringContaining('(line 2 of the cell)') as string },
    ],
  });
  expect(
    writeFieldTexts(text, [
      { target: ['amount', 'currency'], expression: '"EUR"' },
      { target: ['city'], note: 'No such field.' },
    ]),
  ).toEqual({
    refusals: [
      { index: 0, part: 'expression', reason: 'amount is set as a whole. Change that first.' },
      { index: 1, part: 'note', reason: 'The mapping does not set city, so there is no place for a note.' },
    ],
  });
});

test('an expression cannot bring a second field with it', () => {
  const written = writeFieldTexts(text, [{ target: ['name'], expression: 'Name, "other": 1' }]);
  expect('refusals' in written && written.refusals.map(({ index }) => index)).toEqual([0]);
});

test('a field inside another one is written after it', () => {
  expect(
    writeFieldTexts('{ "a": { "b": x } }', [
      { target: ['a'], expression: '{ "b": y, "c": z }' },
      { target: ['a', 'b'], expression: 'w' },
    ]),
  ).toEqual({ text: '{ "a": { "b": w, "c": z } }' });
});
