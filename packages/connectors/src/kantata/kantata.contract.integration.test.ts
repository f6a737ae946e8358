import type { OpenConnection } from '@throughline/core/connector';
import { startSandbox } from '@throughline/sandbox';
import { connectorRegistry } from '../registry.ts';
import { describeConnectorContract } from '../../testing/contract-suite.ts';

function connection(url: string, token = 'sandbox-kantata-token'): OpenConnection {
  return {
    id: 'connection-1',
    system: 'kantata',
    settings: { baseUrl: url },
    auth: { method: 'bearer', fields: { token } },
  };
}

const create = { method: 'POST', path: '*/workspaces.json' };

describeConnectorContract(
  {
    connector: connectorRegistry.kantata,
    connection,
    refusedConnection: (url) => connection(url, 'a-wrong-token'),
    secrets: ['sandbox-kantata-token', 'a-wrong-token'],
    object: 'workspaces',
    record: (name) => ({ title: `Contract ${name}`, creator_role: 'maven', currency: 'GBP', price: '1250.50' }),
    nameField: 'title',
    count: async (control, key) => {
      const references = await control.stored('external_references');
      return references.filter((each) => each['service_model_ref'] === key).length;
    },
    writeRequest: { upsert: create, create },
    refused: { record: { rate_card_id: '999' }, fields: ['rate_card_id'] },
    hasBatches: false,
    paged: { object: 'users', limit: 10, collection: 'users' },
    pagedField: 'email_address',
    hasRetryAfter: false,
    showsDeletions: false,
  },
  async () => {
    const sandbox = await startSandbox();
    return { url: sandbox.kantata.url, close: () => sandbox.close() };
  },
);
