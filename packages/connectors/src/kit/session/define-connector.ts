import type {
  CallOptions,
  ChangePage,
  ChangesRequest,
  Connector,
  ConnectorSession,
  OpenConnection,
  SessionDependencies,
  WriteRequest,
} from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { createCallScope, within } from '../call-scope.ts';
import type { CallScope } from '../call-scope.ts';
import { checkWrite } from '../check-write.ts';
import { connectionFields } from '../connection-fields.ts';
import { HttpClient } from '../http-client.ts';
import { objectOf } from '../object-manifest.ts';
import { pageSize } from '../page-size.ts';
import { testConnection } from '../test-connection.ts';
import { createTransport } from '../transport.ts';
import { DescribeOnce } from './describe-once.ts';
import { listRecords } from './list-records.ts';
import { lookAtRecord, readRecord } from './read-record.ts';
import { requireHonest } from './require-honest.ts';
import type { Call, System } from './system.ts';
import { rehearseRecord, writeRecords } from './write-records.ts';
import type { Writer } from './write-records.ts';

const USUAL_CHANGES = 500;

/** Makes a connector out of what a system says about itself. Nothing else opens sessions. */
export function defineConnector(system: System): Connector {
  requireHonest(system);
  return {
    manifest: system.manifest,
    open: (connection, dependencies) => openSession(system, connection, dependencies),
    ...(system.readWebhook !== undefined && { readWebhook: system.readWebhook }),
  };
}

function openSession(system: System, connection: OpenConnection, dependencies: SessionDependencies): ConnectorSession {
  const { manifest, checkWrite: check = checkAgainstManifest } = system;
  const line = openLine(system, connection, dependencies);
  const { now, sleep } = dependencies;
  // Calls share a description, so it is asked for in a scope of its own, which the end of one call does not end.
  const described = new DescribeOnce(
    async (object) => system.describe?.(callIn(scoped(undefined)), object) ?? object.schema,
  );
  const callIn = (scope: CallScope): Call => ({
    manifest,
    wireOf: system.wireOf,
    fields: line.fields,
    scope,
    sleep,
    send: async (request) => {
      try {
        return await line.client.send(request, line.authorizer, scope);
      } catch (cause) {
        // A field was removed from the account after it was described.
        if (cause instanceof ConnectorError && cause.vendorCode === (system.staleSchemaCode ?? null)) {
          described.forgetAll();
        }
        throw cause;
      }
    },
    schema: (object) => within(scope, manifest.title, described.get(object)),
  });
  const writerIn = (scope: CallScope): Writer => {
    const call = callIn(scope);
    return { call, concurrency: line.concurrency, check: (object, request) => check(call, object, request) };
  };
  const scoped = (options: CallOptions | undefined) => createCallScope(options, now);
  const start = (options: CallOptions | undefined) => callIn(scoped(options));
  return {
    test: (options) => testConnection(() => system.probe(start(options)), now),
    describe: async (name, options) => {
      return within(scoped(options), manifest.title, described.refresh(objectOf(manifest, name)));
    },
    read: async (request, options) => readRecord(start(options), request),
    list: async (request, options) => listRecords(start(options), request),
    changes: async (request, options) => readChanges(start(options), request),
    look: async (request, options) => lookAtRecord(start(options), request),
    write: async (requests, options) => writeRecords(writerIn(scoped(options)), requests),
    rehearse: async (request, options) => rehearseRecord(writerIn, scoped(options), request),
    close: () => line.close(),
  };
}

/** The line to one account: its address, credentials and budgets. */
function openLine(system: System, connection: OpenConnection, dependencies: SessionDependencies) {
  const { manifest, readProblem, readRate } = system;
  const fields = connectionFields(connection, manifest);
  const baseUrl = system.baseUrl?.(fields) ?? fields.requireSetting('baseUrl');
  const concurrency = fields.settingNumber('concurrency') ?? manifest.limits.concurrency;
  const transport = createTransport({
    connections: concurrency,
    caCertificate: fields.setting('caCertificate'),
    lookup: dependencies.lookup,
  });
  const { redactor } = fields;
  const client = new HttpClient({
    manifest,
    baseUrl,
    transport,
    dependencies,
    redactor,
    readProblem,
    readRate,
    concurrency,
  });
  const authorizer = system.authorizer({ client, fields, baseUrl, now: dependencies.now });
  return { fields, client, authorizer, concurrency, close: () => transport.close() };
}

/** Fields that an account may have added by itself pass. */
async function checkAgainstManifest({ manifest }: Call, _object: ObjectManifest, request: WriteRequest): Promise<void> {
  const { customFields } = manifest;
  const isCustomField = (name: string) => customFields !== undefined && new RegExp(customFields).test(name);
  checkWrite(request, { manifest, isCustomField });
}

async function readChanges(call: Call, { object: name, cursor, since, limit }: ChangesRequest): Promise<ChangePage> {
  const object = objectOf(call.manifest, name);
  const { changes: follow } = call.wireOf(object);
  if (object.changes === undefined || follow === undefined) {
    throw new ConnectorError(`Changes of ${object.title} cannot be followed.`, { class: 'validation' });
  }
  return follow({
    call,
    object,
    cursor,
    since,
    limit: pageSize(limit, USUAL_CHANGES, object.read.pageSize),
    overlapMs: object.changes.overlapMs,
  });
}
