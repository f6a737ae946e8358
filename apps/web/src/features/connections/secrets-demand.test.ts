import { connectorCatalog } from '@throughline/connectors/catalog';
import { expect, test } from 'vitest';
import { secretsDemand } from './secrets-demand.ts';

const initial = {
  name: 'NetSuite',
  key: 'netsuite',
  settings: { accountId: '1234567', concurrency: 5 },
  authMethod: 'oauth2-m2m',
  secrets: {},
};
const known = ['algorithm', 'certificateId', 'clientId', 'privateKey'];
const demandOf = (changes: Partial<typeof initial>) =>
  secretsDemand(connectorCatalog.netsuite, initial, { ...initial, ...changes }, known);

test('a limit keeps the secrets', () => {
  expect(demandOf({ settings: { ...initial.settings, concurrency: 4 } })).toEqual({
    secretFields: known,
    why: undefined,
    values: {},
  });
});

test('another account asks for the secrets again, and fills in what has a default', () => {
  expect(demandOf({ settings: { ...initial.settings, accountId: '7654321' } })).toEqual({
    secretFields: known,
    why: 'Enter the secrets again, because the address changes.',
    values: { algorithm: 'PS256' },
  });
});

test('an address that was typed and emptied again keeps the secrets', () => {
  const settings = { ...initial.settings, baseUrl: '' };
  expect(demandOf({ settings }).why).toBeUndefined();
});

test('another way to sign in has no secrets yet', () => {
  const settings = { ...initial.settings, accountId: '7654321' };
  expect(demandOf({ settings, authMethod: 'tba' })).toEqual({ secretFields: [], why: undefined, values: {} });
});
