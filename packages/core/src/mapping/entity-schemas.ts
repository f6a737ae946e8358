import { entityJsonSchema } from '../canonical/entity-json-schema.ts';
import { entityNames, entityOf, type EntityName } from '../canonical/registry.ts';
import type { EntitySchemas } from './resolve-schema.ts';

/**
 * Every canonical entity, in the form that `resolveSchema` takes. A schema is made when it is asked for: a page that opens
 * needs few of them, and all of them take it longer than everything else that it loads.
 */
export const entitySchemas: EntitySchemas = Object.fromEntries(
  entityNames.map((name) => {
    const { current, versions } = entityOf(name);
    return [name, { current, versions: schemasOf(name, Object.keys(versions)) }];
  }),
);

function schemasOf(name: EntityName, versions: readonly string[]): EntitySchemas[string]['versions'] {
  const schemas = {};
  for (const version of versions) {
    Object.defineProperty(schemas, version, { enumerable: true, get: () => entityJsonSchema(name, version) });
  }
  return schemas;
}
