import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { expect, test } from 'vitest';
import { fillOpen } from '@throughline/core/mapping/infer-schema';
import { schemaSample } from './samples/schema-sample.ts';

const source: JsonSchema = {
  type: 'object',
  properties: {
    deal: {
      type: 'object',
      properties: {
        Name: { type: 'string', examples: ['ACME'] },
        Lines: {
          type: 'array',
          items: { type: 'object', properties: { Id: { type: 'string' }, Qty: { type: 'number' } } },
        },
      },
    },
    extra: {},
  },
};

test('the sample gives open parts of a schema their shape, and declared parts stay as they are', () => {
  const sample = { deal: { Name: 'x', Lines: [{ Id: '1', Other: true }] }, extra: { code: 'A', tags: ['t'] } };
  const filled = fillOpen(source, sample);
  expect(filled.properties?.['extra']).toEqual({
    type: 'object',
    properties: { code: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
  });
  expect(Object.keys(filled.properties?.['deal']?.properties ?? {})).toEqual(['Name', 'Lines']);
  expect(filled.properties?.['deal']?.properties?.['Lines']?.type).toBe('array');
  expect(fillOpen({}, undefined)).toEqual({});
});

test('a record is invented from examples, or else from types', () => {
  expect(schemaSample(source)).toEqual({ deal: { Name: 'ACME', Lines: [{ Id: 'text', Qty: 1 }] }, extra: 'text' });
});
