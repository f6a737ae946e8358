import type { JsonSchema } from '../connector/json-schema.ts';
import { fieldsOf, listItems } from './schema-fields.ts';

/** Deeper values are left open. */
const maxDepth = 8;

/** A schema whose open parts get their shape from a sample: what a mapping can read where nothing is declared. */
export function fillOpen(schema: JsonSchema, sample: unknown, depth = 0): JsonSchema {
  if (depth > maxDepth || sample === undefined || sample === null) return schema;
  const fields = fieldsOf(schema);
  if (fields.length > 0) {
    const values = Array.isArray(sample) ? sample[0] : sample;
    const properties = Object.fromEntries(
      fields.map(({ name, schema: field }) => [name, fillOpen(field, valueOf(values, name), depth + 1)]),
    );
    const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
    const object: JsonSchema = { ...described(schema), type: 'object', properties, required };
    return listItems(schema) === undefined ? object : { ...described(schema), type: 'array', items: object };
  }
  const isOpen = schema.type === undefined || schema.type === 'object' || schema.type === 'array';
  return isOpen && schema.enum === undefined ? { ...described(schema), ...inferSchema(sample, depth) } : schema;
}

function inferSchema(value: unknown, depth: number): JsonSchema {
  if (Array.isArray(value)) {
    return { type: 'array', items: value[0] === undefined || depth > maxDepth ? {} : inferSchema(value[0], depth + 1) };
  }
  switch (typeof value) {
    case 'string':
      return { type: 'string' };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'object': {
      if (value === null || depth > maxDepth) return {};
      const properties = Object.entries(value).map(([name, field]) => [name, inferSchema(field, depth + 1)] as const);
      return { type: 'object', properties: Object.fromEntries(properties) };
    }
    default:
      return {};
  }
}

const described = ({ title, description }: JsonSchema): JsonSchema => ({
  ...(title === undefined ? {} : { title }),
  ...(description === undefined ? {} : { description }),
});

const valueOf = (record: unknown, name: string): unknown =>
  typeof record === 'object' && record !== null ? (record as Readonly<Record<string, unknown>>)[name] : undefined;
