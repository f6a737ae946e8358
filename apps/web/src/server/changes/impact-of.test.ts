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

const mapping = (text: string) => ({ format: 1, text, source: { kind: 'any' }, target: { kind: 'any' }, tests: [] });

const surroundings = [
  named('flow', 'handoff', flow(writes('netsuite', 'to-customer'))),
  named('flow', 'invoices', flow(writes('erp', 'to-invoice'))),
  named('mapping', 'to-customer', mapping('{ "terms": $valueMap("terms", Terms) }')),
  named('mapping', 'to-invoice', mapping('{ "note": "terms" }')),
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

it('uses the new version of a flow, not the old one', () => {
  const after = flow(writes('psa', 'to-project'));
  expect(impactOf([{ kind: 'flow', key: 'handoff', after }], surroundings)).toEqual({
    flows: ['handoff'],
    connections: ['psa'],
  });
});

it('finds a value map that an expression of a step looks up', () => {
  const looking = flow([
    {
      id: 'stop',
      name: 'Stop',
      kind: 'raise',
      config: { code: 'X', message: '$valueMap("regions", $trigger.country)' },
    },
  ]);
  expect(impactOf([{ kind: 'value-map', key: 'regions', after: {} }], [named('flow', 'router', looking)])).toEqual({
    flows: ['router'],
    connections: [],
  });
});
