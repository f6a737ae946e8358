import type { RecordIdentity, SourceRecord, WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { checkWrite } from '../../kit/check-write.ts';
import { createOnce } from '../../kit/create-once.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import type { RecordKey } from '../api.ts';
import type { NetsuiteContext } from '../context.ts';
import { isCustomField } from '../describe.ts';
import { netsuiteManifest } from '../manifest.ts';
import { keyOf } from './read.ts';

/** Writes one record. The vendor's asynchronous batches are not used, because their outcome comes minutes later. */
export async function writeRecord(
  context: NetsuiteContext,
  request: WriteRequest,
  scope: CallScope,
): Promise<WriteOutcome> {
  const object = objectOf(netsuiteManifest, request.object);
  checkWrite(request, { manifest: netsuiteManifest, isCustomField });
  const { identity, operation, record = {} } = request;
  const write: Write = { context, object, record, scope };
  switch (operation) {
    case 'create':
      return create(write, identity);
    case 'update':
      return update(write, await requireKey(write, identity));
    case 'delete':
      return remove(write, identity);
    case 'upsert':
      return identity?.by === 'external-id' ? put(write, identity.value) : updateOrCreate(write, identity);
  }
}

interface Write {
  readonly context: NetsuiteContext;
  readonly object: ObjectManifest;
  readonly record: SourceRecord;
  readonly scope: CallScope;
}

/**
 * Uses the vendor's own upsert. Its reply is the same for both effects, so the record is looked up first: undoing a
 * created record deletes it, and undoing an updated one must not.
 */
async function put({ context, object, record, scope }: Write, externalId: string): Promise<WriteOutcome> {
  const before = await context.api.findId(object.name, { externalId }, scope);
  const id = await context.api.put(externalId, toWire(object, record), scope);
  return { isOk: true, id, effect: before === undefined ? 'created' : 'updated' };
}

async function updateOrCreate(write: Write, identity: RecordIdentity | undefined): Promise<WriteOutcome> {
  const { context, object, scope } = write;
  const key = identity === undefined ? undefined : await keyOf(context, object, identity, scope);
  return key === undefined ? create(write, undefined) : update(write, key);
}

async function update({ context, object, record, scope }: Write, key: RecordKey): Promise<WriteOutcome> {
  const id = await context.api.update(key, toWire(object, record), scope);
  return { isOk: true, id, effect: 'updated' };
}

async function create(
  { context, object, record, scope }: Write,
  identity: RecordIdentity | undefined,
): Promise<WriteOutcome> {
  if (identity?.by !== 'external-id') {
    return { isOk: true, id: await context.api.create(toWire(object, record), scope), effect: 'created' };
  }
  const externalId = identity.value;
  const result = await createOnce({
    find: () => context.api.findId(object.name, { externalId }, scope),
    create: () => context.api.create(toWire(object, { ...record, externalId }), scope),
    sleep: context.dependencies.sleep,
    scope,
  });
  return 'found' in result
    ? { isOk: true, id: result.found, effect: 'unchanged' }
    : { isOk: true, id: result.created, effect: 'created' };
}

async function remove(write: Write, identity: RecordIdentity | undefined): Promise<WriteOutcome> {
  const { context, object, scope } = write;
  const key = await requireKey(write, identity);
  // An external id disappears with its record, so the internal id has to be learned before.
  const id = 'id' in key ? key.id : await context.api.findId(object.name, key, scope);
  if (id === undefined) throw notFound(object);
  const wasThere = await context.api.delete(object.name, { id }, scope);
  return { isOk: true, id, effect: wasThere ? 'deleted' : 'unchanged' };
}

async function requireKey({ context, object, scope }: Write, identity: RecordIdentity | undefined): Promise<RecordKey> {
  const key = identity === undefined ? undefined : await keyOf(context, object, identity, scope);
  if (key === undefined) throw notFound(object);
  return key;
}

/** Lists are replaced as a whole, because a repeated write must not add its lines a second time. */
function toWire(object: ObjectManifest, record: SourceRecord) {
  const replace = Object.keys(record).filter(
    (name) => object.schema.properties?.[name]?.properties?.['items'] !== undefined,
  );
  return { type: object.name, body: record, replace };
}

function notFound(object: ObjectManifest): ConnectorError {
  return new ConnectorError(`There is no such ${object.title}.`, { class: 'not-found' });
}
