import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { fieldsOf, listItems, resolveRef } from '@throughline/core/mapping/schema-fields';

const maxDepth = 6;

/**
 * Invents a record from a schema: from its examples if there are any, and otherwise with the plainest value of each
 * type.
 */
export function schemaSample(schema: JsonSchema, root = schema, depth = 0): unknown {
  const resolved = resolveRef(schema, root);
  const given = resolved.examples?.[0] ?? resolved.default ?? resolved.const ?? resolved.enum?.[0];
  if (given !== undefined) return given;
  const items = listItems(resolved, root);
  if (items !== undefined) return depth >= maxDepth ? [] : [schemaSample(items, root, depth + 1)];
  const fields = fieldsOf(resolved, root);
  if (fields.length > 0) {
    if (depth >= maxDepth) return {};
    return Object.fromEntries(fields.map(({ name, schema: field }) => [name, schemaSample(field, root, depth + 1)]));
  }
  return scalar(resolved);
}

function scalar({ type, format, title }: JsonSchema): unknown {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  if (types.includes('number') || types.includes('integer')) return 1;
  if (types.includes('boolean')) return true;
  if (types.includes('object')) return {};
  if (types.includes('null') && types.length === 1) return null;
  switch (format) {
    case 'date':
      return '2026-12-01';
    case 'date-time':
      return '2026-12-01T09:00:00Z';
    case 'email':
      return 'person@example.com';
    case 'uri':
      return 'https://example.com';
    default:
      return title ?? 'text';
  }
}
