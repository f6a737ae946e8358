import { entities, entityNames } from '@throughline/core/canonical';
import { entityJsonSchema } from '@throughline/core/canonical/entity-json-schema';
import type { EntitySchemas } from '@throughline/core/mapping/resolve-schema';

let cached: EntitySchemas | undefined;

/** Every canonical entity with the JSON Schema of each version; made once. */
export const entitySchemas = (): EntitySchemas =>
  (cached ??= Object.fromEntries(
    entityNames.map((name) => [
      name,
      {
        current: entities[name].current,
        versions: Object.fromEntries(
          Object.keys(entities[name].versions).map((version) => [version, entityJsonSchema(name, version)]),
        ),
      },
    ]),
  ));
