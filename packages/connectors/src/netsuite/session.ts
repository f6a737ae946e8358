import type { CallOptions, ConnectorSession, OpenConnection, SessionDependencies } from '@throughline/core/connector';
import { createCallScope } from '../kit/call-scope.ts';
import { connectionFields } from '../kit/connection-fields.ts';
import type { ConnectionFields } from '../kit/connection-fields.ts';
import { HttpClient } from '../kit/http-client.ts';
import { objectOf } from '../kit/object-manifest.ts';
import { rehearseWrite } from '../kit/rehearsal.ts';
import { settleWrites } from '../kit/settle-writes.ts';
import { testConnection } from '../kit/test-connection.ts';
import { createTransport } from '../kit/transport.ts';
import { AccountSchema } from './account-schema.ts';
import { NetsuiteApi } from './api.ts';
import { netsuiteManifest as manifest } from './manifest.ts';
import { readChanges } from './operations/changes.ts';
import { listRecords } from './operations/list.ts';
import { lookAtRecord } from './operations/look.ts';
import { readRecord } from './operations/read.ts';
import { writeRecord } from './operations/write.ts';
import { readProblem } from './problem.ts';
import { netsuiteAuthorizer } from './sign-in.ts';

export function openNetsuite(connection: OpenConnection, dependencies: SessionDependencies): ConnectorSession {
  const fields = connectionFields(connection, manifest);
  const { now } = dependencies;
  const concurrency = fields.settingNumber('concurrency') ?? manifest.limits.concurrency;
  const baseUrl = baseUrlOf(fields);
  const transport = createTransport({
    connections: concurrency,
    caCertificate: fields.setting('caCertificate'),
    lookup: dependencies.lookup,
  });
  const { redactor } = fields;
  const client = new HttpClient({ manifest, baseUrl, transport, dependencies, redactor, readProblem, concurrency });
  const api = new NetsuiteApi(client, netsuiteAuthorizer(client, fields, baseUrl, now));
  const context = { api, account: new AccountSchema(api), concurrency, dependencies };
  const scoped = (options: CallOptions | undefined) => createCallScope(options, now);
  return {
    test: (options) =>
      testConnection(async () => {
        await api.suiteql('SELECT id FROM currency ORDER BY id', { limit: 1, offset: 0 }, scoped(options));
        return `Signed in to NetSuite account ${fields.requireSetting('accountId')} with ${fields.method.title}.`;
      }, now),
    describe: async (object, options) => context.account.refresh(objectOf(manifest, object), scoped(options)),
    read: async (request, options) => readRecord(context, request, scoped(options)),
    list: async (request, options) => listRecords(context, request, scoped(options)),
    changes: async (request, options) => readChanges(context, request, scoped(options)),
    look: async (request, options) => lookAtRecord(context, request, scoped(options)),
    write: async (requests, options) => {
      const scope = scoped(options);
      return settleWrites(requests, concurrency, (request) => writeRecord(context, request, scope));
    },
    rehearse: async (request, options) =>
      rehearseWrite(scoped(options), (scope) => writeRecord(context, request, scope)),
    close: () => transport.close(),
  };
}

/** `1234567_SB1` lives at `1234567-sb1.suitetalk.api.netsuite.com`. */
function baseUrlOf(fields: ConnectionFields): string {
  const host = fields.requireSetting('accountId').toLowerCase().replaceAll('_', '-');
  return fields.setting('baseUrl') ?? `https://${host}.suitetalk.api.netsuite.com`;
}
