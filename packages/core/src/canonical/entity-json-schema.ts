import { z } from 'zod';
import type { Unit } from './parts/unit.ts';
import { entityOf, type EntityName } from './registry.ts';

/** The part of JSON Schema 2020-12 that entities need; references are resolved in place, nothing is recursive. */
export interface EntityJsonSchema {
  readonly type?: EntityJsonType | readonly EntityJsonType[];
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, EntityJsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | EntityJsonSchema;
  readonly items?: EntityJsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly EntityJsonSchema[];
  readonly 'x-unit'?: Unit;
}

type EntityJsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

const cache = new Map<string, EntityJsonSchema>();

/**
 * The JSON Schema of one version of an entity; the current one when none is named.
 * @throws RangeError for a version that does not exist
 */
export function entityJsonSchema(name: EntityName, version?: string): EntityJsonSchema {
  const definition = entityOf(name);
  const wanted = version ?? definition.current;
  const key = `${name}@${wanted}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const found = definition.versions[wanted];
  if (found === undefined) {
    throw new RangeError(
      `The entity ${name} has no version ${wanted}; it has ${Object.keys(definition.versions).join(', ')}.`,
    );
  }
  const schema = { $id: `urn:throughline:${name}:${wanted}`, ...toJsonSchema(found.schema) };
  cache.set(key, schema);
  return schema;
}

/** JSON Schema 2020-12 of a zod schema as it accepts data. */
export function toJsonSchema(schema: z.ZodType): EntityJsonSchema {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'inline',
    cycles: 'throw',
  }) as EntityJsonSchema;
}
