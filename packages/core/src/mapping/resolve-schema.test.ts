import { expect, test } from 'vitest';
import type { ConnectorManifest } from '../connector/manifest.ts';
import { resolveSchema, type SchemaSources } from './resolve-schema.ts';

const order = { type: 'object', properties: { Id: { type: 'string' } } } as const;
const line = { type: 'object', properties: { Sku: { type: 'string' } } } as const;
const contract = { type: 'object', properties: { name: { type: 'string' } } } as const;

const shared = { description: '', identity: { field: 'Id' }, lookupFields: [] } as const;
const read = { pageSize: 10 } as const;
const crm: ConnectorManifest = {
  id: 'crm',
  version: '1.0.0',
  title: 'CRM',
  monogram: 'CR',
  category: 'crm',
  settings: {},
  auth: [],
  objects: {
    Order: {
      ...shared,
      read,
      name: 'Order',
      title: 'Order',
      schema: order,
      children: { lines: { object: 'Line', foreignKey: 'OrderId' } },
    },
    Line: { ...shared, read, name: 'Line', title: 'Line', schema: line },
  },
  limits: { concurrency: 1, requestsPerSecond: 1 },
  errorCodes: {},
  quirks: [],
};
const sources: SchemaSources = {
  catalog: { crm },
  entities: { contract: { current: '1.0.0', versions: { '1.0.0': contract } } },
};

test('an entity resolves to its current version unless one is named', () => {
  expect(resolveSchema({ kind: 'entity', entity: 'contract' }, sources)).toEqual({ schema: contract, problems: [] });
});

test('an object resolves with the child lists that the reference includes', () => {
  expect(resolveSchema({ kind: 'object', system: 'crm', object: 'Order', include: ['lines'] }, sources)).toEqual({
    schema: { type: 'object', properties: { Id: { type: 'string' }, lines: { type: 'array', items: line } } },
    problems: [],
  });
});

test('a bundle resolves with its lists', () => {
  const ref = {
    kind: 'bundle',
    parts: {
      contract: { kind: 'entity', entity: 'contract' },
      orders: { list: { kind: 'object', system: 'crm', object: 'Order' } },
    },
  } as const;
  expect(resolveSchema(ref, sources)).toEqual({
    schema: { type: 'object', properties: { contract, orders: { type: 'array', items: order } } },
    problems: [],
  });
});

test('anything stays open', () => {
  expect(resolveSchema({ kind: 'any' }, sources)).toEqual({ schema: {}, problems: [] });
});

test('unknown parts are listed with their pointer, and the rest still resolves', () => {
  const ref = {
    kind: 'bundle',
    parts: {
      a: { kind: 'entity', entity: 'contrakt' },
      b: { kind: 'entity', entity: 'contract', version: '9.0.0' },
      c: { list: { kind: 'object', system: 'erp', object: 'Order' } },
      d: { kind: 'object', system: 'crm', object: 'Ordr' },
      'e/f': { kind: 'object', system: 'crm', object: 'Order', include: ['notes'] },
      g: { kind: 'entity', entity: 'contract' },
    },
  } as const;
  expect(resolveSchema(ref, sources)).toEqual({
    schema: {
      type: 'object',
      properties: {
        a: {},
        b: {},
        c: { type: 'array', items: {} },
        d: {},
        'e/f': { type: 'object', properties: { Id: { type: 'string' }, notes: { type: 'array', items: {} } } },
        g: contract,
      },
    },
    problems: [
      {
        pointer: '/parts/a/entity',
        code: 'UNKNOWN_ENTITY',
        message: 'There is no entity "contrakt". Known: contract.',
      },
      {
        pointer: '/parts/b/version',
        code: 'UNKNOWN_ENTITY_VERSION',
        message: 'The entity "contract" has no version 9.0.0. Known: 1.0.0.',
      },
      { pointer: '/parts/c/list/system', code: 'UNKNOWN_SYSTEM', message: 'There is no system "erp". Known: crm.' },
      { pointer: '/parts/d/object', code: 'UNKNOWN_OBJECT', message: 'CRM has no object "Ordr". Known: Line, Order.' },
      {
        pointer: '/parts/e~1f/include/0',
        code: 'UNKNOWN_CHILD',
        message: 'Order has no child list "notes". Known: lines.',
      },
    ],
  });
});

test('a system that allows custom fields says how they are named', () => {
  const catalog = { crm: { ...crm, customFields: '__c$' } };
  const ref = { kind: 'object', system: 'crm', object: 'Order', include: ['lines'] } as const;
  const patternProperties = { __c$: {} };
  expect(resolveSchema(ref, { ...sources, catalog })).toEqual({
    schema: {
      type: 'object',
      properties: { Id: { type: 'string' }, lines: { type: 'array', items: { ...line, patternProperties } } },
      patternProperties,
    },
    problems: [],
  });
});
