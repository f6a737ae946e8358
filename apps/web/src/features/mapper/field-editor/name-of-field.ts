import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { sourceOf, type BuiltAround, type FieldPath } from '@throughline/core/mapping/fields';
import { resolveRef, schemaAt } from '@throughline/core/mapping/schema-fields';

/** What people call the source field that a path reads inside these objects; undefined if the shape does not say. */
export function nameOfField(
  around: readonly BuiltAround[],
  sourceSchema: JsonSchema,
  path: FieldPath,
): string | undefined {
  const source = sourceOf(
    around,
    path.map(({ name }) => name),
  );
  const schema = source && schemaAt(sourceSchema, source);
  return schema && resolveRef(schema, sourceSchema).title;
}
