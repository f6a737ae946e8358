import { sampleCatalog } from './sample-catalog.ts';
import { flowSchema, valueMapSchema } from '../../src/flow/definition.ts';
import { mappingDocument } from '../../src/mapping/document.ts';
import type { ValidationContext } from '../../src/flow/validation-context.ts';

/* A flow without problems, and its surroundings. Each case breaks one thing in it. */

const mapping = (text: string) =>
  mappingDocument.parse({
    format: 1,
    text,
    source: { kind: 'any' },
    target: { kind: 'object', system: 'ledger', object: 'customer' },
    tests: [],
  });

export const called = flowSchema.parse({
  format: 1,
  trigger: { kind: 'call', name: 'Called' },
  body: [{ id: 'answer', kind: 'respond', name: 'Answer', config: { body: '$trigger' } }],
});

export const sampleContext: ValidationContext = {
  catalog: sampleCatalog,
  entities: { customer: { current: '1.0.0', versions: { '1.0.0': { type: 'object' } } } },
  mappings: {
    'deal-to-customer': mapping('{ "companyName": Account.Name, "subsidiary": { "id": "1" } }'),
    'deal-to-nothing': mapping('{ "taxNumber": Tax, "id": Id, "colour": "red", "subsidiary": { "name": "x" } }'),
  },
  valueMaps: { terms: valueMapSchema.parse({ format: 1, entries: [{ key: 'a', value: 'b' }] }) },
  flows: { called },
  connections: [
    { key: 'crm', system: 'sales' },
    { key: 'erp', system: 'ledger' },
  ],
  flowKey: 'sample',
};

const readDeal = () => ({
  id: 'readDeal',
  kind: 'read',
  name: 'Read deal',
  config: { connection: 'crm', object: 'Deal', find: { by: 'id', value: '$trigger.Id' }, include: ['lines'] },
});

export const validFlow = () => ({
  format: 1,
  trigger: { kind: 'webhook', name: 'Deal won', connection: 'crm', object: 'Deal', when: 'Stage = "Won"' },
  settings: { businessKey: '$trigger.Id' },
  body: [
    readDeal(),
    {
      id: 'route',
      kind: 'branch',
      name: 'Big?',
      config: { cases: [{ slot: 'big', title: 'Big', when: '$steps.readDeal.Amount > 10' }] },
      bodies: {
        big: [{ id: 'look', kind: 'lookup', name: 'Look up', config: { valueMap: 'terms', key: '$trigger.Terms__x' } }],
        otherwise: [],
      },
    },
    {
      id: 'eachLine',
      kind: 'for-each',
      name: 'Each line',
      config: { items: '$steps.readDeal.lines', itemKey: '$item.Id' },
      bodies: {
        each: [
          {
            id: 'tell',
            kind: 'notify',
            name: 'Tell',
            config: { to: '"operator"', subject: '$item.Hours', body: '$index' },
          },
        ],
      },
    },
    {
      id: 'writeCustomer',
      kind: 'write',
      name: 'Write customer',
      config: {
        connection: 'erp',
        object: 'customer',
        operation: 'upsert',
        identity: { externalId: '$steps.readDeal.Id', entity: 'customer', canonicalId: '$steps.readDeal.Id' },
        mapping: 'deal-to-customer',
        input: '$steps.readDeal',
      },
      bodies: {
        onError: [
          {
            id: 'warn',
            kind: 'notify',
            name: 'Warn',
            config: { to: '"operator"', subject: '$error.code', body: '$steps.writeCustomer.error' },
          },
        ],
      },
    },
    { id: 'sub', kind: 'call', name: 'Sub-flow', config: { flow: 'called', input: '$steps.writeCustomer.id' } },
  ],
});
