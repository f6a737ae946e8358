import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { listItems, resolveRef, schemaAt } from '@throughline/core/mapping/schema-fields';

/** The only values that a field, or each item of a list, takes; none if it takes any. */
export function allowedValues(root: JsonSchema, path: readonly string[]): readonly (string | number | boolean)[] {
  const schema = schemaAt(root, path);
  if (schema === undefined) return [];
  const { enum: values, const: only } = resolveRef(listItems(schema, root) ?? schema, root);
  return (values ?? (only === undefined ? [] : [only])).filter(
    (value): value is string | number | boolean => value !== null && typeof value !== 'object',
  );
}

/** The allowed value that is shown like this. A list shows every value as text, whatever its type. */
export const allowedOption = (
  allowed: readonly (string | number | boolean)[],
  shown: string,
): string | number | boolean | undefined => allowed.find((value) => String(value) === shown);
