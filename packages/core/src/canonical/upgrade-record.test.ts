import { expect, test } from 'vitest';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { entityNames, entityOf } from './registry.ts';
import { upgradeRecord } from './upgrade-record.ts';

const first = field.object('Person', 'A person.', { name: field.text('Name', 'Full name.') });
const second = field.object('Person', 'A person.', {
  firstName: field.text('First name', 'Given name.').optional(),
  lastName: field.text('Last name', 'Family name.'),
});
const third = field.object('Person', 'A person.', {
  firstName: field.text('First name', 'Given name.').optional(),
  lastName: field.text('Last name', 'Family name.'),
  isActive: field.flag('Active', 'True while known.'),
});

const person: EntityDefinition = {
  title: 'Person',
  description: 'A person.',
  current: '3.0.0',
  versions: {
    '1.0.0': version(first, { name: 'Mara Ellis' }),
    '2.0.0': version(second, { firstName: 'Mara', lastName: 'Ellis' }),
    '3.0.0': version(third, { firstName: 'Mara', lastName: 'Ellis', isActive: true }),
  },
  upgrades: [
    {
      name: 'split-name-into-parts',
      from: '1.0.0',
      to: '2.0.0',
      upgrade: (record) => {
        const [firstName, lastName] = first.parse(record).name.split(' ');
        return { firstName, lastName };
      },
    },
    {
      name: 'assume-active',
      from: '2.0.0',
      to: '3.0.0',
      upgrade: (record) => ({ ...second.parse(record), isActive: true }),
    },
  ],
};

test('a record goes through every named upgrade on the way', () => {
  expect(upgradeRecord(person, { name: 'Mara Ellis' }, '1.0.0')).toEqual({
    record: { firstName: 'Mara', lastName: 'Ellis', isActive: true },
    applied: ['split-name-into-parts', 'assume-active'],
  });
});

test('a current record stays as it is', () => {
  const record = { lastName: 'Ellis', isActive: false };
  expect(upgradeRecord(person, record, '3.0.0')).toEqual({ record, applied: [] });
});

test('there is no downgrade, and no upgrade from an unknown version', () => {
  expect(() => upgradeRecord(person, {}, '3.0.0', '1.0.0')).toThrow('No upgrade leads from Person 3.0.0 to 1.0.0.');
  expect(() => upgradeRecord(person, {}, '0.9.0')).toThrow('No upgrade leads from Person 0.9.0 to 3.0.0.');
});

test('an upgraded record that does not fit the schema is refused, naming the field', () => {
  expect(() => upgradeRecord(person, { name: 'Mara' }, '1.0.0', '2.0.0')).toThrow(
    'The record does not fit Person 2.0.0: /lastName:',
  );
});

test.each(entityNames)('upgrades of %s lead from version to version without a gap', (name) => {
  const { versions, upgrades, current } = entityOf(name);
  const chain = Object.keys(versions);
  expect(current).toBe(chain.at(-1));
  expect(upgrades.map(({ from, to }) => ({ from, to }))).toEqual(
    chain.slice(1).map((to, index) => ({ from: chain[index], to })),
  );
});
