import type { JsonSchema, JsonType } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { Metadata } from './api.ts';

export function isCustomField(name: string): boolean {
  return /^cust(entity|body|col|item|event|record)/.test(name);
}

/**
 * The record type as this account has it: described in our words for known fields, and in the account's words for its
 * custom fields.
 */
export function toSchema(metadata: Metadata, object: ObjectManifest): JsonSchema {
  const known = object.schema.properties ?? {};
  const fields = Object.entries(metadata.properties)
    .filter(([name]) => Object.hasOwn(known, name) || isCustomField(name))
    .map(([name, property]): [string, JsonSchema] => [name, known[name] ?? customField(name, property)]);
  return { type: 'object', title: object.title, properties: Object.fromEntries(fields) };
}

const jsonTypes: ReadonlySet<string> = new Set<JsonType>(['string', 'number', 'integer', 'boolean', 'object', 'array']);

function customField(name: string, property: Metadata['properties'][string]): JsonSchema {
  const { type, format, title = name } = property;
  return {
    title,
    description: `Custom field “${title}” of this account.`,
    ...(type !== undefined && isJsonType(type) && { type }),
    ...((format === 'date' || format === 'date-time') && { format }),
  };
}

function isJsonType(type: string): type is JsonType {
  return jsonTypes.has(type);
}
