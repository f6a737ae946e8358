import { entityJsonSchema } from '../canonical/entity-json-schema.ts';
import { entityNames, entityOf } from '../canonical/registry.ts';
import type { EntitySchemas } from './resolve-schema.ts';

/** Every canonical entity, in the form that `resolveSchema` takes. */
export const entitySchemas: EntitySchemas = Object.fromEntries(
  entityNames.map((name) => {
    const { current, versions } = entityOf(name);
    const schemas = Object.keys(versions).map((version) => [version, entityJsonSchema(name, version)] as const);
    return [name, { current, versions: Object.fromEntries(schemas) }];
  }),
);
