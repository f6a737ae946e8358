import type { OpenConnection } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { connectorRegistry } from '../registry.ts';
import { describeConnectorContract } from '../../testing/contract-suite.ts';

function connection(url: string, token = 'sandbox-hubspot-token'): OpenConnection {
  return {
    id: 'connection-1',
    system: 'hubspot',
    settings: { baseUrl: url },
    auth: { method: 'private-app', fields: { token } },
  };
}

const upsert = { method: 'POST', path: '*/companies/batch/upsert' };

describeConnectorContract(
  {
    connector: connectorRegistry.hubspot,
    connection,
    refusedConnection: (url) => connection(url, 'a-wrong-token'),
    secrets: ['sandbox-hubspot-token', 'a-wrong-token'],
    // The suite asks faster than an account allows.
    prepare: async ({ url }) => {
      const limits = { requestsPerTenSeconds: 100_000, searchesPerSecond: 100_000 };
      await fetch(`${url}/__control/settings`, { method: 'PUT', body: JSON.stringify(limits) });
    },
    object: 'companies',
    record: (name) => ({ name: `Contract ${name}`, city: 'Leeds' }),
    nameField: 'name',
    count: async (control, key) => {
      const companies = await control.stored('companies');
      return companies.filter(({ archived, properties }) => {
        return archived === false && (properties as { throughline_key?: string }).throughline_key === key;
      }).length;
    },
    writeRequest: { upsert, create: upsert },
    refused: { record: { lifecyclestage: 'nowhere' }, fields: ['lifecyclestage'] },
    hasBatches: true,
    paged: { object: 'products', limit: 2, collection: 'products' },
    pagedField: 'hs_sku',
    hasRetryAfter: false,
    showsDeletions: true,
  },
  async () => {
    const sandbox = await startSandbox();
    return { url: sandbox.hubspot.url, close: () => sandbox.close() };
  },
);
