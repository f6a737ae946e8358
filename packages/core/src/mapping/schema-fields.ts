import type { JsonSchema } from '../connector/json-schema.ts';
import { ownValue } from '../connector/own-value.ts';

export interface SchemaField {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** Direct fields of an object schema, or of the items of an array schema, as paths see them. */
export function fieldsOf(schema: JsonSchema | undefined, root: JsonSchema | undefined = schema): SchemaField[] {
  return [...fieldsByName(schema, root).values()];
}

/** The schema to which a path of field names leads; undefined if the schema does not define it. */
export function schemaAt(
  schema: JsonSchema,
  path: readonly string[],
  root: JsonSchema = schema,
): JsonSchema | undefined {
  let current: JsonSchema | undefined = schema;
  for (const name of path) {
    current = fieldsByName(current, root).get(name)?.schema;
    if (current === undefined) return undefined;
  }
  return current;
}

interface KnownFields {
  readonly root: JsonSchema;
  readonly fields: ReadonlyMap<string, SchemaField>;
}

/** Schemas are never altered, and a page asks for the fields of the same few again for each of its fields. */
const known = new WeakMap<JsonSchema, KnownFields>();

function fieldsByName(schema: JsonSchema | undefined, root: JsonSchema | undefined): ReadonlyMap<string, SchemaField> {
  if (schema === undefined || root === undefined) return new Map();
  const before = known.get(schema);
  if (before?.root === root) return before.fields;
  const fields = new Map<string, SchemaField>();
  for (const part of partsOf(schema, root)) {
    const required = new Set(part.required);
    for (const [name, field] of Object.entries(part.properties ?? {})) {
      if (!fields.has(name)) fields.set(name, { name, schema: field, isRequired: required.has(name) });
    }
  }
  known.set(schema, { root, fields });
  return fields;
}

/** A readable type of a field: `string`, `date`, `list of object`, `GBP | EUR`. */
export function typeName(schema: JsonSchema, root: JsonSchema = schema): string {
  const resolved = resolveRef(schema, root);
  if (resolved.enum !== undefined) return 'choice';
  if (resolved.const !== undefined) return JSON.stringify(resolved.const);
  const types = typesOf(resolved).filter((type) => type !== 'null');
  if (types.includes('array'))
    return resolved.items === undefined ? 'list' : `list of ${typeName(resolved.items, root)}`;
  if (resolved.format !== undefined && types.includes('string')) return resolved.format;
  if (types.length > 0) return types.join(' | ');
  const options = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])].map((option) => typeName(option, root));
  const named = [...new Set(options)].filter((name) => name !== 'null');
  return named.length === 0 ? (resolved.properties === undefined ? 'any' : 'object') : named.join(' | ');
}

export const isList = (schema: JsonSchema, root: JsonSchema = schema): boolean => listItems(schema, root) !== undefined;

/** Item schema of an array, even behind a reference or a nullable union; undefined for anything else. */
export function listItems(schema: JsonSchema, root: JsonSchema = schema): JsonSchema | undefined {
  const resolved = resolveRef(schema, root);
  if (typesOf(resolved).includes('array') || resolved.items !== undefined) return resolved.items ?? {};
  for (const option of [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])]) {
    const items = listItems(option, root);
    if (items !== undefined) return items;
  }
  return undefined;
}

/** The object schemas behind a schema's references, unions and array items. */
function partsOf(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema[] {
  if (depth > 12) return [];
  const resolved = resolveRef(schema, root);
  const inner = [
    ...(resolved.items === undefined ? [] : [resolved.items]),
    ...(resolved.allOf ?? []),
    ...(resolved.anyOf ?? []),
    ...(resolved.oneOf ?? []),
  ];
  return [resolved, ...inner.flatMap((part) => partsOf(part, root, depth + 1))];
}

/** Follows `#/$defs/…` references within the root schema. */
export function resolveRef(schema: JsonSchema, root: JsonSchema, depth = 0): JsonSchema {
  if (schema.$ref === undefined || depth > 12) return schema;
  if (schema.$ref === '#') return root;
  const name = /^#\/\$defs\/(.+)$/.exec(schema.$ref)?.[1];
  const target = name === undefined ? undefined : ownValue(root.$defs, name);
  return target === undefined ? {} : resolveRef({ ...target, ...described(schema) }, root, depth + 1);
}

const described = ({ title, description }: JsonSchema): JsonSchema => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
});

function typesOf({ type }: JsonSchema): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}
