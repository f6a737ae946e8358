import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import { parseWire } from '../kit/parse-wire.ts';
import type { Call } from '../kit/session/system.ts';
import { root } from './addresses.ts';

const describeReply = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      length: z.number().optional(),
      createable: z.boolean(),
      updateable: z.boolean(),
      picklistValues: z.array(z.object({ value: z.string(), active: z.boolean().optional() })).optional(),
      restrictedPicklist: z.boolean().optional(),
    }),
  ),
});

type DescribedField = z.infer<typeof describeReply>['fields'][number];

/** Compound types. Their parts are separate fields. */
const COMPOUND_TYPES = new Set(['address', 'location', 'complexvalue']);

/**
 * The object as this org has it: the manifest's fields that exist here, in our words, and all custom fields in the
 * org's own. Other standard fields are left out, because an Account has sixty of them and nobody maps `Jigsaw`.
 */
export async function describe(call: Call, object: ObjectManifest): Promise<JsonSchema> {
  const path = `${root(call)}/sobjects/${encodeURIComponent(object.name)}/describe`;
  const { body } = await call.send({ method: 'GET', path, isRepeatable: true });
  const description = parseWire(describeReply, body, 'Salesforce', `describe ${object.name}`);
  const known = object.schema.properties ?? {};
  const fields = description.fields
    .filter(({ name, type }) => !COMPOUND_TYPES.has(type) && (Object.hasOwn(known, name) || name.endsWith('__c')))
    .map((field): [string, JsonSchema] => [field.name, merge(known[field.name], field)]);
  return { type: 'object', title: object.title, properties: Object.fromEntries(fields) };
}

function merge(known: JsonSchema | undefined, field: DescribedField): JsonSchema {
  const {
    enum: _choices,
    readOnly: _readOnly,
    ...words
  } = known ?? {
    title: field.label,
    description: `Custom field “${field.label}” of this org.`,
  };
  const isReadOnly = !field.createable && !field.updateable;
  return { ...wireType(field), ...choices(field), ...words, ...(isReadOnly && { readOnly: true }) };
}

function choices({ restrictedPicklist, picklistValues }: DescribedField): JsonSchema {
  if (restrictedPicklist !== true || picklistValues === undefined) return {};
  return { enum: picklistValues.filter(({ active }) => active !== false).map(({ value }) => value) };
}

function wireType({ type, length }: DescribedField): JsonSchema {
  switch (type) {
    case 'boolean':
      return { type: 'boolean' };
    case 'int':
    case 'long':
      return { type: 'integer' };
    case 'double':
    case 'currency':
    case 'percent':
      return { type: 'number' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    default:
      return { type: 'string', ...(length !== undefined && length > 0 && { maxLength: length }) };
  }
}
