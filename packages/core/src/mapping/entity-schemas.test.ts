import { expect, test } from 'vitest';
import { entityJsonSchema } from '../canonical/entity-json-schema.ts';
import { entityNames, entityOf } from '../canonical/registry.ts';
import { entitySchemas } from './entity-schemas.ts';

test('every version of every entity has its schema, and the same one each time', () => {
  const expected = entityNames.map((name) => {
    const { current, versions } = entityOf(name);
    const schemas = Object.keys(versions).map((version) => [version, entityJsonSchema(name, version)] as const);
    return [name, { current, versions: Object.fromEntries(schemas) }] as const;
  });
  expect(structuredClone(entitySchemas)).toEqual(Object.fromEntries(expected));
  const [version = ''] = Object.keys(entitySchemas['customer']?.versions ?? {});
  expect(entitySchemas['customer']?.versions[version]).toBe(entitySchemas['customer']?.versions[version]);
});
