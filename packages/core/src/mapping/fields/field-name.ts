import type { JsonSchema } from '../../connector/json-schema.ts';
import { resolveRef, schemaAt } from '../schema-fields.ts';

/** What a sentence calls a field: its title, or its name. */
export function fieldName(root: JsonSchema, path: readonly string[]): string {
  const schema = schemaAt(root, path);
  const title = schema === undefined ? undefined : resolveRef(schema, root).title;
  return title ?? path.at(-1) ?? 'the whole input';
}
