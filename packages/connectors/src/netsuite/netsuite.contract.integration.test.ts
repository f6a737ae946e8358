import { generateKeyPairSync } from 'node:crypto';
import type { OpenConnection } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { describe, expect, it } from 'vitest';
import { connectorRegistry } from '../registry.ts';
import { describeConnectorContract } from '../../testing/contract-suite.ts';
import { sandboxControl } from '../../testing/sandbox-control.ts';
import { createTestDependencies } from '../../testing/test-dependencies.ts';

const connector = connectorRegistry.netsuite;
const publicKeyEncoding = { type: 'spki', format: 'pem' } as const;
const privateKeyEncoding = { type: 'pkcs8', format: 'pem' } as const;
const rsa = () => generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding, privateKeyEncoding });
const keys = rsa();
const stranger = rsa();

function connection(url: string, auth: OpenConnection['auth']): OpenConnection {
  return { id: 'connection-1', system: 'netsuite', settings: { accountId: 'TSTDRV1234567', baseUrl: url }, auth };
}

const m2m = (privateKey: string, algorithm = 'PS256'): OpenConnection['auth'] => ({
  method: 'oauth2-m2m',
  fields: { clientId: 'sandbox-m2m-client', certificateId: 'sandbox-certificate', privateKey, algorithm },
});

const tba = (tokenSecret = 'sandbox-token-secret'): OpenConnection['auth'] => ({
  method: 'tba',
  fields: {
    consumerKey: 'sandbox-consumer-key',
    consumerSecret: 'sandbox-consumer-secret',
    tokenId: 'sandbox-token-id',
    tokenSecret,
  },
});

describeConnectorContract(
  {
    connector,
    connection: (url) => connection(url, m2m(keys.privateKey)),
    refusedConnection: (url) => connection(url, m2m(stranger.privateKey)),
    secrets: [keys.privateKey, stranger.privateKey],
    prepare: (control) => control.registerKey('sandbox-certificate', keys.publicKey),
    token: { path: '*/auth/oauth2/v1/token', lifetimeMs: 3_600_000, endedBy: 'ours' },
    object: 'customer',
    record: (name) => ({
      companyName: `Contract ${name}`,
      isPerson: false,
      subsidiary: { id: '2' },
      addressBook: { items: [{ label: 'Office', addressBookAddress: { city: 'Leeds', country: { id: 'GB' } } }] },
    }),
    nameField: 'companyName',
    count: async (control, key) => {
      const customers = await control.stored('customer');
      return customers.filter((each) => (each['values'] as { externalId?: string }).externalId === key).length;
    },
    writeRequest: {
      upsert: { method: 'PUT', path: '*/record/v1/customer/*' },
      create: { method: 'POST', path: '*/record/v1/customer' },
    },
    refused: { record: { subsidiary: { id: '999' } }, fields: ['subsidiary'] },
    hasBatches: false,
    paged: { object: 'serviceSaleItem', limit: 5, collection: 'serviceSaleItem' },
    pagedField: 'itemId',
    hasRetryAfter: true,
    showsDeletions: true,
  },
  async () => {
    const sandbox = await startSandbox();
    return { url: sandbox.netsuite.url, close: () => sandbox.close() };
  },
);

describe('NetSuite sign-in', () => {
  it.each([
    ['token-based authentication', tba(), true],
    ['token-based authentication with a wrong secret', tba('a-wrong-token-secret'), false],
  ])('works by %s', async (_name, auth, isOk) => {
    const sandbox = await startSandbox();
    const session = connector.open(connection(sandbox.netsuite.url, auth), createTestDependencies().dependencies);
    const outcome = await session.test();
    const found = await session
      .list({ object: 'customer', where: { companyName: "O'Hara & Söhne (50% + 1)" } })
      .catch(() => undefined);
    await session.close();
    await sandbox.close();
    expect({ isOk: outcome.isOk, found }).toEqual({ isOk, found: isOk ? { records: [] } : undefined });
  });

  it('works by machine to machine with an elliptic-curve key', async () => {
    const sandbox = await startSandbox();
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-256', publicKeyEncoding, privateKeyEncoding });
    await sandboxControl(sandbox.netsuite.url).registerKey('sandbox-certificate', curve.publicKey);
    const session = connector.open(
      connection(sandbox.netsuite.url, m2m(curve.privateKey, 'ES256')),
      createTestDependencies().dependencies,
    );
    const outcome = await session.test();
    await session.close();
    await sandbox.close();
    expect(outcome.isOk).toBe(true);
  });
});
