import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { readTree } from '#features/jsonata/read-tree.ts';
import { fieldsOf } from '#features/jsonata/schema-fields.ts';
import { SchemaReader, type PlacedNode } from '#features/jsonata/schema-reader.ts';

/** Deeper fields are left out: schemas that contain themselves would never end. */
const maxDepth = 8;

/**
 * A schema whose every field knows its own path, in `$id`: what a path in a text resolves to then tells where it came
 * from, whatever loops and variables lie between.
 */
export function withPaths(schema: JsonSchema, path: readonly string[] = [], root = schema): JsonSchema {
  const fields = path.length >= maxDepth ? [] : fieldsOf(schema, root);
  return {
    $id: path.join('.'),
    type: 'object',
    properties: Object.fromEntries(
      fields.map(({ name, schema: field }) => [name, withPaths(field, [...path, name], root)]),
    ),
  };
}

/** Ids of the source fields a text reads, with the containers that lead to them. `source` comes from `withPaths`. */
export function sourceFieldsIn(text: string, source: JsonSchema): ReadonlySet<string> {
  const reader = new SchemaReader({ context: source });
  const found = new Set<string>();
  const visit = ({ node, environment }: PlacedNode): void => {
    const names = reader.schemaOf(node, environment)?.$id?.split('.') ?? [];
    if (node.kind === 'name' && names[0] !== '') {
      for (let length = 1; length <= names.length; length += 1) found.add(names.slice(0, length).join('.'));
    }
    for (const part of reader.parts(node, environment)) visit(part);
  };
  visit({ node: readTree(text).root, environment: reader.top });
  return found;
}
