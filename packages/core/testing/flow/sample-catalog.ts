import type { ConnectorCatalog, ObjectManifest } from '../../src/connector/manifest.ts';
import type { JsonSchema } from '../../src/connector/json-schema.ts';

/*
 * Two invented systems that show what a catalogue can describe. They are for tests; the real ones come from the
 * connectors.
 */

const text: JsonSchema = { type: 'string' };

const readOnlyObject = (name: string, schema: JsonSchema, rest: Partial<ObjectManifest>): ObjectManifest => ({
  name,
  title: name,
  description: `A ${name.toLowerCase()}.`,
  schema,
  identity: { field: 'Id' },
  lookupFields: ['Id'],
  read: { pageSize: 100 },
  ...rest,
});

const deal = readOnlyObject(
  'Deal',
  {
    type: 'object',
    properties: {
      Id: { ...text, readOnly: true },
      Name: text,
      Stage: text,
      Amount: { type: 'number' },
      AccountId: text,
      Account: { type: 'object', properties: { Name: text, Code: text } },
    },
  },
  {
    lookupFields: ['Id', 'Name'],
    children: { lines: { object: 'Line', foreignKey: 'DealId' } },
    changes: { overlapMs: 60_000 },
  },
);

const line = readOnlyObject('Line', { type: 'object', properties: { Id: text, DealId: text, Hours: text } }, {});

const customer = readOnlyObject(
  'customer',
  {
    type: 'object',
    properties: {
      id: { ...text, readOnly: true },
      externalId: text,
      companyName: text,
      taxNumber: text,
      subsidiary: { type: 'object', properties: { id: text } },
      addresses: { type: 'array', items: { type: 'object', properties: { city: text } } },
    },
  },
  {
    identity: { field: 'id', external: 'externalId' },
    lookupFields: ['externalId', 'taxNumber'],
    entity: 'customer',
    write: {
      operations: ['create', 'update', 'upsert'],
      recognisesRepeats: true,
      requiredOnCreate: ['companyName', 'subsidiary'],
    },
  },
);

const system = {
  version: '1.0.0',
  settings: { type: 'object' },
  auth: [],
  limits: { concurrency: 5, requestsPerSecond: 10 },
  errorCodes: {},
  quirks: [],
} as const;

export const sampleCatalog: ConnectorCatalog = {
  sales: {
    ...system,
    id: 'sales',
    title: 'Sample Sales',
    monogram: 'SA',
    category: 'crm',
    objects: { Deal: deal, Line: line },
    customFields: '__x$',
    webhook: { objects: ['Deal'] },
  },
  ledger: {
    ...system,
    id: 'ledger',
    title: 'Sample Ledger',
    monogram: 'LE',
    category: 'erp',
    objects: { customer },
    customFields: '^own_',
  },
};
