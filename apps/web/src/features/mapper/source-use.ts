import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { PathSchemas } from '#features/jsonata/path-schema.ts';
import { fieldsOf } from '#features/jsonata/schema-fields.ts';
import { significantTokens, type Token } from '#features/jsonata/tokenize.ts';

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
  const tokens = significantTokens(text);
  const schemas = new PathSchemas(tokens, { context: source });
  const found = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'name' || tokens[index + 1]?.text === '.') continue;
    const id = knownPath(schemas, tokens, index);
    if (id === undefined || id === '') continue;
    const names = id.split('.');
    for (let length = 1; length <= names.length; length += 1) found.add(names.slice(0, length).join('.'));
  }
  return found;
}

/** The path that ends at a token, or as much of its beginning as the schema knows. */
function knownPath(schemas: PathSchemas, tokens: readonly Token[], index: number): string | undefined {
  const id = schemas.endingAt(index)?.$id;
  if (id !== undefined || tokens[index - 1]?.text !== '.') return id;
  return tokens[index - 2]?.type === 'name' ? knownPath(schemas, tokens, index - 2) : undefined;
}
