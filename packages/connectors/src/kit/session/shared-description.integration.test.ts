import { ConnectorError } from '@throughline/core/connector/error';
import { expect, it } from 'vitest';
import { startTestServer } from '../../../testing/test-server.ts';
import { createTestDependencies } from '../../../testing/test-dependencies.ts';
import { connectorRegistry } from '../../registry.ts';

const NAMES = ['name', 'hs_lastmodifieddate'];

it('is not taken from other calls when the call that asked for it is cancelled', async () => {
  const asked = Promise.withResolvers<undefined>();
  const answer = Promise.withResolvers<undefined>();
  const server = await startTestServer(({ url }, response) => {
    const reply = (results: readonly object[]) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ results }));
    };
    if (!url.startsWith('/crm/v3/properties/')) return reply([]);
    asked.resolve(undefined);
    void answer.promise.then(() => reply(NAMES.map((name) => ({ name, label: name, type: 'string' }))));
  });
  const session = connectorRegistry.hubspot.open(
    {
      id: 'connection-1',
      system: 'hubspot',
      settings: { baseUrl: server.url },
      auth: { method: 'private-app', fields: { token: 'a-token' } },
    },
    createTestDependencies().dependencies,
  );
  const cancelling = new AbortController();
  const first = session.list({ object: 'companies' }, { signal: cancelling.signal }).catch((error: unknown) => error);
  const second = session.list({ object: 'companies' });
  await asked.promise;
  cancelling.abort();
  const error = await first;
  expect(error instanceof ConnectorError && [error.class, error.message, error.isOutcomeUnknown]).toEqual([
    'transient',
    'The call to HubSpot was cancelled.',
    false,
  ]);
  answer.resolve(undefined);
  expect(await second).toEqual({ records: [] });
  expect(server.seen.map(({ url }) => url.split('?')[0])).toEqual([
    '/crm/v3/properties/companies',
    '/crm/v3/objects/companies',
  ]);
  await session.close();
  await server.close();
});
