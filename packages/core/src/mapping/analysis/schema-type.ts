import type { JsonSchema, JsonType } from '../../connector/json-schema.ts';
import { many, none, one, unstated, type Count } from './count.ts';
import { mergeAll, resolveReference } from './resolve-reference.ts';
import { formatOf, regexOf } from './string-format.ts';
import {
  nothing,
  nullType,
  unknownType,
  unknownValue,
  valueOf,
  type Field,
  type ListType,
  type ObjectType,
  type Type,
  type Value,
} from './value.ts';

/** Lists the types that a JSON Schema allows for a value. Answers are cached for the lifetime of the schema. */
export function typesOfSchema(schema: JsonSchema, root: JsonSchema = schema): readonly Type[] {
  let known = cache.get(root);
  if (known === undefined) cache.set(root, (known = new WeakMap()));
  let types = known.get(schema);
  if (types === undefined) known.set(schema, (types = read(schema, root, 0)));
  return types;
}

const cache = new WeakMap<JsonSchema, WeakMap<JsonSchema, readonly Type[]>>();

/** Unions or references nested deeper than this are not followed. */
const maxNesting = 12;
const unknown = [unknownType] as const;

function read(schema: JsonSchema, root: JsonSchema, nesting: number): readonly Type[] {
  if (nesting > maxNesting) return unknown;
  const resolved = mergeAll(resolveReference(schema, root), root);
  const options = resolved.anyOf ?? resolved.oneOf;
  if (options !== undefined) {
    const { anyOf: _, oneOf: __, ...rest } = resolved;
    return options.flatMap((option) => read(mergeAll({ allOf: [rest, option] }, root), root, nesting + 1));
  }
  if (resolved.const !== undefined) return [literalType(resolved.const, resolved)];
  if (resolved.enum !== undefined) return enumTypes(resolved.enum, resolved);
  const named = typeof resolved.type === 'string' ? [resolved.type] : (resolved.type ?? impliedTypes(resolved));
  return named.length === 0 ? unknown : named.map((name) => typeOf(name, resolved, root));
}

function impliedTypes({ properties, items }: JsonSchema): readonly JsonType[] {
  if (properties !== undefined) return ['object'];
  return items === undefined ? [] : ['array'];
}

function typeOf(name: JsonType, schema: JsonSchema, root: JsonSchema): Type {
  const unit = schema['x-unit'];
  switch (name) {
    case 'null':
      return nullType;
    case 'boolean':
      return { kind: 'boolean' };
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        schema,
        ...(name === 'integer' && { isInteger: true }),
        ...(unit !== undefined && { unit }),
      };
    case 'string': {
      const format = formatOf(schema);
      return { kind: 'string', schema, ...(format !== undefined && { format }), ...(unit !== undefined && { unit }) };
    }
    case 'array':
      return new SchemaList(schema, root);
    case 'object':
      return new SchemaObject(schema, root);
  }
}

function enumTypes(values: readonly unknown[], schema: JsonSchema): Type[] {
  const texts = values.filter((value) => typeof value === 'string');
  const others = values.filter((value) => typeof value !== 'string').map((value) => literalType(value, schema));
  return texts.length === 0 ? others : [{ kind: 'string', values: texts, schema }, ...others];
}

function literalType(value: unknown, schema: JsonSchema): Type {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', values: [value], schema };
    case 'number':
      return { kind: 'number', value, schema, ...(Number.isInteger(value) && { isInteger: true }) };
    case 'boolean':
      return { kind: 'boolean', value };
    default:
      return value === null ? nullType : unknownType;
  }
}

/** Fields are read on demand, because schemas may be recursive. */
class SchemaObject implements ObjectType {
  readonly kind = 'object';
  readonly isSource = true;
  readonly title: string;
  readonly isDeclared?: true;
  readonly custom?: readonly RegExp[];
  readonly rest: Value | undefined;
  readonly #schema: JsonSchema;
  readonly #root: JsonSchema;
  #fields: ReadonlyMap<string, Field> | undefined;

  constructor(schema: JsonSchema, root: JsonSchema) {
    this.#schema = schema;
    this.#root = root;
    this.title = schema.title ?? '';
    const { additionalProperties: more, patternProperties } = schema;
    if (patternProperties !== undefined)
      this.custom = Object.keys(patternProperties).flatMap((key) => regexOf(key) ?? []);
    if (more === undefined && schema.properties !== undefined) this.isDeclared = true;
    else if (typeof more === 'object') this.rest = valueOf(typesOfSchema(more, root), one | none);
    else if (more !== false) this.rest = unknownValue;
  }

  get fields(): ReadonlyMap<string, Field> {
    if (this.#fields !== undefined) return this.#fields;
    const { properties = {}, required } = this.#schema;
    const optional: Count = one | (required === undefined ? unstated : none);
    const entries = Object.entries(properties).map(([name, schema]): [string, Field] => {
      const value = valueOf(typesOfSchema(schema, this.#root), required?.includes(name) === true ? one : optional);
      const isReadOnly = resolveReference(schema, this.#root).readOnly === true;
      return [name, isReadOnly ? { value, isReadOnly } : { value }];
    });
    return (this.#fields = new Map(entries));
  }
}

class SchemaList implements ListType {
  readonly kind = 'list';
  readonly isSource = true;
  readonly #schema: JsonSchema;
  readonly #root: JsonSchema;
  #items: Value | undefined;

  constructor(schema: JsonSchema, root: JsonSchema) {
    this.#schema = schema;
    this.#root = root;
  }

  get items(): Value {
    return (this.#items ??= this.#read());
  }

  #read(): Value {
    const { items, prefixItems = [], minItems = 0, maxItems = Infinity } = this.#schema;
    if (maxItems <= 0) return nothing;
    const count = (minItems === 0 ? unstated : 0) | (minItems <= 1 ? one : 0) | (maxItems > 1 ? many : 0);
    const parts = items === undefined ? prefixItems : [...prefixItems, items];
    const types = parts.flatMap((part) => typesOfSchema(part, this.#root));
    return valueOf(types.length === 0 ? unknown : types, count);
  }
}
