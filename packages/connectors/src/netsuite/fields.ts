import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field, readOnly } from '../kit/field.ts';

/** A reference to another record: `{ "id": "1" }`, or `{ "externalId": "…" }` when only our own key is known. */
export const reference = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.object(
    title,
    description,
    {
      id: field.text('Internal id', `NetSuite’s id of the ${title.toLowerCase()}.`),
      externalId: field.text(
        'External id',
        'Key another system gave the record; can stand in for the internal id in a write.',
      ),
      refName: field.text('Name', 'Display name, filled in by NetSuite.', readOnly),
    },
    more,
  );

/** A list inside a record: always wrapped as `{ "items": [...] }`. */
export const sublist = (title: string, description: string, lines: Readonly<Record<string, JsonSchema>>): JsonSchema =>
  field.object(title, description, {
    items: field.list('Lines', `Lines of ${title.toLowerCase()}.`, { type: 'object', properties: lines }),
  });

export const address = (title: string, description: string): JsonSchema =>
  field.object(title, description, {
    addressee: field.text('Addressee', 'Company name on the envelope.'),
    attention: field.text('Attention', 'Person or department.'),
    addr1: field.text('Street', 'First street line.', { maxLength: 150 }),
    addr2: field.text('Street 2', 'Second street line.', { maxLength: 150 }),
    city: field.text('City', 'Town.', { maxLength: 50 }),
    state: field.text('State', 'State, county or canton.', { maxLength: 50 }),
    zip: field.text('Postal code', 'Post code.', { maxLength: 36 }),
    country: field.object('Country', 'Country of the address.', {
      id: field.text('Country code', 'ISO 3166 two-letter code.', { pattern: '^[A-Z]{2}$' }),
      refName: field.text('Name', 'Country name, filled in by NetSuite.', readOnly),
    }),
  });

/** Fields that every record type of the story carries. */
export const systemFields = {
  id: field.text('Internal id', 'NetSuite’s own id of the record.', readOnly),
  externalId: field.text('External id', 'The one key an outside system may give the record; upserts match on it.', {
    maxLength: 255,
  }),
  lastModifiedDate: field.instant('Last modified', 'When the record last changed.', readOnly),
} as const satisfies Readonly<Record<string, JsonSchema>>;

export const platform = {
  read: { pageSize: 1000 },
  changes: { overlapMs: 300_000, isPartial: true },
} as const;

export const platformWrite = {
  operations: ['create', 'update', 'upsert', 'delete'],
  recognisesRepeats: true,
} as const;
