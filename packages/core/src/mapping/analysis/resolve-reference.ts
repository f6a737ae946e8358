import type { JsonSchema } from '../../connector/json-schema.ts';

/** Chains of references longer than this are not followed. */
const maxReferences = 12;

/** Follows `$ref`: `#`, and JSON pointers into the root schema. A reference that cannot be followed may be anything. */
export function resolveReference(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let current = schema;
  for (let count = 0; current.$ref !== undefined; count += 1) {
    const target = count < maxReferences ? at(root, current.$ref) : undefined;
    if (target === undefined) return {};
    const { $ref: _, ...own } = current;
    current = { ...target, ...own };
  }
  return current;
}

function at(root: JsonSchema, reference: string): JsonSchema | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let current: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const name = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined;
    current = (current as Readonly<Record<string, unknown>>)[name];
  }
  return typeof current === 'object' && current !== null ? current : undefined;
}

/** Merges `allOf` into a schema, as far as objects are concerned: all fields, and everything that is required. */
export function mergeAll(schema: JsonSchema, root: JsonSchema, nesting = 0): JsonSchema {
  if (schema.allOf === undefined || nesting > maxReferences) return schema;
  const { allOf, ...own } = schema;
  return allOf
    .map((part) => mergeAll(resolveReference(part, root), root, nesting + 1))
    .reduce((merged, part) => both(merged, part), own);
}

function both(a: JsonSchema, b: JsonSchema): JsonSchema {
  const isClosed = a.additionalProperties === false || b.additionalProperties === false;
  return {
    ...a,
    ...b,
    ...((a.properties ?? b.properties) !== undefined && { properties: { ...a.properties, ...b.properties } }),
    ...((a.required ?? b.required) !== undefined && { required: [...(a.required ?? []), ...(b.required ?? [])] }),
    ...(isClosed && { additionalProperties: false }),
  };
}
