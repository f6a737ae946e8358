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

test('neighbours are removed and others added in one go, in the style of the object', () => {
  const whole = `{
  /* One. */ "a": A,
  /* Two. */ "b": B,
  "c": { "d": D, "e": E, "f": F } /* end */
}`;
  const gone = ['a', 'b', 'c.e', 'c.f'].map((id) => ({ target: id.split('.'), expression: '' }));
  const added = ['g', 'h', 'c.i', 'c.j', 'k.l', 'k.m', 'k.n.o'].map((id) => ({
    target: id.split('.'),
    expression: id.toUpperCase(),
  }));
  expect(writeFieldTexts(whole, [...gone, ...added, { target: ['h'], note: 'Eight.' }])).toEqual({
    text: `{
  "c": { "d": D, "i": C.I, "j": C.J }, /* end */
  "g": G,
  /* Eight. */
  "h": H,
  "k": { "l": K.L, "m": K.M, "n": { "o": K.N.O } }
}`,
  });
});

test('all fields of an object can be removed and others added, also to an empty text', () => {
  const fields = ['x', 'y'].map((id) => ({ target: [id], expression: id }));
  const gone = ['a', 'b'].map((id) => ({ target: [id], expression: '' }));
  const textOf = (whole: string, list: Parameters<typeof writeFieldTexts>[1]) => {
    const written = writeFieldTexts(whole, list);
    return 'text' in written ? written.text : written.refusals;
  };
  expect([
    textOf('', fields),
    textOf('{}', fields),
    textOf('{\n}', fields),
    textOf('{ "a": 1, "b": 2 }', [...gone, ...fields]),
    textOf('{\n  "a": 1,\n  "b": 2\n}', gone),
    textOf('', gone),
  ]).toEqual([
    '{\n  "x": x,\n  "y": y\n}',
    '{ "x": x, "y": y }',
    '{\n  "x": x,\n  "y": y\n}',
    '{ "x": x, "y": y }',
    '{\n}',
    [
      { index: 0, part: 'expression', reason: 'The mapping is not written as an object with fields.' },
      { index: 1, part: 'expression', reason: 'The mapping is not written as an object with fields.' },
    ],
  ]);
});
