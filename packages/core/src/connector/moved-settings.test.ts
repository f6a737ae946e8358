import { expect, test } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { movedSettings } from './moved-settings.ts';

const schema: JsonSchema = {
  properties: {
    baseUrl: { type: 'string', default: 'https://api.example' },
    account: { type: 'string' },
    limit: { type: 'integer', 'x-moves-nothing': true },
  },
};

test.each([
  ['another address', { baseUrl: 'https://a.example' }, { baseUrl: 'https://b.example' }, ['baseUrl']],
  ['an address instead of the default', {}, { baseUrl: 'https://b.example' }, ['baseUrl']],
  ['the default, written out', {}, { baseUrl: 'https://api.example' }, []],
  ['an account that is removed', { account: '1' }, {}, ['account']],
  ['a limit', { limit: 1 }, { limit: 2 }, []],
  ['a setting that nobody described', {}, { constructor: 'x' }, ['constructor']],
  ['nothing', { account: '1', limit: 1 }, { account: '1', limit: 1 }, []],
])('%s', (_what, before, after, moved) => {
  expect(movedSettings(schema, before, after)).toEqual(moved);
});
