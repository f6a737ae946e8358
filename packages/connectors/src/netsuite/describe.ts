import type { JsonSchema, JsonType } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { parseWire } from '../kit/parse-wire.ts';
import type { Call } from '../kit/session/system.ts';

const metadataReply = z.object({
  properties: z.record(
    z.string(),
    z.object({ title: z.string().optional(), type: z.string().optional(), format: z.string().optional() }).loose(),
  ),
});
type Metadata = z.infer<typeof metadataReply>;

export function isCustomField(name: string): boolean {
  return /^cust(entity|body|col|item|event|record)/.test(name);
}

/**
 * The record type as this account has it: described in our words for known fields, and in the account's words for its
 * custom fields.
 */
export async function describe(call: Call, object: ObjectManifest): Promise<JsonSchema> {
  const { body } = await call.send({
    method: 'GET',
    path: `/services/rest/record/v1/metadata-catalog/${object.name}`,
    headers: { accept: 'application/schema+json' },
    isRepeatable: true,
  });
  const metadata = parseWire(metadataReply, body, 'NetSuite', `describe ${object.name}`);
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
