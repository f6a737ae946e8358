import type { SourceRecord } from '@throughline/core/connector';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { parseWire } from '../kit/parse-wire.ts';
import type { Call } from '../kit/session/system.ts';

const propertiesReply = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      hubspotDefined: z.boolean().optional(),
      archived: z.boolean().optional(),
      options: z.array(z.object({ value: z.string(), hidden: z.boolean().optional() })).optional(),
      modificationMetadata: z.object({ readOnlyValue: z.boolean().optional() }).optional(),
    }),
  ),
});

type Property = z.infer<typeof propertiesReply>['results'][number];

/** Fields of ours that are no properties of HubSpot's. */
const OURS: ReadonlySet<string> = new Set(['id', 'dealId']);

export function isOurs(name: string): boolean {
  return OURS.has(name);
}

/** The object as this account has it: the manifest’s fields that exist here, and all custom properties. */
export async function describe(call: Call, object: ObjectManifest): Promise<JsonSchema> {
  const known = object.schema.properties ?? {};
  if (known['createdate'] === undefined) return object.schema;
  const path = `/crm/v3/properties/${object.name}`;
  const { body } = await call.send({ method: 'GET', path, isRepeatable: true });
  const { results } = parseWire(propertiesReply, body, 'HubSpot', `describe ${object.name}`);
  const ours = Object.entries(known).filter(([name]) => isOurs(name));
  const theirs = results
    .filter(({ name, hubspotDefined }) => Object.hasOwn(known, name) || hubspotDefined !== true)
    .map((property): [string, JsonSchema] => [property.name, toSchema(known[property.name], property)]);
  return { type: 'object', title: object.title, properties: Object.fromEntries([...ours, ...theirs]) };
}

/** The names of an object’s properties, which every request has to ask for. */
export function propertiesOf({ properties = {} }: JsonSchema): readonly string[] {
  return Object.keys(properties).filter((name) => !isOurs(name));
}

export function fromProperty(value: unknown, schema: JsonSchema | undefined): unknown {
  return schema?.type === 'boolean' && typeof value === 'string' ? value === 'true' : value;
}

/** Property values as HubSpot takes them: texts, and an empty one clears. */
export function toProperties(record: SourceRecord): Readonly<Record<string, string>> {
  const entries = Object.entries(record).map(([name, value]) => [
    name,
    value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return Object.fromEntries(entries);
}

function toSchema(known: JsonSchema | undefined, { label, type, options, modificationMetadata }: Property): JsonSchema {
  const choices = options?.filter(({ hidden }) => hidden !== true).map(({ value }) => value) ?? [];
  const isReadOnly = modificationMetadata?.readOnlyValue === true;
  return {
    ...(known ?? { ...wireType(type), title: label, description: `Custom property “${label}” of this account.` }),
    ...(type === 'enumeration' && choices.length > 0 && known?.enum !== undefined && { enum: choices }),
    ...(isReadOnly && { readOnly: true }),
  };
}

function wireType(type: string): JsonSchema {
  switch (type) {
    case 'bool':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    default:
      return { type: 'string' };
  }
}
