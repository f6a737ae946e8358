import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { checkFields } from './manifest-fields.ts';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    baseUrl: { type: 'string', title: 'Address', format: 'uri' },
    version: { type: 'string', title: 'Version', pattern: '^\\d+\\.0$', default: '66.0' },
    secret: { type: 'string', title: 'Secret', format: 'password' },
    region: { type: 'string', title: 'Region', enum: ['eu', 'us'] },
  },
  required: ['baseUrl', 'secret'],
};

describe('the values of a connection form', () => {
  it('are valid when required ones are present and all have the right format', () => {
    expect(checkFields(schema, { baseUrl: 'https://a.example', secret: 'x', region: 'eu' })).toEqual([]);
  });

  it('may leave out a secret that is already set', () => {
    expect(checkFields(schema, { baseUrl: 'https://a.example' }, new Set(['secret']))).toEqual([]);
  });

  it('are reported one by one when invalid', () => {
    expect(checkFields(schema, { baseUrl: 'javascript:alert(1)', version: 'new', region: 'mars', other: 1 })).toEqual([
      { field: 'other', message: 'There is no such field.' },
      { field: 'baseUrl', message: 'Address is an address such as https://example.com.' },
      { field: 'version', message: 'Version has another form, for example 66.0.' },
      { field: 'secret', message: 'Secret is needed.' },
      { field: 'region', message: 'Region is one of eu, us.' },
    ]);
  });
});
