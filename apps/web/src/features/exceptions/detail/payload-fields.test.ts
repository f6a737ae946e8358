import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { emptyFirst, inOrder, payloadFields, withField } from './payload-fields.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    Name: { type: 'string', title: 'Opportunity name' },
    Terms__c: { type: 'string', title: 'Billing terms', description: 'Days to pay.', enum: ['Net 14', 'Net 30'] },
    Start__c: { type: 'string', title: 'Project start', format: 'date' },
  },
};

const payload = { Name: 'ACME', corrections: { Terms__c: null, Start__c: '2026-12-01' }, lines: [{ a: 1 }], own: 3 };

describe('the fields of a payload', () => {
  it('are its scalar values, named after the object they come from', () => {
    expect(payloadFields(payload, schema)).toEqual([
      { path: ['Name'], title: 'Opportunity name', value: 'ACME', choices: [] },
      {
        path: ['corrections', 'Terms__c'],
        title: 'Billing terms',
        description: 'Days to pay.',
        value: null,
        choices: ['Net 14', 'Net 30'],
      },
      { path: ['corrections', 'Start__c'], title: 'Project start', value: '2026-12-01', choices: [], format: 'date' },
      { path: ['own'], title: 'own', value: 3, choices: [] },
    ]);
  });

  it('are none when the payload is no object', () => {
    expect([payloadFields([1, 2], schema), payloadFields('text', undefined)]).toEqual([[], []]);
  });
});

it('replaces one value and keeps the rest, order included', () => {
  const changed = withField(payload, ['corrections', 'Terms__c'], 'Net 30');
  expect(JSON.stringify(changed)).toBe(
    '{"Name":"ACME","corrections":{"Terms__c":"Net 30","Start__c":"2026-12-01"},"lines":[{"a":1}],"own":3}',
  );
  expect(payload.corrections.Terms__c).toBeNull();
});

it('shows empty values first, and keeps that order while they are filled in', () => {
  const order = emptyFirst(payloadFields(payload, schema));
  const edited = withField(payload, ['corrections', 'Terms__c'], 'Net 30');
  expect(inOrder(payloadFields(edited, schema), order).map(({ title }) => title)).toEqual([
    'Billing terms',
    'Opportunity name',
    'Project start',
    'own',
  ]);
});
