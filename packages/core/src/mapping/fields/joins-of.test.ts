import { expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { joinsOf } from './joins-of.ts';

const text: JsonSchema = { type: 'string' };
const object = (names: readonly string[], more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema => ({
  type: 'object',
  properties: { ...Object.fromEntries(names.map((name) => [name, text])), ...more },
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const said = (schema: JsonSchema): string[] =>
  joinsOf(schema).map(({ from, key, to, id }) => `${[...from, key].join('.')} names ${[...to, id].join('.')}`);

test('a field named after a list, or after the title of its items, names one of its records', () => {
  const deal = object(['Id', 'OwnerId'], {
    contacts: list(object(['Id', 'Name'])),
    roles: list(object(['ContactId', 'Role'])),
    people: list({ ...object(['id']), title: 'Team member' }),
    tasks: list(object(['team_member_id', 'City'])),
  });
  expect(said({ type: 'object', properties: { deal, owner: object(['Id', 'Name']) } })).toEqual([
    'deal.roles.ContactId names deal.contacts.Id',
    'deal.tasks.team_member_id names deal.people.id',
    'deal.OwnerId names owner.Id',
  ]);
});

test('records without an id, and fields that are named after nothing, join nothing', () => {
  expect(said(object(['AccountId'], { account: object(['Name']), Paid: object(['Id']) }))).toEqual([]);
});
