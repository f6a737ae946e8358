import { generateKeyPairSync } from 'node:crypto';
import type { OpenConnection } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { describe, expect, it } from 'vitest';
import { connectorRegistry } from '../registry.ts';
import { describeConnectorContract } from '../../testing/contract-suite.ts';
import { sandboxControl } from '../../testing/sandbox-control.ts';
import { createTestDependencies } from '../../testing/test-dependencies.ts';

const connector = connectorRegistry.salesforce;

function connection(url: string, clientSecret = 'sandbox-secret'): OpenConnection {
  return {
    id: 'connection-1',
    system: 'salesforce',
    settings: { baseUrl: url },
    auth: { method: 'client-credentials', fields: { clientId: 'sandbox-client', clientSecret } },
  };
}

describeConnectorContract(
  {
    connector,
    connection,
    refusedConnection: (url) => connection(url, 'a-wrong-secret'),
    secrets: ['sandbox-secret', 'a-wrong-secret'],
    token: { path: '*/services/oauth2/token', lifetimeMs: 24 * 3_600_000, endedBy: 'theirs' },
    object: 'Account',
    record: (name) => ({ Name: `Contract ${name}`, BillingCity: 'Leeds' }),
    nameField: 'Name',
    count: async (control, key) => {
      const accounts = await control.stored('Account');
      return accounts.filter((each) => each['External_Id__c'] === key && each['IsDeleted'] !== true).length;
    },
    writeRequest: {
      upsert: { method: 'PATCH', path: '*/composite/sobjects/Account/*' },
      create: { method: 'PATCH', path: '*/composite/sobjects/Account/*' },
    },
    refused: { record: { Name: 'x'.repeat(300) }, fields: ['Name'] },
    hasBatches: true,
    paged: { object: 'OpportunityLineItem', limit: 200, collection: 'OpportunityLineItem' },
    pagedField: 'OpportunityId',
    hasRetryAfter: true,
    showsDeletions: true,
  },
  async () => {
    const sandbox = await startSandbox();
    return { url: sandbox.salesforce.url, close: () => sandbox.close() };
  },
);

describe('Salesforce JWT bearer', () => {
  it('signs in with a key and no shared secret', async () => {
    const sandbox = await startSandbox();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const { url } = sandbox.salesforce;
    await sandboxControl(url).registerKey('sandbox-client', publicKey);
    const session = connector.open(
      {
        id: 'connection-1',
        system: 'salesforce',
        settings: { baseUrl: url },
        auth: {
          method: 'jwt-bearer',
          fields: { clientId: 'sandbox-client', username: 'integration@haldenpike.example', privateKey, audience: url },
        },
      },
      createTestDependencies().dependencies,
    );
    const outcome = await session.test();
    await session.close();
    await sandbox.close();
    expect(outcome).toEqual({
      isOk: true,
      message: `Signed in to ${new URL(url).host} (API 66.0).`,
      durationMs: expect.any(Number),
    });
  });
});
