import { expect, it } from 'vitest';
import type { FlowInput } from '@throughline/core/flow';
import { impactOf, type NamedDocument } from './impact-of.ts';

const flow = (body: FlowInput['body']): FlowInput => ({
  format: 1,
  trigger: { kind: 'manual', name: 'By hand' },
  body,
});

const writes = (connection: string, mapping: string): FlowInput['body'] => [
  {
    id: 'write',
    name: 'Write',
    kind: 'write',
    config: { connection, object: 'customer', operation: 'upsert', identity: { externalId: '$trigger.id' }, mapping },
  },
];

const named = (kind: NamedDocument['kind'], key: string, document: unknown): NamedDocument => ({
  definitionId: key,
  kind,
  key,
  document,
});

const surroundings = [
  named('flow', 'handoff', flow(writes('netsuite', 'to-customer'))),
  named('flow', 'invoices', flow(writes('erp', 'to-invoice'))),
  named('mapping', 'to-customer', { text: '{ "terms": $valueMap("terms", Terms) }' }),
  named('mapping', 'to-invoice', { text: '{}' }),
];

it('follows a mapping to the flows that use it and what they write to', () => {
  expect(impactOf([{ kind: 'mapping', key: 'to-invoice', after: {} }], surroundings)).toEqual({
    flows: ['invoices'],
    connections: ['erp'],
  });
});

it('follows a value map through a mapping to a flow', () => {
  expect(impactOf([{ kind: 'value-map', key: 'terms', after: {} }], surroundings)).toEqual({
    flows: ['handoff'],
    connections: ['netsuite'],
  });
});

it('takes a flow as it will be, not as it was', () => {
  const after = flow(writes('psa', 'to-project'));
  expect(impactOf([{ kind: 'flow', key: 'handoff', after }], surroundings)).toEqual({
    flows: ['handoff'],
    connections: ['psa'],
  });
});
