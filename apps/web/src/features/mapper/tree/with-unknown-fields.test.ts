import { expect, test } from 'vitest';
import { fieldTree, flattenFields } from '../target-fields.ts';
import { withUnknownFields } from './with-unknown-fields.ts';

const fields = fieldTree({ properties: { id: {}, owner: { properties: { name: {} } } } });

test('a field that the text uses and the shape does not have gets a row where it would be', () => {
  const all = flattenFields(withUnknownFields(fields, ['id', 'owner.mail.home', 'terms', String.raw`a\.b`]));
  expect(all.map(({ id, path, isUnknown = false }) => [id, path, isUnknown])).toEqual([
    ['id', ['id'], false],
    ['owner', ['owner'], false],
    ['owner.name', ['owner', 'name'], false],
    ['owner.mail', ['owner', 'mail'], true],
    ['owner.mail.home', ['owner', 'mail', 'home'], true],
    ['terms', ['terms'], true],
    [String.raw`a\.b`, ['a.b'], true],
  ]);
});

test('nothing changes if every field is known', () => {
  expect(withUnknownFields(fields, ['id', 'owner.name'])).toBe(fields);
});

test('a ghost says what is wrong with it, and other unknown fields do not', () => {
  const ghosts = new Map([['owner.mail', 'no longer in the schema']]);
  const all = flattenFields(withUnknownFields(fields, ['owner.mail.home', 'terms'], { ghosts }));
  expect(all.flatMap(({ id, ghost }) => (ghost === undefined ? [] : [[id, ghost]]))).toEqual([
    ['owner.mail', 'no longer in the schema'],
  ]);
});
