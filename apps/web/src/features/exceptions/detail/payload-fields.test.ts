import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { causeOf, inOrder, payloadFields, typingFault, withField, worstFirst } from './payload-fields.ts';

const schema: JsonSchema = {
  type: 'object',
  required: ['Terms__c'],
  properties: {
    Name: { type: 'string', title: 'Opportunity name' },
    Terms__c: { type: 'string', title: 'Billing terms', description: 'Days to pay.', enum: ['Net 14', 'Net 30'] },
    Start__c: { type: 'string', title: 'Project start', format: 'date' },
  },
};

const object = { schema, identity: { field: 'Id' } };

const payload = { Name: 'ACME', corrections: { Terms__c: null, Start__c: '2026-12-01' }, lines: [{ a: 1 }], own: 3 };

describe('the fields of a payload', () => {
  it('are its scalar values, labelled like the fields of their object', () => {
    expect(payloadFields(payload, object)).toEqual([
      { path: ['Name'], title: 'Opportunity name', value: 'ACME', choices: [], isRequired: false, isRecordId: false },
      {
        path: ['corrections', 'Terms__c'],
        title: 'Billing terms',
        description: 'Days to pay.',
        value: null,
        choices: ['Net 14', 'Net 30'],
        isRequired: true,
        isRecordId: false,
      },
      {
        path: ['corrections', 'Start__c'],
        title: 'Project start',
        value: '2026-12-01',
        choices: [],
        format: 'date',
        isRequired: false,
        isRecordId: false,
      },
      { path: ['own'], title: 'own', value: 3, choices: [], isRequired: false, isRecordId: false },
    ]);
  });

  it('are empty when the payload is not an object', () => {
    expect([payloadFields([1, 2], object), payloadFields('text', undefined)]).toEqual([[], []]);
  });
});

it('replaces one value and keeps the rest, order included', () => {
  const changed = withField(payload, ['corrections', 'Terms__c'], 'Net 30');
  expect(JSON.stringify(changed)).toBe(
    '{"Name":"ACME","corrections":{"Terms__c":"Net 30","Start__c":"2026-12-01"},"lines":[{"a":1}],"own":3}',
  );
  expect(payload.corrections.Terms__c).toBeNull();
});

it('shows the fields that stopped the record first, then empty ones, and keeps that order during editing', () => {
  const causes = [{ field: 'Start__c', message: 'The project starts too late.' }];
  const whole = { Id: '006', ...payload };
  const order = worstFirst(payloadFields(whole, object), causes);
  const edited = withField(whole, ['corrections', 'Terms__c'], 'Net 30');
  expect(inOrder(payloadFields(edited, object), order).map(({ title }) => title)).toEqual([
    'Project start',
    'Billing terms',
    'Opportunity name',
    'own',
    'Id',
  ]);
});

it('names the rule that a field broke, wherever the field is in the payload', () => {
  const causes = [{ field: 'Terms__c', message: 'Terms missing.' }];
  expect(payloadFields(payload, object).map((field) => causeOf(field, causes))).toEqual([
    undefined,
    'Terms missing.',
    undefined,
    undefined,
  ]);
});

it('distinguishes the record id, which nobody may change, from nested fields with the same name', () => {
  const fields = payloadFields({ Id: '006', line: { Id: '00k' } }, object);
  expect(fields.map(({ path, isRecordId }) => [path.join('.'), isRecordId])).toEqual([
    ['Id', true],
    ['line.Id', false],
  ]);
});

it.each([
  ['2026-12-31', undefined],
  [null, undefined],
  ['12/31/2026', 'Write the date as year-month-day, such as 2026-12-31.'],
  ['2026-02-30', 'Write the date as year-month-day, such as 2026-12-31.'],
])('the date %j is told as %j', (value, fault) => {
  const [field] = payloadFields({ Start__c: value }, object);
  expect(field && typingFault(field)).toBe(fault);
});
