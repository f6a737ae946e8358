import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { findStep } from '@throughline/core/flow/walk';
import { expect, test } from 'vitest';
import { fieldsOf, schemaAt } from '@throughline/core/mapping/schema-fields';
import { mappingDocument } from '@throughline/core/mapping/document';
import { designerData } from './designer-data.ts';
import { mappedBefore, scopeOfStep, stepsBefore } from './flow-scope.ts';
import { usesOf } from './uses-of.ts';

const mapping = mappingDocument.parse({
  format: 1,
  text: '{ "id": $valueMap("codes", Id) }',
  source: { kind: 'any' },
  target: { kind: 'entity', entity: 'contract' },
  tests: [],
});

const data = designerData(
  {
    connections: [{ key: 'crm', name: 'CRM', system: 'salesforce', state: 'connected' }],
    definitions: [
      { id: '1', kind: 'mapping', key: 'to-contract', name: 'To contract', document: mapping, isDraft: true },
    ],
  },
  'deal',
);

const map = (id: string) => ({
  id,
  name: id,
  kind: 'map' as const,
  config: { mapping: 'to-contract', input: '$trigger' },
});

const flow: FlowDocument = flowSchema.parse({
  format: 1,
  trigger: { kind: 'webhook', name: 'Deal', connection: 'crm', object: 'Opportunity' },
  body: [
    {
      id: 'read',
      name: 'Read',
      kind: 'read',
      config: { connection: 'crm', object: 'Opportunity', find: { by: 'list', where: {} } },
    },
    map('contract'),
    {
      id: 'way',
      name: 'Way',
      kind: 'branch',
      config: { cases: [{ slot: 'gb', title: 'GB', when: 'true' }] },
      bodies: { gb: [map('a'), map('b')], otherwise: [map('c')] },
    },
    {
      id: 'loop',
      name: 'Loop',
      kind: 'for-each',
      config: { items: '$steps.contract.lines' },
      bodies: { each: [map('line')] },
    },
    { ...map('last'), bodies: { onError: [map('tell')] } },
  ],
});

const before = (id: string) => {
  const place = findStep(flow.body, id);
  return place && stepsBefore(flow, place).map(({ step }) => step.id);
};

const variable = (id: string, name: string) => scopeOfStep(flow, id, data).variables?.[name]?.schema;

test('a step sees earlier steps, but neither the other cases of a branch nor the inside of a loop', () => {
  expect(before('b')).toEqual(['read', 'contract', 'a']);
  expect(before('c')).toEqual(['read', 'contract']);
  expect(before('last')).toEqual(['read', 'contract', 'way', 'a', 'b', 'c', 'loop']);
});

test('earlier steps that map something are known by path and name, the nearest first', () => {
  expect(mappedBefore(flow, 'b')).toEqual([
    { path: '$steps.a', name: 'a' },
    { path: '$steps.contract', name: 'contract' },
  ]);
  expect(mappedBefore(flow, 'nowhere')).toEqual([]);
});

test('the trigger, records read and mapped entities offer their fields', () => {
  const trigger = variable('last', 'trigger');
  expect(fieldsOf(trigger).map(({ name }) => name)).toContain('StageName');
  const steps = variable('last', 'steps');
  expect(steps && schemaAt(steps, ['contract', 'totalAmount', 'currency'])).toBeDefined();
  expect(steps && fieldsOf(schemaAt(steps, ['read'])).map(({ name }) => name)).toContain('Amount');
});

test('the result of a step is called what the author calls the step', () => {
  expect(variable('b', 'steps')?.properties).toMatchObject({
    read: { title: 'Read' },
    contract: { title: 'contract' },
  });
});

test('inside a loop the item has the list’s fields, and $error exists only in error lanes', () => {
  expect(fieldsOf(variable('line', 'item')).map(({ name }) => name)).toContain('unitPrice');
  expect(variable('last', 'item')).toBeUndefined();
  expect(fieldsOf(variable('tell', 'error')).map(({ name }) => name)).toEqual(['code', 'message', 'step']);
  expect(variable('last', 'error')).toBeUndefined();
});

test('a flow uses its mappings and the value maps that they refer to', () => {
  expect(usesOf(flow, data.validation)).toEqual(['mapping:to-contract', 'value-map:codes']);
});
