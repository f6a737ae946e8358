import { expect, test } from 'vitest';
import { applySchemaDrift } from './schema-drift.ts';

test('drops, renames and adds in every object that has the field, at any depth', () => {
  const document = { records: [{ Id: 1, Name: 'a', Account: { Name: 'b' } }], done: true };
  expect(applySchemaDrift(document, { rename: { Name: 'Title' }, drop: ['Id'], add: { New: null } })).toEqual({
    records: [{ Title: 'a', Account: { Title: 'b', New: null }, New: null }],
    done: true,
  });
});

test('an addition alone goes into every object', () => {
  expect(applySchemaDrift([{ a: 1 }, 2], { add: { b: 0 } })).toEqual([{ a: 1, b: 0 }, 2]);
});
