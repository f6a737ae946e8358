import type { CallOptions, ConnectorSession, OpenConnection, SessionDependencies } from '@throughline/core/connector';
import { tokenAuthorizer } from '../kit/authorizer.ts';
import { createCallScope } from '../kit/call-scope.ts';
import { connectionFields } from '../kit/connection-fields.ts';
import { HttpClient } from '../kit/http-client.ts';
import { objectOf } from '../kit/object-manifest.ts';
import { rehearseWrite } from '../kit/rehearsal.ts';
import { testConnection } from '../kit/test-connection.ts';
import { TokenCache } from '../kit/token-cache.ts';
import { createTransport } from '../kit/transport.ts';
import { SalesforceApi } from './api.ts';
import { salesforceManifest as manifest } from './manifest.ts';
import { readChanges } from './operations/changes.ts';
import { listRecords } from './operations/list.ts';
import { lookAtRecord } from './operations/look.ts';
import { readRecord } from './operations/read.ts';
import { writeRecords } from './operations/write.ts';
import { OrgSchema } from './org-schema.ts';
import { readProblem, readRate } from './problem.ts';
import { signIn } from './sign-in.ts';

export function openSalesforce(connection: OpenConnection, dependencies: SessionDependencies): ConnectorSession {
  const fields = connectionFields(connection, manifest);
  const baseUrl = fields.requireSetting('baseUrl');
  const { now } = dependencies;
  const transport = createTransport({
    connections: manifest.limits.concurrency,
    caCertificate: fields.setting('caCertificate'),
    lookup: dependencies.lookup,
  });
  const client = new HttpClient({
    manifest,
    baseUrl,
    transport,
    dependencies,
    redactor: fields.redactor,
    readProblem,
    readRate,
  });
  const authorizer = tokenAuthorizer(new TokenCache(() => signIn(client, fields, now), now));
  const apiVersion = fields.requireSetting('apiVersion');
  const api = new SalesforceApi(client, authorizer, apiVersion);
  const org = new OrgSchema(api);
  const context = { api, org, externalIdField: fields.requireSetting('externalIdField'), dependencies };
  const scoped = (options: CallOptions | undefined) => createCallScope(options, now);
  return {
    test: (options) =>
      testConnection(async () => {
        await api.query('SELECT Id FROM User LIMIT 1', scoped(options));
        return `Signed in to ${new URL(baseUrl).host} (API ${apiVersion}).`;
      }, now),
    describe: async (object, options) => org.refresh(objectOf(manifest, object), scoped(options)),
    read: async (request, options) => readRecord(context, request, scoped(options)),
    list: async (request, options) => listRecords(context, request, scoped(options)),
    changes: async (request, options) => readChanges(context, request, scoped(options)),
    look: async (request, options) => lookAtRecord(context, request, scoped(options)),
    write: async (requests, options) => writeRecords(context, requests, scoped(options)),
    rehearse: async (request, options) =>
      rehearseWrite(scoped(options), async (scope) => (await writeRecords(context, [request], scope))[0]),
    close: () => transport.close(),
  };
}
