import type { CallOptions, ConnectorSession, OpenConnection, SessionDependencies } from '@throughline/core/connector';
import { fixedAuthorizer } from '../kit/authorizer.ts';
import { createCallScope } from '../kit/call-scope.ts';
import { connectionFields } from '../kit/connection-fields.ts';
import { HttpClient } from '../kit/http-client.ts';
import { objectOf } from '../kit/object-manifest.ts';
import { settleWrites } from '../kit/settle-writes.ts';
import { testConnection } from '../kit/test-connection.ts';
import { createTransport } from '../kit/transport.ts';
import { KantataApi } from './api.ts';
import { kantataManifest as manifest } from './manifest.ts';
import { readChanges } from './operations/changes.ts';
import { listRecords } from './operations/list.ts';
import { lookAtRecord } from './operations/look.ts';
import { readRecord } from './operations/read.ts';
import { rehearseRecord } from './operations/rehearse.ts';
import { writeRecord } from './operations/write.ts';
import { readProblem } from './problem.ts';

export function openKantata(connection: OpenConnection, dependencies: SessionDependencies): ConnectorSession {
  const fields = connectionFields(connection, manifest);
  const { now } = dependencies;
  const baseUrl = fields.requireSetting('baseUrl');
  const { concurrency } = manifest.limits;
  const transport = createTransport({
    connections: concurrency,
    caCertificate: fields.setting('caCertificate'),
    lookup: dependencies.lookup,
  });
  const { redactor } = fields;
  const client = new HttpClient({ manifest, baseUrl, transport, dependencies, redactor, readProblem });
  const api = new KantataApi(client, fixedAuthorizer(fields.requireCredential('token')));
  const context = { api, dependencies };
  const scoped = (options: CallOptions | undefined) => createCallScope(options, now);
  return {
    test: (options) =>
      testConnection(async () => {
        const { count } = await api.list('users', { page: 1, per_page: 1 }, scoped(options));
        return `Signed in to ${new URL(baseUrl).host}; ${count} people are visible.`;
      }, now),
    // There is no description of fields to ask for: the documented ones are all there are.
    describe: async (object) => objectOf(manifest, object).schema,
    read: async (request, options) => readRecord(context, request, scoped(options)),
    list: async (request, options) => listRecords(context, request, scoped(options)),
    changes: async (request, options) => readChanges(context, request, scoped(options)),
    look: async (request, options) => lookAtRecord(context, request, scoped(options)),
    write: async (requests, options) => {
      const scope = scoped(options);
      return settleWrites(requests, concurrency, (request) => writeRecord(context, request, scope));
    },
    rehearse: async (request, options) => rehearseRecord(context, request, scoped(options)),
    close: () => transport.close(),
  };
}
